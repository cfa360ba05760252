import type { Entity } from '../layers/entities.ts'
import type { Day, Modality } from '../layers/events.ts'
import type { Place } from '../layers/places.ts'
import type { Citation } from '../text/citation.ts'
import type { FigureItem, HappeningItem, PlaceItem, Report, Spot, StatementItem } from './items.ts'
import type { EntryOf, Listed } from './rows/entry.ts'

/** A part of a list: what follows an item, as many as are wanted. */
export interface Slice {
  /** Id of the item before the first; from the first on unless given. */
  readonly after?: string
  /** All unless given. */
  readonly limit?: number
}

/** Whether a row is asked for, by what is known of it before it is built. */
export type May<K extends Listed> = (entry: EntryOf<K> & { readonly id: string }) => boolean

/** Linked rows of one story. Ids are public: they stay what they are as the record grows, and stand in addresses. */
export interface StoryRows {
  story(): Promise<StoryRow>
  /** Earliest first. */
  articles(filter?: RowFilter, slice?: Slice): AsyncIterable<ArticleRow>
  /** Most mentioned first. */
  entities(filter?: RowFilter, slice?: Slice, may?: May<'entity'>): AsyncIterable<EntityRow>
  /** Why the mentions of an entity are one, by its public id: the links among its earliest items; none where there is no such entity. */
  reasons(entity: string): Promise<readonly Reason[]>
  /** By first telling, earliest first. */
  statements(filter?: RowFilter, slice?: Slice, may?: May<'statement'>): AsyncIterable<StatementRow>
  /** By day; undated ones last. With one that is asked for come those of its day that say the opposite. */
  happenings(filter?: RowFilter, slice?: Slice, may?: May<'happening'>): AsyncIterable<HappeningRow>
  /** Most reported first. A filter by days, outlet, article or words takes the tellings that do not pass out of each row. */
  places(filter?: RowFilter): AsyncIterable<PlaceRow>
  /** Those told by most origins first. */
  figures(filter?: RowFilter, slice?: Slice, may?: May<'figure'>): AsyncIterable<FigureRow>
}

/** What narrows rows; each key that is given must hold. */
export interface RowFilter {
  /** Public id of an entity: speaks, takes part, or is the row. */
  readonly entity?: string
  /** Id of an article that tells it. */
  readonly article?: string
  readonly outlet?: string
  /** ISO days, inclusive, held against the row's own day (a statement's, else its publication). */
  readonly from?: string
  readonly to?: string
  /** Words that the citation must hold, case folded. */
  readonly words?: string
  readonly type?: string
  /** Of a statement: denied, promised … */
  readonly stance?: string
}

/** One story with how much was told of it, by whom, over which days. */
export interface StoryRow {
  /** `y` and ten digits. */
  readonly id: string
  /** Headline of its most central article, cited. */
  readonly title?: Citation
  readonly report: Report
  readonly articles: number
  readonly outlets: readonly string[]
  readonly from?: string
  readonly to?: string
}

/** One article of a story, its newest version. */
export interface ArticleRow extends Report {
  readonly id: string
  readonly version: string
  /** All versions kept, oldest first. */
  readonly versions: readonly string[]
  readonly story: string
  readonly head?: Citation
  readonly words: number
  /** Article whose text this is a copy of, and the agency that this or the shared text credits. */
  readonly origin?: string
  readonly agency?: string
  /** Whose report it is, as one name: articles with the same are one independent origin. */
  readonly source: string
  /** A person confirmed or disputed it; or does not want it listed: what it tells stays. Each by its headline's sentence. */
  readonly confirmed?: true
  readonly disputed?: true
  readonly hidden?: true
}

/** One person, organization or place, linked across articles. */
export interface EntityRow {
  /** `e` and ten digits. */
  readonly id: string
  /** A person's choice, else the fullest name used. */
  readonly name: string
  readonly named: Citation
  readonly type: Entity['type']
  readonly aliases: readonly string[]
  /** Roles, the latest first, each different wording once. */
  readonly roles: readonly { readonly from: Citation; readonly report: Report }[]
  /** How often it is mentioned, in how many articles. */
  readonly mentions: number
  readonly articles: number
  /** Where it is named, by article, earliest first. */
  readonly occurrences: readonly {
    readonly article: string
    readonly report: Report
    readonly places: readonly Citation[]
    readonly copyOf?: string
  }[]
  /** Independent origins that name it. */
  readonly origins: number
  /** Sentence of its first naming mention, in the earliest article. */
  readonly introduced: Citation
  readonly geonamesId?: number
  readonly score: number
  readonly confirmed: boolean
  /** A person disputed it, or two people settled opposite things of it. */
  readonly disputed?: true
}

/** A link between two items of an entity: the rule that made it, its score, and the items' refs. */
export interface Reason {
  readonly why: string
  readonly score: number
  readonly from: string
  readonly to: string
}

/** One who speaks or takes part, as a row shows it: the public id, the name, and the words that stand for it here. */
export interface Who {
  readonly id: string
  readonly name: string
  readonly type: Entity['type']
  readonly words?: Citation
}

/** One who is spoken to, by the words that say so. */
export interface Addressee {
  readonly words: Citation
  readonly id?: string
  readonly name?: string
}

