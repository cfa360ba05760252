/** Names to values, each between 0 and 1 unless its name says otherwise (`…_km`, counts). */
export type Figures = Record<string, number>

/** A document of a corpus or of a prediction: an id and whatever layers it holds. */
export interface Doc {
  readonly id: string
  readonly text?: string
}

/** Hits with what was predicted and what was to be found. */
export class Tally {
  hit = 0
  predicted = 0
  gold = 0
  /** Adds one document's counts. */
  add(hit: number, predicted: number, gold: number): void {
    this.hit += hit
    this.predicted += predicted
    this.gold += gold
  }
}

/** Harmonic mean of precision and recall; 0 when both are. */
export const f1Of = (p: number, r: number): number => (p + r > 0 ? (2 * p * r) / (p + r) : 0)

/** Precision, recall and F1 under `name_…`; a share of nothing is 0. */
export function rates(name: string, { hit, predicted, gold }: Tally, ends = ['precision', 'recall', 'f1']): Figures {
  const p = predicted ? hit / predicted : 0
  const r = gold ? hit / gold : 0
  return { [`${name}_${ends[0]}`]: p, [`${name}_${ends[1]}`]: r, [`${name}_${ends[2]}`]: f1Of(p, r) }
}

/** Mean of a list; NaN for an empty one. */
export const meanOf = (list: readonly number[]): number =>
  list.reduce((sum, x) => sum + x, 0) / (list.length || Number.NaN)

/** How often each value stands in a list. */
export function countOf<T>(list: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Members of the multiset that two lists share. */
export function sharedOf<T>(a: Iterable<T>, b: Iterable<T>): number {
  const left = countOf(a)
  let shared = 0
  for (const value of b) {
    const n = left.get(value) ?? 0
    if (n > 0) shared++
    left.set(value, n - 1)
  }
  return shared
}

/** Predictions by id. */
export const byId = <D extends Doc>(docs: readonly D[]): Map<string, D> => new Map(docs.map((doc) => [doc.id, doc]))
