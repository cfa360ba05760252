import { type RawBuilder, sql } from 'kysely'
import type { Alternative } from '../query/alternatives.ts'
import type { FieldName } from '../query/query.ts'
import { resolveId } from '../redirects.ts'
import type { Db } from '../schema.ts'
import { itemsCalled, outletsCalled } from './names.ts'

/** Sentences found at most; one more is asked for, to know that there are others. */
export const MOST_FOUND = 1000

/** Up to so many sentences or versions each is looked up by itself: beyond that going through all that hold the words is faster. */
const FEW_SENTENCES = 250
const FEW_VERSIONS = 150

type Sql = RawBuilder<unknown>

/** A found sentence by its number, with its words, and those in which the sought ones are marked. */
export interface Candidate {
  readonly sentence: number
  readonly words: string
  readonly marked: string
  readonly place: number
  readonly paragraph: number | null
}

/** Put before and after what is sought, in a sentence's words. */
export const MARKS = ['\u0002', '\u0003'] as const

/** A field as it is asked of the index. */
interface Asked {
  readonly wanted: boolean
  readonly name: FieldName
  readonly value: string
  /** Numbers of an entity's items: for fields that a sentence has. */
  readonly items?: readonly number[]
  /** A condition on `source`: for fields that an article has. */
  readonly where?: Sql
  readonly known: boolean
}

async function askedOf(db: Db, { wanted, name, value }: Alternative['fields'][number]): Promise<Asked> {
  const field = { wanted, name, value }
  if (name === 'from') return { ...field, where: sql`source.day >= ${value}`, known: true }
  // "~" stands after every digit and hyphen.
  if (name === 'to') return { ...field, where: sql`source.day <= ${`${value}~`}`, known: true }
  if (name === 'outlet') {
    const outlets = await outletsCalled(db, value)
    const where = sql`source.outlet in (select value from json_each(${JSON.stringify(outlets)}))`
    return { ...field, where, known: outlets.length > 0 }
  }
  if (name === 'story') {
    const id = await resolveId(db, value)
    const where = sql`source.article in (select article from story_of where story = ${id ?? ''})`
    return { ...field, where, known: id?.startsWith('y') ?? false }
  }
  const items = await itemsCalled(db, name, value)
  return { ...field, items, known: items.length > 0 }
}

const all = (parts: readonly Sql[]): Sql => sql.join(parts, sql` and `)

const saysOf = ({ name }: Asked): number => (name === 'said-by' ? 1 : 0)
const listOf = (values: readonly number[] | undefined): string => JSON.stringify(values ?? [])

const heldBy = (one: Asked, items = one.items): Sql =>
  sql`select sentence from json_each(${listOf(items)}) one
    cross join held indexed by held_item on held.item = one.value and held.says = ${saysOf(one)}`

const versionsOf = (asked: readonly Asked[]): Sql | undefined => {
  const conditions = asked.flatMap(({ where, wanted }) =>
    where ? [wanted ? where : sql`not coalesce(${where}, 0)`] : [],
  )
  return conditions.length > 0 ? all(conditions) : undefined
}

/** What every found sentence must meet, whatever it was found by; `number` is its number. */
function filters(asked: readonly Asked[], number: Sql): readonly Sql[] {
  const versions = versionsOf(asked)
  return [
    ...asked.flatMap((one) =>
      one.items ? [one.wanted ? sql`+${number} in (${heldBy(one)})` : sql`+${number} not in (${heldBy(one)})`] : [],
    ),
    ...(versions ? [sql`exists (select 1 from source where source.version = ${number} >> 20 and ${versions})`] : []),
  ]
}

async function numbers(db: Db, query: Sql): Promise<readonly number[]> {
  const { rows } = await sql<{ n: number }>`${query}`.execute(db)
  return rows.map(({ n }) => n)
}

const listed = (values: readonly number[]): Sql => sql`select value from json_each(${JSON.stringify(values)})`
const NUMBER = sql`sentence_fts.rowid`
const COLUMNS = sql`sentence_fts.rowid as sentence, sentence_fts.words, place, paragraph`
const MARKED = sql`highlight(sentence_fts, 0, ${MARKS[0]}, ${MARKS[1]}) as marked`

/** Items that are looked up at once. */
const FEW_ITEMS = 400

interface Last {
  readonly sentences: readonly number[]
  readonly isAll: boolean
}

/**
 * The sentences that hold an entity, those of the items kept last first: all, or as many as are wanted. What everybody writes of costs no more than what
 * is looked at.
 */
async function lastOf(db: Db, one: Asked, wanted: number, more: readonly Sql[] = []): Promise<Last> {
  const items = (one.items ?? []).toSorted((a, b) => b - a)
  const found = new Set<number>()
  for (let at = 0; at < items.length; at += FEW_ITEMS) {
    const held = heldBy(one, items.slice(at, at + FEW_ITEMS))
    const some = await numbers(
      db,
      sql`select distinct sentence as n from (${held}) own where ${all([sql`true`, ...more])}`,
    )
    for (const sentence of some) found.add(sentence)
    if (found.size >= wanted) break
  }
  return { sentences: [...found].sort((a, b) => b - a), isAll: found.size < wanted }
}

// The fewest sentences that a wanted entity holds, where they are few.
async function fewSentences(db: Db, asked: readonly Asked[]): Promise<readonly number[] | undefined> {
  let fewest: readonly number[] | undefined
  for (const one of asked) {
    if (!one.items || !one.wanted) continue
    const { sentences, isAll } = await lastOf(db, one, FEW_SENTENCES + 1)
    if (isAll && sentences.length < (fewest?.length ?? Number.POSITIVE_INFINITY)) fewest = sentences
  }
  return fewest
}

