import { fold } from '../fold.ts'
import type { EntityItem } from '../items.ts'
import type { Cluster } from '../links.ts'
import type { EntityRow } from '../rows.ts'
import { originCount } from './context.ts'
import type { Origins } from './origins.ts'

/** What a row of an entity asks beside its cluster: its articles' reports. */
export interface EntityContext {
  report(article: string): EntityRow['occurrences'][number]['report']
  copyOf(article: string): string | undefined
  readonly origins: Origins
}

/** Name of a cluster: a person's choice, else the fullest name; of equally full ones the most mentioned, then the first. */
export function nameOf<T extends Pick<EntityItem, 'name' | 'chosen' | 'mentions'>>(items: readonly [T, ...T[]]): T {
  const words = new Map<string, number>()
  for (const { name } of items) if (!words.has(name)) words.set(name, name.split(/\s+/).length)
  const better = (a: T, b: T): number =>
    Number(a.chosen ?? false) - Number(b.chosen ?? false) ||
    (words.get(a.name) ?? 0) - (words.get(b.name) ?? 0) ||
    a.name.length - b.name.length ||
    a.mentions - b.mentions
  return items.reduce((best, one) => (better(one, best) > 0 ? one : best), items[0])
}

const chosenFirst = (a: EntityItem, b: EntityItem): number =>
  Number(b.roleChosen ?? false) - Number(a.roleChosen ?? false)

// Roles, a person's choice before all, then the latest first, each wording once.
function rolesOf(items: readonly EntityItem[], context: EntityContext): EntityRow['roles'] {
  const seen = new Set<string>()
  return [...items]
    .reverse()
    .sort(chosenFirst)
    .flatMap((item) =>
      item.roles.flatMap((from) => {
        const wording = fold(from.exact)
        if (seen.has(wording)) return []
        seen.add(wording)
        return [{ from, report: context.report(item.article) }]
      }),
    )
}

function occurrence({ article, places }: EntityItem, context: EntityContext): EntityRow['occurrences'][number] {
  const copyOf = context.copyOf(article)
  return { article, report: context.report(article), places, ...(copyOf === undefined ? {} : { copyOf }) }
}

/** A person, organization, place or thing as a story shows it. Pure: from its cluster. */
export function entityRow(cluster: Cluster<'entity'>, context: EntityContext): EntityRow {
  const { items } = cluster
  const named = nameOf(items)
  const others = items.flatMap(({ name, aliases }) => [name, ...aliases])
  const geonamesId = items.find((item) => item.geonamesId !== undefined)?.geonamesId
  return {
    id: cluster.id,
    name: named.name,
    named: named.places.find(({ exact }) => exact === named.name) ?? named.places[0] ?? named.sentence,
    type: named.type,
    aliases: [...new Set(others)].filter((name) => name !== named.name),
    roles: rolesOf(items, context),
    mentions: items.reduce((sum, { mentions }) => sum + mentions, 0),
    articles: new Set(items.map(({ article }) => article)).size,
    occurrences: items.map((item) => occurrence(item, context)),
    origins: originCount(items, context.origins),
    introduced: items[0].sentence,
    ...(geonamesId === undefined ? {} : { geonamesId }),
    score: Math.max(...items.map(({ score }) => score)),
    confirmed: items.some(({ confirmed }) => confirmed),
    ...(items.some(({ disputed }) => disputed) ? { disputed: true } : {}),
  }
}
