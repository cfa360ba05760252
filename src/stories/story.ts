import type { Decided } from '../decisions/decided.ts'
import type { Reading } from '../readings/reading.ts'
import { byPublication, clusterId, clustersOf, type Never } from './cluster.ts'
import type { Item, ItemKind, ItemOf, Ref } from './items.ts'
import { link } from './link.ts'
import type { Cluster, Link, LinkIndex, LinkKind } from './links.ts'
import { memoryIndex } from './memory.ts'
import { itemsOf } from './offer.ts'
import { joiningsOf } from './pairs.ts'
import { heldParts } from './rows/held.ts'
import { storyRows } from './rows/rows.ts'
import { byWeight, centralities, copiesOf, storyRow } from './rows/story.ts'
import type { StoryRow, StoryRows } from './rows.ts'
import { lazy } from './rules/words.ts'

/** Stories of a pile of readings, linked in memory. */
export interface Story {
  /** What linked them, for further articles. */
  readonly index: LinkIndex
  readonly items: readonly Item[]
  readonly links: readonly Link[]
  /** Every story, the one with most articles first. */
  stories(): Promise<readonly StoryRow[]>
  /** Rows of one story, of the largest when none is named; undefined when there is no such story. */
  rows(story?: string): Promise<StoryRows | undefined>
  /** The public id that an id of a merged thing now answers to; undefined for one that was never given. */
  resolve(id: string): string | undefined
}

const isOf =
  <K extends ItemKind>(kind: K) =>
  (item: Item): item is ItemOf<K> =>
    item.kind === kind

const plainly = (reading: Reading): Decided => ({ reading, applied: [], lost: [], waiting: [], confirmed: new Set() })

// Clusters of a story's own items, under the ids of the whole clusters.
function within<K extends ItemKind>(
  clusters: readonly Cluster<K>[],
  articles: ReadonlySet<string>,
): readonly Cluster<K>[] {
  return clusters.flatMap(({ id, items }) => {
    const [first, ...rest] = items.filter(({ article }) => articles.has(article))
    return first ? [{ id, items: [first, ...rest] as const }] : []
  })
}

function byEnds(links: readonly Link[]): (items: readonly Item[]) => readonly Link[] {
  const from = new Map<Ref, Link[]>()
  for (const link of links) if (link.kind === 'entity') from.set(link.from, [...(from.get(link.from) ?? []), link])
  return (items) => {
    const own = new Set(items.map(({ ref }) => ref))
    return items.flatMap(({ ref }) => (from.get(ref) ?? []).filter(({ to }) => own.has(to)))
  }
}

const KINDS: readonly (readonly [LinkKind, ItemKind])[] = [
  ['story', 'article'],
  ['copy', 'article'],
  ['entity', 'entity'],
  ['statement', 'statement'],
  ['happening', 'happening'],
  ['place', 'place'],
  ['figure', 'figure'],
]

// The cluster's id for every id that one of its items has by itself.
function resolver(
  items: readonly Item[],
  links: readonly Link[],
  never: readonly Never[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [kind, of] of KINDS)
    for (const cluster of clustersOf(kind, items.filter(isOf(of)), links, never))
      for (const { ref } of cluster.items) ids.set(clusterId(kind, ref), cluster.id)
  return ids
}

/** Links what was gathered: `never` are pairs of refs that a person split. Pure, and independent of the order of items and links. */
export function storiesOf(
  items: readonly Item[],
  links: readonly Link[],
  never: readonly Never[] = [],
): Pick<Story, 'stories' | 'rows' | 'resolve'> {
  const clusters = <K extends ItemKind>(kind: LinkKind, of: K) => clustersOf(kind, items.filter(isOf(of)), links, never)
  const stories = clusters('story', 'article')
  const central = centralities(links)
  const rows = stories.map((cluster) => storyRow(cluster, central)).sort(byWeight)
  const parts = {
    entity: lazy(() => clusters('entity', 'entity')),
    statement: lazy(() => clusters('statement', 'statement')),
    happening: lazy(() => clusters('happening', 'happening')),
    place: lazy(() => clusters('place', 'place')),
    figure: lazy(() => clusters('figure', 'figure')),
    copies: lazy(() => copiesOf(clusters('copy', 'article'))),
    links: lazy(() => byEnds(links)),
    ids: lazy(() => resolver(items, links, never)),
  }
  const build = (story: StoryRow, cluster: Cluster<'article'>): StoryRows => {
    const articles = new Set(cluster.items.map(({ article }) => article))
    return storyRows({
      story,
      reports: async () => cluster.items,
      ...heldParts({
        entity: () => within(parts.entity(), articles),
        statement: () => within(parts.statement(), articles),
        happening: () => within(parts.happening(), articles),
        place: () => within(parts.place(), articles),
        figure: () => within(parts.figure(), articles),
      }),
      copies: async () => parts.copies(),
      links: async (of) => parts.links()(of),
    })
  }
  return {
    stories: async () => rows,
    rows: async (id) => {
      const story = id === undefined ? rows[0] : rows.find((row) => row.id === (parts.ids().get(id) ?? id))
      const cluster = story && stories.find((one) => one.id === story.id)
      return story && cluster && build(story, cluster)
    },
    resolve: (id) => parts.ids().get(id),
  }
}

const readAt = ({ source, modified, published }: Reading): string => source.fetched ?? modified ?? published ?? ''

// The newest version of each article: by when it was fetched, changed or published, then by its version.
function newest(decided: readonly Decided[]): readonly Decided[] {
  const found = new Map<string, Decided>()
  for (const one of decided) {
    const { reading } = found.get(one.reading.id) ?? {}
    const later =
      reading === undefined ||
      readAt(one.reading) > readAt(reading) ||
      (readAt(one.reading) === readAt(reading) && one.reading.version > reading.version)
    if (later) found.set(one.reading.id, one)
  }
  return [...found.values()]
}

/** Links readings, with or without decisions laid over them, and gives their stories; of an article in several versions the newest. Deterministic; the order given does not matter. */
export async function storyOf(readings: readonly (Reading | Decided)[]): Promise<Story> {
  const index = memoryIndex()
  const links: Link[] = []
  const decided = newest(readings.map((one) => ('reading' in one ? one : plainly(one))))
  const offered = decided.map(itemsOf).sort(([a], [b]) => (a && b ? byPublication(a, b) : 0))
  for (const items of offered) {
    links.push(...(await link(items, index)))
    index.put(items)
  }
  const items = offered.flat()
  const { links: own, never } = joiningsOf(decided)
  return { index, items, links: [...links, ...own], ...storiesOf(items, [...links, ...own], never) }
}
