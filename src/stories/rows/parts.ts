import type { Item, Ref } from '../items.ts'
import type { Cluster, Link } from '../links.ts'
import type { StoryRow } from '../rows.ts'
import type { EntryOf, Listed, Outlines } from './entry.ts'

/** An entry under the public id of its row. */
export type Listing<K extends Listed = Listed> = EntryOf<K> & { readonly id: string }

/** From where on entries are asked for: days are ISO, and take in what lies on them in part. */
export interface Start {
  /** Happenings of the days from that of this row's on. */
  readonly since?: string
  readonly from?: string
  readonly to?: string
}

/** Which reports may tell what became of a plan: told on a day or later, of what was done on some days, of one word or, without that, on few days. */
export interface Due {
  /** ISO days. */
  readonly told: string
  readonly word?: string
  readonly from?: string
  readonly to?: string
}

/** A cluster, with a word that changes whenever its items do, where that is known. */
export type Kept<K extends Listed = Listed> = Cluster<K> & { readonly stamp?: string }

/**
 * What a story's rows are built from, asked for only as far as rows are asked for. Whoever keeps items, links and cluster ids (memory, the record)
 * gives these; everything that is shown follows from them. Clusters hold the items of this story's articles alone, earliest first, under the
 * id of the whole cluster.
 */
export interface StoryParts {
  readonly story: StoryRow
  /** Its articles, earliest first: whose they are, and what is shown of them. */
  reports(): Promise<readonly (Outlines['article'] & { readonly article: string })[]>
  /** By article, the article that its text is a copy of. */
  copies(): Promise<ReadonlyMap<string, string>>
  /** What is listed of a kind, in its order. */
  entries<K extends Listed>(kind: K, start?: Start): AsyncIterable<Listing<K>>
  /** The entries that items are of, by the items' refs. */
  entriesOf<K extends Listed>(kind: K, refs: readonly Ref[]): Promise<ReadonlyMap<Ref, Listing<K>>>
  /** Which entity is a place of the place data: public ids, the one mentioned most where several are. */
  located(): Promise<ReadonlyMap<number, string>>
  /** The clusters behind entries, by the entries' ids. */
  clusters<K extends Listed>(kind: K, ids: readonly string[]): Promise<readonly Kept<K>[]>
  /** The stamps of all clusters of a kind, by id; rows of an unchanged cluster need not be built again. None are given where none are known. */
  stamps?(kind: Listed): Promise<ReadonlyMap<string, string>>
  /** The ids of happenings that may be what a plan led to, those told first, at most `limit`. */
  done(due: Due, limit: number): Promise<readonly string[]>
  /** The links among the items of an entity. */
  links(items: readonly Item[]): Promise<readonly Link[]>
  /** All versions kept of each article, oldest first; the newest alone where they are not known. */
  versions?(): Promise<ReadonlyMap<string, readonly string[]>>
}
