import { sql } from 'kysely'
import { type Item, isListed, type Link, link } from '../stories/index.ts'
import { candidatesFor, type ItemCache } from './candidates.ts'
import { joinClusters } from './clusters.ts'
import { unplace } from './entries.ts'
import { putItems } from './items.ts'
import type { Db } from './schema.ts'

/** Links what is new among an article's items with the record and with the article's own, and keeps both; `kept` has the numbers of those that stay. */
export async function connect(
  db: Db,
  items: readonly Item[],
  changed: readonly Item[],
  kept: ReadonlyMap<string, number>,
  cache: ItemCache,
): Promise<void> {
  if (changed.length === 0) return
  const kinds = new Set(changed.map(({ kind }) => kind))
  const among = items.filter(({ kind }) => kinds.has(kind))
  const { index, numbers } = await candidatesFor(db, among, cache)
  const fresh = new Set(changed.map(({ ref }) => ref))
  const links = (await link(among, index)).filter(({ from, to }) => fresh.has(from) || fresh.has(to))
  const made = await putItems(db, changed)
  cache.put(changed, made)
  const numberOf = (ref: string) => made.get(ref) ?? kept.get(ref) ?? numbers.get(ref)
  await unplace(
    db,
    changed.flatMap(({ kind, ref }) => (isListed(kind) ? (made.get(ref) ?? []) : [])),
  )
  await joinClusters(db, await keepLinks(db, links, numberOf))
  await markArticle(db, changed)
}

async function keepLinks(db: Db, links: readonly Link[], numberOf: (ref: string) => number | undefined) {
  const rows = links.map(({ kind, from, to, why, score }) => [kind, numberOf(from), numberOf(to), why, score])
  const made = await sql<{ kind: string; source: number; target: number }>`
    insert or ignore into link (kind, source, target, why, score)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
    from json_each(${JSON.stringify(rows)}) where true
    returning kind, source, target`.execute(db)
  return made.rows
}

async function markArticle(db: Db, changed: readonly Item[]): Promise<void> {
  const [article] = changed.filter(({ kind }) => kind === 'article')
  if (article) await sql`insert or ignore into stale (item) select id from item where ref = ${article.ref}`.execute(db)
}
