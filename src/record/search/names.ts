import { sql } from 'kysely'
import { wordsIn } from '../../stories/fold.ts'
import type { EntityItem } from '../../stories/index.ts'
import type { FieldName } from '../query/query.ts'
import { resolveId } from '../redirects.ts'
import type { Db } from '../schema.ts'

/** A name as it is compared: its words, folded. */
export const nameKey = (name: string): string => wordsIn(name).join(' ')

/** What an item is looked up by: its names, each word of a person's name, and the GeoNames id of a place. */
export function namesOf({ name, aliases, type, geonamesId }: EntityItem): readonly string[] {
  if (type === 'source') return []
  const names = [name, ...aliases].map(nameKey)
  // A surname is a name as well; a first name or a particle alone is nobody's.
  const surnames = type === 'person' ? names.flatMap((one) => one.split(' ').slice(1).at(-1) ?? []) : []
  return [...new Set([...names, ...surnames, ...(geonamesId === undefined ? [] : [`geonames ${geonamesId}`])])].filter(
    Boolean,
  )
}

/** Types of entities that a field may mean. A speaker may be of any. */
const TYPES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  person: ['person', 'organization', 'source', 'misc'],
  place: ['location'],
  'said-by': ['person', 'organization', 'source', 'location', 'misc'],
}

/** The entities of a name, an alias, a surname, a public id or a GeoNames id: numbers of all their items. */
export async function itemsCalled(db: Db, field: FieldName, value: string): Promise<readonly number[]> {
  const byId = /^e[0-9a-f]{10}$/.test(value) ? await resolveId(db, value) : undefined
  const list = JSON.stringify(TYPES[field] ?? [])
  const key = /^\d+$/.test(value) ? `geonames ${value}` : nameKey(value)
  const named = byId
    ? sql`select id as item from item where digest = ${byId.slice(1)} and kind = 'entity'`
    : sql`select item from name where name = ${key} and type in (select value from json_each(${list}))`
  // In one text: an entity that everybody writes of has thousands.
  const { rows } = await sql<{ items: string }>`
    with named (item) as materialized (${named}),
      groups (cluster, part) as materialized (
        select distinct member.cluster, part.first from named
        cross join member on member.kind = 'entity' and member.item = named.item
        left join part on part.item = named.item)
    select json_group_array(item) as items from (
      select item from named union
      select member.item from groups cross join member on member.cluster = groups.cluster
      left join part on part.item = member.item
      where part.first is groups.part)`.execute(db)
  return JSON.parse(rows[0]?.items ?? '[]') as number[]
}

/** Outlets whose name holds the words of another, whatever their case and accents. */
export async function outletsCalled(db: Db, value: string): Promise<readonly string[]> {
  const { rows } = await sql<{ outlet: string }>`
    with recursive one (outlet) as (
      select min(outlet) from source
      union all
      select (select min(outlet) from source where outlet > one.outlet) from one where one.outlet is not null)
    select outlet from one where outlet is not null`.execute(db)
  const sought = ` ${nameKey(value)} `
  const outlets = rows.map(({ outlet }) => outlet)
  const same = outlets.filter((outlet) => nameKey(outlet) === nameKey(value))
  return same.length > 0 ? same : outlets.filter((outlet) => ` ${nameKey(outlet)} `.includes(sought))
}
