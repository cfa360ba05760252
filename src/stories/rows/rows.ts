import { byPublication } from '../cluster.ts'
import type { Item, ItemOf, Ref } from '../items.ts'
import type { Cluster, Link } from '../links.ts'
import type {
  EntityRow,
  FigureRow,
  HappeningRow,
  PlaceRow,
  RowFilter,
  Slice,
  StatementRow,
  StoryRows,
} from '../rows.ts'
import { articleRow } from './article.ts'
import type { RowContext } from './context.ts'
import { withDisputes } from './disputes.ts'
import { type EntityContext, entityRow } from './entity.ts'
import type { HappeningEntry, Listed } from './entry.ts'
import { figureRow, withBeside } from './figure.ts'
import {
  articlePasses,
  entityPasses,
  figurePasses,
  happeningPasses,
  isEmpty,
  placePasses,
  statementPasses,
} from './filter.ts'
import { happeningRow } from './happening.ts'
import { type Origins, originsOfArticles } from './origins.ts'
import type { Listing, StoryParts } from './parts.ts'
import { type PlaceContext, placeRow } from './place.ts'
import { duesOf, withEnds } from './plans.ts'
import { recent } from './recent.ts'
import { sliceOf } from './slice.ts'
import { statementRow } from './statement.ts'

/** Rows that are built together, and how many of those built last are kept, ready to be asked again. */
const TOGETHER = 64
const MOST_ROWS = 20_000
/** Reports that are looked at for what became of one plan. */
const MOST_REPORTS = 200
/** Items of an entity, the earliest, whose links say why they are one. */
const MOST_REASONS = 50

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const later = '9999'
const byReports = (a: PlaceRow, b: PlaceRow): number =>
  b.origins - a.origins || b.articles - a.articles || b.mentions - a.mentions || compare(a.id, b.id)
const byTold = (a: FigureRow, b: FigureRow): number =>
  b.origins - a.origins ||
  Number(b.became !== undefined) - Number(a.became !== undefined) ||
  b.points.length - a.points.length ||
  compare(a.points[0].day ?? later, b.points[0].day ?? later) ||
  compare(a.id, b.id)

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

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

const placesBy = (told: PlaceContext, clusters: readonly Cluster<'place'>[], filter: RowFilter): readonly PlaceRow[] =>
  clusters.flatMap((cluster) => placeRow(cluster, told, filter) ?? []).sort(byReports)

/** What every row asks of its story's articles. */
interface Shared {
  readonly copyOf: RowContext['copyOf']
  readonly origins: Origins
  report(article: string): EntityRow['occurrences'][number]['report']
}

async function sharedOf(parts: StoryParts): Promise<Shared> {
  const [copies, articles] = [await parts.copies(), await parts.reports()]
  const reports = new Map(articles.map(({ article, report }) => [article, report]))
  return {
    copyOf: (article) => copies.get(article),
    origins: originsOfArticles(articles, copies),
    report: (article) => reports.get(article) ?? {},
  }
}

// Links among a cluster's own items.
function among(items: readonly Item[], links: ReadonlyMap<Ref, readonly Link[]>): readonly Link[] {
  const own = new Set(items.map(({ ref }) => ref))
  return items.flatMap(({ ref }) => (links.get(ref) ?? []).filter(({ to }) => own.has(to)))
}

const speakersIn = ({ speaker }: { readonly speaker?: Ref }): readonly Ref[] => (speaker === undefined ? [] : [speaker])

const namedIn = (item: ItemOf<'happening'>): readonly Ref[] => [
  ...item.roles.flatMap(({ entity }) => (entity === undefined ? [] : [entity])),
  ...speakersIn(item),
]

/** Builds rows of one kind by their ids, in that order; those built last are kept. */
function building<K extends Listed, R extends { readonly id: string }>(
  parts: StoryParts,
  kind: K,
  make: (clusters: readonly Cluster<K>[]) => Promise<readonly R[]>,
): (ids: readonly string[]) => Promise<readonly R[]> {
  const known = recent<R>(MOST_ROWS)
  return async (ids) => {
    const there = new Map(ids.map((id) => [id, known.get(id)]))
    const missing = ids.filter((id) => there.get(id) === undefined)
    const made = missing.length === 0 ? [] : await make(await parts.clusters(kind, missing))
    for (const row of made) {
      known.put(row.id, row)
      there.set(row.id, row)
    }
    return ids.flatMap((id) => there.get(id) ?? [])
  }
}

