import { publishedOf } from '../cluster.ts'
import type { ArticleItem, EntityItem, FigureItem, HappeningItem, Item, PlaceItem, Ref } from '../items.ts'
import { sortOf } from '../offer/figure.ts'
import { familyOf, headOf } from '../offer/happening.ts'
import { scoreOf } from './context.ts'
import { nameOf } from './entity.ts'
import { latest, mostTold, type Pointed, pointedBy } from './points.ts'
import { dayOf } from './statement.ts'

/** Kinds whose rows are listed by their entries, and built when they are shown. */
export const LISTED = ['entity', 'statement', 'happening', 'place', 'figure'] as const
/** One of them. */
export type Listed = (typeof LISTED)[number]

/** After every day, and after every publication. */
export const LATER = '9999'

/** What puts a row in its place among the rows of its kind, and what is looked up of it before it is built. */
interface Placed {
  /** What it is sorted by, first and then; by its id where these are the same. */
  readonly a: string | number
  readonly b: string
  /** What its row's score is at most, 0 to 1; 1 of what a person confirmed. */
  readonly most: number
}

/** Somebody's or something's name in a story. */
export interface EntityEntry extends Placed {
  readonly kind: 'entity'
  readonly name: string
  readonly type: EntityItem['type']
  /** The places of the place data that it is. */
  readonly geonames: readonly number[]
}

/** A statement by its first telling: `a` and `b` are when that was published, and its ref. */
export interface StatementEntry extends Placed {
  readonly kind: 'statement'
}

/** A happening by its days: `a` and `b` are the first and the last of them. */
export interface HappeningEntry extends Placed {
  readonly kind: 'happening'
  /** Its family and the word that names it, where it is told as done; what it answers is a plan of the same. */
  readonly done?: string
  /** The ISO day of its first telling; empty where that is not known. */
  readonly told: string
  readonly stated: boolean
  /** The score of its day. */
  readonly sure?: number
  /** It is told as not done. */
  readonly not?: true
}

/** A place by the articles that name it, each with how often: whose reports they are says where it stands. */
export interface PlaceEntry extends Placed {
  readonly kind: 'place'
  readonly told: readonly { readonly article: string; readonly mentions: number }[]
}

/** A series of figures by its tellings, earliest first: whose reports they are says where it stands; and what sets it apart from others. */
export interface FigureEntry extends Placed {
  readonly kind: 'figure'
  readonly told: readonly Pointed[]
  /** What is counted and what became of that: only series of one sort stand beside each other. Absent where nothing became of it. */
  readonly sort?: string
  readonly narrow: string
  readonly covers?: string
  readonly place?: string
  readonly days?: { readonly from: string; readonly to: string }
}

/** What a story lists of one row. */
export type Entry = EntityEntry | StatementEntry | HappeningEntry | PlaceEntry | FigureEntry
/** An entry of one kind. */
export type EntryOf<K extends Listed> = Extract<Entry, { readonly kind: K }>

// All that rows ask of an article: never the terms that linking compares.
const ARTICLE = ['version', 'report', 'head', 'words', 'agency', 'confirmed', 'disputed', 'hidden'] as const

/** How sure an item is: 1 of what a person confirmed. */
interface Scored {
  readonly score: number
}

/** What an entry asks of an item: small, so that a record can keep it beside the item and need not read that. */
export interface Outlines {
  readonly article: Pick<ArticleItem, (typeof ARTICLE)[number]>
  readonly entity: Scored & Pick<EntityItem, 'name' | 'type' | 'mentions' | 'chosen' | 'geonamesId'>
  readonly statement: Scored
  readonly happening: Scored & Pick<HappeningItem, 'modality' | 'day'> & { readonly word: string; readonly not?: true }
  readonly place: Scored & Pick<PlaceItem, 'mentions'>
  readonly figure: Scored &
    Pick<FigureItem, 'who' | 'scope'> &
    Omit<Pointed, 'article'> &
    Pick<FigureEntry, 'sort' | 'place' | 'days'>
}

/** An item's outline with what stands beside it. */
export type Outlined<K extends Listed> = Outlines[K] & {
  readonly ref: Ref
  readonly article: string
  readonly published: string
}

/** Whether rows of a kind are listed. */
export const isListed = (kind: string): kind is Listed => (LISTED as readonly string[]).includes(kind)

/** What a happening is called, whoever tells it: its family and its word. */
export const calledOf = ({ type, words }: Pick<HappeningItem, 'type' | 'words'>): string =>
  `${familyOf(type, words.exact)} ${headOf(words.exact)}`

