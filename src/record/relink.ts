import { sql } from 'kysely'
import { LINKING } from '../stories/index.ts'
import type { ItemCache } from './candidates.ts'
import { derive } from './derive.ts'
import { readingOf } from './kept.ts'
import type { Db } from './schema.ts'
import { settleStories } from './stories.ts'

const DERIVED = [
  'applied', 'key', 'link', 'pair', 'part', 'member', 'cluster', 'stale', 'story', 'story_of', 'held', 'name', 'source',
  'unsearched', 'entry', 'unplaced', 'item',
] as const // biome-ignore format: a list to be read

/** Drops what is derived from readings and makes it anew, article by article in the order of their additions. To be called in a transaction. */
export async function relinkAll(db: Db, cache: ItemCache): Promise<void> {
  for (const table of DERIVED) await db.deleteFrom(table).execute()
  await sql`delete from sentence_fts`.execute(db)
  const newest = await db.selectFrom('article').select('newest').orderBy('newest').execute()
  for (const { newest: version } of newest) {
    const reading = await readingOf(db, version)
    if (reading) await derive(db, reading, version, cache)
  }
  await settleStories(db)
  await db.deleteFrom('linked').execute()
  await db.insertInto('linked').values({ way: LINKING }).execute()
}

/** Whether what is derived was linked in another way than this version links. */
export const isOutdated = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('linked').select('way').executeTakeFirst())?.way !== LINKING
