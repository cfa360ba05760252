import { factorsOf, type Sums, sumsOf } from '../../src/tagger/chain.ts'
import { isLegal, legalMoves } from '../../src/tagger/scheme.ts'
import type { Samples } from './samples.ts'

/** How to fit. */
export interface Course {
  readonly passes: number
  /** AdaGrad's step. */
  readonly step: number
  /** Pull of each touched weight toward 0. */
  readonly decay: number
  readonly seed: number
}

/** A fitted field's numbers, as floats. */
export interface Fit {
  readonly weights: Float32Array
  readonly scores: Float64Array
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface State {
  readonly samples: Samples
  readonly size: number
  readonly fit: Fit
  readonly squares: Float32Array
  readonly moveSquares: Float64Array
  readonly course: Course
}

/** Sums a passage's weights: `count * size` scores. */
export function scoresOf(
  samples: Samples,
  weights: Float32Array,
  size: number,
  from: number,
  to: number,
): Float64Array {
  const scores = new Float64Array((to - from) * size)
  for (let t = from; t < to; t++) {
    const at = (t - from) * size
    for (let k = samples.offsets[t] ?? 0; k < (samples.offsets[t + 1] ?? 0); k++) {
      const slot = samples.keys[k] ?? -1
      if (slot < 0) continue
      const row = slot * size
      for (let y = 0; y < size; y++) scores[at + y] = (scores[at + y] ?? 0) + (weights[row + y] ?? 0)
    }
  }
  return scores
}

/** Fits a conditional random field by AdaGrad over passages in seeded random order; `keep` says which passages are learnt from. */
export function fitted(
  samples: Samples,
  slots: number,
  size: number,
  course: Course,
  keep: (doc: number) => boolean,
): Fit {
  const state: State = {
    samples,
    size,
    course,
    fit: { weights: new Float32Array(slots * size), scores: legalMoves(size) },
    squares: new Float32Array(slots * size).fill(1),
    moveSquares: new Float64Array(size * size + size).fill(1),
  }
  const order = samples.passages.map((_, i) => i).filter((i) => keep(samples.passages[i]?.doc ?? 0))
  const next = random(course.seed)
  for (let pass = 0; pass < course.passes; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const held = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = held
    }
    let loss = 0
    for (const i of order) loss += learn(state, i)
    console.log(`  pass ${pass + 1}: loss ${(loss / order.length).toFixed(4)} a passage`)
  }
  return state.fit
}

function learn(state: State, passage: number): number {
  const { samples, size, fit } = state
  const { from, to, weight } = samples.passages[passage] ?? { from: 0, to: 0, weight: 0 }
  const count = to - from
  const scores = scoresOf(samples, fit.weights, size, from, to)
  const factors = factorsOf({ size, scores: fit.scores })
  const sums = sumsOf(scores, count, size, factors)
  let gold = 0
  for (let t = 0; t < count; t++) {
    const y = samples.labels[from + t] ?? 0
    const before = t > 0 ? (samples.labels[from + t - 1] ?? 0) : size
    gold += (scores[t * size + y] ?? 0) + (fit.scores[before * size + y] ?? 0)
  }
  stepMoves(state, sums, factors, from, count, weight)
  for (let t = 0; t < count; t++) stepToken(state, sums, from, t, weight)
  return (sums.logZ - gold) * weight
}

function stepToken(state: State, sums: Sums, from: number, t: number, weight: number): void {
  const { samples, size, squares, course } = state
  const { weights } = state.fit
  const gold = samples.labels[from + t] ?? 0
  for (let y = 0; y < size; y++) {
    const p = (sums.alpha[t * size + y] ?? 0) * (sums.beta[t * size + y] ?? 0)
    const slope = (p - (y === gold ? 1 : 0)) * weight
    if (Math.abs(slope) < 0.002) continue
    for (let k = samples.offsets[from + t] ?? 0; k < (samples.offsets[from + t + 1] ?? 0); k++) {
      const slot = samples.keys[k] ?? -1
      if (slot < 0) continue
      const at = slot * size + y
      const w = weights[at] ?? 0
      const g = slope + course.decay * w
      const square = (squares[at] ?? 0) + g * g
      squares[at] = square
      weights[at] = w - (course.step * g) / Math.sqrt(square)
    }
  }
}

// What the chain expects of each move into token `t`, less what the gold has: added to `slopes`.
function slopesAt(
  state: State,
  sums: Sums,
  factors: Float64Array,
  t: number,
  weight: number,
  slopes: Float64Array,
): void {
  const { size } = state
  const [first, last] = t > 0 ? [0, size] : [size, size + 1]
  for (let x = first; x < last; x++) {
    const a = t > 0 ? (sums.alpha[(t - 1) * size + x] as number) : 1
    for (let y = 0; y < size; y++) {
      const ahead = (sums.local[t * size + y] as number) * (sums.beta[t * size + y] as number)
      const expected = (weight * a * (factors[x * size + y] as number) * ahead) / (sums.scale[t] as number)
      slopes[x * size + y] = (slopes[x * size + y] as number) + expected
    }
  }
}

function stepMoves(state: State, sums: Sums, factors: Float64Array, from: number, count: number, weight: number): void {
  const { samples, size, moveSquares, course, fit } = state
  const slopes = new Float64Array(size * size + size)
  for (let t = 0; t < count; t++) {
    const gold = samples.labels[from + t] ?? 0
    const before = t > 0 ? (samples.labels[from + t - 1] ?? 0) : size
    slopes[before * size + gold] = (slopes[before * size + gold] as number) - weight
    slopesAt(state, sums, factors, t, weight, slopes)
  }
  for (let i = 0; i < slopes.length; i++) {
    const from = Math.floor(i / size)
    if (!isLegal(from < size ? from : undefined, i % size)) continue
    const g = slopes[i] ?? 0
    moveSquares[i] = (moveSquares[i] ?? 0) + g * g
    fit.scores[i] = (fit.scores[i] ?? 0) - (course.step * g) / Math.sqrt(moveSquares[i] ?? 1)
  }
}
