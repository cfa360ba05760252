import { boundOf } from '../amount.ts'
import type { FigureItem } from '../items.ts'

/** After every day. */
export const UNKNOWN = '9999'

/** What says of a telling which point of its series it gives: its number with what hedges it, and the ISO day for which it holds. */
export interface Pointed {
  readonly article: string
  readonly number: string
  readonly day: string
}

type Told = Pick<FigureItem, 'article' | 'low' | 'high' | 'hedge' | 'asOf' | 'told'>

const dayOf = ({ asOf, told }: Told): string => (asOf?.to ?? told ?? UNKNOWN).slice(0, 10)

/** Which point of its series an item gives. */
export const pointedBy = (item: Told): Pointed => ({
  article: item.article,
  number: [item.low, item.high, boundOf(item.hedge) ?? ''].join(' '),
  day: dayOf(item),
})

/** Tellings of one number for one day, that of the first of them. */
export interface Group<T> {
  readonly day: string
  readonly tellings: readonly [T, ...T[]]
}

/** Tellings by their points, in the order of these points' first tellings: one number for one day, and a copy goes with what it copies. Pure. */
export function pointsAmong<T>(
  tellings: readonly T[],
  pointedOf: (telling: T) => Pointed,
  copyOf: (article: string) => string | undefined,
): readonly Group<T>[] {
  const groups: { day: string; articles: Set<string>; tellings: [T, ...T[]] }[] = []
  const byNumber = new Map<string, typeof groups>()
  for (const telling of tellings) {
    const { article, number, day } = pointedOf(telling)
    const like = byNumber.get(number) ?? []
    const copied = copyOf(article)
    const known = like.find((one) => one.day === day || (copied !== undefined && one.articles.has(copied)))
    if (known) known.tellings.push(telling)
    else like.push({ day, articles: new Set(), tellings: [telling] })
    const group = known ?? like.at(-1)
    group?.articles.add(article)
    if (group && !known) groups.push(group)
    byNumber.set(number, like)
  }
  return groups
}

/** What the last of some items that say it has. */
export function latest<I, T>(items: readonly I[], pick: (item: I) => T | undefined): T | undefined {
  return items.map(pick).findLast((value) => value !== undefined)
}

/** The place that most tellings give, the first of equally frequent ones. */
export function mostTold<P extends { readonly name: string }>(places: readonly P[]): P | undefined {
  const counts = new Map<string, number>()
  for (const { name } of places) counts.set(name, (counts.get(name) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return places.find(({ name }) => counts.get(name) === most)
}
