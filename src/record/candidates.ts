import { sql } from 'kysely'
import { type Item, type ItemKind, type ItemOf, type LinkIndex, rankOf } from '../stories/index.ts'
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

/**
 * Items that were read from the record, by number: a number is never given twice, and what it stands for never changes. Holds those asked for
 * last, between half and all of the most.
 */
export class ItemCache {
  #young = new Map<number, Item>()
  #old = new Map<number, Item>()
  readonly #ranks = new Map<number, number>()
  readonly #most: number

  constructor(most = 30_000) {
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

  #keep(id: number, item: Item): void {
    this.#young.set(id, item)
    if (this.#young.size <= this.#most / 2) return
    this.#old = this.#young
    this.#young = new Map()
  }

  /** Ranks of items by number, among others. */
  async ranks(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
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
    return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Item]))
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
  const ranked = [...shared].sort(([, n], [, m]) => m - n)
  const least = ranked[limit - 1]?.[1]
  if (ranked.length <= limit || least === undefined) return ranked.map(([item]) => item)
  const sure = ranked.filter(([, count]) => count > least).map(([item]) => item)
  const tied = ranked.filter(([, count]) => count === least).map(([item]) => item)
  const ranks = await cache.ranks(db, tied)
  const byRank = tied.map((item) => ({ item, rank: ranks.get(item) ?? 0 })).sort((a, b) => a.rank - b.rank)
  return [...sure, ...byRank.slice(0, limit - sure.length).map(({ item }) => item)]
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
