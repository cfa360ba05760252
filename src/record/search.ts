import { sql } from 'kysely'
import type { Reading } from '../readings/reading.ts'
import type { Citation } from '../text/citation.ts'
import type { Db } from './schema.ts'

/** Numbers of the sentences of one version: its own number in the upper digits, so that a version's are a range. */
const SENTENCES = 1_048_576
const MOST_FOUND = 1000

/** Puts the sentences of an article's newest version into the index. */
export async function indexSentences(db: Db, reading: Reading, version: number): Promise<void> {
  const rows = reading.sentences
    .slice(0, SENTENCES)
    .map(({ start, end }, at) => [version * SENTENCES + at, reading.text.slice(start, end), start])
  await sql`insert into sentence_fts (rowid, words, article, version, place)
    select value ->> 0, value ->> 1, ${reading.id}, ${reading.version}, value ->> 2
    from json_each(${JSON.stringify(rows)})`.execute(db)
}

/** Takes the sentences of every version of an article out of the index. */
export async function unindexSentences(db: Db, article: string): Promise<void> {
  const versions = await db.selectFrom('version').select('id').where('article', '=', article).execute()
  for (const { id } of versions)
    await sql`delete from sentence_fts
      where rowid >= ${id * SENTENCES} and rowid < ${(id + 1) * SENTENCES}`.execute(db)
}

// Every word asked for as a word: nothing of FTS5's query language passes.
const queryOf = (words: string): string => (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' ')

/** Sentences of newest versions that hold all of the words, the best match first, at most a thousand. */
export async function findSentences(db: Db, words: string): Promise<readonly Citation[]> {
  const query = queryOf(words)
  if (query === '') return []
  const { rows } = await sql<{ words: string; article: string; version: string; place: number }>`
    select words, article, version, place from sentence_fts
    where sentence_fts match ${query} order by rank, rowid limit ${MOST_FOUND}`.execute(db)
  return rows.map(({ words: exact, article, version, place }) => ({
    article,
    version,
    exact,
    start: place,
    end: place + exact.length,
  }))
}
