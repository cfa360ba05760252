import { hash } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import { type Item, type ItemKind, outlineOf, publishedOf } from '../stories/index.ts'
import { hash32 } from '../stories/shingles.ts'
import { bodyOf } from './bodies.ts'
import { dropEntries } from './entries.ts'
import type { Db } from './schema.ts'

/** An item with its number in the record. */
export interface Numbered {
  readonly id: number
  readonly ref: string
  readonly digest: string
  readonly kind: string
}

/** A link between numbered items. */
export interface Edge {
  readonly kind: string
  readonly source: number
  readonly target: number
}

/** Digits of `clusterId`. */
const DIGITS = 10

/** The digits of a ref in public ids: those of its cluster, whatever the kind. Node's own hash, for the hundred items of each article. */
export const digestOf = (ref: string): string => hash('sha256', ref).slice(0, DIGITS)

const numbered = new WeakMap<readonly string[], readonly number[]>()

// The upper twenty bits are of what stands before the last colon, so that the keys of one article lie near one another in the index.
function keyNumber(kind: ItemKind, key: string): number {
  const group = hash32(kind + key.slice(0, key.lastIndexOf(':'))) >>> 12
  return group * 2 ** 32 + hash32(kind + key)
}

/**
 * Keys as numbers of 52 bits, each once. Two keys may meet in one number: rules compare what was found, so that costs a look, nothing else.
 */
export function keyNumbers(kind: ItemKind, keys: readonly string[]): readonly number[] {
  const known = numbered.get(keys)
  if (known) return known
  const made = [...new Set(keys.map((key) => keyNumber(kind, key)))]
  numbered.set(keys, made)
  return made
}

/** The items kept of an article, by ref, with their JSON. */
export async function storedItems(db: Db, article: string): Promise<ReadonlyMap<string, Numbered & { body: string }>> {
  const rows = await db
    .selectFrom('item')
    .select(['id', 'ref', 'digest', 'kind', 'body'])
    .where('article', '=', article)
    .execute()
  return new Map(rows.map((row) => [row.ref, row]))
}

const INSERT = 'insert into item (ref, digest, kind, article, published, body, outline) values (?, ?, ?, ?, ?, ?, ?)'

// One by one, by a query that is put together once: bodies within one JSON would be written and parsed a second time.
async function putItem(db: Db, item: Item): Promise<number> {
  const { ref, kind, article } = item
  const outline = JSON.stringify(outlineOf(item))
  const row = [ref, digestOf(ref), kind, article, publishedOf(item), bodyOf(item), outline]
  const { insertId } = await db.executeQuery(CompiledQuery.raw(INSERT, row))
  return Number(insertId)
}

/** Keeps items with their keys; gives their numbers by ref. */
export async function putItems(db: Db, items: readonly Item[]): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>()
  for (const item of items) numbers.set(item.ref, await putItem(db, item))
  const keys = Object.fromEntries(items.map(({ kind, ref, keys: own }) => [numbers.get(ref), keyNumbers(kind, own)]))
  await sql`insert or ignore into key (item, key)
    select own.key, held.value from json_each(${JSON.stringify(keys)}) own, json_each(own.value) held`.execute(db)
  return numbers
}

// Kinds of links whose items are kept in clusters: all that hangs together is one thing. Of stories that does not hold, nearly all news hangs together.
const CLUSTERED = ['entity', 'statement', 'happening', 'place', 'figure', 'copy'] as const

/** Kinds of links whose items are kept in clusters, as JSON, for queries. */
export const CLUSTERED_JSON = JSON.stringify(CLUSTERED)

/** Whether a link holds a cluster together. */
export const isClustered = ({ kind }: Edge): boolean => CLUSTERED.some((one) => one === kind)

/** Links of some items, in either direction. Those of clusters lie within them, so nothing else is looked through. */
export async function linksOf(db: Db, ids: readonly number[]): Promise<readonly Edge[]> {
  const list = JSON.stringify(ids)
  const { rows } = await sql<Edge>`
    with own (item) as materialized (select value from json_each(${list})),
      near (kind, item) as materialized (
        select distinct other.kind, other.item from own
        cross join json_each(${CLUSTERED_JSON}) k
        cross join member on member.kind = k.value and member.item = own.item
        cross join member other on other.cluster = member.cluster)
    select l.kind, l.source, l.target from near cross join link l on l.kind = near.kind and l.source = near.item
    where l.source in (select item from own) or l.target in (select item from own)
    union
    select l.kind, l.source, l.target from own cross join link l where l.kind = 'story' and l.source = own.item
    union
    select l.kind, l.source, l.target from own cross join link l where l.kind = 'story' and l.target = own.item`.execute(
    db,
  )
  return rows
}

/** Forgets items, their keys and their links. To be called while they are still members of their clusters. */
export async function dropItems(db: Db, ids: readonly number[]): Promise<void> {
  const list = JSON.stringify(ids)
  await dropEntries(db, ids)
  await sql`delete from unplaced where item in (select value from json_each(${list}))`.execute(db)
  await sql`delete from key where item in (select value from json_each(${list}))`.execute(db)
  const edges = (await linksOf(db, ids)).map(({ kind, source, target }) => [kind, source, target])
  await sql`delete from link where (kind, source, target) in
    (select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(edges)}))`.execute(db)
  await sql`delete from part where item in (select value from json_each(${list}))`.execute(db)
  await sql`delete from pair where one in (select value from json_each(${list}))
    or other in (select value from json_each(${list}))`.execute(db)
  await sql`delete from stale where item in (select value from json_each(${list}))`.execute(db)
  await sql`delete from name where item in (select value from json_each(${list}))`.execute(db)
  await sql`delete from item where id in (select value from json_each(${list}))`.execute(db)
}
