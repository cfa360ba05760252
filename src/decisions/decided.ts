import type { Reading } from '../readings/reading.ts'
import type { Decision } from './decision.ts'

/** A reading with a person's decisions laid over it. */
export interface Decided {
  /** The reading with what was renamed, hidden, dated or asserted; asserted items have `by: 'person'` and score 1. */
  readonly reading: Reading
  /** Decisions that found their one place, with the id of the item they met or made. */
  readonly applied: readonly { readonly decision: Decision; readonly item: string }[]
  /** Decisions whose words are gone, or stand more than once. */
  readonly lost: readonly Decision[]
  /** Decisions that are kept but of a kind that is not laid over readings yet: neither applied nor lost. */
  readonly waiting: readonly Decision[]
  /** Ids of the items that a person confirmed. */
  readonly confirmed: ReadonlySet<string>
}
