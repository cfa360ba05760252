import type { Citation } from './citation.ts'
import type { Span } from './span.ts'

interface Word extends Span {
  readonly folded: string
}

// Beyond this many words a comparison costs more than it tells.
const LONGEST = 400

const lower = (word: string): string => word.toLowerCase().replaceAll('’', "'")

// "destabilizing" and "destabilising", "travelling" and "traveling", "e-mail" and "email" are one word; so are "&" and "and".
const respelled = (word: string): string =>
  word === '&'
    ? 'and'
    : lower(word)
        .replaceAll('-', '')
        .replaceAll('z', 's')
        .replace(/(\p{L})\1/gu, '$1')

const wordsOf = (text: string, fold: (word: string) => string = lower): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|&/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }))

/** Lengths of the longest common subsequences of every two tails. */
function tails(a: readonly Word[], b: readonly Word[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const here = table[i] as Uint16Array
      const below = table[i + 1] as Uint16Array
      here[j] = a[i]?.folded === b[j]?.folded ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0)
    }
  return table
}

type Pair = readonly [number, number]

/** Places of the words that two lists have in common in the same order; undefined for lists too long to compare. */
function common(a: readonly Word[], b: readonly Word[]): readonly Pair[] | undefined {
  if (a.length > LONGEST || b.length > LONGEST) return undefined
  const table = tails(a, b)
  const pairs: Pair[] = []
  let i = 0
  for (let j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.folded === b[j]?.folded) pairs.push([i++, j++])
    else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** The words of `other` that are not in `base` in the same order: what an outlet changed in a quotation. Case and marks count for nothing. */
export function differing(base: string, other: Pick<Citation, 'start' | 'exact'>): readonly Span[] {
  const words = wordsOf(other.exact)
  const pairs = common(wordsOf(base), words)
  if (!pairs) return []
  const kept = new Set(pairs.map(([, at]) => at))
  return words
    .filter((_, at) => !kept.has(at))
    .map(({ start, end }) => ({ start: other.start + start, end: other.start + end }))
}

// A cut that shows, or words in brackets: the outlet says itself that these are not the words.
const OPEN = /…|\.\.\.|\[/

// Share of the shorter text's words that must be in the other for the two to be one quotation.
const ALIKE = 0.6
// A word or two, this many words away from the rest, met by chance.
const STRAY = 2
const FAR = 4

function withoutStray(pairs: readonly Pair[]): readonly Pair[] {
  const isFar = ([i, j]: Pair, [left, right]: Pair) => left - i > FAR || right - j > FAR
  const cuts = pairs.flatMap((pair, at) => (at > 0 && isFar(pairs[at - 1] ?? pair, pair) ? [at] : []))
  const [first = 0, last = pairs.length] = [cuts[0], cuts.at(-1)]
  return pairs.slice(first <= STRAY ? first : 0, pairs.length - last <= STRAY ? last : pairs.length)
}

/**
 * Whether two texts of one quotation have other words between words that they share. That one quotes more than the other at its ends, cuts
 * what it leaves out visibly, puts words of its own in brackets, or spells otherwise, alters nothing.
 */
export function altered(base: string, other: string): boolean {
  const [a, b] = [wordsOf(base, respelled), wordsOf(other, respelled)]
  const shared = withoutStray(common(a, b) ?? [])
  if (shared.length < Math.min(a.length, b.length) * ALIKE) return false
  return shared.some(([i, j], at, pairs) => {
    const [left, right] = pairs[at + 1] ?? []
    if (left === undefined || right === undefined || (left === i + 1 && right === j + 1)) return false
    const gaps = [base.slice(a[i]?.end, a[left]?.start), other.slice(b[j]?.end, b[right]?.start)]
    return !gaps.some((gap) => OPEN.test(gap))
  })
}