// Entries in runs: of a few, and no run ends between two that `together` holds to be of one.
async function* runs<E>(entries: AsyncIterable<E>, together: (a: E, b: E) => boolean): AsyncIterable<readonly E[]> {
  let run: E[] = []
  for await (const entry of entries) {
    const last = run.at(-1)
    if (last !== undefined && run.length >= TOGETHER && !together(last, entry)) {
      yield run
      run = []
    }
    run.push(entry)
  }
  if (run.length > 0) yield run
}

const never = (): boolean => false

// Disputes lie within a day.
const isOneDay = (a: HappeningEntry, b: HappeningEntry): boolean => a.a === b.a && a.a !== later

/** The rows of one kind in their order, built a few at a time. */
async function* inOrder<K extends Listed, R>(
  entries: AsyncIterable<Listing<K>>,
  build: (ids: readonly string[]) => Promise<readonly R[]>,
  together: (a: Listing<K>, b: Listing<K>) => boolean = never,
): AsyncIterable<R> {
  for await (const run of runs(entries, together)) yield* await build(run.map(({ id }) => id))
}

// Days that a filter names are looked up; all else it asks is seen of the rows.
const startOf = ({ from, to }: RowFilter, { after }: Slice = {}) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(after === undefined ? {} : { since: after }),
})

type Build<R> = (ids: readonly string[]) => Promise<readonly R[]>
type ContextFor = (refs: readonly Ref[]) => Promise<RowContext>

const entitiesFrom = (parts: StoryParts, shared: () => Promise<Shared>): Build<EntityRow> =>
  building(parts, 'entity', async (clusters) => {
    const first = clusters.flatMap(({ items }) => items.slice(0, MOST_REASONS))
    const links = Map.groupBy(await parts.links(first), ({ from }) => from)
    const told: EntityContext = { ...(await shared()), links: ({ items }) => among(items, links) }
    return clusters.map((cluster) => entityRow(cluster, told))
  })

const statementsFrom = (parts: StoryParts, contextFor: ContextFor): Build<StatementRow> =>
  building(parts, 'statement', async (clusters) => {
    const told = await contextFor(clusters.flatMap(({ items }) => items.flatMap(speakersIn)))
    return clusters.map((cluster) => statementRow(cluster, told))
  })

// Happenings before it is known how plans ended.
const bareFrom = (parts: StoryParts, contextFor: ContextFor): Build<HappeningRow> =>
  building(parts, 'happening', async (clusters) => {
    const told = await contextFor(clusters.flatMap(({ items }) => items.flatMap(namedIn)))
    return clusters.map((cluster) => happeningRow(cluster, told))
  })

function happeningsFrom(
  parts: StoryParts,
  bare: Build<HappeningRow>,
  shared: () => Promise<Shared>,
): Build<HappeningRow> {
  const ended = recent<HappeningRow>(MOST_ROWS)
  return async (ids) => {
    const known = ids.flatMap((id) => ended.get(id) ?? [])
    if (known.length === ids.length) return known
    const rows = await bare(ids)
    const reports = await reportsFor(parts, bare, rows)
    const told = withDisputes(withEnds(rows, parts.story.to, reports), (await shared()).origins.originOf)
    for (const row of told) ended.put(row.id, row)
    return told
  }
}

function contextsFrom(parts: StoryParts, shared: () => Promise<Shared>): ContextFor {
  return async (refs) => {
    const entries = await parts.entriesOf('entity', [...new Set(refs)])
    const who = (ref: Ref) => {
      const entry = entries.get(ref)
      return entry && { id: entry.id, name: entry.name, type: entry.type }
    }
    return { who, ...(await shared()) }
  }
}

