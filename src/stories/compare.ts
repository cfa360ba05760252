import type { Block } from '../articles/article.ts'
import type { Reading } from '../readings/reading.ts'
import { type Citation, cite } from '../text/citation.ts'
import { differing } from '../text/differing.ts'
import { covers, type Span, wordsOf } from '../text/span.ts'
import { wordsIn } from './fold.ts'
import { common } from './rules/words.ts'

/** A text as it is compared: one version of one article. */
export type Comparable = Pick<Reading, 'id' | 'version' | 'text' | 'blocks' | 'sentences'>

/** A paragraph, headline or other block of one of two texts, with those of its words that the other text has not. */
export interface Side {
  readonly of: Citation
  readonly part: Block['part']
  readonly only: readonly Span[]
}

/** Two texts beside each other. */
export interface Comparison {
  /** Blocks of both in their order, those that tell the same beside each other; what only one text has stands alone. */
  readonly rows: readonly { readonly left?: Side; readonly right?: Side }[]
  /** Sentences of the left text's paragraphs that the right text has not, wherever it has its own. */
  readonly cut: readonly Citation[]
  /** The same of the right text. */
  readonly added: readonly Citation[]
  /** Share of the words of the left text's paragraphs that stand in the right text, 0 to 1. */
  readonly kept: number
}

// What a reader compares: the article itself.
const PARTS: ReadonlySet<Block['part']> = new Set(['headline', 'standfirst', 'paragraph', 'subheading', 'correction'])

interface Sentence {
  readonly at: Citation
  readonly block: Block
  readonly words: readonly string[]
  readonly bag: ReadonlySet<string>
}

function sentencesOf(text: Comparable): readonly Sentence[] {
  return text.blocks
    .filter(({ part, start, end }) => PARTS.has(part) && start < end)
    .flatMap((block) => {
      const inside = text.sentences.filter((one) => covers(block, one) && one.start < one.end)
      return (inside.length > 0 ? inside : [block]).map((span) => {
        const words = wordsIn(wordsOf(text.text, span))
        return { at: citeIn(text, block, span), block, words, bag: new Set(words) }
      })
    })
}

const citeIn = (text: Comparable, { n }: Block, { start, end }: Span): Citation => ({
  ...cite(text, { start, end }),
  ...(n === undefined ? {} : { n }),
})

// Words in order that two sentences must share to tell the same: nearly all of the shorter one's, when it was cut or joined with another, or
// half of the longer one's, when it was reworded. A very short one must be there whole.
const SHORTER = 0.8
const LONGER = 0.5
const FEW = 4

const isHead = ({ block }: Sentence): boolean => block.part === 'headline'

function sharedWords(a: Sentence, b: Sentence): number {
  if (isHead(a) !== isHead(b)) return 0
  const [shorter, longer] = [Math.min(a.words.length, b.words.length), Math.max(a.words.length, b.words.length)]
  const least = shorter < FEW ? longer : Math.min(shorter * SHORTER, longer * LONGER)
  let both = 0
  for (const word of a.bag) if (b.bag.has(word)) both++
  // A bag counts a word once.
  if (both + (shorter - Math.min(a.bag.size, b.bag.size)) < least) return 0
  const shared = common(a.words, b.words)
  return shared >= least && shared > 0 ? shared : 0
}

type Shares = readonly (readonly number[])[]

/** The sentences of the other text that tell what one tells, in their order: one may have been cut in two, or two joined. */
const toldBy = (others: readonly Sentence[], shared: (at: number) => number): readonly Sentence[] =>
  others.filter((_, at) => shared(at) > 0)

// Words that follow each other are lit as one stretch.
function stretches(spans: readonly Span[], text: string): readonly Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const last = found.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, span.start)))
      found[found.length - 1] = { ...last, end: span.end }
    else found.push(span)
  }
  return found
}

interface Lit {
  readonly sentence: Sentence
  readonly met: boolean
  readonly only: readonly Span[]
}

