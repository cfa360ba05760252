import { sql } from 'kysely'
import { isListed } from '../stories/index.ts'
import { dropEntries, unplace } from './entries.ts'
import { CLUSTERED_JSON, type Edge, isClustered } from './items.ts'
import { settleParts } from './parts.ts'
import type { Db } from './schema.ts'

// Union-find over whatever is named by strings.
function unions() {
  const parent = new Map<string, string>()
  const find = (name: string): string => {
    let at = name
    for (;;) {
      const up = parent.get(at) ?? at
      if (up === at) return at
      parent.set(at, parent.get(up) ?? up)
      at = up
    }
  }
  return {
    find,
    join: (a: string, b: string): void => void parent.set(find(a), find(b)),
  }
}

interface Membership {
  readonly item: number
  readonly kind: string
  readonly cluster: number
}

async function membershipsOf(db: Db, edges: readonly Edge[]): Promise<ReadonlyMap<string, number>> {
  const asked: Record<string, readonly number[]> = {}
  for (const [kind, of] of Map.groupBy(edges, (edge) => edge.kind))
    asked[kind] = [...new Set(of.flatMap(({ source, target }) => [source, target]))]
  const { rows } = await sql<Membership>`
    select m.item, m.kind, m.cluster from json_each(${JSON.stringify(asked)}) j cross join json_each(j.value) one
    cross join member m on m.kind = j.key and m.item = one.value`.execute(db)
  return new Map(rows.map(({ item, kind, cluster }) => [`${kind} ${item}`, cluster]))
}

interface Group {
  readonly kind: string
  readonly clusters: Set<number>
  readonly items: Set<number>
}

// What new edges join: clusters that are there, and items that were alone.
async function groupsOf(db: Db, edges: readonly Edge[]): Promise<readonly Group[]> {
  const member = await membershipsOf(db, edges)
  const { find, join } = unions()
  const nameOf = (kind: string, item: number) => {
    const cluster = member.get(`${kind} ${item}`)
    return cluster === undefined ? `${kind} ${item}` : `cluster ${cluster}`
  }
  for (const { kind, source, target } of edges) join(nameOf(kind, source), nameOf(kind, target))
  const groups = new Map<string, Group>()
  for (const { kind, source, target } of edges)
    for (const item of [source, target]) {
      const name = nameOf(kind, item)
      const root = find(name)
      const group = groups.get(root) ?? { kind, clusters: new Set<number>(), items: new Set<number>() }
      groups.set(root, group)
      const cluster = member.get(`${kind} ${item}`)
      if (cluster === undefined) group.items.add(item)
      else group.clusters.add(cluster)
    }
  return [...groups.values()].filter(({ clusters, items }) => clusters.size + items.size > 1)
}

