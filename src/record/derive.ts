import { sql } from 'kysely'
import { apply, type Decided, decisionFromJson } from '../decisions/index.ts'
import type { Reading } from '../readings/reading.ts'
import { itemsOf } from '../stories/index.ts'
import { bodyOf } from './bodies.ts'
import type { ItemCache } from './candidates.ts'
import { clustersOfItems, splitClusters } from './clusters.ts'
import { connect } from './connect.ts'
import { dropItems, type Numbered, storedItems } from './items.ts'
import { readingOf, versionOf } from './kept.ts'
import { noteLost, settlePairs } from './pairs.ts'
import { redirectGone } from './redirects.ts'
import { linkedWith } from './regions.ts'
import type { Db } from './schema.ts'
import { indexSentences, unindexSentences } from './search/sentences.ts'

/** A reading with what people settled about its article laid over it. */
export async function decidedOf(db: Db, reading: Reading): Promise<Decided> {
  const { rows } = await sql<{ body: string }>`
    select body from decision where article = ${reading.id} or article is null or article in (
      select there.article from concerns join decision there on there.id = concerns.decision
      where concerns.article = ${reading.id})`.execute(db)
  return apply(reading, rows.map(({ body }) => decisionFromJson(JSON.parse(body)))) // biome-ignore format: one line
}

/** The newest version of an article with what people settled about it laid over it. */
export async function newestOf(db: Db, article: string): Promise<Decided | undefined> {
  const version = await versionOf(db, article)
  const reading = version && (await readingOf(db, version.id))
  return reading && decidedOf(db, reading)
}

/**
 * Makes what follows from the newest version of an article: its items, their links and clusters, what its decisions came to, its sentences'
 * index. What is the same as before stays untouched.
 */
export async function derive(db: Db, reading: Reading, version: number, cache: ItemCache): Promise<Decided> {
  const decided = await decidedOf(db, reading)
  const items = itemsOf(decided)
  const stored = await storedItems(db, reading.id)
  const changed = items.filter((item) => bodyOf(item) !== stored.get(item.ref)?.body)
  const same = new Set(items.filter((item) => !changed.includes(item)).map(({ ref }) => ref))
  const old = [...stored.values()].filter(({ ref }) => !same.has(ref))
  await redirectGone(db, old, items)
  await forget(db, old)
  const kept = new Map([...stored].map(([ref, { id }]) => [ref, id]))
  await connect(db, items, changed, kept, cache)
  await noteApplied(db, decided)
  await settlePairs(db, decided, (article) => newestOf(db, article))
  if (stored.size > 0) await unindexSentences(db, reading.id)
  await indexSentences(db, decided, version, items)
  return decided
}

/** Forgets items and parts anew what they held together. */
export async function forget(db: Db, items: readonly Pick<Numbered, 'id'>[]): Promise<void> {
  if (items.length === 0) return
  const ids = items.map(({ id }) => id)
  const clusters = await clustersOfItems(db, ids)
  await markStale(db, await linkedWith(db, ids))
  await dropItems(db, ids)
  await splitClusters(db, clusters)
}

async function markStale(db: Db, items: readonly number[]): Promise<void> {
  await sql`insert or ignore into stale (item) select value from json_each(${JSON.stringify(items)})`.execute(db)
}

async function noteApplied(db: Db, { reading, applied, lost, waiting }: Decided): Promise<void> {
  await db.deleteFrom('applied').where('article', '=', reading.id).execute()
  const rows = [
    ...applied.map(({ decision, item }) => ({ decision, state: 'applied' as const, item })),
    ...lost.map((decision) => ({ decision, state: 'lost' as const, item: null })),
    ...waiting.map((decision) => ({ decision, state: 'waiting' as const, item: null })),
  ]
    // What a merge or split of another article's came to is noted there.
    .filter(({ decision }) => decision.kind !== 'undo' && decision.target.article === reading.id)
    .map((row) => ({ ...row, decision: row.decision.id, article: reading.id }))
  if (rows.length > 0) await db.insertInto('applied').values(rows).execute()
  await noteLost(db, reading.id, lost)
}