// Rows of the kinds that are loaded whole.
function wholeFrom(
  parts: StoryParts,
  bare: Build<HappeningRow>,
  contextFor: ContextFor,
  shared: () => Promise<Shared>,
) {
  return {
    articles: once(async () => {
      const versions = (article: string) => parts.versions?.(article)
      const told = { story: parts.story.id, versions, ...(await shared()) }
      return (await parts.articles()).map((item) => articleRow(item, told))
    }),
    places: once(async () => {
      const clusters = await parts.places()
      const told = await placesOf(parts, clusters, bare, await contextFor([]))
      return { told, clusters, all: placesBy(told, clusters, {}) }
    }),
    figures: once(async () => {
      const clusters = await parts.figures()
      const told = await contextFor(clusters.flatMap(({ items }) => items.flatMap(speakersIn)))
      return [...withBeside(clusters.map((cluster) => figureRow(cluster, told)))].sort(byTold)
    }),
  }
}

/** The rows of one story, built from its parts as far as they are asked for. */
export function storyRows(parts: StoryParts): StoryRows {
  const shared = once(() => sharedOf(parts))
  const contextFor = contextsFrom(parts, shared)
  const bare = bareFrom(parts, contextFor)
  const [entities, statements] = [entitiesFrom(parts, shared), statementsFrom(parts, contextFor)]
  const happenings = happeningsFrom(parts, bare, shared)
  const { articles, places, figures } = wholeFrom(parts, bare, contextFor, shared)
  const listed = <K extends Listed>(kind: K, filter: RowFilter, slice?: Slice) =>
    parts.entries(kind, startOf(filter, slice))
  return {
    story: async () => parts.story,
    articles: (filter = {}, slice) => kept(articles(), (row) => articlePasses(filter, row), slice),
    entities: (filter = {}, slice) =>
      kept(inOrder(listed('entity', {}, slice), entities), (row) => entityPasses(filter, row), slice),
    statements: (filter = {}, slice) =>
      kept(inOrder(listed('statement', {}, slice), statements), (row) => statementPasses(filter, row), slice),
    happenings: (filter = {}, slice) =>
      kept(
        inOrder(listed('happening', filter, slice), happenings, isOneDay),
        (row) => happeningPasses(filter, row),
        slice,
      ),
    places: (filter = {}) =>
      kept(
        places().then(({ told, clusters, all }) => (isEmpty(filter) ? all : placesBy(told, clusters, filter))),
        (row) => placePasses(filter, row),
      ),
    figures: (filter = {}) => kept(figures(), (row) => figurePasses(filter, row)),
  }
}

// What may have become of the plans among some rows, by first telling.
async function reportsFor(
  parts: StoryParts,
  build: (ids: readonly string[]) => Promise<readonly HappeningRow[]>,
  rows: readonly HappeningRow[],
): Promise<readonly HappeningRow[]> {
  const asked = new Map(rows.flatMap(duesOf).map((due) => [JSON.stringify(due), due]))
  const ids = new Set<string>()
  for (const due of asked.values()) for (const id of await parts.done(due, MOST_REPORTS)) ids.add(id)
  return (await build([...ids])).toSorted((a, b) => byPublication(a.tellings[0].item, b.tellings[0].item))
}

// What stands where: happenings by the refs of their events, entities by the place that they are.
async function placesOf(
  parts: StoryParts,
  clusters: readonly Cluster<'place'>[],
  build: (ids: readonly string[]) => Promise<readonly HappeningRow[]>,
  context: RowContext,
): Promise<PlaceContext> {
  const events = clusters.flatMap(({ items }) => items.flatMap(({ spots }) => spots.flatMap((spot) => spot.events)))
  const entries = await parts.entriesOf('happening', [...new Set(events.map(({ ref }) => ref))])
  const rows = new Map<string, Pick<HappeningRow, 'id' | 'who'>>()
  const ids = [...new Set([...entries.values()].map(({ id }) => id))]
  for (let at = 0; at < ids.length; at += 500)
    for (const { id, who } of await build(ids.slice(at, at + 500))) rows.set(id, { id, who })
  const entities = new Map<number, string>()
  for await (const { id, geonames } of parts.entries('entity'))
    for (const place of geonames) if (!entities.has(place)) entities.set(place, id)
  return {
    ...context,
    happening: (event) => rows.get(entries.get(event)?.id ?? ''),
    entity: (geonamesId) => entities.get(geonamesId),
  }
}
