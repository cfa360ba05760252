import type { Item, ItemKind } from './items.ts'

/**
 * Items that hold a key when it has become common: two that share no other key are hardly ever one thing. Of a thousand articles, of such pairs of
 * statements 1 in 1,000 was, of happenings 1 in 430, of figures 1 in 150.
 */
const COMMON: Readonly<Record<ItemKind, number>> = {
  article: Number.POSITIVE_INFINITY,
  entity: Number.POSITIVE_INFINITY,
  statement: 0,
  happening: 100,
  place: Number.POSITIVE_INFINITY,
  figure: 40,
}

/** Items that an item is compared with: names share one key or two, so a few of them say all that many would. */
export const COMPARED: Readonly<Record<ItemKind, number>> = {
  article: 50,
  entity: 16,
  statement: 12,
  happening: 24,
  place: 8,
  figure: 24,
}

/** The keys by which an item looks for others. */
export const askedOf = ({ keys, asks }: Item): readonly string[] => asks ?? keys

/** What is shared of keys, in halves: a common key is one, any other two. Less than that is not looked at. */
export const LEAST_SHARED = 2

/** For each holder of some keys, how much it shares of them; who shares one common key alone is among them with less than `LEAST_SHARED`. */
export function sharesOf<K, T>(
  kind: ItemKind,
  keys: Iterable<K>,
  holdersOf: (key: K) => readonly T[],
): ReadonlyMap<T, number> {
  const shared = new Map<T, number>()
  for (const key of keys) {
    const holders = holdersOf(key)
    const share = holders.length >= COMMON[kind] ? 1 : 2
    for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + share)
  }
  return shared
}