async function fewVersions(db: Db, asked: readonly Asked[]): Promise<readonly number[] | undefined> {
  const versions = versionsOf(asked.filter(({ wanted }) => wanted))
  if (!versions) return undefined
  const found = await numbers(db, sql`select version as n from source where ${versions} limit ${FEW_VERSIONS + 1}`)
  return found.length <= FEW_VERSIONS ? found : undefined
}

/** Up to so many sentences with the sought words each is asked whether it holds an entity, and an entity's last sentences are gathered. */
const MANY = 20_000

// Whether the words stand in so many sentences that an entity's own are the fewer.
async function areMany(db: Db, match: string): Promise<boolean> {
  const [n = 0] = await numbers(
    db,
    sql`select count(*) as n from (select 1 from sentence_fts where sentence_fts match ${match} limit ${MANY + 1})`,
  )
  return n > MANY
}

// Among the last sentences of an entity: undefined where these are not enough to say.
async function amongLast(db: Db, match: string, asked: readonly Asked[]): Promise<readonly Candidate[] | undefined> {
  const first = asked.find(({ items, wanted }) => items && wanted)
  if (!first || !(await areMany(db, match))) return undefined
  const { sentences, isAll } = await lastOf(db, first, MANY)
  const rest = asked.filter((one) => one !== first)
  const found = await matching(db, match, sql`sentence_fts`, [
    sql`+${NUMBER} in (${listed(sentences)})`,
    ...filters(rest, NUMBER),
  ])
  return isAll || found.length > MOST_FOUND ? found : undefined
}

async function matching(db: Db, match: string, from: Sql, conditions: readonly Sql[]): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`select ${COLUMNS}, ${MARKED} from ${from}
    where ${all([sql`sentence_fts match ${match}`, ...conditions])}
    order by sentence_fts.rowid desc limit ${MOST_FOUND + 1}`.execute(db)
  return rows
}

// The sought words are looked for in few sentences, in few versions, or everywhere.
async function byWords(db: Db, match: string, asked: readonly Asked[]): Promise<readonly Candidate[]> {
  const conditions = filters(asked, NUMBER)
  const sentences = await fewSentences(db, asked)
  if (sentences) {
    const few = sql`(${listed(sentences)}) few cross join sentence_fts on sentence_fts.rowid = few.value`
    return matching(db, match, few, conditions)
  }
  const versions = await fewVersions(db, asked)
  const last = versions ? undefined : await amongLast(db, match, asked)
  if (last) return last
  const from = versions
    ? sql`(${listed(versions)}) few cross join sentence_fts
        on sentence_fts.rowid between few.value << 20 and (few.value << 20) + 1048575`
    : sql`sentence_fts`
  return matching(db, match, from, conditions)
}

const byItems = (a: Asked, b: Asked): number => (a.items?.length ?? 0) - (b.items?.length ?? 0)

// By fields alone: from an entity's sentences, or from the last of the versions that have what is asked.
async function byFields(db: Db, without: string | undefined, asked: readonly Asked[]): Promise<readonly Candidate[]> {
  const [first] = asked.filter(({ items, wanted }) => items && wanted).sort(byItems)
  const rest = asked.filter((one) => one !== first)
  const out = (number: Sql) =>
    without === undefined
      ? []
      : [sql`+${number} not in (select rowid from sentence_fts where sentence_fts match ${without})`]
  const own = sql`own.sentence`
  const found = first
    ? (await lastOf(db, first, MOST_FOUND + 1, [...filters(rest, own), ...out(own)])).sentences.slice(0, MOST_FOUND + 1)
    : await ofVersions(db, asked, out)
  const { rows } = await sql<Candidate>`select ${COLUMNS}, sentence_fts.words as marked from sentence_fts
    where rowid in (${listed(found)}) order by rowid desc`.execute(db)
  return rows
}

async function ofVersions(
  db: Db,
  asked: readonly Asked[],
  out: (number: Sql) => readonly Sql[],
): Promise<readonly number[]> {
  const versions = await numbers(
    db,
    sql`select version as n from source where ${versionsOf(asked) ?? sql`true`}
      order by version desc limit ${MOST_FOUND + 1}`,
  )
  const own = asked.filter(({ items }) => items)
  return numbers(
    db,
    sql`select sentence_fts.rowid as n from (${listed(versions)}) few cross join sentence_fts
      on sentence_fts.rowid between few.value << 20 and (few.value << 20) + 1048575
      where ${all([sql`true`, ...filters(own, NUMBER), ...out(NUMBER)])}
      order by sentence_fts.rowid desc limit ${MOST_FOUND + 1}`,
  )
}

/** What one alternative of a query finds: the sentences kept last, the items that its fields mean, and the fields that mean nothing. */
export interface Picked {
  readonly candidates: readonly Candidate[]
  readonly held: readonly { readonly says: boolean; readonly items: readonly number[] }[]
  readonly unknown: readonly { readonly name: FieldName; readonly value: string }[]
}

/** Finds the sentences that meet one alternative of a query, the one kept last first, at most one more than `MOST_FOUND`. */
export async function pickedBy(db: Db, { match, without, fields }: Alternative): Promise<Picked> {
  const asked: Asked[] = []
  for (const field of fields) asked.push(await askedOf(db, field))
  const unknown = asked.filter(({ known }) => !known).map(({ name, value }) => ({ name, value }))
  const never = asked.some(({ known, wanted }) => wanted && !known)
  const candidates = never
    ? []
    : match === undefined
      ? await byFields(db, without, asked)
      : await byWords(db, match, asked)
  const held = asked.flatMap(({ items, wanted, name }) =>
    items && wanted ? [{ says: name === 'said-by', items }] : [],
  )
  return { candidates, held, unknown }
}
