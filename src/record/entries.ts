import { type RawBuilder, sql } from 'kysely'
import { type EntryOf, entryOf, LISTED, type Listed, type Outlined } from '../stories/index.ts'
import type { Db } from './schema.ts'

// An item's cluster, or its part of that, by the first of its items: what its public id is made of.
const HEAD = sql`coalesce(part.first, cluster.first, item.id)`
const headJoins = (kind: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  left join member on member.kind = ${kind} and member.item = item.id
  left join cluster on cluster.id = member.cluster
  left join part on part.item = item.id`

/** Joins that find the entry of an item in a story: of the table `item`, as `entry`. */
export const entryJoins = (story: string, kind: Listed): RawBuilder<unknown> => sql`
  ${headJoins(sql`${kind}`)}
  join entry on entry.kind = ${kind} and entry.head = ${HEAD} and entry.story = ${story}`

/** Marks items whose entries are to be made anew when stories are put together. */
export async function unplace(db: Db, items: readonly number[]): Promise<void> {
  if (items.length === 0) return
  await sql`insert or ignore into unplaced (item) select value from json_each(${JSON.stringify(items)})`.execute(db)
}

/** Takes entries away whose cluster has another first item now, or is gone, in whatever story. */
export async function dropEntries(db: Db, heads: readonly number[]): Promise<void> {
  if (heads.length === 0) return
  await sql`delete from entry where rowid in (
    select entry.rowid from json_each(${JSON.stringify(heads)}) head cross join json_each(${JSON.stringify(LISTED)}) kind
    cross join entry on entry.kind = kind.value and entry.head = head.value)`.execute(db)
}

/** Marks all items of a story's articles, and takes its entries away: articles left it, or came from another. */
export async function unplaceStory(db: Db, story: string): Promise<void> {
  await db.deleteFrom('entry').where('story', '=', story).execute()
  await sql`insert or ignore into unplaced (item)
    select item.id from story_of join item on item.article = story_of.article where story_of.story = ${story}`.execute(
    db,
  )
}

/** Marks all items of some articles. */
export async function unplaceArticles(db: Db, articles: readonly string[]): Promise<void> {
  await sql`insert or ignore into unplaced (item)
    select item.id from json_each(${JSON.stringify(articles)}) j join item on item.article = j.value`.execute(db)
}

/** Whether any entry is to be made anew. */
export const hasUnplaced = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('unplaced').select('item').limit(1).executeTakeFirst()) !== undefined

/** Items that are placed at once: what a large story has is never all in memory. */
const AT_ONCE = 20_000

interface Fresh {
  readonly id: number
  readonly kind: string
  readonly story: string
  readonly head: number
}

async function unplacedItems(db: Db): Promise<readonly Fresh[]> {
  const { rows } = await sql<Fresh>`
    select item.id, item.kind, story_of.story, ${HEAD} as head
    from (select item from unplaced order by item limit ${AT_ONCE}) fresh
    cross join item on item.id = fresh.item cross join story_of on story_of.article = item.article
    ${headJoins(sql`item.kind`)}`.execute(db)
  return rows
}

/** Makes anew the entries of what was added or joined since. To be called in a transaction, when every article is in its story. */
export async function placeEntries(db: Db): Promise<void> {
  while (await hasUnplaced(db)) {
    for (const [story, items] of Map.groupBy(await unplacedItems(db), (one) => one.story))
      for (const kind of LISTED) await placeIn(db, story, kind, items.filter((one) => one.kind === kind)) // biome-ignore format: one thought
    await sql`delete from unplaced where item in (select item from unplaced order by item limit ${AT_ONCE})`.execute(db)
  }
}

interface Row {
  readonly head: number
  readonly digest: string
  readonly id: number
  readonly ref: string
  readonly article: string
  readonly published: string
  readonly outline: string
}

// Items of a story that are of the touched clusters: those marked, and those that their entries hold already.
async function touchedIn(db: Db, story: string, kind: Listed, fresh: readonly Fresh[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    with fresh (id, head) as materialized (
        select value ->> 0, value ->> 1 from json_each(${JSON.stringify(fresh.map(({ id, head }) => [id, head]))})),
      heads (head) as materialized (select distinct head from fresh),
      held (id, head) as materialized (
        select id, head from fresh union
        select one.value, entry.head from heads
        cross join entry on entry.kind = ${kind} and entry.head = heads.head and entry.story = ${story}
        cross join json_each(entry.items) one)
    select held.head, first.digest, item.id, item.ref, item.article, item.published, item.outline
    from held cross join item on item.id = held.id cross join item first on first.id = held.head
    order by held.head, item.published, item.ref`.execute(db)
  return rows
}

const outlinedOf = <K extends Listed>({ outline, ref, article, published }: Row): Outlined<K> =>
  ({ ...JSON.parse(outline), ref, article, published }) as Outlined<K>

async function placeIn<K extends Listed>(db: Db, story: string, kind: K, fresh: readonly Fresh[]): Promise<void> {
  if (fresh.length === 0) return
  const clusters = Map.groupBy(await touchedIn(db, story, kind, fresh), ({ head }) => head)
  const rows = [...clusters].flatMap(([head, items]) => {
    const [first, ...rest] = items.map((row) => outlinedOf<K>(row))
    return first ? [[head, items[0]?.digest, ...columns(entryOf(kind, [first, ...rest])), JSON.stringify(items.map(({ id }) => id))]] : [] // biome-ignore format: one thought
  })
  await sql`insert or replace into entry (story, kind, head, digest, a, b, word, told, facts, items)
    select ${story}, ${kind}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
    from json_each(${JSON.stringify(rows)})`.execute(db)
}

const columns = (entry: EntryOf<Listed>): readonly unknown[] => [
  entry.a,
  entry.b,
  entry.kind === 'happening' ? (entry.done ?? null) : null,
  entry.kind === 'happening' ? entry.told : null,
  JSON.stringify(entry),
]
