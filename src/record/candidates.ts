import { sql } from 'kysely'
import { type Item, type ItemKind, type ItemOf, type LinkIndex, rankOf } from '../stories/index.ts'
import { itemOf } from './bodies.ts'
import { keyNumbers } from './items.ts'
import type { Db } from './schema.ts'

/** Of the items under one key, how many are looked at, the latest first: so a word that all use costs no more as the record grows. */
const MOST_HOLDERS: Readonly<Record<ItemKind, number>> = {
  article: 400,
  entity: 64,
  statement: 64,
  happening: 100,
  place: 64,
  figure: 100,
}
const LIMIT = 50
/** Ranks that are kept in memory. */
const MOST_RANKS = 200_000

/**
 * Items that were read from the record, by number: a number is never given twice, and what it stands for never changes. Holds those asked for
 * last, between half and all of the most.
 */
export class ItemCache {
  #young = new Map<number, Item>()
  #old = new Map<number, Item>()
  readonly #ranks = new Map<number, number>()
  readonly #most: number

  constructor(most = 16_000) {
    this.#most = most
  }

  /** Forgets all. */
  clear(): void {
    this.#young.clear()
    this.#old.clear()
    this.#ranks.clear()
  }

  /** Items by number, in the order asked; those that are not there are left out. */
  async get(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Item>> {
    const missing = ids.filter((id) => !this.#young.has(id) && !this.#old.has(id))
    const loaded = missing.length > 0 ? await this.#load(db, missing) : undefined
    const found = new Map<number, Item>()
    for (const id of ids) {
      const item = this.#young.get(id) ?? this.#old.get(id) ?? loaded?.get(id)
      if (!item) continue
      this.#keep(id, item)
      found.set(id, item)
    }
    return found
  }

  /** Keeps items that were just given their numbers: the next articles are compared with them. */
  put(items: readonly Item[], numbers: ReadonlyMap<string, number>): void {
    for (const item of items) {
      const id = numbers.get(item.ref)
      // As they are read: without keys.
      if (id !== undefined) this.#keep(id, { ...item, keys: [] })
    }
  }

  #keep(id: number, item: Item): void {
    this.#young.set(id, item)
    if (this.#young.size <= this.#most / 2) return
    this.#old = this.#young
    this.#young = new Map()
  }

  /** Ranks of items by number, among others. */
  async ranks(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (this.#ranks.size > MOST_RANKS) this.#ranks.clear()
    const lacking = ids.filter((id) => !this.#ranks.has(id))
    if (lacking.length > 0) {
      const { rows } = await sql<{ id: number; ref: string }>`
        select item.id, item.ref from json_each(${JSON.stringify(lacking)}) j join item on item.id = j.value`.execute(
        db,
      )
      for (const { id, ref } of rows) this.#ranks.set(id, rankOf(ref))
    }
    return this.#ranks
  }

  async #load(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Item>> {
    const { rows } = await sql<{ id: number; body: string }>`
      select item.id, item.body from json_each(${JSON.stringify(ids)}) j join item on item.id = j.value`.execute(db)
    return new Map(rows.map(({ id, body }) => [id, itemOf(body)]))
  }
}

// Who holds each of the keys, the latest first.
async function holdersOf(
  db: Db,
  kind: ItemKind,
  keys: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ key: number; items: string | null }>`
    select j.value as key, (
      select group_concat(item) from (
        select item from key where key.key = j.value order by item desc limit ${MOST_HOLDERS[kind]}
      )
    ) as items from json_each(${JSON.stringify(keys)}) j`.execute(db)
  return new Map(rows.flatMap(({ key, items }) => (items === null ? [] : [[key, items.split(',').map(Number)]])))
}

// How many keys the last of those shares that are looked at: a common word is shared with hundreds, and few of them are looked at.
function leastOf(shared: ReadonlyMap<number, number>, limit: number): number {
  const counts: number[] = []
  for (const count of shared.values()) counts[count] = (counts[count] ?? 0) + 1
  let held = 0
  for (let least = counts.length - 1; least > 0; least--) {
    held += counts[least] ?? 0
    if (held >= limit) return least
  }
  return 1
}

// The numbers of the items that share most of an item's keys; of those that share as many, the first by rank.
async function sharers(
  db: Db,
  cache: ItemCache,
  keys: readonly number[],
  holders: ReadonlyMap<number, readonly number[]>,
  limit: number,
) {
  const shared = new Map<number, number>()
  for (const key of keys) for (const item of holders.get(key) ?? []) shared.set(item, (shared.get(item) ?? 0) + 1)
  const least = leastOf(shared, limit)
  const [sure, tied]: [(readonly [number, number])[], number[]] = [[], []]
  for (const [item, count] of shared)
    if (count > least) sure.push([item, count])
    else if (count === least) tied.push(item)
  const first = sure.sort(([, n], [, m]) => m - n).map(([item]) => item)
  if (first.length + tied.length <= limit) return [...first, ...tied]
  const ranks = await cache.ranks(db, tied)
  const byRank = tied.map((item) => ({ item, rank: ranks.get(item) ?? 0 })).sort((a, b) => a.rank - b.rank)
  return [...first, ...byRank.slice(0, limit - first.length).map(({ item }) => item)]
}

/**
 * What linking looks up for these items, from the record, and the numbers of what was found, by ref: who holds their keys is asked once a kind,
 * and each found item is read once.
 */
export async function candidatesFor(
  db: Db,
  items: readonly Item[],
  cache: ItemCache,
): Promise<{ readonly index: LinkIndex; readonly numbers: ReadonlyMap<string, number> }> {
  const numbers = new Map<string, number>()
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const holders = new Map<ItemKind, ReadonlyMap<number, readonly number[]>>()
  for (const kind of kinds) {
    const keys = items.filter((item) => item.kind === kind).flatMap((item) => keyNumbers(kind, item.keys))
    holders.set(
      kind,
      await holdersOf(
        db,
        kind,
        [...new Set(keys)].sort((a, b) => a - b),
      ),
    )
  }
  const find = async <K extends ItemKind>(kind: K, keys: readonly string[], limit = LIMIT) => {
    const found = await sharers(db, cache, keyNumbers(kind, keys), holders.get(kind) ?? new Map(), limit)
    const there = await cache.get(db, found)
    for (const [id, { ref }] of there) numbers.set(ref, id)
    return [...there.values()].filter((item): item is ItemOf<K> => item.kind === kind)
  }
  return { index: { find, count: (term) => countOf(db, term) }, numbers }
}

async function countOf(db: Db, term?: string): Promise<number> {
  const all = db.selectFrom('article').select(({ fn }) => fn.countAll<number>().as('n'))
  const holding = db
    .selectFrom('key')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('key', 'in', keyNumbers('article', [`t:${term}`]))
  return (await (term === undefined ? all : holding).executeTakeFirstOrThrow()).n
}
