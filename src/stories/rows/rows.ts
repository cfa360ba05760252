import { byPublication } from '../cluster.ts'
import type { ItemOf, Ref } from '../items.ts'
import type {
  ArticleRow,
  EntityRow,
  FigureRow,
  HappeningRow,
  Reason,
  RowFilter,
  Slice,
  StatementRow,
  StoryRows,
} from '../rows.ts'
import { articleRow } from './article.ts'
import { type Build, building, inOrder, MOST_ROWS, once, type Shared, sharedOf } from './build.ts'
import type { RowContext } from './context.ts'
import { withDisputes } from './disputes.ts'
import { entityRow } from './entity.ts'
import { type HappeningEntry, LATER, type Listed } from './entry.ts'
import { figureRow } from './figure.ts'
import { articlePasses, entityPasses, figurePasses, happeningPasses, statementPasses } from './filter.ts'
import { happeningRow } from './happening.ts'
import { placesFrom } from './located.ts'
import type { Listing, StoryParts } from './parts.ts'
import { duesOf, withEnds } from './plans.ts'
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

const namedIn = (item: ItemOf<'happening'>): readonly Ref[] => [
  ...item.roles.flatMap(({ entity }) => (entity === undefined ? [] : [entity])),
  ...speakersIn(item),
]

// Disputes lie within a day.
const isOneDay = (a: HappeningEntry, b: HappeningEntry): boolean => a.a === b.a && a.a !== LATER

// Days that a filter names are looked up; all else it asks is seen of the rows.
const startOf = ({ from, to }: RowFilter, { after }: Slice = {}) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(after === undefined ? {} : { since: after }),
})

type ContextFor = (refs: readonly Ref[]) => Promise<RowContext>

const entitiesFrom = (parts: StoryParts, shared: () => Promise<Shared>): Build<EntityRow> =>
  building(parts, 'entity', async (clusters) => {
    const told = await shared()
    return clusters.map((cluster) => entityRow(cluster, told))
  })

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

function articlesFrom(parts: StoryParts, shared: () => Promise<Shared>): () => Promise<readonly ArticleRow[]> {
  return once(async () => {
    const known = await parts.versions?.()
    const told = { story: parts.story.id, versions: (article: string) => known?.get(article), ...(await shared()) }
    return (await parts.reports()).map((item) => articleRow(item, told))
  })
}

// Series in their order: that follows from all their entries, their rows from their own items.
function figuresFrom(parts: StoryParts, contextFor: ContextFor, shared: () => Promise<Shared>) {
  const ledger = once(async () => {
    const [entries, { origins, copyOf }]: [Listing<'figure'>[], Shared] = [[], await shared()]
    for await (const entry of parts.entries('figure')) entries.push(entry)
    return ledgerOf(entries, origins, copyOf)
  })
  const build: Build<FigureRow> = building(parts, 'figure', async (clusters) => {
    const told = await contextFor(clusters.flatMap(({ items }) => items.flatMap(speakersIn)))
    const { beside } = await ledger()
    return clusters.map((cluster) => figureRow(cluster, beside(cluster.id), told))
  })
  return async function* (): AsyncIterable<FigureRow> {
    yield* inOrder((await ledger()).sorted, build)
  }
}

/** The rows of one story, built from its parts as far as they are asked for. */
export function storyRows(from: StoryParts): StoryRows {
  const parts = { ...from, reports: once(() => from.reports()) }
  const shared = once(() => sharedOf(parts))
  const contextFor = contextsFrom(parts, shared)
  const bare = bareFrom(parts, contextFor)
  const [entities, statements] = [entitiesFrom(parts, shared), statementsFrom(parts, contextFor)]
  const happenings = happeningsFrom(parts, bare, shared)
  const [articles, figures] = [articlesFrom(parts, shared), figuresFrom(parts, contextFor, shared)]
  const places = placesFrom({ parts, shared, bare })
  const listed = <K extends Listed>(kind: K, filter: RowFilter, slice?: Slice) =>
    parts.entries(kind, startOf(filter, slice))
  return {
    story: async () => parts.story,
    articles: (filter = {}, slice) => kept(articles(), (row) => articlePasses(filter, row), slice),
    entities: (filter = {}, slice) =>
      kept(
        filter.entity === undefined ? inOrder(listed('entity', {}, slice), entities) : entities([filter.entity]),
        (row) => entityPasses(filter, row),
        slice,
      ),
    reasons: (entity) => reasonsFor(parts, entity),
    statements: (filter = {}, slice) =>
      kept(inOrder(listed('statement', {}, slice), statements), (row) => statementPasses(filter, row), slice),
    happenings: (filter = {}, slice) =>
      kept(
        inOrder(listed('happening', filter, slice), happenings, isOneDay),
        (row) => happeningPasses(filter, row),
        slice,
      ),
    places: (filter = {}) => places(filter),
    figures: (filter = {}) => kept(figures(), (row) => figurePasses(filter, row)),
  }
}

// What may have become of the plans among some rows, by first telling.
async function reportsFor(
  parts: StoryParts,
  build: Build<HappeningRow>,
  rows: readonly HappeningRow[],
): Promise<readonly HappeningRow[]> {
  const asked = new Map(rows.flatMap(duesOf).map((due) => [JSON.stringify(due), due]))
  const ids = new Set<string>()
  for (const due of asked.values()) for (const id of await parts.done(due, MOST_REPORTS)) ids.add(id)
  return (await build([...ids])).toSorted((a, b) => byPublication(a.tellings[0].item, b.tellings[0].item))
}