// The earliest of some items: by publication, then by ref.
async function earliest(db: Db, items: readonly number[]): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select item.id from json_each(${JSON.stringify(items)}) j join item on item.id = j.value
    order by item.published, item.ref limit 1`.execute(db)
  return rows[0]?.id ?? items[0] ?? 0
}

interface Known {
  readonly id: number
  readonly first: number
  readonly size: number
}

/** A group with the cluster that is to hold it all, which is the largest of its own; `id` is undefined where it is yet to be made. */
interface Grown extends Group {
  readonly id: number | undefined
  readonly first: number
  readonly size: number
  readonly others: readonly Known[]
}

async function clustersById(db: Db, groups: readonly Group[]): Promise<ReadonlyMap<number, Known>> {
  const ids = groups.flatMap(({ clusters }) => [...clusters])
  const { rows } = await sql<Known>`
    select cluster.id, cluster.first, cluster.size from json_each(${JSON.stringify(ids)}) j
    join cluster on cluster.id = j.value`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

// Items in the order of their publication, then of their refs, by their places in it.
async function placesOf(db: Db, items: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number }>`
    select item.id from json_each(${JSON.stringify(items)}) j join item on item.id = j.value
    order by item.published, item.ref`.execute(db)
  return new Map(rows.map(({ id }, at) => [id, at]))
}

async function grownOf(db: Db, groups: readonly Group[]): Promise<readonly Grown[]> {
  const known = await clustersById(db, groups)
  const knownOf = ({ clusters }: Group) => [...clusters].flatMap((id) => known.get(id) ?? [])
  const firsts = (group: Group) => [...knownOf(group).map(({ first }) => first), ...group.items]
  const places = await placesOf(db, groups.flatMap(firsts))
  return groups.map((group) => {
    const [largest, ...others] = knownOf(group).sort((a, b) => b.size - a.size || a.id - b.id)
    const [first = 0] = firsts(group).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    const size = knownOf(group).reduce((sum, one) => sum + one.size, group.items.size)
    return { ...group, id: largest?.id, first, size, others }
  })
}

// All groups at once: an article joins some fifty.
async function grow(db: Db, groups: readonly Group[]): Promise<readonly number[]> {
  if (groups.length === 0) return []
  const grown = await grownOf(db, groups)
  await moveEntries(db, grown, await clustersById(db, groups))
  const made = await makeClusters(db, grown.filter(({ id }) => id === undefined)) // biome-ignore format: one line
  const idOf = ({ id, kind, first }: Grown): number => id ?? made.get(`${kind} ${first}`) ?? 0
  const held = grown.flatMap((one) => (one.id === undefined ? [] : [[one.id, one.first, one.size]]))
  await sql`update cluster set first = j.value ->> 1, size = j.value ->> 2
    from json_each(${JSON.stringify(held)}) j where cluster.id = j.value ->> 0`.execute(db)
  await mergeClusters(db, grown.flatMap((one) => one.others.map(({ id }) => [id, idOf(one)]))) // biome-ignore format: one line
  const members = grown.flatMap((one) => [...one.items].map((item) => [one.kind, item, idOf(one)]))
  await sql`insert into member (kind, item, cluster)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(members)})`.execute(db)
  return grown.map(idOf)
}

async function makeClusters(db: Db, groups: readonly Grown[]): Promise<ReadonlyMap<string, number>> {
  if (groups.length === 0) return new Map()
  const { rows } = await sql<{ id: number; kind: string; first: number }>`
    insert into cluster (kind, first, size) select value ->> 0, value ->> 1, value ->> 2
    from json_each(${JSON.stringify(groups.map(({ kind, first, size }) => [kind, first, size]))}) where true
    returning id, kind, first`.execute(db)
  return new Map(rows.map(({ id, kind, first }) => [`${kind} ${first}`, id]))
}

async function mergeClusters(db: Db, merged: readonly (readonly number[])[]): Promise<void> {
  if (merged.length === 0) return
  const list = JSON.stringify(merged)
  await sql`update member set cluster = j.value ->> 1 from json_each(${list}) j
    where member.cluster = j.value ->> 0`.execute(db)
  await sql`delete from cluster where id in (select value ->> 0 from json_each(${list}))`.execute(db)
}

// Members of clusters that get another first item, and items that were alone, stand under another entry.
async function moveEntries(db: Db, groups: readonly Grown[], known: ReadonlyMap<number, Known>): Promise<void> {
  const listed = groups.filter(({ kind }) => isListed(kind))
  const clusters = listed.flatMap(({ clusters: own, first }) =>
    [...own].flatMap((id) => known.get(id) ?? []).filter((one) => one.first !== first),
  )
  const items = listed.flatMap(({ items: own, first }) => [...own].filter((one) => one !== first))
  const { rows } = await sql<{ item: number }>`
    select member.item from json_each(${JSON.stringify(clusters.map(({ id }) => id))}) j
    join member on member.cluster = j.value`.execute(db)
  await dropEntries(db, [...clusters.map(({ first }) => first), ...items])
  await unplace(db, [...rows.map(({ item }) => item), ...items])
}

async function makeCluster(db: Db, kind: string, first: number, items: readonly number[]): Promise<number> {
  const { id } = await db
    .insertInto('cluster')
    .values({ kind, first, size: items.length })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enlist(db, kind, id, items)
  return id
}

async function enlist(db: Db, kind: string, cluster: number, items: readonly number[]): Promise<void> {
  if (items.length === 0) return
  await sql`insert into member (kind, item, cluster)
    select ${kind}, value, ${cluster} from json_each(${JSON.stringify(items)})`.execute(db)
}

/** Joins the clusters that new edges connect. What the record held before is touched only where it is joined. */
export async function joinClusters(db: Db, edges: readonly Edge[]): Promise<void> {
  await settleParts(db, await grow(db, await groupsOf(db, edges.filter(isClustered))))
}

/** Clusters that some items are in. */
export async function clustersOfItems(db: Db, items: readonly number[]): Promise<readonly number[]> {
  const { rows } = await sql<{ cluster: number }>`
    select distinct m.cluster from json_each(${JSON.stringify(items)}) j
    cross join json_each(${CLUSTERED_JSON}) k cross join member m on m.kind = k.value and m.item = j.value`.execute(db)
  return rows.map(({ cluster }) => cluster)
}

/** Parts clusters anew, after items of theirs and those items' links are gone. */
export async function splitClusters(db: Db, clusters: readonly number[]): Promise<void> {
  for (const cluster of clusters) await splitCluster(db, cluster)
}

async function splitCluster(db: Db, cluster: number): Promise<void> {
  const row = await db.selectFrom('cluster').select('kind').where('id', '=', cluster).executeTakeFirst()
  if (!row) return
  const { rows } = await sql<{ item: number }>`
    select m.item from member m join item on item.id = m.item where m.cluster = ${cluster}`.execute(db)
  const items = rows.map(({ item }) => item)
  // Crossed, so that SQLite looks links up by their source rather than going through all of a kind.
  const links = await sql<{ source: number; target: number }>`
    select l.source, l.target from json_each(${JSON.stringify(items)}) j
    cross join link l where l.kind = ${row.kind} and l.source = j.value`.execute(db)
  await db.deleteFrom('member').where('cluster', '=', cluster).execute()
  await db.deleteFrom('cluster').where('id', '=', cluster).execute()
  if (isListed(row.kind)) await dropEntries(db, items)
  if (isListed(row.kind)) await unplace(db, items)
  const { find, join } = unions()
  for (const { source, target } of links.rows) join(`${source}`, `${target}`)
  const groups = Map.groupBy(items, (item) => find(`${item}`))
  const made: number[] = []
  for (const group of groups.values())
    if (group.length > 1) made.push(await makeCluster(db, row.kind, await earliest(db, group), group))
  await sql`delete from part where item in (select value from json_each(${JSON.stringify(items)}))`.execute(db)
  await settleParts(db, made)
}
