import type { Reading } from '../readings/reading.ts'
import type { Decision, Pairing } from './decision.ts'

/** A reading with a person's decisions laid over it. */
export interface Decided {
  /** The reading with what was renamed, hidden, dated or asserted; asserted items have `by: 'person'` and score 1. */
  readonly reading: Reading
  /** Decisions that found their one place, with the id of the item they met or made. Of a merge or split: that its ends in this article are there. */
  readonly applied: readonly { readonly decision: Decision; readonly item: string }[]
  /** Decisions whose words are gone, or stand more than once. */
  readonly lost: readonly Decision[]
  /** Decisions in whose place a later one holds, which says the opposite: neither applied nor lost. */
  readonly waiting: readonly Decision[]
  /** Ids of the items that a person confirmed. */
  readonly confirmed: ReadonlySet<string>
  /** Ids of the items that a person disputed, or of which two people say opposite things. */
  readonly disputed?: ReadonlySet<string>
  /** Merges and splits of which an end is in this article: the ids of the items at the ends that are. In the order taken. */
  readonly pairs?: readonly Pair[]
}

/** The ends of a merge or split that one article holds. */
export interface Pair {
  readonly decision: Pairing
  readonly target?: string
  readonly other?: string
}
