import type { Item, ItemKind, ItemOf } from './items.ts'
import { type LinkIndex, rankOf } from './links.ts'
import { LEAST_SHARED, sharesOf } from './sharing.ts'

/** An index in memory, for the library, tests and one-off timelines: what was put in is found by its keys. */
export interface MemoryIndex extends LinkIndex {
  put(items: readonly Item[]): void
}

// Items of one kind that share enough, those that share most first, then by rank.
function ranked<T extends Item>(shared: ReadonlyMap<T, number>, limit: number): readonly T[] {
  return [...shared]
    .filter(([, share]) => share >= LEAST_SHARED)
    .map(([item, count]) => ({ item, count, rank: rankOf(item.ref) }))
    .sort((a, b) => b.count - a.count || a.rank - b.rank)
    .slice(0, limit)
    .map(({ item }) => item)
}

/** Opens an empty index. */
export function memoryIndex(): MemoryIndex {
  const holders = new Map<ItemKind, Map<string, Item[]>>()
  const add = (item: Item) => {
    const byKey = holders.get(item.kind) ?? new Map<string, Item[]>()
    holders.set(item.kind, byKey)
    for (const key of new Set(item.keys)) {
      const there = byKey.get(key)
      if (there) there.push(item)
      else byKey.set(key, [item])
    }
  }
  return {
    put: (items) => items.forEach(add),
    async find<K extends ItemKind>(kind: K, keys: readonly string[], limit = 50) {
      const holdersOf = (key: string) => (holders.get(kind)?.get(key) ?? []) as readonly Item[] as readonly ItemOf<K>[]
      return ranked(sharesOf(kind, new Set(keys), holdersOf), limit)
    },
  }
}
