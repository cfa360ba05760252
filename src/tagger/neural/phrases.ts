import { byPlace, type Span, spanAt } from '../../text/span.ts'
import { type Meaning, PHRASE_KINDS, type Phrase } from '../tagger.ts'
import type { Words } from './words.ts'

/** Numbers of a text's words, `WIDTH` of each, as the network gives them. */
export interface WordNumbers {
  readonly words: Words
  readonly numbers: Float32Array
}

/** Words of a phrase at most. */
export const LONGEST = 40
const KINDS = PHRASE_KINDS.length
/** Numbers of a phrase's first word, and as many of its last for each kind: their product says how well they go together. */
const SPAN = 32
/** Numbers of a phrase's meaning. */
export const SAME = 64

// Where each of a word's numbers begin: as first word, as last, each alone; as head; as part of a meaning (first, last, head).
const LAST = SPAN
const FIRST_ALONE = LAST + KINDS * SPAN
const LAST_ALONE = FIRST_ALONE + KINDS
const HEAD = LAST_ALONE + KINDS
const PARTS = HEAD + 1
/** Numbers that the network gives of each word. */
export const WIDTH = PARTS + 3 * SAME

/** A run of words that may be a phrase: its first word, its last, its kind's place in PHRASE_KINDS and how much speaks for it, in logits. */
interface Run {
  readonly first: number
  readonly last: number
  readonly kind: number
  readonly logit: number
}

/** What must speak for a run at least, in logits: a phrase that is none costs more than one that is missed. */
const LIKELY = 0.8
/** No kind may speak less for a run than this where all together say enough. */
const LEAST = LIKELY - Math.log(KINDS)
const SCALE = 1 / Math.sqrt(SPAN)

const logits = new Float64Array(KINDS)

// What speaks for a run of words being a phrase of each kind, into `logits`; the most of it. The four kinds are summed side by side, since each addition
// would wait for the one before it.
function weigh(numbers: Float32Array, widths: ArrayLike<number>, first: number, last: number): number {
  const [a, b] = [first * WIDTH, last * WIDTH]
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let i = 0, at = b + LAST; i < SPAN; i++, at++) {
    const own = numbers[a + i] as number
    one += own * (numbers[at] as number)
    two += own * (numbers[at + SPAN] as number)
    three += own * (numbers[at + 2 * SPAN] as number)
    four += own * (numbers[at + 3 * SPAN] as number)
  }
  logits[0] = one
  logits[1] = two
  logits[2] = three
  logits[3] = four
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < KINDS; k++) {
    const alone = (numbers[a + FIRST_ALONE + k] as number) + (numbers[b + LAST_ALONE + k] as number)
    const logit = (logits[k] as number) * SCALE + alone + (widths[(last - first) * KINDS + k] as number)
    logits[k] = logit
    if (logit > most) most = logit
  }
  return most
}

// The run where something speaks for its standing for something, of whatever kind.
function runOf(numbers: Float32Array, widths: ArrayLike<number>, first: number, last: number): Run | undefined {
  const most = weigh(numbers, widths, first, last)
  if (most <= LEAST) return undefined
  const logit = Math.log(logits.reduce((sum, one) => sum + Math.exp(one), 0))
  return logit > LIKELY ? { first, last, kind: logits.indexOf(most), logit } : undefined
}

const crosses = (a: Run, b: Run): boolean =>
  (a.first < b.first && b.first <= a.last && a.last < b.last) ||
  (b.first < a.first && a.first <= b.last && b.last < a.last)

// The likeliest runs of a sentence, none of which crosses another.
function runsIn(numbers: Float32Array, widths: ArrayLike<number>, from: number, to: number): readonly Run[] {
  const likely: Run[] = []
  for (let first = from; first < to; first++)
    for (let last = first; last < to && last < first + LONGEST; last++) {
      const run = runOf(numbers, widths, first, last)
      if (run) likely.push(run)
    }
  const kept = new Kept()
  for (const run of likely.sort((a, b) => b.logit - a.logit)) kept.add(run)
  return kept.runs
}

