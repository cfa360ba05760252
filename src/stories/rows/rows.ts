import { byPublication } from '../cluster.ts'
import type { ItemOf, Ref } from '../items.ts'
import { linkKindOf } from '../pairs.ts'
import type {
  ArticleRow,
  EntityRow,
  FigureRow,
  HappeningRow,
  May,
  Reason,
  RowFilter,
  Slice,
  StatementRow,
  StoryRows,
} from '../rows.ts'
import { articleRow } from './article.ts'
import { type Build, building, inOrder, type Making, once, type Shared, type Site, sharedOf } from './build.ts'
import { carriedWith, carry, MOST_ROWS, newCarried } from './carried.ts'
import { withDisputes } from './disputes.ts'
import { entityRow } from './entity.ts'
import { type HappeningEntry, LATER, type Listed } from './entry.ts'
import { figureRow } from './figure.ts'
import { articlePasses, entityPasses, figurePasses, happeningPasses, statementPasses } from './filter.ts'
import { happeningRow } from './happening.ts'
import { placesFrom } from './located.ts'
import type { Listing, StoryParts } from './parts.ts'
import { duesOf, withEnd } from './plans.ts'
import { recent } from './recent.ts'
import { ledgerOf } from './series.ts'
import { sliceOf } from './slice.ts'
import { statementRow } from './statement.ts'

/** Reports that are looked at for what became of one plan. */
const MOST_REPORTS = 200
/** Items of an entity, the earliest, whose links say why they are one. */
const MOST_REASONS = 50

async function* passing<R>(
  rows: AsyncIterable<R> | Promise<readonly R[]>,
  passes: (row: R) => boolean,
): AsyncIterable<R> {
  for await (const row of Symbol.asyncIterator in rows ? rows : await rows) if (passes(row)) yield row
}

const kept = <R extends { readonly id: string }>(
  rows: AsyncIterable<R> | Promise<readonly R[]>,
  passes: (row: R) => boolean,
  slice: Slice = {},
): AsyncIterable<R> => sliceOf(passing(rows, passes), slice)

const speakersIn = ({ speaker }: { readonly speaker?: Ref }): readonly Ref[] => (speaker === undefined ? [] : [speaker])

const saidIn = ({ speaker, to, within, answers }: ItemOf<'statement'>): readonly Ref[] =>
  [speaker, to?.entity, within, answers].filter((ref) => ref !== undefined)

const namedIn = (item: ItemOf<'happening'>): readonly Ref[] => [
  ...item.roles.flatMap(({ entity }) => (entity === undefined ? [] : [entity])),
  ...speakersIn(item),
]

// Disputes lie within a day.
const isOneDay = (a: HappeningEntry, b: HappeningEntry): boolean => a.a === b.a && a.a !== LATER

async function* those<E>(entries: AsyncIterable<E>, may: ((entry: E) => boolean) | undefined): AsyncIterable<E> {
  for await (const entry of entries) if (!may || may(entry)) yield entry
}

// Of a day's entries those that are asked for, and whatever tells the opposite of the same.
function withOpposites<E extends HappeningEntry>(day: readonly E[], may: (entry: E) => boolean): readonly E[] {
  const asked = new Set(day.filter(may))
  if (asked.size === 0) return []
  const done = Map.groupBy(day, (entry) => (entry.done === undefined ? '' : `${entry.done} ${entry.b}`))
  for (const [key, held] of done)
    if (key !== '' && held.some((entry) => asked.has(entry)) && new Set(held.map(({ not }) => not)).size > 1)
      for (const entry of held) asked.add(entry)
  return day.filter((entry) => asked.has(entry))
}

