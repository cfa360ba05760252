import { sql } from 'kysely'
import type { ArticleItem, StoryRow } from '../../stories/index.ts'
import { idOf, type Span } from '../../text/span.ts'
import { alternativesOf } from '../query/alternatives.ts'
import { parseQuery } from '../query/parse.ts'
import { isProblem, type Problem } from '../query/query.ts'
import type { Db } from '../schema.ts'
import { type Candidate, MOST_FOUND, type Picked, pickedBy } from './candidates.ts'
import type { Facet, Found, Hit, Order, SearchOptions } from './found.ts'
import { litIn, rankOf } from './rank.ts'
import { unioned, versionOfSentence } from './sentences.ts'

/** What is known of a found sentence's article. */
interface Source {
  readonly version: number
  readonly article: string
  readonly outlet: string | null
  readonly day: string | null
  readonly name: string
  readonly story: string | null
}

/** A sentence that was found, before it is shown. */
interface Match {
  readonly number: number
  readonly words: string
  readonly start: number
  readonly paragraph: number | null
  /** Words sought, counted from the sentence's start. */
  readonly lit: readonly Span[]
  readonly rank: number
  readonly source: Source
}

/** Finds what a query asks for in a record whose sentences are all indexed and whose stories are put together. */
export async function searchRecord(
  db: Db,
  text: string,
  { limit = 20, after, order = 'match' }: SearchOptions,
): Promise<Found | Problem> {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST_FOUND))
    throw new RangeError(`limit takes a whole number from 1 to ${MOST_FOUND}, not ${limit}`)
  const query = parseQuery(text)
  if (isProblem(query)) return query
  const alternatives = alternativesOf(query)
  if (typeof alternatives === 'string') return { reason: alternatives, at: { start: 0, end: text.length } }
  const picked: Picked[] = []
  for (const alternative of alternatives) picked.push(await pickedBy(db, alternative))
  const found = [...together(picked)].sort(([a], [b]) => b - a)
  const shown = found.slice(0, MOST_FOUND).map(([, candidates]) => candidates)
  const matches = (await matchesOf(db, shown)).sort(BY[order])
  const from = startOf(matches, after)
  const page = matches.slice(from, from + limit)
  const last = page.at(-1)
  return {
    hits: await hitsOf(db, page, picked),
    total: matches.length,
    more: found.length > MOST_FOUND,
    articles: new Set(matches.map(({ source }) => source.article)).size,
    ...(last && from + limit < matches.length ? { next: nameOf(last) } : {}),
    ...(await facetsOf(db, matches)),
    unknown: distinct(picked.flatMap(({ unknown }) => unknown)),
  }
}

const distinct = <T>(values: readonly T[]): readonly T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

// What the alternatives found, by sentence.
function together(picked: readonly Picked[]): ReadonlyMap<number, readonly [Candidate, ...Candidate[]]> {
  const found = new Map<number, [Candidate, ...Candidate[]]>()
  for (const candidate of picked.flatMap(({ candidates }) => candidates)) {
    const known = found.get(candidate.sentence)
    if (known) known.push(candidate)
    else found.set(candidate.sentence, [candidate])
  }
  return found
}

async function matchesOf(db: Db, found: readonly (readonly [Candidate, ...Candidate[]])[]): Promise<Match[]> {
  const versions = [...new Set(found.map(([{ sentence }]) => versionOfSentence(sentence)))]
  const { rows } = await sql<Source>`
    select source.version, source.article, source.outlet, source.day, version.version as name, story_of.story
    from json_each(${JSON.stringify(versions)}) j
    join source on source.version = j.value
    join version on version.id = source.version
    left join story_of on story_of.article = source.article`.execute(db)
  const sources = new Map(rows.map((row) => [row.version, row]))
  return found.flatMap((candidates): Match[] => {
    const [{ sentence: number, words, place: start, paragraph }] = candidates
    const source = sources.get(versionOfSentence(number))
    const lit = unioned(candidates.flatMap(({ marked }) => litIn(words, marked)))
    return source ? [{ number, words, start, paragraph, lit, rank: rankOf(words, lit), source }] : []
  })
}

