import { factorsOf, type Moves, spanProbability, sumsOf } from './chain.ts'
import { insideOf, sizeOf, stretchesOf } from './scheme.ts'
import type { Label, Tag } from './tagger.ts'

/** How scores of tokens become spans of some kinds, which are disjoint from one another. */
export interface Decoder {
  readonly kinds: readonly Label[]
  readonly moves: Moves
  /** `factorsOf(moves)`. */
  readonly factors: Float64Array
  /** For each kind, the share right at raw probabilities p where 1 - cbrt(1 - p) is 0, 1/n … 1: most points lie near 1, as spans do. None leaves scores raw. */
  readonly curves: readonly (readonly number[])[]
}

/** What is kept of a decoder: its moves' scores, and the rest. */
export interface DecoderParts {
  readonly kinds: readonly Label[]
  readonly scores: ArrayLike<number>
  readonly curves: Decoder['curves']
}

/** Completes a decoder. Throws a RangeError where its moves are not as many as its kinds need. */
export function decoderOf({ kinds, scores, curves }: DecoderParts): Decoder {
  const size = sizeOf(kinds)
  if (scores.length !== size * size + size)
    throw new RangeError(`${size} labels need ${size * size + size} moves, not ${scores.length}`)
  const moves = { size, scores: Float64Array.from(scores) }
  return { kinds, moves, factors: factorsOf(moves), curves }
}

/** Where tokens stand in a text, and which of them is the first of those that are decoded. */
export interface Places {
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
  readonly from: number
}

/** The tags of a best labelling, each with its calibrated score. `scores` are those that it was found by. */
export function tagsOf(decoder: Decoder, scores: Float64Array, path: Uint8Array, places: Places): readonly Tag[] {
  const { kinds, factors, curves } = decoder
  const { size } = decoder.moves
  const stretches = stretchesOf(path)
  if (stretches.length === 0) return []
  const sums = sumsOf(scores, path.length, size, factors)
  return stretches.map(({ from, to, kind }) => ({
    start: places.starts[places.from + from] ?? 0,
    end: places.ends[places.from + to - 1] ?? 0,
    label: kinds[kind] ?? 'misc',
    score: calibrated(
      curves[kind] ?? [],
      spanProbability(sums, factors, size, path, { from, to, inside: insideOf(kind) }),
    ),
  }))
}

/** The calibrated score of a raw probability: straight lines between the curve's points. */
export function calibrated(curve: readonly number[], raw: number): number {
  if (curve.length < 2) return raw
  const place = (1 - Math.cbrt(1 - Math.min(1, Math.max(0, raw)))) * (curve.length - 1)
  const low = Math.min(Math.floor(place), curve.length - 2)
  const a = curve[low] ?? 0
  const b = curve[low + 1] ?? 1
  return a + (b - a) * (place - low)
}

/** In order of place; of two that begin together the longer one first. */
export const inOrder = (a: Tag, b: Tag): number => a.start - b.start || b.end - a.end
