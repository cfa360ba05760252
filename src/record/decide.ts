import { byTaking, type Decision, decisionFromJson, standing } from '../decisions/index.ts'
import type { ItemCache } from './candidates.ts'
import { derive } from './derive.ts'
import { readingOf, versionOf } from './kept.ts'
import { keepConcern } from './pairs.ts'
import type { Settled, State } from './record.ts'
import type { Db } from './schema.ts'

/** Every decision kept, in the order in which they were taken. */
export async function allDecisions(db: Db): Promise<readonly Decision[]> {
  const rows = await db.selectFrom('decision').select('body').execute()
  return rows.map(({ body }) => decisionFromJson(JSON.parse(body))).sort(byTaking)
}

/** Every decision that stands, with what it came to. What is about an article that is not here waits for it. */
export async function settledIn(db: Db): Promise<readonly Settled[]> {
  const states = await statesOf(db)
  return standing(await allDecisions(db)).map((decision) => ({
    decision,
    state: states.get(decision.id) ?? 'waiting',
  }))
}

async function statesOf(db: Db): Promise<ReadonlyMap<string, State>> {
  const rows = await db.selectFrom('applied').select(['decision', 'state']).execute()
  return new Map(rows.map(({ decision, state }) => [decision, state]))
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

/**
 * Appends decisions, each once, and makes their articles anew. Gives what each came to: `lost` when its words are not in exactly one place,
 * `waiting` when its article, or what it undoes, is not here. To be called in a transaction.
 */
export async function keepDecisions(
  db: Db,
  decisions: readonly Decision[],
  cache: ItemCache,
): Promise<readonly State[]> {
  const articles = new Map<string, string | null>()
  for (const decision of decisions.map(decisionFromJson).sort(byTaking))
    articles.set(decision.id, await keep(db, decision))
  for (const article of new Set(articles.values())) if (article !== null) await remake(db, article, cache)
  const states = await statesOf(db)
  const held = new Set(standing(await allDecisions(db)).map(({ id }) => id))
  return decisions.map(({ id, kind }) => {
    if (kind === 'undo') return (articles.get(id) ?? null) === null ? 'waiting' : 'applied'
    return states.get(id) ?? (held.has(id) ? 'waiting' : 'applied')
  })
}

async function keep(db: Db, decision: Decision): Promise<string | null> {
  const article = await articleOf(db, decision)
  await db
    .insertInto('decision')
    .values({ id: decision.id, article, body: JSON.stringify(decision) })
    .onConflict((on) => on.doNothing())
    .execute()
  await keepConcern(db, decision)
  const undoers = decision.kind === 'undo' ? [] : await undoersOf(db, decision.id)
  if (undoers.length > 0)
    await db.updateTable('decision').set({ article }).where('article', 'is', null).where('id', 'in', undoers).execute()
  return article
}

async function remake(db: Db, article: string, cache: ItemCache): Promise<void> {
  const version = await versionOf(db, article)
  const reading = version && (await readingOf(db, version.id))
  if (version && reading) await derive(db, reading, version.id, cache)
}

// Undoings that came before what they undo.
async function undoersOf(db: Db, decision: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('decision').select('body').where('article', 'is', null).execute()
  const undoings = rows.map(({ body }) => decisionFromJson(JSON.parse(body)))
  return undoings.flatMap((one) => (one.kind === 'undo' && one.decision === decision ? [one.id] : []))
}
