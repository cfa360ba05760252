import type { Leaf } from '../../src/pages/html/leaves.ts'

/** A page with what a reader found on it. */
export interface PageLine {
  readonly id: string
  readonly url: string
  readonly html: string
  readonly gold: PageGold
}
export interface PageGold {
  readonly body: string
  readonly standfirst?: string
  readonly captions?: readonly { readonly caption?: string; readonly credit?: string }[]
}

export type LeafPart = 'body' | 'caption' | 'credit' | 'standfirst' | 'removed' | 'unknown'

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
const gramsOf = (words: readonly string[]): string[] => words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '))

/** Share of a leaf's runs of four words that a body must hold for the leaf to be of it. */
const HELD = 0.6
/** Share of words in common that makes a leaf a caption or standfirst. */
const ALIKE = 0.8

/** Says of each leaf what it is by the gold; where that marks no captions, what is not of the body is `removed`. */
export function partsOf(leaves: readonly Leaf[], gold: PageGold): LeafPart[] {
  const inBody = onceEach(leaves, gold, bodyLeaves(leaves, gold))
  return leaves.map((leaf, i) => (inBody[i] ? 'body' : (besideBody(wordsOf(leaf.text), gold) ?? 'removed')))
}

function bodyLeaves(leaves: readonly Leaf[], { body }: PageGold): boolean[] {
  const grams = new Set(gramsOf(wordsOf(body)))
  const lines = new Set(body.split('\n').map((line) => wordsOf(line).join(' ')))
  return leaves.map(({ text }) => {
    const words = wordsOf(text)
    if (!words.length) return false
    if (lines.has(words.join(' '))) return true
    const own = gramsOf(words)
    return own.length > 0 && own.filter((gram) => grams.has(gram)).length >= own.length * HELD
  })
}

/** Of leaves with one text as many are kept as the body holds, those with most of the body around them. */
function onceEach(leaves: readonly Leaf[], { body }: PageGold, inBody: readonly boolean[]): boolean[] {
  const key = (text: string): string => wordsOf(text).join(' ')
  const times = new Map<string, number>()
  for (const line of body.split('\n')) times.set(key(line), (times.get(key(line)) ?? 0) + 1)
  const same = new Map<string, number[]>()
  leaves.forEach(({ text }, i) => {
    if (inBody[i]) same.set(key(text), [...(same.get(key(text)) ?? []), i])
  })
  const kept = [...inBody]
  for (const [text, places] of same) {
    const most = times.get(text) ?? 1
    const best = [...places].sort((a, b) => around(inBody, b) - around(inBody, a)).slice(0, most)
    for (const i of places) kept[i] = best.includes(i)
  }
  return kept
}

const NEAR = 6
function around(inBody: readonly boolean[], i: number): number {
  let sum = 0
  for (let by = 1; by <= NEAR; by++) sum += (Number(inBody[i - by] ?? false) + Number(inBody[i + by] ?? false)) / by
  return sum
}

function besideBody(words: readonly string[], { standfirst, captions }: PageGold): LeafPart | undefined {
  if (!words.length) return undefined
  if (standfirst && words.length > 3 && heldIn(words, standfirst) > ALIKE) return 'standfirst'
  for (const { caption, credit } of captions ?? []) {
    if (caption && words.length > 2 && heldIn(words, caption) > ALIKE) return 'caption'
    const named = wordsOf(credit ?? '')
    if (named.length && named.every((word) => words.includes(word)) && words.length < named.length + 6) return 'credit'
  }
  return undefined
}

/** Share of words that stand in a text. */
function heldIn(words: readonly string[], text: string): number {
  const left = wordsOf(text)
  return (
    words.filter((word) => {
      const at = left.indexOf(word)
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    }).length / words.length
  )
}
