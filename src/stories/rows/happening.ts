import type { HappeningItem } from '../items.ts'
import type { Cluster } from '../links.ts'
import type { HappeningRow, Who } from '../rows.ts'
import { originCount, type RowContext, scoreOf, tellingsOf, withWords } from './context.ts'
import { dayOf } from './statement.ts'

// Each one who takes part, once a role, in the order told.
function participants(items: readonly HappeningItem[], { who }: RowContext): HappeningRow['who'] {
  const found = new Map<string, Who & { readonly role: string }>()
  for (const item of items)
    for (const { role, entity, words } of item.roles) {
      const one = entity === undefined ? undefined : who(entity)
      const key = one && `${role} ${one.id}`
      if (one && key && !found.has(key)) found.set(key, { ...withWords(one, words), role })
    }
  return [...found.values()]
}

// Only what every telling puts in somebody's mouth is somebody's word.
function sayer(items: readonly HappeningItem[], { who }: RowContext): Who | undefined {
  if (items.some(({ said }) => said === undefined)) return undefined
  const [first] = items.flatMap(({ speaker }) => (speaker === undefined ? [] : [who(speaker)]))
  return first
}

// The finest place that a telling gives: a town before a region before a country.
function placeOf(items: readonly HappeningItem[]): HappeningItem['place'] {
  const order = ['site', 'city', 'region', 'country']
  const places = items.flatMap(({ place }) => (place ? [place] : []))
  return places.sort((a, b) => order.indexOf(a.precision) - order.indexOf(b.precision))[0]
}

/** A happening as a story shows it. Pure: from its cluster, and who takes part. How plans ended is added by `withEnds`. */
export function happeningRow(cluster: Cluster<'happening'>, context: RowContext): HappeningRow {
  const { items } = cluster
  const tellings = tellingsOf(items, context)
  const origins = originCount(items, context.origins)
  const [day, place, said] = [dayOf(items), placeOf(items), sayer(items, context)]
  const { type, polarity, modality } = items[0]
  return {
    id: cluster.id,
    type,
    polarity,
    modality: modality === 'ongoing' && items.some((item) => item.modality === 'happened') ? 'happened' : modality,
    ...(day ? { day } : {}),
    ...(place ? { place } : {}),
    who: participants(items, context),
    ...(said ? { said } : {}),
    tellings,
    origins,
    score: scoreOf(items.map(({ score }) => score), origins), // biome-ignore format: one line
    confirmed: items.some(({ confirmed }) => confirmed),
    ...(items.some(({ disputed }) => disputed) ? { disputed: true } : {}),
  }
}
