import { sql } from 'kysely'
import type { Due, EntryOf, Item, ItemOf, Kept, Link, Listed, Listing, Start, StoryParts } from '../stories/index.ts'
import { unpacked } from './bodies.ts'
import { entryJoins } from './entries.ts'
import type { Db } from './schema.ts'

type Parts = Pick<
  StoryParts,
  'entries' | 'entriesOf' | 'clusters' | 'stamps' | 'done' | 'links' | 'located' | 'reports'
>

/** Entries that are read at once. */
const AT_ONCE = 256

interface Row {
  readonly digest: string
  readonly facts: string
  readonly a: string | number
  readonly b: string
}

const listingOf = <K extends Listed>(kind: K, { digest, facts }: Pick<Row, 'digest' | 'facts'>): Listing<K> => ({
  ...(JSON.parse(facts) as EntryOf<K>),
  id: kind.charAt(0) + digest,
})

// "~" stands after every digit and hyphen; what has no day has one that is after all.
const withinDays = ({ from, to }: { readonly [key in 'from' | 'to']?: string | undefined }) =>
  sql`${from === undefined ? sql`true` : sql`b >= ${from} and a <> '9999'`} and ${to === undefined ? sql`true` : sql`a <= ${`${to}~`}`}`

// What an entry of a public id is sorted by.
async function placeOf(db: Db, story: string, kind: Listed, id: string): Promise<Row['a'] | undefined> {
  const { rows } = await sql<Pick<Row, 'a'>>`
    select entry.a from item join entry on entry.kind = ${kind} and entry.head = item.id and entry.story = ${story}
    where item.digest = ${id.slice(1)} and item.kind = ${kind}`.execute(db)
  return rows[0]?.a
}

async function* entriesIn<K extends Listed>(
  db: Db,
  story: string,
  kind: K,
  start: Start = {},
): AsyncIterable<Listing<K>> {
  const first = start.since === undefined ? undefined : await placeOf(db, story, kind, start.since)
  if (start.since !== undefined && first === undefined) return
  let after = first === undefined ? sql`true` : sql`a >= ${first}`
  for (;;) {
    const { rows } = await sql<Row>`
      select digest, facts, a, b from entry where story = ${story} and kind = ${kind} and ${after}
        and ${withinDays(start)} order by a, b, digest limit ${AT_ONCE}`.execute(db)
    for (const row of rows) yield listingOf(kind, row)
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = sql`(a, b, digest) > (${last.a}, ${last.b}, ${last.digest})`
  }
}

async function entriesOf<K extends Listed>(db: Db, story: string, kind: K, refs: readonly string[]) {
  const { rows } = await sql<Pick<Row, 'digest' | 'facts'> & { ref: string }>`
    select item.ref, entry.digest, entry.facts from json_each(${JSON.stringify(refs)}) j
    cross join item on item.ref = j.value ${entryJoins(story, kind)}`.execute(db)
  return new Map(rows.map((row) => [row.ref, listingOf(kind, row)]))
}

// A cluster's items come as one text: to read many short ones costs more.
async function clustersOf<K extends Listed>(db: Db, story: string, kind: K, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; stamp: string; items: string }>`
    select j.value as id, entry.items as stamp, '[' || (
      select group_concat(item.body, ',' order by one.key)
      from json_each(entry.items) one cross join item on item.id = one.value) || ']' as items
    from json_each(${JSON.stringify(ids)}) j
    cross join item head on head.digest = substr(j.value, 2) and head.kind = ${kind}
    cross join entry on entry.kind = ${kind} and entry.head = head.id and entry.story = ${story}
    order by j.key`.execute(db)
  return rows.flatMap(({ id, stamp, items }): Kept<K>[] => {
    const [first, ...rest] = (JSON.parse(items) as readonly ItemOf<K>[]).map((kept) => unpacked<K>(kept))
    return first ? [{ id, stamp, items: [first, ...rest] }] : []
  })
}

// An item that changes gets another number.
async function stampsIn(db: Db, story: string, kind: Listed): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ digest: string; items: string }>`
    select digest, items from entry where story = ${story} and kind = ${kind}`.execute(db)
  return new Map(rows.map(({ digest, items }) => [kind.charAt(0) + digest, items]))
}

// Asked for each plan: what is looked up stands in an index whole.
async function doneIn(db: Db, story: string, due: Due, limit: number): Promise<readonly string[]> {
  const { told, word, from, to } = due
  // Three days back: what was done on few days may have begun before.
  const what =
    word === undefined
      ? sql`word is not null and a >= date(${from}, '-2 days') and a <= min(${`${to}~`}, date(${from}, '+363 days'))
          and b >= ${from} and julianday(b) - julianday(a) < 3`
      : sql`word = ${word} and ${withinDays({ from, to })}`
  const { rows } = await sql<{ digest: string }>`
    select digest from entry where story = ${story} and ${what} and told >= ${told}
    order by told, digest limit ${limit}`.execute(db)
  return rows.map(({ digest }) => `h${digest}`)
}

async function linksAmong(db: Db, items: readonly Item[]): Promise<readonly Link[]> {
  const refs = items.map(({ ref }) => ref)
  const { rows } = await sql<Omit<Link, 'kind'>>`
    select item.ref as "from", b.ref as "to", l.why, l.score from json_each(${JSON.stringify(refs)}) j
    cross join item on item.ref = j.value
    cross join link l on l.kind = 'entity' and l.source = item.id
    cross join item b on b.id = l.target order by item.ref, b.ref`.execute(db)
  return rows.map((row) => ({ kind: 'entity', ...row }))
}

async function locatedIn(db: Db, story: string) {
  const { rows } = await sql<{ place: number; digest: string }>`
    select place.value as place, entry.digest from entry cross join json_each(entry.facts, '$.geonames') place
    where entry.story = ${story} and entry.kind = 'entity' order by entry.a, entry.b, entry.digest`.execute(db)
  const found = new Map<number, string>()
  for (const { place, digest } of rows) if (!found.has(place)) found.set(place, `e${digest}`)
  return found
}

async function reportsIn(db: Db, story: string) {
  const { rows } = await sql<{ article: string; outline: string }>`
    select item.article, item.outline from story_of
    join item on item.article = story_of.article and item.kind = 'article'
    where story_of.story = ${story} order by item.published, item.ref`.execute(db)
  return rows.map(({ article, outline }) => ({ article, ...JSON.parse(outline) }))
}

/** What of a story is looked up as it is asked for: see `StoryParts`. */
export const listedIn = (db: Db, story: string): Parts => ({
  entries: (kind, start) => entriesIn(db, story, kind, start),
  entriesOf: (kind, refs) => entriesOf(db, story, kind, refs),
  clusters: (kind, ids) => clustersOf(db, story, kind, ids),
  stamps: (kind) => stampsIn(db, story, kind),
  done: (due, limit) => doneIn(db, story, due, limit),
  links: (items) => linksAmong(db, items),
  located: () => locatedIn(db, story),
  reports: () => reportsIn(db, story),
})
