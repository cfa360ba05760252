/** Log-weight of a move that is never made. */
export const NEVER = -10000

/** Sums over all labellings of a sequence: forward and backward, scaled at each token so that nothing under- or overflows. */
export interface Sums {
  /** `count * size`: each row sums to 1. */
  readonly alpha: Float64Array
  readonly beta: Float64Array
  /** `count * size`: exp(score - row's best). */
  readonly local: Float64Array
  /** Factor of each row. */
  readonly scale: Float64Array
  /** Log of the sum over all labellings. */
  readonly logZ: number
}

/** A linear chain's moves: `size * size` from label to label, then `size` for the first label. */
export interface Moves {
  readonly size: number
  readonly scores: Float64Array
}

/** Best labelling, by Viterbi. `scores` holds `count * size` numbers. */
export function best(scores: Float64Array, count: number, { size, scores: moves }: Moves): Uint8Array {
  const path = new Uint8Array(count)
  if (count === 0) return path
  const back = new Uint8Array(count * size)
  let row = new Float64Array(size)
  let next = new Float64Array(size)
  for (let y = 0; y < size; y++) row[y] = (scores[y] ?? 0) + (moves[size * size + y] ?? 0)
  for (let t = 1; t < count; t++) {
    for (let y = 0; y < size; y++) {
      let top = -Infinity
      let from = 0
      for (let x = 0; x < size; x++) {
        const sum = (row[x] ?? 0) + (moves[x * size + y] ?? 0)
        if (sum > top) {
          top = sum
          from = x
        }
      }
      next[y] = top + (scores[t * size + y] ?? 0)
      back[t * size + y] = from
    }
    const free = row
    row = next
    next = free
  }
  let last = 0
  for (let y = 1; y < size; y++) if ((row[y] ?? 0) > (row[last] ?? 0)) last = y
  for (let t = count - 1; t >= 0; t--) {
    path[t] = last
    last = back[t * size + last] ?? 0
  }
  return path
}

function localOf(scores: Float64Array, count: number, size: number): { local: Float64Array; offset: number } {
  const local = new Float64Array(count * size)
  let offset = 0
  for (let t = 0; t < count; t++) {
    let top = -Infinity
    for (let y = 0; y < size; y++) top = Math.max(top, scores[t * size + y] ?? 0)
    for (let y = 0; y < size; y++) local[t * size + y] = Math.exp((scores[t * size + y] ?? 0) - top)
    offset += top
  }
  return { local, offset }
}

/** exp of the moves; what is never made becomes 0. */
export const factorsOf = (moves: Moves): Float64Array => moves.scores.map(Math.exp)

// One step forward: row `t` of alpha before scaling, and its sum.
function forward(t: number, size: number, factors: Float64Array, local: Float64Array, alpha: Float64Array): number {
  let total = 0
  for (let y = 0; y < size; y++) {
    let sum = t === 0 ? (factors[size * size + y] as number) : 0
    if (t > 0)
      for (let x = 0; x < size; x++) sum += (alpha[(t - 1) * size + x] as number) * (factors[x * size + y] as number)
    sum *= local[t * size + y] as number
    alpha[t * size + y] = sum
    total += sum
  }
  return total
}

// One step backward: row `t` of beta from the one after it.
function backward(
  t: number,
  size: number,
  factors: Float64Array,
  local: Float64Array,
  beta: Float64Array,
  scale: number,
): void {
  for (let x = 0; x < size; x++) {
    let sum = 0
    for (let y = 0; y < size; y++)
      sum +=
        (factors[x * size + y] as number) * (local[(t + 1) * size + y] as number) * (beta[(t + 1) * size + y] as number)
    beta[t * size + x] = sum / scale
  }
}

/** Forward and backward sums. `factors` are `factorsOf(moves)`; `count` is at least 1. */
export function sumsOf(scores: Float64Array, count: number, size: number, factors: Float64Array): Sums {
  const { local, offset } = localOf(scores, count, size)
  const alpha = new Float64Array(count * size)
  const beta = new Float64Array(count * size)
  const scale = new Float64Array(count)
  let logZ = offset
  for (let t = 0; t < count; t++) {
    const total = forward(t, size, factors, local, alpha)
    scale[t] = total
    logZ += Math.log(total)
    for (let y = 0; y < size; y++) alpha[t * size + y] = (alpha[t * size + y] as number) / total
  }
  beta.fill(1, (count - 1) * size)
  for (let t = count - 2; t >= 0; t--) backward(t, size, factors, local, beta, scale[t + 1] as number)
  return { alpha, beta, local, scale, logZ }
}

/**
 * Probability that tokens `from` to `to` (exclusive) carry exactly the labels of `path` and that the span does not go on after them
 * (the next label is not `inside`).
 */
export function spanProbability(
  sums: Sums,
  factors: Float64Array,
  size: number,
  path: Uint8Array,
  span: { readonly from: number; readonly to: number; readonly inside: number },
): number {
  const { alpha, beta, local, scale } = sums
  const { from, to, inside } = span
  let p = alpha[from * size + (path[from] ?? 0)] ?? 0
  for (let t = from + 1; t < to; t++) {
    const x = path[t - 1] ?? 0
    const y = path[t] ?? 0
    p *= ((factors[x * size + y] ?? 0) * (local[t * size + y] ?? 0)) / (scale[t] ?? 1)
  }
  if (to >= scale.length) return Math.min(1, p)
  const last = path[to - 1] ?? 0
  let rest = 0
  for (let y = 0; y < size; y++)
    if (y !== inside) rest += (factors[last * size + y] ?? 0) * (local[to * size + y] ?? 0) * (beta[to * size + y] ?? 0)
  return Math.min(1, (p * rest) / (scale[to] ?? 1))
}