/** The outline of an item. */
export function outlineOf(item: Item): Outlines[keyof Outlines] {
  if (item.kind === 'article') return articleOutline(item)
  const score = item.confirmed ? 1 : scoreIn(item)
  if (item.kind === 'statement') return { score }
  if (item.kind === 'entity') {
    const { name, type, mentions, chosen, geonamesId } = item
    return {
      score,
      name,
      type,
      mentions,
      ...(chosen ? { chosen } : {}),
      ...(geonamesId === undefined ? {} : { geonamesId }),
    }
  }
  if (item.kind === 'place') return { score, mentions: item.mentions }
  if (item.kind === 'figure') return { score, ...figureOutline(item) }
  const { modality, day, polarity } = item
  const not: Pick<HappeningEntry, 'not'> = polarity === 'negative' ? { not: true } : {}
  return { score, modality, word: calledOf(item), ...(day ? { day } : {}), ...not }
}

// Of a place the best of its sentences.
const scoreIn = (item: Exclude<Item, ArticleItem>): number =>
  item.kind === 'place' ? Math.max(0, ...item.spots.map(({ score }) => score)) : item.score

const articleOutline = (item: ArticleItem): Outlines['article'] =>
  Object.fromEntries(
    ARTICLE.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])),
  ) as unknown as Outlines['article']

function figureOutline(item: FigureItem): Omit<Outlines['figure'], 'score'> {
  const { who, scope, place, day, became } = item
  const { number, day: told } = pointedBy(item)
  return {
    number,
    day: told,
    who,
    ...(became === undefined ? {} : { sort: sortOf(item) }),
    ...(scope === undefined ? {} : { scope }),
    ...(place ? { place: place.name } : {}),
    ...(day ? { days: { from: day.from, to: day.to } } : {}),
  }
}

// An origin is an article at least.
function mostOf(items: readonly Outlined<Listed>[]): number {
  const scores = items.map(({ score }) => score)
  return scores.includes(1) ? 1 : scoreOf(scores, new Set(items.map(({ article }) => article)).size)
}

type Several<K extends Listed> = readonly [Outlined<K>, ...Outlined<K>[]]

function entityEntry(items: Several<'entity'>): EntityEntry {
  const { name, type } = nameOf(items)
  const geonames = new Set(items.flatMap(({ geonamesId }) => (geonamesId === undefined ? [] : [geonamesId])))
  const mentions = items.reduce((sum, one) => sum + one.mentions, 0)
  return { kind: 'entity', a: -mentions, b: '', most: mostOf(items), name, type, geonames: [...geonames] }
}

function happeningEntry(items: Several<'happening'>): HappeningEntry {
  const day = dayOf(items)
  const [{ modality, word, published, not }] = items
  const isDone = modality === 'happened' || modality === 'ongoing'
  return {
    kind: 'happening',
    a: day?.from ?? LATER,
    b: day?.to ?? LATER,
    most: mostOf(items),
    ...(isDone ? { done: word } : {}),
    told: published === LATER ? '' : published.slice(0, 10),
    stated: day?.stated ?? false,
    ...(day ? { sure: day.score } : {}),
    ...(not ? { not } : {}),
  }
}

function figureEntry(items: Several<'figure'>): FigureEntry {
  const [{ sort, who }] = items
  const [covers, days] = [latest(items, ({ scope }) => scope), latest(items, (item) => item.days)]
  const place = mostTold(items.flatMap(({ place: name }) => (name === undefined ? [] : [{ name }])))
  return {
    kind: 'figure',
    a: sort ?? '',
    b: '',
    most: mostOf(items),
    told: items.map(({ article, number, day }) => ({ article, number, day })),
    ...(sort === undefined ? {} : { sort }),
    narrow: latest(items, (item) => item.who || undefined) ?? who,
    ...(covers === undefined ? {} : { covers }),
    ...(place ? { place: place.name } : {}),
    ...(days ? { days } : {}),
  }
}

const MAKE: { readonly [K in Listed]: (items: Several<K>) => EntryOf<K> } = {
  entity: entityEntry,
  statement: (items) => ({ kind: 'statement', a: items[0].published, b: items[0].ref, most: mostOf(items) }),
  happening: happeningEntry,
  place: (items) => ({
    kind: 'place',
    a: '',
    b: '',
    most: mostOf(items),
    told: items.map(({ article, mentions }) => ({ article, mentions })),
  }),
  figure: figureEntry,
}

/** The entry of a cluster's items in one story, earliest first. Pure. */
export const entryOf = <K extends Listed>(kind: K, items: Several<K>): EntryOf<K> => MAKE[kind](items)

/** An item as its entry asks for it. */
export const outlined = <K extends Listed>(item: Item & { readonly kind: K }): Outlined<K> =>
  ({ ...outlineOf(item), ref: item.ref, article: item.article, published: publishedOf(item) }) as unknown as Outlined<K>

/** The order of entries of one kind. */
export function byPlace(a: Entry & { readonly id: string }, b: Entry & { readonly id: string }): number {
  return compare(a.a, b.a) || compare(a.b, b.b) || compare(a.id, b.id)
}

/** By code units or by size: below 0 where the first comes first. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