const byDay = (a: Match, b: Match): number =>
  (b.source.day ?? '').localeCompare(a.source.day ?? '') || b.source.version - a.source.version || a.number - b.number

const BY: Readonly<Record<Order, (a: Match, b: Match) => number>> = {
  day: byDay,
  match: (a, b) => b.rank - a.rank || byDay(a, b),
}

const spanOf = ({ start, words }: Match): Span => ({ start, end: start + words.length })

const nameOf = (match: Match): string => `${match.source.article}@${match.source.name}#${idOf('s', spanOf(match))}`

function startOf(matches: readonly Match[], after: string | undefined): number {
  if (after === undefined) return 0
  const at = matches.findIndex((match) => nameOf(match) === after)
  if (at < 0) throw new RangeError(`${after} is not among what was found`)
  return at + 1
}

async function hitsOf(db: Db, page: readonly Match[], picked: readonly Picked[]): Promise<readonly Hit[]> {
  const reports = await reportsOf(db, page.map(({ source }) => source.article)) // biome-ignore format: one line
  const held = await heldIn(db, page, picked)
  return page.map((match) => {
    const { source, words: exact, paragraph, rank } = match
    const inText = match.lit.map(({ start, end }) => ({ start: start + match.start, end: end + match.start }))
    return {
      id: nameOf(match),
      sentence: {
        ...{ article: source.article, version: source.name, exact, ...spanOf(match) },
        ...(paragraph === null ? {} : { n: paragraph }),
      },
      lit: unioned([...inText, ...(held.get(match.number) ?? [])]),
      report: reports.get(source.article) ?? {},
      ...(source.story === null ? {} : { story: source.story }),
      rank,
    }
  })
}

async function reportsOf(db: Db, articles: readonly string[]): Promise<ReadonlyMap<string, ArticleItem['report']>> {
  const { rows } = await sql<{ article: string; report: string }>`
    select item.article, item.body -> '$.report' as report from json_each(${JSON.stringify([...new Set(articles)])}) j
    join item on item.article = j.value and item.kind = 'article'`.execute(db)
  return new Map(rows.map(({ article, report }) => [article, JSON.parse(report) as ArticleItem['report']]))
}

// The words by which the sentences of a page hold the entities that were asked for.
async function heldIn(
  db: Db,
  page: readonly Match[],
  picked: readonly Picked[],
): Promise<ReadonlyMap<number, readonly Span[]>> {
  const asked = picked.flatMap(({ held }) => held).map(({ says, items }) => ({ says, items: new Set(items) }))
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ sentence: number; item: number; says: 0 | 1 } & Span>`
    select held.sentence, held.item, held.says, held.start, held.end
    from json_each(${JSON.stringify(page.map(({ number }) => number))}) j
    cross join held on held.sentence = j.value`.execute(db)
  const own = rows.filter(({ item, says }) => asked.some((one) => one.says === (says === 1) && one.items.has(item)))
  return Map.groupBy(own, ({ sentence }) => sentence)
}

function counted<T extends string>(values: readonly (T | null | undefined)[]): readonly Facet<T>[] {
  const counts = new Map<T, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

const MOST_VALUES = 100

async function facetsOf(db: Db, matches: readonly Match[]): Promise<Pick<Found, 'outlets' | 'stories' | 'days'>> {
  const stories = counted(matches.map(({ source }) => source.story)).slice(0, MOST_VALUES)
  const { rows } = await sql<{ body: string }>`
    select story.body from json_each(${JSON.stringify(stories.map(({ value }) => value))}) j
    join story on story.id = j.value`.execute(db)
  const known = new Map(rows.map(({ body }) => JSON.parse(body) as StoryRow).map((row) => [row.id, row]))
  const days = matches.map(({ source }) => source.day)
  const months = counted(days.map((day) => day?.slice(0, 7)))
  return {
    outlets: counted(matches.map(({ source }) => source.outlet)).slice(0, MOST_VALUES),
    stories: stories.flatMap(({ value, count }) => {
      const row = known.get(value)
      return row ? [{ value: { id: row.id, ...(row.title ? { title: row.title } : {}) }, count }] : []
    }),
    days: [...(months.length > 2 ? months : counted(days))].sort((a, b) => (a.value < b.value ? 1 : -1)),
  }
}
