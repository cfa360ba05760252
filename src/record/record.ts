import type { Page } from '../articles/page.ts'
import type { Decided } from '../decisions/decided.ts'
import type { Decision } from '../decisions/decision.ts'
import type { Reading } from '../readings/reading.ts'
import type { ArticleRow, StoryRow, StoryRows } from '../stories/rows.ts'
import type { Problem } from './query/query.ts'
import type { Called, Found, Hit, SearchOptions } from './search/found.ts'

/** What became of an article that was added. `kept`: nothing new in it. */
export interface Added {
  readonly article: string
  readonly version: string
  readonly state: 'added' | 'version' | 'kept'
}

/** Something that `verify` found wrong. */
export interface Fault {
  readonly article?: string
  readonly rule: string
  readonly reason: string
}

/**
 * What a decision came to: `applied`; `lost`, its words are not in exactly one place of the article any more; or `waiting`, its article is not in the
 * record, or a later decision that says the opposite holds in its place.
 */
export type State = 'applied' | 'lost' | 'waiting'

/** A decision that stands, with what it came to. */
export interface Settled {
  readonly decision: Decision
  readonly state: State
}

/** Everything kept: pages, readings, decisions, links; one SQLite file. Each method is one transaction. */
export interface OnRecord {
  readonly path: string
  /** Keeps a page with its reading, links it, and commits; resolves only after that. */
  add(page: Page, reading: Reading): Promise<Added>
  /** Keeps several pages in one transaction, in their order: all, or, when it rejects, none. */
  addAll(pages: readonly { readonly page: Page; readonly reading: Reading }[]): Promise<readonly Added[]>
  /** Takes an article out: bytes, text and index; a tombstone without words stays. False when it was not there. */
  remove(article: string): Promise<boolean>
  /** A version of an article as it was read, decisions applied; the newest unless named. Old ids of merged things still answer. */
  reading(article: string, version?: string): Promise<Decided | undefined>
  /** The bytes as they came, of the newest or a named version. */
  page(article: string, version?: string): Promise<Page | undefined>
  /** Every page kept, oldest first, to be read again. */
  pages(): AsyncIterable<{ readonly article: string; readonly version: string; readonly page: Page }>
  /** Replaces the derived part of one article by a new reading of the same page. */
  reread(article: string, version: string, reading: Reading): Promise<void>
  /** Drops links and rows and makes them anew from the readings. */
  relink(): Promise<void>
  articles(): AsyncIterable<ArticleRow>
  stories(): Promise<readonly StoryRow[]>
  /** The rows of a story; of the largest one when none is named. Undefined when there is none. */
  rows(story?: string): Promise<StoryRows | undefined>
  /** The public id that an id of a merged thing now answers to. */
  resolve(id: string): Promise<string | undefined>
  /**
   * Sentences of newest versions that a query finds, whatever case and accents: words, "phrases", beginnings*, AND, OR, NOT, brackets, and fields
   * (`person:`, `place:`, `said-by:`, `outlet:`, `story:`, `from:`, `to:`); or what is wrong with the query. Throws a RangeError for a limit that
   * is none, and for an `after` that is not among what is found.
   */
  search(query: string, options?: SearchOptions): Promise<Found | Problem>
  /** For each of some names, in their order: the sentences that hold its words, and whom the record calls so. */
  called(names: Iterable<string>): AsyncIterable<Called>
  /** Sentences of newest versions by the ids of their hits, in that order; those that are not there are left out. */
  sentences(ids: readonly string[]): Promise<readonly Hit[]>
  /** Keeps a decision, and says what it came to. */
  decide(decision: Decision): Promise<{ readonly state: State }>
  /** Keeps decisions in one transaction: all, or, when it rejects, none. Gives what each came to, in their order. */
  decideAll(decisions: readonly Decision[]): Promise<readonly State[]>
  /** Every decision ever taken, undoings among them, in the order taken. */
  decisions(): Promise<readonly Decision[]>
  /** Every decision that stands, in the order taken, with what it came to. */
  settled(): Promise<readonly Settled[]>
  /** Checks that every cited slice equals its words and every text its hash. */
  verify(): AsyncIterable<Fault>
  about(): Promise<{
    readonly articles: number
    readonly versions: number
    readonly decisions: number
    readonly format: number
    readonly bytes: number
    readonly lastRead?: string
  }>
  close(): Promise<void>
}
