import type { Day, Modality } from '../layers/events.ts'
import type { Si } from '../layers/quantities/units.ts'
import type { Bound } from '../stories/amount.ts'
import type { Addressee, FigurePoint, FigureRow, Who } from '../stories/rows.ts'
import type { Citation } from '../text/citation.ts'
import type { Label } from './labels.ts'

/**
 * A piece of a line: a quotation of a source, to the letter, or a label of the fixed list. There is no third kind.
 * Where two quotations of one citation's article follow each other, the cut between them is shown as "…".
 */
export type Piece = { readonly quote: Citation; readonly cut?: 'before' | 'after' | 'both' } | { readonly label: Label }

/**
 * What kind of thing a line shows: something that happened, a statement, a person or thing, a number through time, a place, an article.
 * Exports, the terminal and the desk go by it, never by a view's name.
 */
export type Shape = 'event' | 'claim' | 'card' | 'series' | 'pin' | 'report'

/** What a line of any view is: text with at least one citation, and facets that exports and the desk read. */
export interface Line {
  /** Public id of the row it shows. */
  readonly id: string
  readonly shape: Shape
  readonly text: readonly Piece[]
  readonly from: readonly [Citation, ...Citation[]]
  readonly when?: When
  readonly where?: {
    readonly name: string
    readonly geonamesId?: number
    readonly country?: string
    readonly precision: string
    /** Degrees, WGS 84; only of a town or a site: no point stands for a country or a region. */
    readonly lat?: number
    readonly lon?: number
    readonly words?: Citation
  }
  readonly who?: readonly (Who & { readonly role?: string })[]
  /** Of a statement: who was spoken to. */
  readonly to?: Addressee
  /** Of a statement: how it stands to others. */
  readonly beside?: readonly Beside[]
  readonly figure?: LineFigure
  /** What a card's name is called, as printed, the latest first. */
  readonly roles?: readonly Citation[]
  /** How often a card's name, or a pin's place, is mentioned, and in how many articles. */
  readonly counts?: { readonly mentions: number; readonly articles: number }
  /** Of an article: whose report it is (articles with the same are one origin), its words, and its versions; of a copy, see `withCuts`, what it cut. */
  readonly printed?: {
    readonly source: string
    readonly words: number
    readonly versions: number
    readonly copied?: Copied
  }
  readonly status?: Status
  /** Shown by default; what is not sure is folded as "less sure". */
  readonly sure: boolean
  readonly score: number
  /** Independent origins: copies of a text, and further articles of the same outlet or agency, add none. An article that is a copy has none. */
  readonly origins: number
  /** Each report that tells it: outlet, day, paragraph, beside its citation in `from` (same order). */
  readonly reports: readonly LineReport[]
}

/**
 * How a statement stands to another line's: it stands `within` its words, `answers` it (somebody else's), or its speaker said that one before, of
 * the same matter: `otherwise`, where one denies what the other says or gives another number, else `again`.
 */
export interface Beside {
  /** Id of the other line. */
  readonly id: string
  readonly by: 'within' | 'answers' | 'otherwise' | 'again'
}

/** How a copy stands to the text that it carries. */
export interface Copied {
  /** Share of the origin's words that it kept, 0 to 1. */
  readonly kept: number
  /** Sentences of the origin that it has not, and its own that the origin has not. */
  readonly cut: readonly Citation[]
  readonly added: readonly Citation[]
}

/** A number, as sources give it. `bound` says whether its hedge makes it the least it may be, the most, or only near. */
export interface Given extends Pick<FigurePoint, 'low' | 'high' | 'hedge'> {
  readonly bound?: Bound
}

/** The number of a line, and, of a series, all that were given for it. */
export interface LineFigure extends Given {
  readonly form: FigureRow['form']
  /** The number as printed, with its hedge and what it counts. */
  readonly words: Citation
  /** What it is measured in: `EUR`, `km`, `%`; absent for a count. */
  readonly unit?: string
  /** A measure in units of the SI, where it is given in others. */
  readonly si?: Si
  /** What is counted, as printed, and what became of it, in the word of the text. */
  readonly of?: Citation
  readonly state?: string
  /** Words that say what it covers beside its place. */
  readonly scope?: Citation
  /** By the day for which each holds. */
  readonly points: readonly LinePoint[]
  /** Ids of lines of the same thing and state that are told apart, and by what. */
  readonly beside: FigureRow['beside']
}

/** One number of a series for one day, with how it stands to those before: see `FigurePoint`. */
export interface LinePoint extends Given, Pick<FigurePoint, 'day' | 'stated' | 'relation' | 'to' | 'who'> {
  /** The number as printed, with its hedge and what it counts. */
  readonly words: Citation
  /** Which of the line's citations and reports tell it, from 0. */
  readonly at: readonly number[]
}

/** The article that a line is from. */
export interface LineReport {
  readonly article: string
  readonly outlet?: string
  readonly headline?: string
  readonly url?: string
  readonly published?: string
  /** Article whose text it is a copy of. */
  readonly copyOf?: string
  /** Agency whose report it is. */
  readonly agency?: string
  /** Of a statement, but for the first report: how its words stand to that one's. */
  readonly wording?: Wording
}

/** The words of a statement that a report has not, and those that it has instead; none where it has the same. */
export interface Wording {
  readonly cut: readonly Citation[]
  readonly other: readonly Citation[]
}

/** The day of what the line tells, never of its printing. `words` are the source's own, shown where they say more or less than the day. */
export interface When extends Pick<Day, 'from' | 'to' | 'stated'> {
  readonly words?: Citation
}

/** How a line stands: planned, denied, met, settled by a person. */
export interface Status {
  readonly modality?: Modality
  readonly denied?: true
  readonly confirmed?: true
  /** Reports of it say that it happened and that it did not, or people settled it in two ways. */
  readonly disputed?: true
  /** Outlets print it as quotations of other words. */
  readonly altered?: true
  readonly end?: 'met' | 'missed' | 'overdue'
  readonly stance?: string
}
