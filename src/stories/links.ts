import type { Item, ItemKind, ItemOf, Ref } from './items.ts'
import { hash32 } from './shingles.ts'

/** What a link says: two items are one entity, one statement, one happening, one place, one series of figures; an article's text is a copy of another's; two articles tell one story. */
export type LinkKind = 'entity' | 'statement' | 'happening' | 'place' | 'figure' | 'copy' | 'story'

/** An edge between two items, with its reason and score. Clusters are edges minus what a person split. `from` is the newcomer. */
export interface Link {
  readonly kind: LinkKind
  readonly from: Ref
  readonly to: Ref
  /** Rule that linked them: `same-person/full-name`. */
  readonly why: string
  readonly score: number
}

/** Which of several items that share as many keys is looked at first: evenly spread, and never a matter of who was added first. */
export const rankOf = (ref: Ref): number => hash32(ref)

/** What linking may look up: items that share a key. The record answers by index, the library from memory. */
export interface LinkIndex {
  /** Items of a kind that share a key, or two where they are common, those that share most first, then by rank; at most `limit` (50 by default). */
  find<K extends ItemKind>(kind: K, keys: readonly string[], limit?: number): Promise<readonly ItemOf<K>[]>
}

/** Items of a cluster and its public id: the first letter of its kind and ten digits of the hash of its earliest member's ref. */
export interface Cluster<K extends ItemKind = ItemKind> {
  readonly id: string
  /** Earliest first: by publication, then by ref. */
  readonly items: readonly [ItemOf<K>, ...ItemOf<K>[]]
}

export type { Item }
