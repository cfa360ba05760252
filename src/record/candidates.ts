import { sql } from 'kysely'
import {
  askedOf,
  COMPARED,
  type Item,
  type ItemKind,
  type ItemOf,
  LEAST_SHARED,
  type LinkIndex,
  rankOf,
  sharesOf,
} from '../stories/index.ts'
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
      if (item) found.set(id, item)
    }
    // Only now: what is kept may push out what was asked for, too.
    for (const [id, item] of found) this.#keep(id, item)
    return found
  }

  /** Keeps items that were just given their numbers: the next articles are compared with them. */
  put(items: readonly Item[], numbers: ReadonlyMap<string, number>): void {
    for (const item of items) {
      const id = numbers.get(item.ref)
      // As they are read: without keys.
      if (id !== undefined) this.#keep(id, { ...item, keys: [], asks: [] })
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
  const { rows } = await sql<{ key: number; items: string }>`
    select j.value as key, (
      select json_group_array(item) from (
        select item from key where key.key = j.value order by item desc limit ${MOST_HOLDERS[kind]}
      )
    ) as items from json_each(${JSON.stringify(keys)}) j`.execute(db)
  return new Map(rows.map(({ key, items }) => [key, JSON.parse(items) as readonly number[]]))
}

// How much the last of those shares that are looked at: a common word is shared with hundreds, and few of them are looked at.
function leastOf(shared: ReadonlyMap<number, number>, limit: number): number {
  const counts: number[] = []
  for (const share of shared.values()) counts[share] = (counts[share] ?? 0) + 1
  let held = 0
  for (let least = counts.length - 1; least > LEAST_SHARED; least--) {
    held += counts[least] ?? 0
    if (held >= limit) return least
  }
  return LEAST_SHARED
}

/** The numbers of items that share keys with one: those that share most, and those, all sharing as much, of which the first by rank fill it up. */
interface Sharers {
  readonly asked: readonly string[]
  readonly first: readonly number[]
  readonly tied: readonly number[]
  readonly limit: number
}

function sharersOf(item: Item, holders: ReadonlyMap<number, readonly number[]>): Sharers {
  const { kind } = item
  const [asked, limit] = [askedOf(item), COMPARED[kind]]
  const shared = sharesOf(kind, keyNumbers(kind, asked), (key) => holders.get(key) ?? [])
  const least = leastOf(shared, limit)
  const [sure, tied]: [(readonly [number, number])[], number[]] = [[], []]
  for (const [item, share] of shared)
    if (share > least) sure.push([item, share])
    else if (share === least) tied.push(item)
  return { asked, first: sure.sort(([, n], [, m]) => m - n).map(([item]) => item), tied, limit }
}

const isOver = ({ first, tied, limit }: Sharers): boolean => first.length + tied.length > limit

function filled(own: Sharers, ranks: ReadonlyMap<number, number>): readonly number[] {
  const { first, tied, limit } = own
  if (!isOver(own)) return [...first, ...tied]
  const byRank = tied.map((item) => ({ item, rank: ranks.get(item) ?? 0 })).sort((a, b) => a.rank - b.rank)
  return [...first, ...byRank.slice(0, limit - first.length).map(({ item }) => item)]
}

// Of each item, by its keys, the numbers of those that it is to be compared with.
async function comparedOf(db: Db, items: readonly Item[], cache: ItemCache) {
  const sharers: Sharers[] = []
  for (const [kind, own] of Map.groupBy(items, (item) => item.kind)) {
    const keys = new Set(own.flatMap((item) => keyNumbers(kind, askedOf(item))))
    const holders = await holdersOf(db, kind, [...keys].sort((a, b) => a - b)) // biome-ignore format: one line
    sharers.push(...own.map((item) => sharersOf(item, holders)))
  }
  const ranks = await cache.ranks(db, sharers.filter(isOver).flatMap(({ tied }) => tied)) // biome-ignore format: one line
  return new Map(sharers.map((own) => [own.asked, filled(own, ranks)]))
}

/**
 * What linking looks up for these items, from the record, and the numbers of what was found, by ref: who holds their keys is asked once a kind,
 * and all that is found is read at once. Nothing is found for other keys.
 */
export async function candidatesFor(
  db: Db,
  items: readonly Item[],
  cache: ItemCache,
): Promise<{ readonly index: LinkIndex; readonly numbers: ReadonlyMap<string, number> }> {
  const compared = await comparedOf(db, items, cache)
  const there = await cache.get(db, [...new Set([...compared.values()].flat())])
  const numbers = new Map<string, number>()
  for (const [id, { ref }] of there) numbers.set(ref, id)
  const find = async <K extends ItemKind>(kind: K, asked: readonly string[], limit = LIMIT) =>
    (compared.get(asked) ?? [])
      .slice(0, limit)
      .flatMap((id) => there.get(id) ?? [])
      .filter((item): item is ItemOf<K> => item.kind === kind)
  return { index: { find }, numbers }
}
