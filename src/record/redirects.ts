import { sql } from 'kysely'
import type { Item } from '../stories/index.ts'
import { clusterId } from '../stories/index.ts'
import { itemOf } from './bodies.ts'
import { linksOf, type Numbered } from './items.ts'
import type { Db } from './schema.ts'

/** Letters of public ids, and the kind of item that stands behind each. */
const LETTERS: Readonly<Record<string, string>> = {
  e: 'entity',
  s: 'statement',
  h: 'happening',
  p: 'place',
  f: 'figure',
  c: 'article',
  y: 'article',
}

const LONGEST_WAY = 1000

// What of an item stays when its article is read again or in other words: the same name, the same words.
function signature(item: Item): string {
  if (item.kind === 'article') return 'article'
  if (item.kind === 'entity') return `entity ${item.type} ${item.name}`
  if (item.kind === 'statement') return `statement ${item.content.map(({ exact }) => exact).join(' ')}`
  if (item.kind === 'place') return `place ${item.geonamesId ?? item.name}`
  if (item.kind === 'figure') return `figure ${item.words.exact} ${item.sentence.exact}`
  return `happening ${item.words.exact} ${item.sentence.exact}`
}

/**
 * Keeps where ids of items that go will lead: to the same thing in the article as it is now, else to a neighbour in its cluster. To be called
 * before they are forgotten; `now` are the items that the article will have.
 */
export async function redirectGone(
  db: Db,
  old: readonly (Numbered & { readonly body: string })[],
  now: readonly Item[],
): Promise<void> {
  const kept = new Set(now.map(({ ref }) => ref))
  const gone = old.filter(({ ref }) => !kept.has(ref))
  if (gone.length === 0) return
  const heirs = new Map(now.map((item) => [signature(item), item.ref]))
  const neighbours = await neighboursOf(
    db,
    gone.map(({ id }) => id),
    new Set(old.map(({ id }) => id)),
  )
  for (const { id, ref, digest, kind, body } of gone) {
    const heir = heirs.get(signature(itemOf(body)))
    const to = heir === undefined ? neighbours.get(id) : clusterId('entity', heir).slice(1)
    if (to !== undefined && heir !== ref) await redirect(db, letterOf(kind) + digest, letterOf(kind) + to)
  }
}

const letterOf = (kind: string): string => (kind === 'article' ? 'y' : kind.charAt(0))

// The digits of an item linked with each, that stays: the first by ref.
async function neighboursOf(
  db: Db,
  gone: readonly number[],
  old: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const pairs = (await linksOf(db, gone))
    .flatMap(({ source, target }) => [
      [source, target],
      [target, source],
    ])
    .filter(([, other = 0]) => !old.has(other))
  const { rows } = await sql<{ id: number; digest: string }>`
    select value ->> 0 as id, item.digest from json_each(${JSON.stringify(pairs)})
    join item on item.id = value ->> 1 order by item.ref desc`.execute(db)
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

async function redirect(db: Db, id: string, heir: string): Promise<void> {
  if (id === heir) return
  await db
    .insertInto('redirect')
    .values({ id, heir })
    .onConflict((on) => on.column('id').doUpdateSet({ heir }))
    .execute()
}

/** The public id that an id answers to now; undefined for one that leads to nothing. */
export async function resolveId(db: Db, id: string): Promise<string | undefined> {
  let at = id
  for (let steps = 0; steps < LONGEST_WAY; steps++) {
    const found = await answerOf(db, at)
    if (found !== undefined) return found
    const row = await db.selectFrom('redirect').select('heir').where('id', '=', at).executeTakeFirst()
    if (!row) return undefined
    at = row.heir
  }
  return undefined
}

// The id of the cluster of the item that an id is of.
async function answerOf(db: Db, id: string): Promise<string | undefined> {
  const letter = id.charAt(0)
  const kind = LETTERS[letter]
  if (kind === undefined) return undefined
  const item = await db
    .selectFrom('item')
    .select(['id', 'article', 'digest'])
    .where('digest', '=', id.slice(1))
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!item) return undefined
  if (letter === 'y')
    return (await db.selectFrom('story_of').select('story').where('article', '=', item.article).executeTakeFirst())
      ?.story
  const cluster = await db
    .selectFrom('member')
    .innerJoin('cluster', 'cluster.id', 'member.cluster')
    .leftJoin('part', 'part.item', 'member.item')
    .innerJoin('item', (on) => on.on(sql<boolean>`item.id = coalesce(part.first, cluster.first)`))
    .select('item.digest')
    .where('member.kind', '=', letter === 'c' ? 'copy' : kind)
    .where('member.item', '=', item.id)
    .executeTakeFirst()
  return letter + (cluster?.digest ?? item.digest)
}