async function* thoseWithOpposites<E extends HappeningEntry>(
  entries: AsyncIterable<E>,
  may: ((entry: E) => boolean) | undefined,
): AsyncIterable<E> {
  let day: E[] = []
  for await (const entry of entries) {
    if (!may) yield entry
    else if (day[0] !== undefined && day[0].a !== entry.a) {
      yield* withOpposites(day, may)
      day = [entry]
    } else day.push(entry)
  }
  if (may) yield* withOpposites(day, may)
}

// Days that a filter names are looked up; all else it asks is seen of the rows.
const startOf = ({ from, to }: RowFilter, { after }: Slice = {}) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(after === undefined ? {} : { since: after }),
})

const ENTITY: Making<'entity', EntityRow> = {
  kind: 'entity',
  make: entityRow,
  refsIn: () => [],
}
const STATEMENT: Making<'statement', StatementRow> = {
  kind: 'statement',
  make: statementRow,
  refsIn: saidIn,
}
/** Before it is known how plans ended. */
const BARE: Making<'happening', HappeningRow> = {
  kind: 'happening',
  make: happeningRow,
  refsIn: namedIn,
}
/** Before it is known what stands beside them. */
const SERIES: Making<'figure', FigureRow> = {
  kind: 'figure',
  make: figureRow,
  refsIn: speakersIn,
}

async function reasonsFor(parts: StoryParts, id: string): Promise<readonly Reason[]> {
  const [cluster] = await parts.clusters('entity', [id])
  const items = cluster?.items ?? []
  const order = new Map(items.map(({ ref }, at) => [ref, at]))
  const links = await parts.links(items.slice(0, MOST_REASONS))
  return links
    .filter(({ to }) => order.has(to))
    .toSorted((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0))
    .map(({ why, score, from, to }) => ({ why, score, from, to }))
}

const areSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

/** The ids of what may have become of a row; none of what is no plan. */
async function reportsOn(parts: StoryParts, row: HappeningRow): Promise<readonly string[]> {
  const ids = new Set<string>()
  for (const due of duesOf(row)) for (const id of await parts.done(due, MOST_REPORTS)) ids.add(id)
  return [...ids]
}

// Adds how plans ended; one that was carried over, with the same reports, ended the same.
function endings({ parts, carried, before }: Site, bare: Build<HappeningRow>) {
  const { to: last } = parts.story
  const ended = (row: HappeningRow, reports: readonly HappeningRow[]): HappeningRow => {
    const known = before?.ends.get(row.id)
    const isSame = known?.bare === row && known.last === last && areSame(known.reports, reports)
    const end = isSame ? known : { bare: row, last, reports, row: withEnd(row, last, reports) }
    carried.ends.put(row.id, end)
    return end.row
  }
  return async (rows: readonly HappeningRow[]): Promise<readonly HappeningRow[]> => {
    const answers = new Map<HappeningRow, readonly string[]>()
    for (const row of rows) if (duesOf(row).length > 0) answers.set(row, await reportsOn(parts, row))
    const built = new Map((await bare([...new Set([...answers.values()].flat())])).map((row) => [row.id, row]))
    return rows.map((row) => {
      const ids = answers.get(row)
      return ids ? ended(row, ids.flatMap((id) => built.get(id) ?? []).sort(byTelling)) : row
    })
  }
}

const byTelling = (a: HappeningRow, b: HappeningRow): number => byPublication(a.tellings[0].item, b.tellings[0].item)

function happeningsFrom(site: Site, bare: Build<HappeningRow>, shared: () => Promise<Shared>): Build<HappeningRow> {
  const [told, ended] = [recent<HappeningRow>(MOST_ROWS), endings(site, bare)]
  return async (ids) => {
    const known = ids.flatMap((id) => told.get(id) ?? [])
    if (known.length === ids.length) return known
    const rows = withDisputes(await ended(await bare(ids)), (await shared()).origins.originOf)
    for (const row of rows) told.put(row.id, row)
    return rows
  }
}

const kindOfRef = (ref: Ref): 'statement' | 'entity' =>
  linkKindOf(ref.slice(ref.lastIndexOf('#') + 1)) === 'statement' ? 'statement' : 'entity'

