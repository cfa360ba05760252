import { sql } from 'kysely'
import {
  byWeight,
  centralities,
  clustersOf,
  type Link,
  type StoryRow,
  type StoryRows,
  storyRow,
  storyRows,
} from '../stories/index.ts'
import { itemOf } from './bodies.ts'
import { hasUnplaced, placeEntries, unplaceArticles, unplaceStory } from './entries.ts'
import { listedIn } from './listed.ts'
import { LIMITS, regionsOf } from './regions.ts'
import type { Db } from './schema.ts'

interface Row {
  readonly id: number
  readonly body: string
}

/** Whether any story must be put together anew, or any of its rows listed anew. */
export const hasStale = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('stale').select('item').limit(1).executeTakeFirst()) !== undefined || (await hasUnplaced(db))

/** Puts together anew the stories that additions, changes and removals touched. To be called in a transaction. */
export async function settleStories(db: Db, limits = LIMITS): Promise<void> {
  await sql`delete from stale where item not in (select id from item)`.execute(db)
  for await (const { articles, done } of regionsOf(db, limits)) {
    await settleTogether(db, await rowsAt(db, articles))
    await sql`delete from stale where item in (select value from json_each(${JSON.stringify(done)}))`.execute(db)
  }
  await sql`delete from story_of where article not in (select id from article)`.execute(db)
  await sql`delete from story where id not in (select story from story_of)`.execute(db)
  await placeEntries(db)
}

async function rowsAt(db: Db, items: readonly number[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select item.id, item.body from json_each(${JSON.stringify(items)}) j join item on item.id = j.value`.execute(db)
  return rows
}

async function settleTogether(db: Db, rows: readonly Row[]): Promise<void> {
  const items = rows.map(({ body }) => itemOf<'article'>(body))
  const links = await storyLinks(db, new Map(rows.map(({ id }, at) => [id, items[at]?.ref ?? ''])))
  const central = centralities(links)
  const stories = clustersOf<'article'>('story', items, links).map((cluster) => ({
    cluster,
    row: storyRow(cluster, central),
  }))
  await keepStories(db, stories.flatMap(({ cluster, row }) => cluster.items.map(({ article }) => [article, row.id]))) // biome-ignore format: one thought
  const bodies = stories.map(({ row }) => [row.id, JSON.stringify(row)])
  await sql`insert or replace into story (id, body)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(bodies)})`.execute(db)
}

// Rows are listed by story: where an article goes to another one, both are listed anew.
async function keepStories(db: Db, of: readonly (readonly [article: string, story: string])[]): Promise<void> {
  const { rows } = await sql<{ article: string; story: string }>`
    select story_of.article, story_of.story from json_each(${JSON.stringify(of)}) j
    join story_of on story_of.article = j.value ->> 0 and story_of.story <> j.value ->> 1`.execute(db)
  await sql`insert or replace into story_of (article, story)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(of)})`.execute(db)
  for (const story of new Set(rows.map((row) => row.story))) await unplaceStory(db, story)
  await unplaceArticles(
    db,
    rows.map(({ article }) => article),
  )
}

async function storyLinks(db: Db, refs: ReadonlyMap<number, string>): Promise<readonly Link[]> {
  // Crossed, so that SQLite looks links up by their source rather than going through all of a kind.
  const { rows } = await sql<{ source: number; target: number; why: string; score: number }>`
    select l.source, l.target, l.why, l.score from json_each(${JSON.stringify([...refs.keys()])}) j
    cross join link l where l.kind = 'story' and l.source = j.value`.execute(db)
  return rows.map(({ source, target, why, score }) => ({
    kind: 'story',
    from: refs.get(source) ?? '',
    to: refs.get(target) ?? '',
    why,
    score,
  }))
}

/** Every story, the one with most articles first. */
export async function storiesOf(db: Db): Promise<readonly StoryRow[]> {
  const rows = await db.selectFrom('story').select('body').execute()
  return rows.map(({ body }) => JSON.parse(body) as StoryRow).sort(byWeight)
}

// By article, the article that its text is a copy of: the earliest of its cluster, wherever that is told.
async function copiesIn(db: Db, story: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ article: string; origin: string }>`
    select item.article, first.article as origin from story_of
    cross join item on item.article = story_of.article and item.kind = 'article'
    cross join member on member.kind = 'copy' and member.item = item.id
    join cluster on cluster.id = member.cluster
    join item first on first.id = cluster.first
    where story_of.story = ${story} and first.article <> item.article
      and coalesce(item.outline ->> '$.report.outlet' <> first.outline ->> '$.report.outlet', true)`.execute(db)
  return new Map(rows.map(({ article, origin }) => [article, origin]))
}

async function versionsIn(db: Db, story: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ article: string; version: string }>`
    select version.article, version.version from story_of join version on version.article = story_of.article
    where story_of.story = ${story} order by version.told, version.version`.execute(db)
  const found = new Map<string, string[]>()
  for (const { article, version } of rows) found.set(article, [...(found.get(article) ?? []), version])
  return found
}

/**
 * The rows of a story, loaded as far as they are asked for; those from before the record changed lend what is the same. Undefined for a story
 * that is not there.
 */
export async function rowsOf(db: Db, id: string, before?: StoryRows): Promise<StoryRows | undefined> {
  const row = await db.selectFrom('story').select('body').where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const parts = {
    story: JSON.parse(row.body) as StoryRow,
    ...listedIn(db, id),
    copies: once(() => copiesIn(db, id)),
    versions: () => versionsIn(db, id),
  }
  return storyRows(parts, before)
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
