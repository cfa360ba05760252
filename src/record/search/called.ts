import { sql } from 'kysely'
import { clusterId, type EntityItem } from '../../stories/index.ts'
import type { Db } from '../schema.ts'
import type { Called } from './found.ts'
import { sentencesAt } from './named.ts'
import { nameKey } from './names.ts'

const MOST_ENTITIES = 5

/** What the record says of each of some names. */
export async function* namesIn(db: Db, names: Iterable<string>): AsyncIterable<Called> {
  for (const name of names) {
    const words = name.replace(/["\p{Cc}]/gu, ' ').trim()
    yield nameKey(words) === ''
      ? { name, sentences: 0, articles: 0, entities: [] }
      : { name, ...(await heldBy(db, words)), entities: await entitiesCalled(db, words) }
  }
}

async function heldBy(db: Db, words: string): Promise<Pick<Called, 'sentences' | 'articles' | 'first'>> {
  // The lowest of day and number, in one text: the sentence printed first.
  const { rows } = await sql<{ sentences: number; articles: number; first: string | null }>`
    select count(*) as sentences, count(distinct sentence_fts.rowid >> 20) as articles,
      min(coalesce(source.day, '~') || ' ' || printf('%016d', sentence_fts.rowid)) as first
    from sentence_fts left join source on source.version = sentence_fts.rowid >> 20
    where sentence_fts match ${`"${words}"`}`.execute(db)
  const [{ sentences, articles, first } = { sentences: 0, articles: 0, first: null }] = rows
  const [found] = first === null ? [] : await sentencesAt(db, [Number(first.split(' ')[1])])
  return { sentences, articles, ...(found ? { first: found } : {}) }
}

async function entitiesCalled(db: Db, words: string): Promise<Called['entities']> {
  const { rows } = await sql<{ ref: string; body: string }>`
    select distinct first.id, first.ref, first.body from name
    left join member on member.kind = 'entity' and member.item = name.item
    left join cluster on cluster.id = member.cluster
    left join part on part.item = name.item
    join item first on first.id = coalesce(part.first, cluster.first, name.item)
    where name.name = ${nameKey(words)} order by first.id limit ${MOST_ENTITIES}`.execute(db)
  return rows.map(({ ref, body }) => {
    const { name, type } = JSON.parse(body) as EntityItem
    return { id: clusterId('entity', ref), name, type }
  })
}