function contextsFrom(parts: StoryParts, shared: () => Promise<Shared>): Site['contextFor'] {
  return async (refs) => {
    const { statement: said = [], entity: named = [] } = Object.groupBy(new Set(refs), kindOfRef)
    const entries = named.length > 0 ? await parts.entriesOf('entity', named) : new Map()
    const statements = said.length > 0 ? await parts.entriesOf('statement', said) : new Map()
    const who = (ref: Ref) => {
      const entry = entries.get(ref)
      return entry && { id: entry.id, name: entry.name, type: entry.type }
    }
    return { who, statement: (ref) => statements.get(ref)?.id, ...(await shared()) }
  }
}

function articlesFrom(parts: StoryParts, shared: () => Promise<Shared>): () => Promise<readonly ArticleRow[]> {
  return once(async () => {
    const known = await parts.versions?.()
    const told = { story: parts.story.id, versions: (article: string) => known?.get(article), ...(await shared()) }
    return (await parts.reports()).map((item) => articleRow(item, told))
  })
}

// Series in their order: that follows from all their entries, their rows from their own items.
function figuresFrom(site: Site, shared: () => Promise<Shared>) {
  const ledger = once(async () => {
    const [entries, { origins, copyOf }]: [Listing<'figure'>[], Shared] = [[], await shared()]
    for await (const entry of site.parts.entries('figure')) entries.push(entry)
    return ledgerOf(entries, origins, copyOf)
  })
  const build = building(site, SERIES)
  return async function* (may?: May<'figure'>): AsyncIterable<FigureRow> {
    const { sorted, beside } = await ledger()
    for await (const row of inOrder(may ? sorted.filter(may) : sorted, build)) yield { ...row, beside: beside(row.id) }
  }
}

/**
 * The rows of one story, built from its parts as far as they are asked for. Rows of the same story from before the record changed lend what
 * would be built the same again.
 */
export function storyRows(from: StoryParts, before?: StoryRows): StoryRows {
  const parts = { ...from, reports: once(() => from.reports()) }
  const shared = once(() => sharedOf(parts))
  const carried = newCarried()
  const site: Site = { parts, contextFor: contextsFrom(parts, shared), carried, before: carriedWith(before) }
  const bare = building(site, BARE)
  const [entities, statements] = [building(site, ENTITY), building(site, STATEMENT)]
  const happenings = happeningsFrom(site, bare, shared)
  const [articles, figures] = [articlesFrom(parts, shared), figuresFrom(site, shared)]
  const places = placesFrom({ site, shared, bare })
  const listed = <K extends Listed>(kind: K, filter: RowFilter, slice?: Slice) =>
    parts.entries(kind, startOf(filter, slice))
  const rows: StoryRows = {
    story: async () => parts.story,
    articles: (filter = {}, slice) => kept(articles(), (row) => articlePasses(filter, row), slice),
    entities: (filter = {}, slice, may) =>
      kept(
        filter.entity === undefined
          ? inOrder(those(listed('entity', {}, slice), may), entities)
          : entities([filter.entity]),
        (row) => entityPasses(filter, row),
        slice,
      ),
    reasons: (entity) => reasonsFor(parts, entity),
    statements: (filter = {}, slice, may) =>
      kept(
        inOrder(those(listed('statement', {}, slice), may), statements),
        (row) => statementPasses(filter, row),
        slice,
      ),
    happenings: (filter = {}, slice, may) =>
      kept(
        inOrder(thoseWithOpposites(listed('happening', filter, slice), may), happenings, isOneDay),
        (row) => happeningPasses(filter, row),
        slice,
      ),
    places: (filter = {}) => places(filter),
    figures: (filter = {}, slice, may) => kept(figures(may), (row) => figurePasses(filter, row), slice),
  }
  return carry(rows, carried)
}
