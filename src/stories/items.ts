import type { Entity } from '../layers/entities.ts'
import type { Day, Event, Participant } from '../layers/events.ts'
import type { Place } from '../layers/places.ts'
import type { Quantity } from '../layers/quantities.ts'
import type { Citation } from '../text/citation.ts'

/** Names one item of one version of one article: `ARTICLE@VERSION#ITEM`. */
export type Ref = string

/** What an article offers to other articles for linking, and all that rows need of it: small, plain JSON, kept by the index. */
export type Item = ArticleItem | EntityItem | StatementItem | HappeningItem | PlaceItem | FigureItem
export type ItemKind = Item['kind']
export type ItemOf<K extends ItemKind> = Extract<Item, { readonly kind: K }>

interface Linkable {
  readonly ref: Ref
  readonly article: string
  readonly version: string
  /** Exact keys under which the index finds it again (a folded name, a shingle's hash): two items that may be one share a key. At most 64. */
  readonly keys: readonly string[]
  /** The keys by which it looks for others, where these are not its own. At most 64. */
  readonly asks?: readonly string[]
  readonly score: number
  /** A person confirmed it. */
  readonly confirmed?: boolean
  /** A person disputed it, or two people settled opposite things of it. */
  readonly disputed?: boolean
}

/** Facts of the article that every row cites. */
export interface Report {
  readonly outlet?: string
  readonly headline?: string
  readonly url?: string
  /** ISO date or date-time. */
  readonly published?: string
}

/** Terms, the heaviest first, with blanks between, and the weight of each: as one text they are read from a record three times as fast. */
export interface Terms {
  readonly words: string
  readonly weights: readonly number[]
}
/** The terms one by one. */
export const termsIn = ({ words }: Terms): readonly string[] => (words === '' ? [] : words.split(' '))
/** A side of an article by which it may be like another. */
export type Aspect = 'head' | 'lead' | 'names' | 'plain'

/** The article as a whole: for copies and stories. */
export interface ArticleItem extends Linkable {
  readonly kind: 'article'
  readonly report: Report
  /** The headline's citation, else the first sentence's. */
  readonly head?: Citation
  readonly standfirst?: Citation
  readonly words: number
  /** Weighted terms of the text (words and entity names), the 60 heaviest, weights of length 1. */
  readonly terms: Terms
  /** Weighted terms of its headline, of its opening, of its names alone and of all its other words: each of length 1, or empty. */
  readonly aspects: Readonly<Record<Aspect, Terms>>
  /** Hashes of the body's shingles, a sample by lowest hash, for near-copies. */
  readonly prints: readonly string[]
  /** Agency that the text credits, when it is a copy or says whose report it is. */
  readonly agency?: string
  /** A person does not want it listed. */
  readonly hidden?: true
}

/** One entity of one article. */
export interface EntityItem extends Linkable {
  readonly kind: 'entity'
  readonly name: string
  /** A person chose the name. */
  readonly chosen?: true
  readonly type: Entity['type']
  readonly aliases: readonly string[]
  /** A person chose the role. */
  readonly roleChosen?: true
  /** What it is called, cited. */
  readonly roles: readonly Citation[]
  /** Its naming mentions, cited, at most 200; `mentions` counts all. */
  readonly places: readonly Citation[]
  readonly mentions: number
  /** Sentence of its first naming mention. */
  readonly sentence: Citation
  readonly geonamesId?: number
  /** Earliest telling: the article's publication. */
  readonly published?: string
}

/** One statement of one article. */
export interface StatementItem extends Linkable {
  readonly kind: 'statement'
  readonly by: string
  readonly form: 'direct' | 'mixed' | 'indirect'
  readonly source: readonly Citation[]
  readonly cue: readonly Citation[]
  readonly content: readonly Citation[]
  /** The sentences it stands in, from first to last. */
  readonly sentences: readonly Citation[]
  /** Ref of the speaker's entity, and its name in this article, absent for an unnamed source: what linking compares. */
  readonly speaker?: Ref
  readonly speakerName?: string
  readonly stance?: string
  readonly day?: Day
  /** The words that tell the day of saying, and where it was said. */
  readonly dayWords?: Citation
  readonly place?: HappeningItem['place']
  /** Who was spoken to, in the words that say so. */
  readonly to?: { readonly words: Citation; readonly entity?: Ref }
  /** Refs of the statements of its article that it stands in, and that it answers. */
  readonly within?: Ref
  readonly answers?: Ref
  readonly report: Report
}

