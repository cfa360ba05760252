import type { ItemKind, ItemOf } from '../items.ts'
import type { LinkKind } from '../links.ts'

/** Why two items are one, and how sure. */
export interface Verdict {
  readonly why: string
  readonly score: number
}

/**
 * One way of linking. It looks at the two items alone, and gives the same answer whichever comes first:
 * so the order in which articles are added never changes what is linked.
 */
export interface Rule<K extends ItemKind = ItemKind> {
  readonly kind: LinkKind
  /** The items that it compares. */
  readonly items: K
  /** Whether two items of one article may be one. */
  readonly within: boolean
  /**
   * How many links an item keeps by it, those that share most keys first. A few hold a cluster together, whatever is taken out later; all are
   * kept where what is made of them counts neighbours.
   */
  readonly most: number
  compare(a: ItemOf<K>, b: ItemOf<K>): Verdict | undefined
}

/** Links that hold a cluster together. */
export const A_FEW = 12
/** Every link to what is found: no more than that is looked up. */
export const ALL = Number.POSITIVE_INFINITY

/** Declares a rule; only here so that the compiler works out its types. */
export const rule = <K extends ItemKind>(made: Rule<K>): Rule<K> => made
