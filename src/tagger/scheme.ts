import { NEVER } from './chain.ts'
import type { Label } from './tagger.ts'

/** Number of a token's label: 0 outside, `1 + 2k` begins a span of kind `k`, `2 + 2k` goes on in it (BIO). */
export const beginOf = (kind: number): number => 1 + 2 * kind
export const insideOf = (kind: number): number => 2 + 2 * kind
export const kindOf = (label: number): number => (label - 1) >> 1
export const isBegin = (label: number): boolean => label > 0 && label % 2 === 1
export const isInside = (label: number): boolean => label > 0 && label % 2 === 0

/** How many token labels a list of kinds needs. */
export const sizeOf = (kinds: readonly Label[]): number => 1 + 2 * kinds.length

/** Whether label `to` may follow `from`; `from` undefined: may begin a passage. A span goes on only where it began. */
export const isLegal = (from: number | undefined, to: number): boolean =>
  !isInside(to) || (from !== undefined && (from === to || from === to - 1))

/** Moves with `NEVER` where they are not legal, else 0: `size * size`, then `size` for the first label. */
export function legalMoves(size: number): Float64Array {
  const moves = new Float64Array(size * size + size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (!isLegal(x, y)) moves[x * size + y] = NEVER
    if (!isLegal(undefined, y)) moves[size * size + y] = NEVER
  }
  return moves
}

/** A run of tokens under one kind; `to` exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: number
}

/** The spans of a legal labelling, in order. */
export function stretchesOf(path: Uint8Array): readonly Stretch[] {
  const found: Stretch[] = []
  for (let t = 0; t < path.length; t++) {
    const label = path[t] ?? 0
    if (!isBegin(label)) continue
    let to = t + 1
    while (to < path.length && path[to] === label + 1) to++
    found.push({ from: t, to, kind: kindOf(label) })
  }
  return found
}
