import { sql } from 'kysely'
import type { Decided } from '../../decisions/decided.ts'
import type { EntityItem, Item, StatementItem } from '../../stories/index.ts'
import { refOf } from '../../stories/index.ts'
import { byPlace, overlaps, type Span, spanAt } from '../../text/span.ts'
import type { Db } from '../schema.ts'
import { namesOf } from './names.ts'

/** Numbers of the sentences of one version: its own number in the upper digits, so that a version's are a range. */
const SENTENCES = 1_048_576

/** From here on a statement of one origin is shown by default, and so is it found by its speaker. */
const SURE = 0.84

type HeldRow = readonly [sentence: number, item: number, says: 0 | 1, start: number, end: number]

/** Puts the sentences of an article's newest version into the index, with whom they name and who says them. `items` are what it offers. */
export async function indexSentences(db: Db, decided: Decided, version: number, items: readonly Item[]): Promise<void> {
  const { reading } = decided
  const sentences = reading.sentences.slice(0, SENTENCES)
  const rows = sentences.map(({ start, end }, at) => [
    version * SENTENCES + at,
    reading.text.slice(start, end),
    start,
    spanAt(reading.blocks, start)?.n ?? null,
  ])
  await sql`insert into sentence_fts (rowid, words, place, paragraph)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${JSON.stringify(rows)})`.execute(db)
  const entities = items.filter((item) => item.kind === 'entity')
  const numbers = await numbersOf(db, reading.id)
  const numbered = numberer(sentences, version)
  const held = [
    ...entities.flatMap((item) => namingOf(decided, item, numbers.get(item.ref), numbered)),
    ...items.flatMap((item) => (item.kind === 'statement' ? sayingOf(item, numbers, numbered) : [])),
  ]
  await sql`insert or ignore into held (sentence, item, says, start, end)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
    from json_each(${JSON.stringify(held)})`.execute(db)
  await keepNames(db, entities, numbers)
  await keepSource(db, decided, version)
}

/** Pages of the index that are written at once, of four kilobytes. */
const GATHERED = 1000

/**
 * Brings some of the parts together in which additions left the index: each is asked at every search, so thirteen took half as long again as one. To
 * be called in a transaction, after many additions.
 */
export async function gatherIndex(db: Db): Promise<void> {
  await sql`insert into sentence_fts (sentence_fts, rank) values ('merge', ${GATHERED})`.execute(db)
}

async function numbersOf(db: Db, article: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('item')
    .select(['id', 'ref'])
    .where('article', '=', article)
    .where('kind', '=', 'entity')
    .execute()
  return new Map(rows.map(({ id, ref }) => [ref, id]))
}

// The number of the sentence that a span begins in.
function numberer(sentences: readonly Span[], version: number): (span: Span) => number | undefined {
  const places = new Map(sentences.map((sentence, at) => [sentence, version * SENTENCES + at]))
  return (span) => {
    const sentence = spanAt(sentences, span.start)
    return sentence && places.get(sentence)
  }
}

// Names and descriptions: a pronoun alone does not say whom it stands for.
function namingOf(
  { reading }: Decided,
  item: EntityItem,
  number: number | undefined,
  numbered: (span: Span) => number | undefined,
): readonly HeldRow[] {
  const entity = reading.entities.find(({ id }) => refOf(reading, id) === item.ref)
  const own = new Set(entity?.mentions)
  return reading.mentions.flatMap((mention): HeldRow[] => {
    const sentence = own.has(mention.id) && mention.form !== 'pronoun' ? numbered(mention) : undefined
    return sentence === undefined || number === undefined ? [] : [[sentence, number, 0, mention.start, mention.end]]
  })
}

// The sentences of a statement, each with the words for who says it that stand in it.
function sayingOf(
  item: StatementItem,
  numbers: ReadonlyMap<string, number>,
  numbered: (span: Span) => number | undefined,
): readonly HeldRow[] {
  const number = item.speaker === undefined ? undefined : numbers.get(item.speaker)
  if (number === undefined || !(item.confirmed || item.score >= SURE)) return []
  return item.sentences.flatMap((sentence): HeldRow[] => {
    const at = numbered(sentence)
    const source = item.source.find((span) => overlaps(sentence, span)) ?? {
      start: sentence.start,
      end: sentence.start,
    }
    return at === undefined ? [] : [[at, number, 1, source.start, source.end]]
  })
}

async function keepNames(db: Db, items: readonly EntityItem[], numbers: ReadonlyMap<string, number>): Promise<void> {
  const rows = items.flatMap((item) => namesOf(item).map((name) => [name, numbers.get(item.ref), item.type]))
  await sql`insert or ignore into name (name, item, type)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(rows)})`.execute(db)
}

async function keepSource(db: Db, { reading }: Decided, version: number): Promise<void> {
  const { id: article, outlet = null, published } = reading
  await db
    .insertInto('source')
    .values({ version, article, outlet, day: published?.slice(0, 10) ?? null })
    .execute()
  await db.deleteFrom('unsearched').where('version', '=', version).execute()
}

/** Takes the sentences of every version of an article out of the index. */
export async function unindexSentences(db: Db, article: string): Promise<void> {
  const versions = await db.selectFrom('version').select('id').where('article', '=', article).execute()
  for (const { id } of versions) {
    const [from, to] = [id * SENTENCES, (id + 1) * SENTENCES]
    await sql`delete from sentence_fts where rowid >= ${from} and rowid < ${to}`.execute(db)
    await db.deleteFrom('held').where('sentence', '>=', from).where('sentence', '<', to).execute()
    await db.deleteFrom('unsearched').where('version', '=', id).execute()
  }
  await db.deleteFrom('source').where('article', '=', article).execute()
}

/** The version that a sentence's number is of. */
export const versionOfSentence = (sentence: number): number => Math.floor(sentence / SENTENCES)

/** Spans in order, each once, those that overlap as one. */
export function unioned(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of [...spans].sort(byPlace)) {
    const last = found.at(-1)
    if (last && span.start <= last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else if (span.end > span.start) found.push({ start: span.start, end: span.end })
  }
  return found
}
