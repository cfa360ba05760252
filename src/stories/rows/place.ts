import { fold } from '../fold.ts'
import type { PlaceItem } from '../items.ts'
import type { Cluster } from '../links.ts'
import type { PlaceRow, PlaceTelling, RowFilter } from '../rows.ts'
import { originCount, type RowContext, scoreOf, tellingsOf } from './context.ts'

/** What a row of a place asks of the rest of its story. */
export interface PlaceContext extends Omit<RowContext, 'who' | 'statement'> {
  /** Public id of the entity that is this place of the place data. */
  entity(geonamesId: number): string | undefined
}

const dayOf = ({ item }: PlaceTelling): string | undefined => item.report.published?.slice(0, 10)

/** Whether a telling of a place passes a filter; its day is its publication. */
export function tellingPasses({ article, outlet, from, to, words }: RowFilter, telling: PlaceTelling): boolean {
  const { item, spot } = telling
  const day = dayOf(telling)
  if (article !== undefined && item.article !== article) return false
  if (outlet !== undefined && item.report.outlet !== outlet) return false
  if (from !== undefined && !(day !== undefined && day.slice(0, from.length) >= from)) return false
  if (to !== undefined && !(day !== undefined && day.slice(0, to.length) <= to)) return false
  return words === undefined || fold(spot.sentence.exact).includes(fold(words))
}

const spotsOf = ({ items }: Cluster<'place'>, context: PlaceContext): readonly PlaceTelling[] =>
  tellingsOf(items, context).flatMap((telling) => telling.item.spots.map((spot) => ({ ...telling, spot })))

// Other places of its names, each once, the likeliest first.
function rivalsOf(items: readonly PlaceItem[]): PlaceRow['rivals'] {
  const found = new Map<string, PlaceRow['rivals'][number]>()
  for (const rival of items.flatMap(({ rivals = [] }) => rivals)) {
    const key = `${rival.geonamesId ?? rival.name}`
    if ((found.get(key)?.score ?? -1) < rival.score) found.set(key, rival)
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, 5)
}

/**
 * A place as a story shows it, told by those tellings that pass a filter alone; undefined when none does. Pure: from its cluster, and which
 * entity it is.
 */
export function placeRow(
  cluster: Cluster<'place'>,
  context: PlaceContext,
  filter: RowFilter = {},
): PlaceRow | undefined {
  const [telling, ...others] = spotsOf(cluster, context).filter((one) => tellingPasses(filter, one))
  if (!telling) return undefined
  const tellings = [telling, ...others] as const
  const items = [...new Set(tellings.map(({ item }) => item))]
  const days = tellings.flatMap((one) => dayOf(one) ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const { name, precision, lat, lon, geonamesId, country } = telling.item
  const entity = geonamesId === undefined ? undefined : context.entity(geonamesId)
  const origins = originCount(items, context.origins)
  return {
    id: cluster.id,
    name,
    precision,
    ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
    ...(geonamesId === undefined ? {} : { geonamesId }),
    ...(country === undefined ? {} : { country }),
    rivals: rivalsOf(items),
    tellings,
    mentions: items.reduce((sum, { mentions }) => sum + mentions, 0),
    articles: items.length,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(entity === undefined ? {} : { entity }),
    origins,
    score: scoreOf(tellings.map(({ spot }) => spot.score), origins), // biome-ignore format: one line
    confirmed: items.some(({ confirmed }) => confirmed),
    ...(items.some(({ disputed }) => disputed) ? { disputed: true } : {}),
  }
}
