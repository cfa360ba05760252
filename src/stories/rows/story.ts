import type { ArticleItem, Ref } from '../items.ts'
import type { Cluster, Link } from '../links.ts'
import type { StoryRow } from '../rows.ts'

/** How much articles are like others, by ref: the sum of their story links. */
export function centralities(links: readonly Link[]): ReadonlyMap<Ref, number> {
  const sums = new Map<Ref, number>()
  for (const { kind, from, to, score } of links)
    if (kind === 'story') for (const ref of [from, to]) sums.set(ref, (sums.get(ref) ?? 0) + score)
  return sums
}

// The article that most others are like; of equal ones the earliest.
function centre({ items }: Cluster<'article'>, central: ReadonlyMap<Ref, number>): ArticleItem {
  const sum = ({ ref }: ArticleItem) => central.get(ref) ?? 0
  return items.reduce((best, item) => (sum(item) > sum(best) + 1e-9 ? item : best))
}

/** A story's own row: from the cluster of its articles, and how central each is. */
export function storyRow(cluster: Cluster<'article'>, centrality: ReadonlyMap<Ref, number>): StoryRow {
  const { items, id } = cluster
  const central = centre(cluster, centrality)
  const days = items
    .flatMap(({ report }) => (report.published === undefined ? [] : [report.published.slice(0, 10)]))
    .sort()
  const [from, to] = [days[0], days.at(-1)]
  return {
    id,
    ...(central.head ? { title: central.head } : {}),
    report: central.report,
    articles: items.length,
    outlets: [...new Set(items.flatMap(({ report }) => (report.outlet === undefined ? [] : [report.outlet])))].sort(),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** Stories in the order they are shown: most articles first, then the latest, then by id. */
export const byWeight = (a: StoryRow, b: StoryRow): number =>
  b.articles - a.articles || (b.to ?? '').localeCompare(a.to ?? '') || (a.id < b.id ? -1 : 1)

const isOwn = ({ report }: ArticleItem, first: ArticleItem): boolean =>
  report.outlet !== undefined && report.outlet === first.report.outlet

/**
 * Which article each copy is a copy of: the earliest of those that share its text. An outlet's own later version of its text is no copy.
 */
export function copiesOf(clusters: readonly Cluster<'article'>[]): ReadonlyMap<string, string> {
  const origins = new Map<string, string>()
  for (const { items } of clusters) {
    const [first, ...rest] = items
    for (const item of rest)
      if (item.article !== first.article && !isOwn(item, first)) origins.set(item.article, first.article)
  }
  return origins
}
