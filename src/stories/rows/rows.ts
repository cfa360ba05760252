import type { ArticleItem, Ref } from '../items.ts'
import type { Cluster, Link } from '../links.ts'
import type {
  EntityRow,
  FigureRow,
  HappeningRow,
  PlaceRow,
  RowFilter,
  Slice,
  StatementRow,
  StoryRow,
  StoryRows,
  Who,
} from '../rows.ts'
import { articleRow } from './article.ts'
import type { RowContext } from './context.ts'
import { withDisputes } from './disputes.ts'
import { entityRow, nameOf } from './entity.ts'
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
import { originsOfArticles } from './origins.ts'
import { type PlaceContext, placeRow } from './place.ts'
import { withEnds } from './plans.ts'
import { sliceOf } from './slice.ts'
import { statementRow } from './statement.ts'

/**
 * What a story's rows are built from, each asked for once at most, and only when a row of its kind is asked for. Whoever keeps items,
 * links and cluster ids (memory, the record) gives these; everything that is shown follows from them. Clusters hold the items of
 * this story's articles alone, under the id of the whole cluster; `links` gives the entity links of a cluster.
 */
export interface StoryParts {
  readonly story: StoryRow
  articles(): Promise<readonly ArticleItem[]>
  entities(): Promise<readonly Cluster<'entity'>[]>
  statements(): Promise<readonly Cluster<'statement'>[]>
  happenings(): Promise<readonly Cluster<'happening'>[]>
  places(): Promise<readonly Cluster<'place'>[]>
  figures(): Promise<readonly Cluster<'figure'>[]>
  /** By article, the article that its text is a copy of. */
  copies(): Promise<ReadonlyMap<string, string>>
  links(cluster: Cluster<'entity'>): readonly Link[]
  /** All versions kept of an article, oldest first; the newest alone where it is not known. */
  versions?(article: string): readonly string[] | undefined
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const later = '9999'
const firstDay = (row: StatementRow): string => row.tellings[0].item.report.published ?? later
const byFirstTelling = (a: StatementRow, b: StatementRow): number =>
  compare(firstDay(a), firstDay(b)) || compare(a.tellings[0].item.ref, b.tellings[0].item.ref)
const byDay = (a: HappeningRow, b: HappeningRow): number =>
  compare(a.day?.from ?? later, b.day?.from ?? later) ||
  compare(a.day?.to ?? later, b.day?.to ?? later) ||
  compare(a.id, b.id)
const byMentions = (a: EntityRow, b: EntityRow): number => b.mentions - a.mentions || compare(a.id, b.id)

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

function namesOf(clusters: readonly Cluster<'entity'>[]): ReadonlyMap<Ref, Omit<Who, 'words'>> {
  const who = new Map<Ref, Omit<Who, 'words'>>()
  for (const { id, items } of clusters) {
    const { name, type } = nameOf(items)
    for (const { ref } of items) who.set(ref, { id, name, type })
  }
  return who
}

async function* passing<R>(rows: Promise<readonly R[]>, passes: (row: R) => boolean): AsyncIterable<R> {
  for (const row of await rows) if (passes(row)) yield row
}

const kept = <R extends { readonly id: string }>(
  rows: Promise<readonly R[]>,
  passes: (row: R) => boolean,
  slice: Slice = {},
): AsyncIterable<R> => sliceOf(passing(rows, passes), slice)

// What stands where: happenings by the refs of their events, entities by the place that they are.
async function placesOf(
  parts: StoryParts,
  context: RowContext,
  happenings: readonly HappeningRow[],
): Promise<PlaceContext> {
  const rows = new Map(happenings.flatMap((row) => row.tellings.map(({ item }) => [item.ref, row] as const)))
  const entities = new Map<number, string>()
  for (const { id, items } of await parts.entities())
    for (const { geonamesId } of items)
      if (geonamesId !== undefined && !entities.has(geonamesId)) entities.set(geonamesId, id)
  return {
    ...context,
    happening: (event) => rows.get(event),
    entity: (geonamesId) => entities.get(geonamesId),
  }
}

const placesBy = (told: PlaceContext, clusters: readonly Cluster<'place'>[], filter: RowFilter): readonly PlaceRow[] =>
  clusters.flatMap((cluster) => placeRow(cluster, told, filter) ?? []).sort(byReports)

/** The rows of one story, built from its parts when first asked for. */
export function storyRows(parts: StoryParts): StoryRows {
  const shared = once(async () => {
    const copies = await parts.copies()
    return {
      copyOf: (article: string) => copies.get(article),
      origins: originsOfArticles(await parts.articles(), copies),
    }
  })
  const context = once(async (): Promise<RowContext> => {
    const names = namesOf(await parts.entities())
    return { who: (ref) => names.get(ref), ...(await shared()) }
  })
  const articles = once(async () => {
    const versions = (article: string) => parts.versions?.(article)
    const told = { story: parts.story.id, versions, ...(await shared()) }
    return (await parts.articles()).map((item) => articleRow(item, told))
  })
  const entities = once(async () => {
    const reports = new Map((await parts.articles()).map(({ article, report }) => [article, report]))
    const told = { links: parts.links, report: (article: string) => reports.get(article) ?? {}, ...(await shared()) }
    return (await parts.entities()).map((cluster) => entityRow(cluster, told)).sort(byMentions)
  })
  const statements = once(async () => {
    const told = await context()
    return (await parts.statements()).map((cluster) => statementRow(cluster, told)).sort(byFirstTelling)
  })
  const happenings = once(async () => {
    const told = await context()
    const rows = (await parts.happenings()).map((cluster) => happeningRow(cluster, told))
    return [...withDisputes(withEnds(rows, parts.story.to), told.origins.originOf)].sort(byDay)
  })
  const places = once(async () => {
    const told = await placesOf(parts, await context(), await happenings())
    return { told, clusters: await parts.places(), all: placesBy(told, await parts.places(), {}) }
  })
  const figures = once(async () => {
    const told = await context()
    const rows = (await parts.figures()).map((cluster) => figureRow(cluster, told))
    return [...withBeside(rows)].sort(byTold)
  })
  return {
    story: async () => parts.story,
    articles: (filter = {}, slice) => kept(articles(), (row) => articlePasses(filter, row), slice),
    entities: (filter = {}, slice) => kept(entities(), (row) => entityPasses(filter, row), slice),
    statements: (filter = {}, slice) => kept(statements(), (row) => statementPasses(filter, row), slice),
    happenings: (filter = {}, slice) => kept(happenings(), (row) => happeningPasses(filter, row), slice),
    places: (filter = {}) =>
      kept(
        places().then(({ told, clusters, all }) => (isEmpty(filter) ? all : placesBy(told, clusters, filter))),
        (row) => placePasses(filter, row),
      ),
    figures: (filter = {}) => kept(figures(), (row) => figurePasses(filter, row)),
  }
}