/** Runs that do not cross one another, by their first word: what crosses one begins near it, so that a long sentence takes no longer a word. */
class Kept {
  readonly runs: Run[] = []
  readonly #byFirst = new Map<number, Run[]>()

  add(run: Run): void {
    for (let first = run.first - LONGEST + 1; first <= run.last; first++)
      if (this.#byFirst.get(first)?.some((one) => crosses(one, run))) return
    this.runs.push(run)
    const beside = this.#byFirst.get(run.first)
    if (beside) beside.push(run)
    else this.#byFirst.set(run.first, [run])
  }
}

/** The head's place among a run's words, and how likely each of them is it. */
function headOf(numbers: Float32Array, { first, last }: Run): { readonly head: number; readonly shares: Float64Array } {
  const shares = Float64Array.from(
    { length: last - first + 1 },
    (_, i) => numbers[(first + i) * WIDTH + HEAD] as number,
  )
  const most = Math.max(...shares)
  let sum = 0
  for (let i = 0; i < shares.length; i++) sum += shares[i] = Math.exp((shares[i] as number) - most)
  for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] as number) / sum
  return { head: first + shares.indexOf(Math.max(...shares)), shares }
}

function meaningOf(numbers: Float32Array, { first, last }: Run, shares: Float64Array): Float32Array {
  const meaning = new Float32Array(SAME)
  for (let i = 0; i < SAME; i++) {
    let sum = (numbers[first * WIDTH + PARTS + i] as number) + (numbers[last * WIDTH + PARTS + SAME + i] as number)
    for (let at = 0; at < shares.length; at++)
      sum += (shares[at] as number) * (numbers[(first + at) * WIDTH + PARTS + 2 * SAME + i] as number)
    meaning[i] = Math.max(0, sum)
  }
  return meaning
}

const scoreOf = ({ first, last, logit }: Run, { slope, shift, length }: PhraseCurve): number =>
  1 / (1 + Math.exp(-(slope * logit + shift + length * Math.log(last - first + 1))))

/** First word of each sentence in which words stand, in order; one more entry closes the last. */
function sentenceStarts({ starts }: Words, sentences: readonly Span[]): readonly number[] {
  const found: number[] = []
  let before: Span | undefined
  starts.forEach((start, word) => {
    const own = spanAt(sentences, start)
    if (word === 0 || own !== before) found.push(word)
    before = own
  })
  return [...found, starts.length]
}

/** How logits become scores: logits times `slope`, plus `shift`, plus `length` times the logarithm of the number of words (Platt 1999). */
export interface PhraseCurve {
  readonly slope: number
  readonly shift: number
  readonly length: number
}

/** What phrases are made by. */
export interface PhraseMaking {
  /** For each number of words less one and each kind, what speaks for a phrase of that. */
  readonly widths: Float32Array
  readonly curve: PhraseCurve
  /** Makes of a phrase's numbers what is kept of it. */
  meaning(numbers: Float32Array): Meaning
}

/** The phrases of a text's sentences. */
export function phrasesIn(
  { words, numbers }: WordNumbers,
  sentences: readonly Span[],
  { widths, curve, meaning }: PhraseMaking,
): readonly Phrase[] {
  const { starts, ends } = words
  const bounds = sentenceStarts(words, sentences)
  const spanOf = (first: number, last: number): Span => ({ start: starts[first] ?? 0, end: ends[last] ?? 0 })
  return bounds
    .slice(0, -1)
    .flatMap((from, at) => runsIn(numbers, widths, from, bounds[at + 1] ?? from))
    .map((run) => {
      const { head, shares } = headOf(numbers, run)
      return {
        ...spanOf(run.first, run.last),
        head: spanOf(head, head),
        kind: PHRASE_KINDS[run.kind] ?? 'other',
        score: scoreOf(run, curve),
        meaning: meaning(meaningOf(numbers, run, shares)),
      }
    })
    .sort(byPlace)
}
