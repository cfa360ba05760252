import { sql } from 'kysely'
import { type Decided, type Decision, isPairing, type Pair, type Pairing } from '../decisions/index.ts'
import { BY_PERSON, type Joining, joiningsOf } from '../stories/index.ts'
import { clustersOfItems, joinClusters, splitClusters } from './clusters.ts'
import { settleParts } from './parts.ts'
import type { State } from './record.ts'
import type { Db } from './schema.ts'

/** A merge or split of two numbered items. */
interface Row {
  readonly decision: string
  readonly says: 'merge' | 'split'
  readonly kind: string
  readonly one: number
  readonly other: number
}

async function storedFor(db: Db, article: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select pair.* from item join pair on pair.one = item.id where item.article = ${article}
    union select pair.* from item join pair on pair.other = item.id where item.article = ${article}`.execute(db)
  return rows
}

const articlesOf = (pairs: readonly Pair[]): ReadonlySet<string> =>
  new Set(pairs.flatMap(({ decision }) => [decision.target.article, decision.other.article]))

async function numbered(db: Db, joinings: readonly Joining[]): Promise<readonly Row[]> {
  const refs = joinings.flatMap(({ one, other }) => [one, other])
  const { rows } = await sql<{ id: number; ref: string }>`
    select item.id, item.ref from json_each(${JSON.stringify(refs)}) j join item on item.ref = j.value`.execute(db)
  const ids = new Map(rows.map(({ id, ref }) => [ref, id]))
  return joinings.flatMap(({ decision, kind, one, other }) => {
    const [left, right] = [ids.get(one), ids.get(other)]
    if (left === undefined || right === undefined) return []
    return [{ decision: decision.id, says: decision.kind, kind, one: left, other: right }]
  })
}

const sameRow = (a: Row, b: Row): boolean =>
  a.decision === b.decision && a.says === b.says && a.one === b.one && a.other === b.other

// What was settled no longer holds, or its items are others now.
async function takeAway(db: Db, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const clusters = await clustersOfItems(
    db,
    rows.flatMap(({ one, other }) => [one, other]),
  )
  for (const { decision, kind, one, other } of rows) {
    await db.deleteFrom('pair').where('decision', '=', decision).execute()
    await db
      .deleteFrom('link')
      .where('kind', '=', kind)
      .where('source', '=', one)
      .where('target', '=', other)
      .where('why', '=', BY_PERSON)
      .execute()
  }
  await splitClusters(db, await clustersOf(db, clusters, rows))
}

// Only clusters of the kinds that the rows join: stories and copies stay as they are.
async function clustersOf(db: Db, clusters: readonly number[], rows: readonly Row[]): Promise<readonly number[]> {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const found = await db
    .selectFrom('cluster')
    .select('id')
    .where('id', 'in', [...clusters, 0])
    .where('kind', 'in', kinds)
    .execute()
  return found.map(({ id }) => id)
}

async function bringIn(db: Db, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('pair')
    .values([...rows])
    .execute()
  const merges = rows.filter(({ says }) => says === 'merge')
  for (const { kind, one, other } of merges)
    await db
      .insertInto('link')
      .values({ kind, source: one, target: other, why: BY_PERSON, score: 1 })
      .onConflict((on) => on.doNothing())
      .execute()
  await joinClusters(
    db,
    merges.map(({ kind, one, other }) => ({ kind, source: one, target: other })),
  )
  const items = rows.flatMap(({ one, other }) => [one, other])
  await settleParts(db, await clustersOf(db, await clustersOfItems(db, items), rows))
}

/**
 * Brings the merges and splits of an article's items in line with what people settled, and notes what each came to. `decidedOf` gives the newest
 * version of another article, decisions laid over it. To be called when the article's items are in place.
 */
export async function settlePairs(
  db: Db,
  decided: Decided,
  decidedOf: (article: string) => Promise<Decided | undefined>,
): Promise<void> {
  const { reading, pairs = [] } = decided
  const stored = await storedFor(db, reading.id)
  if (pairs.length === 0 && stored.length === 0) return
  const others = await Promise.all([...articlesOf(pairs)].filter((article) => article !== reading.id).map(decidedOf))
  const ids = new Set(pairs.map(({ decision }) => decision.id))
  const { all, overruled } = joiningsOf([decided, ...others.filter((one) => one !== undefined)])
  const wanted = await numbered(
    db,
    all.filter(({ decision }) => ids.has(decision.id)),
  )
  const lacks = (rows: readonly Row[]) => (row: Row) => !rows.some((one) => sameRow(one, row))
  await takeAway(db, stored.filter(lacks(wanted)))
  await bringIn(db, wanted.filter(lacks(stored)))
  const met = new Set(wanted.map(({ decision }) => decision))
  for (const pair of pairs)
    await noteState(db, pair.decision, await stateOf(db, pair, met, overruled), pair.target ?? null)
}

async function stateOf(
  db: Db,
  { decision, target, other }: Pair,
  met: ReadonlySet<string>,
  overruled: ReadonlySet<string>,
): Promise<State> {
  if (met.has(decision.id) || (target !== undefined && target === other)) return 'applied'
  if (overruled.has(decision.id)) return 'waiting'
  const missing = [decision.target.article, decision.other.article].map((article) => isMissing(db, article))
  return (await Promise.all(missing)).some(Boolean) ? 'waiting' : 'lost'
}

async function noteState(db: Db, decision: Pairing, state: State, item: string | null): Promise<void> {
  const row = { state, item: state === 'applied' ? item : null, article: decision.target.article }
  await db
    .insertInto('applied')
    .values({ decision: decision.id, ...row })
    .onConflict((on) => on.column('decision').doUpdateSet(row))
    .execute()
}

/** Notes the merges and splits as lost whose other end is lost here. */
export async function noteLost(db: Db, article: string, lost: readonly Decision[]): Promise<void> {
  for (const decision of lost)
    if (isPairing(decision) && decision.target.article !== article) await noteState(db, decision, 'lost', null)
}

const isMissing = async (db: Db, article: string): Promise<boolean> =>
  (await db.selectFrom('article').select('id').where('id', '=', article).executeTakeFirst()) === undefined

/** Keeps which other article a decision leads to. */
export async function keepConcern(db: Db, decision: Decision): Promise<void> {
  if (!isPairing(decision)) return
  await db
    .insertInto('concerns')
    .values({ article: decision.other.article, decision: decision.id })
    .onConflict((on) => on.doNothing())
    .execute()
}
