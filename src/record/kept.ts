import type { Page } from '../articles/page.ts'
import type { Reading } from '../readings/reading.ts'
import { packed, unpacked, unpackedText } from './packed.ts'
import type { Db } from './schema.ts'

/** A version as it is kept. */
export interface Version {
  readonly id: number
  readonly article: string
  readonly version: string
}

/** When a page was what it is: fetched, changed or published. Of an article's versions the one told last feeds views. */
const toldAt = ({ source, modified, published }: Reading): string => source.fetched ?? modified ?? published ?? ''

const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value
  return rest
}

/** Keeps a page with its reading as a new version of its article; gives the version's number. */
export async function keepVersion(db: Db, page: Page, reading: Reading, added: string): Promise<number> {
  const { id: article, version, textHash, text } = reading
  await db.insertInto('text').values({ hash: textHash, words: packed(text) }).onConflict((on) => on.doNothing()).execute() // biome-ignore format: one line
  const { id } = await db
    .insertInto('version')
    .values({ article, version, text: textHash, told: toldAt(reading), added })
    .returning('id')
    .executeTakeFirstOrThrow()
  const about = JSON.stringify(without(page, 'bytes'))
  await db
    .insertInto('page')
    .values({ version: id, about, bytes: packed(page.bytes) })
    .execute()
  await keepReading(db, id, reading)
  return id
}

/** Keeps a reading of a version, in place of an earlier one. */
export async function keepReading(db: Db, version: number, reading: Reading): Promise<void> {
  const body = packed(JSON.stringify(without(reading, 'text')))
  await db
    .insertInto('reading')
    .values({ version, body })
    .onConflict((on) => on.column('version').doUpdateSet({ body }))
    .execute()
}

/** Replaces when a version was told by what its new reading says. */
export async function tellAgain(db: Db, version: number, reading: Reading): Promise<void> {
  await db
    .updateTable('version')
    .set({ told: toldAt(reading) })
    .where('id', '=', version)
    .execute()
}

/** Settles which version of an article feeds views: the one told last, of these the one whose name is last. True when it is another one now. */
export async function settleNewest(db: Db, article: string): Promise<boolean> {
  const newest = await db
    .selectFrom('version')
    .select('id')
    .where('article', '=', article)
    .orderBy('told', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const known = await db.selectFrom('article').select('newest').where('id', '=', article).executeTakeFirst()
  if (!newest || known?.newest === newest.id) return false
  await db
    .insertInto('article')
    .values({ id: article, newest: newest.id })
    .onConflict((on) => on.column('id').doUpdateSet({ newest: newest.id }))
    .execute()
  return true
}

/** A version of an article, the one that feeds views unless named. */
export async function versionOf(db: Db, article: string, version?: string): Promise<Version | undefined> {
  const all = db.selectFrom('version').select(['version.id', 'version.article', 'version.version'])
  return version === undefined
    ? all.innerJoin('article', 'article.newest', 'version.id').where('article.id', '=', article).executeTakeFirst()
    : all.where('version.article', '=', article).where('version.version', '=', version).executeTakeFirst()
}

/** The reading of a version, as it was read. */
export async function readingOf(db: Db, version: number): Promise<Reading | undefined> {
  const row = await db
    .selectFrom('reading')
    .innerJoin('version', 'version.id', 'reading.version')
    .innerJoin('text', 'text.hash', 'version.text')
    .select(['reading.body', 'text.words'])
    .where('reading.version', '=', version)
    .executeTakeFirst()
  return row && ({ ...JSON.parse(unpackedText(row.body)), text: unpackedText(row.words) } as Reading)
}

/** The page of a version, as it came. */
export async function pageOf(db: Db, version: number): Promise<Page | undefined> {
  const row = await db.selectFrom('page').selectAll().where('version', '=', version).executeTakeFirst()
  return row && ({ ...JSON.parse(row.about), bytes: unpacked(row.bytes) } as Page)
}

/** All versions, in the order in which they were added, in runs: what is asked in between finds the database free. */
export async function* versions(db: Db): AsyncIterable<Version> {
  let last = 0
  for (;;) {
    const run = await db
      .selectFrom('version')
      .select(['id', 'article', 'version'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(500)
      .execute()
    if (run.length === 0) return
    yield* run
    last = run.at(-1)?.id ?? last
  }
}
