import { type Decoder, type DecoderParts, decoderOf } from '../decode.ts'

/**
 * A trained conditional random field over hashed features. A feature's 32-bit key chooses a slot by its low bits, or the slot's neighbour,
 * and is known there only when its high byte agrees with the slot's check; so most features never met in training fall away.
 */
export interface Field extends Decoder {
  /** Power of two of them; 0 is a free slot. */
  readonly checks: Uint8Array
  /** `size` a slot, in units of `unit`. */
  readonly weights: Int8Array | Float32Array
  readonly unit: number
}

/** What a weights file holds of a field, before its moves are worked out. */
export type FieldParts = Omit<Field, keyof Decoder> & DecoderParts

/** Completes a field. Throws a RangeError where its moves are not as many as its kinds need. */
export const fieldOf = (parts: FieldParts): Field => ({ ...parts, ...decoderOf(parts) })

/** The slot of a feature's key, or -1 where the field does not know it. */
export function slotOf(checks: Uint8Array, key: number): number {
  const slot = key & (checks.length - 1)
  const check = key >>> 24 || 1
  if (checks[slot] === check) return slot
  return checks[slot ^ 1] === check ? slot ^ 1 : -1
}

// Most labels of a field that are added up in variables of their own.
const WIDE = 9

/** Adds up the weights of `count` features into `scores` from `at` on. */
export function addUp(field: Field, keys: Int32Array, count: number, scores: Float64Array, at: number): void {
  const { size } = field.moves
  if (size <= WIDE) addUpWide(field, keys, count, scores, at)
  else addUpAny(field, keys, count, scores, at)
  for (let y = 0; y < size; y++) scores[at + y] = (scores[at + y] as number) * field.unit
}

function addUpAny(
  { checks, weights, moves }: Field,
  keys: Int32Array,
  count: number,
  scores: Float64Array,
  at: number,
): void {
  for (let k = 0; k < count; k++) {
    const slot = slotOf(checks, keys[k] as number)
    if (slot < 0) continue
    for (let y = 0; y < moves.size; y++)
      scores[at + y] = (scores[at + y] as number) + (weights[slot * moves.size + y] as number)
  }
}

// This loop is most of the reader's time: slotOf is written out, and sums stay out of memory. A narrower field's last sums are its
// neighbours' weights, and left alone.
function addUpWide(
  { checks, weights, moves }: Field,
  keys: Int32Array,
  count: number,
  scores: Float64Array,
  at: number,
): void {
  const { size } = moves
  const mask = checks.length - 1
  let [a, b, c, d, e, f, g, h, i] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let k = 0; k < count; k++) {
    const key = keys[k] as number
    const check = key >>> 24 || 1
    let slot = key & mask
    if (checks[slot] !== check) {
      slot ^= 1
      if (checks[slot] !== check) continue
    }
    const row = slot * size
    a += weights[row] as number
    b += weights[row + 1] as number
    c += weights[row + 2] as number
    d += weights[row + 3] as number
    e += weights[row + 4] as number
    f += weights[row + 5] as number
    g += weights[row + 6] as number
    if (size <= 7) continue
    h += weights[row + 7] as number
    i += weights[row + 8] as number
  }
  const sums = [a, b, c, d, e, f, g, h, i]
  for (let y = 0; y < size; y++) scores[at + y] = (scores[at + y] as number) + (sums[y] as number)
}
