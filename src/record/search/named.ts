import { sql } from 'kysely'
import { idOf } from '../../text/span.ts'
import type { Db } from '../schema.ts'
import type { Hit } from './found.ts'

interface Row {
  readonly number: number
  readonly words: string
  readonly place: number
  readonly paragraph: number | null
  readonly article: string
  readonly version: string
  readonly report: string
  readonly story: string | null
}

/** Sentences of the index by their numbers, each as a hit in which nothing is lit; in the order of the numbers. */
export async function sentencesAt(db: Db, numbers: readonly number[]): Promise<readonly Hit[]> {
  const { rows } = await sql<Row>`
    select j.value as number, sentence_fts.words, place, paragraph, version.article, version.version,
      item.body -> '$.report' as report, story_of.story
    from json_each(${JSON.stringify(numbers)}) j
    cross join sentence_fts on sentence_fts.rowid = j.value
    join version on version.id = j.value >> 20
    join item on item.article = version.article and item.kind = 'article'
    left join story_of on story_of.article = version.article
    order by j.key`.execute(db)
  return rows.map(({ words: exact, place: start, paragraph, article, version, report, story }) => {
    const span = { start, end: start + exact.length }
    return {
      id: `${article}@${version}#${idOf('s', span)}`,
      sentence: { article, version, ...span, exact, ...(paragraph === null ? {} : { n: paragraph }) },
      lit: [],
      report: JSON.parse(report) as Hit['report'],
      ...(story === null ? {} : { story }),
      rank: 0,
    }
  })
}

/** Sentences of newest versions by their names, in the order of the names; those that are not there are left out. */
export async function sentencesNamed(db: Db, ids: readonly string[]): Promise<readonly Hit[]> {
  const asked = ids.flatMap((id) => {
    const [, article, version, start] = /^(.+)@([^@#]+)#s:(\d{1,9})-\d{1,9}$/.exec(id) ?? []
    return article === undefined ? [] : [[article, version, Number(start)]]
  })
  const { rows } = await sql<{ number: number }>`
    select sentence_fts.rowid as number from json_each(${JSON.stringify(asked)}) j
    cross join source on source.article = j.value ->> 0
    join version on version.id = source.version and version.version = j.value ->> 1
    cross join sentence_fts on sentence_fts.rowid between source.version << 20 and (source.version << 20) + 1048575
    where sentence_fts.place = j.value ->> 2 order by j.key`.execute(db)
  const wanted = new Set(ids)
  return (await sentencesAt(db, rows.map(({ number }) => number))).filter(({ id }) => wanted.has(id)) // biome-ignore format: one line
}
