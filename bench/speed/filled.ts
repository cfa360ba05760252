import { DatabaseSync } from 'node:sqlite'

/** A key that more items hold than this is a common one, which all copies share. */
const RARE = 20
/** The bits of a key that are altered: the lower ones, so that a copy's keys lie near those they are made from, as an article's own do. */
const ALTERED = 2 ** 32 - 1
const STRIDE = 40_503_001
/** Pages that SQLite may hold meanwhile, in kB. */
const CACHE = 4_000_000

/** What linking looks at, and the rows of its `copy.n`-th copy, of `most.item` items and `most.cluster` clusters. */
const ROWS: Readonly<Record<string, string>> = {
  item: `select item.id + n * most.item, article || '*' || n || substr(ref, length(article) + 1), digest || n, kind,
      article || '*' || n, published, replace(replace(body, article || '@', article || '*' || n || '@'),
      '"' || article || '"', '"' || article || '*' || n || '"'), outline
    from copy cross join most cross join item order by n, ref`,
  key: `select case when key in (select key from rare)
      then (key & ~${ALTERED}) | (((key & ${ALTERED}) + n * ${STRIDE}) & ${ALTERED}) else key end, key.item + n * most.item
    from copy cross join most cross join key order by 1, 2`,
  link: `select kind, source + n * most.item, target + n * most.item, why, score
    from copy cross join most cross join link order by 1, 2, 3`,
  cluster: `select id + n * most.cluster, kind, first + n * most.item, size
    from copy cross join most cross join cluster order by n, id`,
  member: `select kind, member.item + n * most.item, member.cluster + n * most.cluster
    from copy cross join most cross join member order by 1, 2`,
}

function indexesOf(database: DatabaseSync): readonly { readonly name: string; readonly sql: string }[] {
  const rows = database
    .prepare("select name, tbl_name, sql from sqlite_schema where type = 'index' and sql is not null")
    .all()
  return rows
    .filter(({ tbl_name }) => `${tbl_name}` in ROWS)
    .map(({ name, sql }) => ({ name: `${name}`, sql: `${sql}` }))
}

/**
 * Makes what a record is linked by `times` as large, by its own rows over again: each copy has keys of its own where few items hold them, and the
 * common ones of all. It is no whole record then: pages, readings and the index of sentences stay as they were.
 */
export function fill(path: string, times: number): void {
  const database = new DatabaseSync(path)
  database.exec(`pragma journal_mode = memory; pragma synchronous = off; pragma cache_size = -${CACHE}`)
  database.exec(`
    create temp table copy as with recursive upto (n) as (select 1 union all select n + 1 from upto where n < ${times}) select n from upto where n < ${times};
    create temp table most as select (select max(id) from item) as item, (select max(id) from cluster) as cluster;
    create temp table rare (key integer primary key);
    insert into rare select key from key group by key having count(*) <= ${RARE}`)
  const indexes = indexesOf(database)
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  for (const [table, rows] of Object.entries(ROWS)) database.exec(`insert into ${table} ${rows}`)
  for (const { sql } of indexes) database.exec(sql)
  database.close()
}