function litIn(
  text: string,
  own: readonly Sentence[],
  others: readonly Sentence[],
  share: (i: number, j: number) => number,
): readonly Lit[] {
  return own.map((sentence, at) => {
    const told = toldBy(others, (other) => share(at, other))
    const base = told.map((one) => one.at.exact).join(' ')
    const only = told.length > 0 ? stretches(differing(base, sentence.at), text) : [sentence.at]
    return { sentence, met: told.length > 0, only }
  })
}

const blocksOf = (lit: readonly Lit[]): readonly (readonly Lit[])[] => [
  ...Map.groupBy(lit, ({ sentence }) => sentence.block).values(),
]

function sideOf(text: Comparable, lit: readonly Lit[]): Side | undefined {
  const block = lit[0]?.sentence.block
  return block && { of: citeIn(text, block, block), part: block.part, only: lit.flatMap(({ only }) => only) }
}

/** Which of two lists' members stand beside each other, in both orders, so that what they share weighs most (Needleman and Wunsch 1970). */
function aligned(
  rows: number,
  columns: number,
  weight: (i: number, j: number) => number,
): readonly (readonly [number | undefined, number | undefined])[] {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const own = weight(i, j)
      const row = best[i] as Float64Array
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0)
    }
  const pairs: [number | undefined, number | undefined][] = []
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    const own = i < rows && j < columns ? weight(i, j) : 0
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (i < rows && (j >= columns || at(i, j) === at(i + 1, j))) pairs.push([i++, undefined])
    else pairs.push([undefined, j++])
  }
  return pairs
}

const lengthOf = (words: readonly Sentence[]): number => words.reduce((sum, one) => sum + one.words.length, 0)

function keptShare(lit: readonly Lit[]): number {
  const body = lit.filter(({ sentence }) => sentence.block.part === 'paragraph')
  const all = lengthOf(body.map(({ sentence }) => sentence))
  const gone = body.reduce(
    (sum, { sentence, only }) =>
      sum +
      only.reduce(
        (n, { start, end }) =>
          n + wordsIn(sentence.at.exact.slice(start - sentence.at.start, end - sentence.at.start)).length,
        0,
      ),
    0,
  )
  return all === 0 ? 0 : Math.max(0, (all - gone) / all)
}

const lacking = (lit: readonly Lit[]): readonly Citation[] =>
  lit.filter(({ met, sentence }) => !met && sentence.block.part === 'paragraph').map(({ sentence }) => sentence.at)

/**
 * Compares two texts, a copy with its origin or two versions: sentence with sentence, whatever their order, and word with word. Case,
 * accents and marks count for nothing. Pure.
 */
export function compare(left: Comparable, right: Comparable): Comparison {
  const [mine, theirs] = [sentencesOf(left), sentencesOf(right)]
  const shares: Shares = mine.map((a) => theirs.map((b) => sharedWords(a, b)))
  const share = (i: number, j: number): number => shares[i]?.[j] ?? 0
  const [lit, other] = [litIn(left.text, mine, theirs, share), litIn(right.text, theirs, mine, (j, i) => share(i, j))]
  const [blocks, others] = [blocksOf(lit), blocksOf(other)]
  const [places, otherPlaces] = [placesOf(lit), placesOf(other)]
  // Two headlines stand beside each other, whatever they say.
  const heads = (i: number, j: number): number =>
    [blocks[i]?.[0], others[j]?.[0]].every((one) => one && isHead(one.sentence)) ? 0.5 : 0
  const weight = (i: number, j: number): number =>
    (blocks[i] ?? []).reduce(
      (sum, a) => sum + (others[j] ?? []).reduce((n, b) => n + share(places.get(a) ?? -1, otherPlaces.get(b) ?? -1), 0),
      heads(i, j),
    )
  const rows = aligned(blocks.length, others.length, weight).map(([i, j]) => {
    const [a, b] = [sideOf(left, blocks[i ?? -1] ?? []), sideOf(right, others[j ?? -1] ?? [])]
    return { ...(a ? { left: a } : {}), ...(b ? { right: b } : {}) }
  })
  return { rows, cut: lacking(lit), added: lacking(other), kept: keptShare(lit) }
}

const placesOf = (lit: readonly Lit[]): ReadonlyMap<Lit, number> => new Map(lit.map((one, at) => [one, at]))