/** One event of one article. */
export interface HappeningItem extends Linkable {
  readonly kind: 'happening'
  readonly by: string
  readonly type: Event['type']
  readonly polarity: Event['polarity']
  readonly modality: Event['modality']
  readonly words: Citation
  readonly sentence: Citation
  /** Stems of the sentence's words that carry meaning, each once, with spaces between: what linking compares, worked out once. */
  readonly stems: string
  /** Whether its sentence is the headline, standfirst or among the first two of the body: what the article is about. */
  readonly lead: boolean
  readonly day?: Day
  /** The time's words, where a time dates it. */
  readonly dayWords?: Citation
  readonly place?: {
    readonly name: string
    readonly geonamesId?: number
    readonly country?: string
    readonly precision: string
    /** Degrees, WGS 84, of a town or a site alone. */
    readonly lat?: number
    readonly lon?: number
    readonly words: Citation
  }
  readonly roles: readonly (Pick<Participant, 'role'> & { readonly entity?: Ref; readonly words?: Citation })[]
  /** Names, in this article, of those who take part: what linking compares. */
  readonly names: readonly string[]
  /** Ref of the statement that tells it, and of who says so. */
  readonly said?: Ref
  readonly speaker?: Ref
  readonly report: Report
}

/** One place at which an article says something is or happens: its literal mentions. */
export interface PlaceItem
  extends Linkable,
    Pick<Place, 'by' | 'name' | 'precision' | 'lat' | 'lon' | 'geonamesId' | 'country' | 'rivals'> {
  readonly kind: 'place'
  /** The sentences that name it so, in order, at most 40; `mentions` counts all its literal mentions. */
  readonly spots: readonly [Spot, ...Spot[]]
  readonly mentions: number
  readonly report: Report
}

/** A sentence that names a place at which something is or happens. */
export interface Spot {
  /** The place's name as it stands there. */
  readonly words: Citation
  readonly sentence: Citation
  readonly score: number
  /** Events of the sentence that happen there, in order. */
  readonly events: readonly { readonly ref: Ref; readonly words: Citation }[]
}

/** One number of one article that counts or measures something. */
export interface FigureItem extends Linkable {
  readonly kind: 'figure'
  readonly by: string
  /** What sort of number it is. */
  readonly form: Quantity['kind']
  readonly low: number
  readonly high: number
  readonly unit?: string
  /** Words that hedge it: "at least". */
  readonly hedge?: string
  /** The number with its unit. */
  readonly words: Citation
  /** The number as printed, from its hedge to what it counts. */
  readonly printed: Citation
  readonly sentence: Citation
  /** Whether its sentence is the headline, standfirst or among the first two of the body. */
  readonly lead: boolean
  /** What is counted, as printed. */
  readonly of?: Citation
  /** What is counted, folded and singular, and what narrows it ("foreign tourist" of people killed); empty where the text does not say. What linking compares. */
  readonly thing: string
  readonly who: string
  /** What became of those counted, in the word of the text, and by the one name for all words that say it. */
  readonly state?: string
  readonly became?: string
  readonly place?: HappeningItem['place']
  /** What it covers beside its place, by a name of ours, and the words that say so: "nationwide", "in the province". */
  readonly scope?: string
  readonly scopeWords?: Citation
  /** When what it counts came to be, where its sentence says so. */
  readonly day?: Day
  /** Whether what became of those counted has happened, as far as the text says. */
  readonly modality?: Event['modality']
  /** The day for which it holds: "as of Friday". */
  readonly asOf?: Day
  readonly asOfWords?: Citation
  /** Whether it is the first that its article gives of this thing and state; not one that is part of another, or of before, or has not happened. */
  readonly main: boolean
  /** Ref of the number of its article that it gives otherwise: "the union put the number at 60"; another source's beside it. */
  readonly again?: Ref
  /** Ref of the number of its sentence that came after it: 41, for 38 in "rose to 41 from 38". */
  readonly later?: Ref
  /** Whether it counts some of those named: "28 of the evacuated families". */
  readonly share?: true
  /** When its article was last changed, else published: ISO. */
  readonly told?: string
  /** The heaviest terms of its article: what the article is about. */
  readonly about: readonly string[]
  /** Ref of the statement that tells it, of who says so, and the name. */
  readonly said?: Ref
  readonly speaker?: Ref
  readonly speakerName?: string
  readonly report: Report
}
