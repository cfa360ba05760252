import { byTaking, type Decided, type Decision, decisionFromJson, spanOf } from '../decisions/index.ts'
import type { ItemCache } from './candidates.ts'
import { derive } from './derive.ts'
import { readingOf, versionOf } from './kept.ts'
import type { Db } from './schema.ts'

/** Every decision kept, in the order in which they were taken. */
export async function allDecisions(db: Db): Promise<readonly Decision[]> {
  const rows = await db.selectFrom('decision').select('body').execute()
  return rows.map(({ body }) => decisionFromJson(JSON.parse(body))).sort(byTaking)
}

// The article that a decision is about: an undo's is that of what it undoes.
async function articleOf(db: Db, decision: Decision): Promise<string | null> {
  if (decision.kind !== 'undo') return decision.target.article
  const undone = await db
    .selectFrom('decision')
    .select('article')
    .where('id', '=', decision.decision)
    .executeTakeFirst()
  return undone?.article ?? null
}

/** Appends a decision, once, and makes its article anew. `lost`: its words are not in exactly one place. To be called in a transaction. */
export async function keepDecision(db: Db, decision: Decision, cache: ItemCache): Promise<'applied' | 'lost'> {
  const article = await articleOf(db, decision)
  await db
    .insertInto('decision')
    .values({ id: decision.id, article, body: JSON.stringify(decisionFromJson(decision)) })
    .onConflict((on) => on.doNothing())
    .execute()
  if (decision.kind !== 'undo')
    await db.updateTable('decision').set({ article }).where('article', 'is', null).where('id', 'in', await undoersOf(db, decision.id)).execute() // biome-ignore format: one thought
  const version = article === null ? undefined : await versionOf(db, article)
  const reading = version && (await readingOf(db, version.id))
  if (!version || !reading) return 'lost'
  return stateOf(decision, await derive(db, reading, version.id, cache))
}

// Undoings that came before what they undo.
async function undoersOf(db: Db, decision: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('decision').select('body').where('article', 'is', null).execute()
  const undoings = rows.map(({ body }) => decisionFromJson(JSON.parse(body)))
  return undoings.flatMap((one) => (one.kind === 'undo' && one.decision === decision ? [one.id] : []))
}

function stateOf(decision: Decision, { reading, lost, waiting }: Decided): 'applied' | 'lost' {
  if (lost.some(({ id }) => id === decision.id)) return 'lost'
  const waits = waiting.find(({ id }) => id === decision.id)
  return waits && waits.kind !== 'undo' && !spanOf(reading, waits.target) ? 'lost' : 'applied'
}
