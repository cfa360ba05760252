import type { Report, StoryRow } from '../../stories/index.ts'
import type { Citation } from '../../text/citation.ts'
import type { Span } from '../../text/span.ts'
import type { FieldName } from '../query/query.ts'

/** How found sentences are ordered: the best match first, or the one printed last. */
export type Order = 'match' | 'day'

/** What may be told of a search, beside what is sought. */
export interface SearchOptions {
  /** Hits wanted at once, 1 to 1,000; 20 unless given. */
  readonly limit?: number
  /** Id of the hit after which they go on. */
  readonly after?: string
  /** `match` unless given. */
  readonly order?: Order
}

/** One sentence of a newest version that a query found. */
export interface Hit {
  /** `ARTICLE@VERSION#SENTENCE`. */
  readonly id: string
  readonly sentence: Citation
  /** The words in it that were sought, as spans of the article's text, in order. Empty where it was found by a field alone. */
  readonly lit: readonly Span[]
  readonly report: Report
  /** Public id of the story that its article is in. */
  readonly story?: string
  /** How well it matches; more is better, 0 where no words were sought. Comparable within one search. */
  readonly rank: number
}

/** A value by which what was found can be narrowed, and how many of the sentences have it. */
export interface Facet<T> {
  readonly value: T
  readonly count: number
}

/** What a search found. Of more than a thousand sentences these are the thousand that were kept last. */
export interface Found {
  readonly hits: readonly Hit[]
  /** Sentences found, at most 1,000; `more` says that there are others. */
  readonly total: number
  readonly more: boolean
  /** Articles that they stand in. */
  readonly articles: number
  /** Give it as `after` for the next hits; absent after the last ones. */
  readonly next?: string
  /** Where all that was found stands, the most frequent first; days as ISO months, or days where all lie in two months. */
  readonly outlets: readonly Facet<string>[]
  readonly stories: readonly Facet<Pick<StoryRow, 'id' | 'title'>>[]
  readonly days: readonly Facet<string>[]
  /** Fields whose name nobody, no place, no outlet or no story has. */
  readonly unknown: readonly { readonly name: FieldName; readonly value: string }[]
}

/** What the record says of one name. */
export interface Called {
  readonly name: string
  /** Sentences of newest versions that hold its words in this order, and the articles that they stand in. */
  readonly sentences: number
  readonly articles: number
  /** The one printed first. */
  readonly first?: Hit
  /** Those who are called so: public id and the name as it was first printed. */
  readonly entities: readonly { readonly id: string; readonly name: string; readonly type: string }[]
}
