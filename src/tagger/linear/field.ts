import type { Label } from '../tagger.ts'
import { factorsOf, type Moves } from './chain.ts'
import { sizeOf } from './scheme.ts'

/**
 * A trained conditional random field over hashed features. A feature's 32-bit key chooses a slot by its low bits, or the slot's neighbour,
 * and is known there only when its high byte agrees with the slot's check; so most features never met in training fall away.
 */
export interface Field {
  readonly kinds: readonly Label[]
  /** Power of two of them; 0 is a free slot. */
  readonly checks: Uint8Array
  /** `size` a slot, in units of `unit`. */
  readonly weights: Int8Array | Float32Array
  readonly unit: number
  readonly moves: Moves
  readonly factors: Float64Array
  /** For each kind, the share right at raw probabilities p where 1 - cbrt(1 - p) is 0, 1/n … 1: most points lie near 1, as spans do. */
  readonly curves: readonly (readonly number[])[]
}

/** What a weights file holds of a field, before its moves are worked out. */
export type FieldParts = Omit<Field, 'moves' | 'factors'> & { readonly scores: Float64Array }

/** Completes a field. */
export function fieldOf({ scores, ...parts }: FieldParts): Field {
  const moves = { size: sizeOf(parts.kinds), scores }
  return { ...parts, moves, factors: factorsOf(moves) }
}

/** The slot of a feature's key, or -1 where the field does not know it. */
export function slotOf(checks: Uint8Array, key: number): number {
  const slot = key & (checks.length - 1)
  const check = key >>> 24 || 1
  if (checks[slot] === check) return slot
  return checks[slot ^ 1] === check ? slot ^ 1 : -1
}

/** Adds up the weights of `count` features into `scores` from `at` on. */
export function addUp(field: Field, keys: Int32Array, count: number, scores: Float64Array, at: number): void {
  const { checks, weights, unit } = field
  const { size } = field.moves
  const mask = checks.length - 1
  for (let k = 0; k < count; k++) {
    // slotOf, written out: this loop is most of the reader's time.
    const key = keys[k] as number
    const check = key >>> 24 || 1
    let slot = key & mask
    if (checks[slot] !== check) {
      slot ^= 1
      if (checks[slot] !== check) continue
    }
    const row = slot * size
    for (let y = 0; y < size; y++) scores[at + y] = (scores[at + y] as number) + (weights[row + y] as number)
  }
  for (let y = 0; y < size; y++) scores[at + y] = (scores[at + y] as number) * unit
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
