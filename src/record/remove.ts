import { sql } from 'kysely'
import { type Decision, decisionFromJson } from '../decisions/index.ts'
import { forget } from './derive.ts'
import { storedItems } from './items.ts'
import { redirectGone } from './redirects.ts'
import type { Db } from './schema.ts'
import { unindexSentences } from './search/sentences.ts'

/**
 * Takes an article out: pages, texts, readings, items, index, and the decisions that hold its words. What stays is that it was here, and where
 * its ids lead now. False when it was not there. To be called in a transaction.
 */
export async function removeArticle(db: Db, article: string, at: string): Promise<boolean> {
  const versions = await db.selectFrom('version').select(['id', 'text']).where('article', '=', article).execute()
  if (versions.length === 0) return false
  const items = [...(await storedItems(db, article)).values()]
  await redirectGone(db, items, [])
  await forget(db, items)
  await unindexSentences(db, article)
  const ids = versions.map(({ id }) => id)
  await db.deleteFrom('page').where('version', 'in', ids).execute()
  await db.deleteFrom('reading').where('version', 'in', ids).execute()
  await db.deleteFrom('version').where('article', '=', article).execute()
  await db.deleteFrom('article').where('id', '=', article).execute()
  await db.deleteFrom('story_of').where('article', '=', article).execute()
  await sql`delete from text where hash in (select value from json_each(${JSON.stringify(versions.map(({ text }) => text))}))
    and hash not in (select text from version)`.execute(db)
  await forgetDecisions(db, article)
  await db
    .insertInto('removed')
    .values({ article, at })
    .onConflict((on) => on.column('article').doUpdateSet({ at }))
    .execute()
  return true
}

const articlesOf = (decision: Decision): readonly string[] =>
  decision.kind === 'undo'
    ? []
    : [
        decision.target.article,
        ...('other' in decision ? [decision.other.article] : []),
        ...('speaker' in decision ? [decision.speaker.article] : []),
        ...(decision.kind === 'assert' && 'speaker' in decision.item ? [decision.item.speaker.article] : []),
      ]

// Decisions hold words of what they are about.
async function forgetDecisions(db: Db, article: string): Promise<void> {
  const rows = await db.selectFrom('decision').selectAll().execute()
  const ids = rows
    .filter((row) => row.article === article || articlesOf(decisionFromJson(JSON.parse(row.body))).includes(article))
    .map(({ id }) => id)
  const list = JSON.stringify(ids)
  await sql`delete from applied where decision in (select value from json_each(${list}))`.execute(db)
  await sql`delete from concerns where decision in (select value from json_each(${list}))`.execute(db)
  await sql`delete from decision where id in (select value from json_each(${list}))`.execute(db)
}
