import { sql } from 'kysely'
import { rootsOf } from '../stories/index.ts'
import { dropEntries, unplace } from './entries.ts'
import type { Db } from './schema.ts'

interface Member {
  readonly id: number
  readonly ref: string
}

interface Edge {
  readonly source: number
  readonly target: number
  readonly why: string
  readonly score: number
}

async function splitsIn(db: Db, cluster: number): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await sql<{ one: number; other: number }>`
    select pair.one, pair.other from member join pair on pair.one = member.item and pair.says = 'split'
    join member there on there.kind = member.kind and there.item = pair.other and there.cluster = member.cluster
    where member.cluster = ${cluster}`.execute(db)
  return rows.map(({ one, other }) => [`${one}`, `${other}`])
}

// Members of a cluster, earliest first.
async function membersOf(db: Db, cluster: number): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`
    select item.id, item.ref from member join item on item.id = member.item
    where member.cluster = ${cluster} order by item.published, item.ref`.execute(db)
  return rows
}

async function linksAmong(db: Db, cluster: number): Promise<readonly Edge[]> {
  const { rows } = await sql<Edge>`
    select l.source, l.target, l.why, l.score from member
    join link l on l.kind = member.kind and l.source = member.item where member.cluster = ${cluster}`.execute(db)
  return rows
}

/**
 * Parts the clusters in which a person split two items: each item is told the first of its part. The clusters themselves stay whole, as their links
 * make them, so that an undo finds all as it was.
 */
export async function settleParts(db: Db, clusters: readonly number[]): Promise<void> {
  const any = await db.selectFrom('pair').select('decision').where('says', '=', 'split').limit(1).executeTakeFirst()
  const parted = await db.selectFrom('part').select('item').limit(1).executeTakeFirst()
  if (!any && !parted) return
  for (const cluster of clusters) await settle(db, cluster)
}

async function settle(db: Db, cluster: number): Promise<void> {
  const all = (await membersOf(db, cluster)).map(({ id }) => id)
  await sql`delete from part where item in (select item from member where cluster = ${cluster})`.execute(db)
  await dropEntries(db, all)
  await unplace(db, all)
  const splits = await splitsIn(db, cluster)
  if (splits.length === 0) return
  const members = await membersOf(db, cluster)
  const refs = new Map(members.map(({ id, ref }) => [`${id}`, ref]))
  const refOf = (id: number | string) => refs.get(`${id}`) ?? ''
  const edges = (await linksAmong(db, cluster)).map(({ source, target, ...rest }) => ({
    ...rest,
    from: refOf(source),
    to: refOf(target),
  }))
  const find = rootsOf(
    refs.values(),
    edges,
    splits.map(([one, other]) => [refOf(one), refOf(other)]),
  )
  const parts = Map.groupBy(members, ({ ref }) => find(ref))

  const rows = [...parts.values()].flatMap((part) => part.map(({ id }) => [id, part[0]?.id]))
  await sql`insert into part (item, first)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`.execute(db)
}