/** One statement with every telling of it. */
export interface StatementRow {
  /** `s` and ten digits. */
  readonly id: string
  readonly speaker?: Who
  readonly stance?: string
  readonly form: StatementItem['form']
  /** When it was said, with the words that tell it; a day that its publication implies is not stated. */
  readonly day?: Day
  readonly dayWords?: Citation
  /** Where it was said, and to whom; of somebody whom the story does not name, the words alone. */
  readonly place?: NonNullable<HappeningItem['place']>
  readonly to?: Addressee
  /** Public ids of the statement that it stands in, and of the one that it answers. */
  readonly within?: string
  readonly answers?: string
  /** Every article that tells it, earliest first. */
  readonly tellings: readonly [Telling<StatementItem>, ...Telling<StatementItem>[]]
  readonly origins: number
  readonly score: number
  readonly confirmed: boolean
  /** A person disputed it, or two people settled opposite things of it. */
  readonly disputed?: true
}

/** One thing that happened, is planned or is denied, with every telling of it. */
export interface HappeningRow {
  /** `h` and ten digits. */
  readonly id: string
  readonly type: HappeningItem['type']
  readonly polarity: HappeningItem['polarity']
  readonly modality: Modality
  readonly day?: Day
  readonly place?: NonNullable<HappeningItem['place']>
  readonly who: readonly (Who & { readonly role: string })[]
  /** Who says so, when it is told as somebody's statement in every telling. */
  readonly said?: Who
  /** Public id of the happening that this plan led to, and how plans stand: reported as done, reported as not done, due and never reported. */
  readonly follows?: string
  readonly end?: 'met' | 'missed' | 'overdue'
  readonly tellings: readonly [Telling<HappeningItem>, ...Telling<HappeningItem>[]]
  readonly origins: number
  readonly score: number
  readonly confirmed: boolean
  /** A person disputed it, or two people settled opposite things of it. */
  readonly disputed?: true
  /** Independent reports tell that it happened and that it did not. */
  readonly opposed?: true
}

/** One place at which the story's articles say something is or happens. */
export interface PlaceRow extends Pick<Place, 'name' | 'precision' | 'lat' | 'lon' | 'geonamesId' | 'country'> {
  /** `p` and ten digits. */
  readonly id: string
  /** Names of other places that its mentions may stand for, each once. */
  readonly rivals: NonNullable<Place['rivals']>
  /** Each sentence that names it so, by article, earliest first. */
  readonly tellings: readonly [PlaceTelling, ...PlaceTelling[]]
  /** How often it is named as the place of something, in how many articles. */
  readonly mentions: number
  readonly articles: number
  /** ISO days on which it was first and last reported. */
  readonly first?: string
  readonly last?: string
  /** Public id of the same place in the cast. */
  readonly entity?: string
  readonly origins: number
  readonly score: number
  readonly confirmed: boolean
  /** A person disputed it, or two people settled opposite things of it. */
  readonly disputed?: true
}

/** A sentence of an article that names a place. */
export interface PlaceTelling extends Telling<PlaceItem> {
  readonly spot: Spot
}

/** One series: the same thing counted or measured, in the same state, at one place and of one scope, through time. */
export interface FigureRow {
  /** `f` and ten digits. */
  readonly id: string
  readonly form: FigureItem['form']
  readonly unit?: string
  /** What is counted and what narrows it, folded and singular, as linking compares it; empty where the text does not say. */
  readonly thing: string
  readonly narrow: string
  /** What is counted, as the last point has it. */
  readonly of?: Citation
  /** What became of those counted, in the last point's word, and by one name for all words that say it. */
  readonly state?: string
  readonly became?: string
  readonly place?: NonNullable<HappeningItem['place']>
  /** Words that say what it covers beside its place ("nationwide"), and the same by a name of ours. */
  readonly scope?: Citation
  readonly covers?: string
  /** When what is counted came to be. */
  readonly day?: Day
  /** By the day for which each holds; what has no day comes last. */
  readonly points: readonly [FigurePoint, ...FigurePoint[]]
  /** Series of the same thing and state that are told apart by place, scope, or who is counted. */
  readonly beside: readonly { readonly id: string; readonly by: 'place' | 'scope' | 'who' }[]
  readonly origins: number
  /** Of the last point. */
  readonly score: number
  readonly confirmed: boolean
  /** A person disputed it, or two people settled opposite things of it. */
  readonly disputed?: true
}

/** One number of a series for one day, with every telling of it. */
export interface FigurePoint {
  readonly low: number
  readonly high: number
  /** Words that hedge it: "at least" opens it upward. */
  readonly hedge?: string
  /** The ISO day for which it is given, where that is stated; else of its publication. */
  readonly day?: string
  readonly stated: boolean
  /**
   * How it stands to the points before it. `agrees`: it says the same, or nothing against it. `supersedes`: later, and another number.
   * `conflicts`: of the same time, and both cannot hold; or lower, of what only grows, while what was given before is given again after.
   * `apart`: it is not to be compared: its own article sets it beside another number, as a part of it or an earlier one, or it has no day.
   */
  readonly relation: 'first' | 'agrees' | 'supersedes' | 'conflicts' | 'apart'
  /** Which of the points, from 0, it agrees with, supersedes or conflicts with. */
  readonly to?: number
  /** Who says so. */
  readonly who?: Who
  readonly tellings: readonly [Telling<FigureItem>, ...Telling<FigureItem>[]]
}

/** One article's telling of a linked thing, with the article that its text is a copy of and the agency whose report that is. */
export interface Telling<I> {
  readonly item: I
  readonly copyOf?: string
  readonly agency?: string
}
