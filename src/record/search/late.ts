import { itemsOf } from '../../stories/index.ts'
import { decidedOf } from '../derive.ts'
import { readingOf } from '../kept.ts'
import type { Db } from '../schema.ts'
import { indexSentences } from './sentences.ts'

const AT_ONCE = 200

/** Whether any newest version is yet to come into the index of sentences: those of a record that an earlier format made. */
export const hasUnsearched = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('unsearched').select('version').limit(1).executeTakeFirst()) !== undefined

/** Indexes some of them. To be called in a transaction. */
export async function indexSome(db: Db): Promise<void> {
  const rows = await db.selectFrom('unsearched').select('version').orderBy('version').limit(AT_ONCE).execute()
  for (const { version } of rows) {
    const reading = await readingOf(db, version)
    const decided = reading && (await decidedOf(db, reading))
    if (decided) await indexSentences(db, decided, version, itemsOf(decided))
    await db.deleteFrom('unsearched').where('version', '=', version).execute()
  }
}
