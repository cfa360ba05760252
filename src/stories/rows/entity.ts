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
  const words = ({ name }: T) => name.split(/\s+/).length
  const isChosen = ({ chosen }: T) => Number(chosen ?? false)
  const isBetter = (a: T, b: T): boolean => {
    if (isChosen(a) !== isChosen(b)) return isChosen(a) > isChosen(b)
    if (a.name !== b.name) {
      const fuller = words(a) - words(b) || a.name.length - b.name.length
      if (fuller !== 0) return fuller > 0
    }
    return a.mentions > b.mentions
  }
  let [best] = items
  for (const item of items) if (isBetter(item, best)) best = item
  return best
}

const chosenFirst = (a: EntityItem, b: EntityItem): number =>
  Number(b.roleChosen ?? false) - Number(a.roleChosen ?? false)

// Roles, a person's choice before all, then the latest first, each wording once.
function rolesOf(items: readonly EntityItem[], context: EntityContext): EntityRow['roles'] {
  const seen = new Set<string>()
  return items
    .filter(({ roles }) => roles.length > 0)
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
  const [report, copyOf] = [context.report(article), context.copyOf(article)]
  return copyOf === undefined ? { article, report, places } : { article, report, places, copyOf }
}

// Every name but one, in the order of their first uses.
function aliasesOf(items: readonly EntityItem[], named: string): readonly string[] {
  const found = new Set<string>()
  for (const { name, aliases } of items) {
    found.add(name)
    for (const alias of aliases) found.add(alias)
  }
  found.delete(named)
  return [...found]
}

/** A person, organization, place or thing as a story shows it. Pure: from its cluster. */
export function entityRow(cluster: Cluster<'entity'>, context: EntityContext): EntityRow {
  const { items } = cluster
  const named = nameOf(items)
  const geonamesId = items.find((item) => item.geonamesId !== undefined)?.geonamesId
  return {
    id: cluster.id,
    name: named.name,
    named: named.places.find(({ exact }) => exact === named.name) ?? named.places[0] ?? named.sentence,
    type: named.type,
    aliases: aliasesOf(items, named.name),
    roles: rolesOf(items, context),
    mentions: items.reduce((sum, { mentions }) => sum + mentions, 0),
    articles: new Set(items.map(({ article }) => article)).size,
    occurrences: items.map((item) => occurrence(item, context)),
    origins: originCount(items, context.origins),
    introduced: items[0].sentence,
    ...(geonamesId === undefined ? {} : { geonamesId }),
    score: items.reduce((most, { score }) => Math.max(most, score), 0),
    confirmed: items.some(({ confirmed }) => confirmed),
    ...(items.some(({ disputed }) => disputed) ? { disputed: true } : {}),
  }
}
