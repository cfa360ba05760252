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
const SPAN = 48
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

// Four sums at a time: each addition would wait for the one before it.
function dot(numbers: Float32Array, at: number, from: number): number {
  let [w, x, y, z] = [0, 0, 0, 0]
  for (let i = 0; i < SPAN; i += 4) {
    w += (numbers[at + i] as number) * (numbers[from + i] as number)
    x += (numbers[at + i + 1] as number) * (numbers[from + i + 1] as number)
    y += (numbers[at + i + 2] as number) * (numbers[from + i + 2] as number)
    z += (numbers[at + i + 3] as number) * (numbers[from + i + 3] as number)
  }
  return w + x + y + z
}

/** What must speak for a run at least, in logits: a phrase that is none costs more than one that is missed. */
const LIKELY = 0.8
const SCALE = 1 / Math.sqrt(SPAN)

// What speaks for a run of words standing for something of any kind, and the kind.
function runOf(numbers: Float32Array, widths: ArrayLike<number>, first: number, last: number): Run {
  const [a, b] = [first * WIDTH, last * WIDTH]
  const width = (last - first) * KINDS
  let [most, kind, sum] = [Number.NEGATIVE_INFINITY, 0, 0]
  for (let k = 0; k < KINDS; k++) {
    const logit =
      dot(numbers, a, b + LAST + k * SPAN) * SCALE +
      (numbers[a + FIRST_ALONE + k] as number) +
      (numbers[b + LAST_ALONE + k] as number) +
      (widths[width + k] as number)
    sum += Math.exp(logit)
    if (logit > most) [most, kind] = [logit, k]
  }
  return { first, last, kind, logit: Math.log(sum) }
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
      if (run.logit > LIKELY) likely.push(run)
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
