import { nearestPlace, spanOf, type Target, targetOf } from '../../decisions/index.ts'
import type { LayerKey, Reading } from '../../readings/reading.ts'
import type { OnRecord } from '../../record/record.ts'
import { headlineIn, mentionsAlike, partsOfRef, refOf } from '../../stories/index.ts'
import type { ArticleRow, EntityRow, HappeningRow, PlaceRow, StatementRow, StoryRows } from '../../stories/rows.ts'
import type { Citation } from '../../text/citation.ts'
import type { Span } from '../../text/span.ts'
import { entityCalled } from '../filter.ts'
import { messages } from '../messages.ts'
import { Failure } from '../world.ts'

type Told = HappeningRow | StatementRow

const LAYERS: readonly LayerKey[] = [
  'events', 'attributions', 'entities', 'mentions', 'times', 'places', 'quantities', 'sentences',
] // biome-ignore format: a list to be read
const MOST = 8

/** Lines of every story, happenings and statements. */
async function* toldIn(record: OnRecord): AsyncIterable<Told> {
  for (const { id } of await record.stories()) {
    const rows = await record.rows(id)
    if (!rows) continue
    yield* rows.happenings()
    yield* rows.statements()
  }
}

const sentencesOf = ({ tellings }: Told): readonly string[] =>
  tellings.flatMap(({ item }) =>
    item.kind === 'happening' ? [item.sentence.exact] : item.sentences.map(({ exact }) => exact),
  )

/** The line of an id, or the only one whose sentences hold the words; undefined where there is none. Throws a Failure where there are several. */
async function lineIn(record: OnRecord, sought: string, article: string | undefined): Promise<Told | undefined> {
  const id = await record.resolve(sought)
  const found: Told[] = []
  for await (const row of toldIn(record)) {
    const isMeant = id === undefined ? sentencesOf(row).some((words) => words.includes(sought)) : row.id === id
    if (isMeant && (article === undefined || row.tellings.some(({ item }) => item.article === article))) found.push(row)
  }
  if (found.length > 1)
    throw new Failure(
      messages.manyMatches(
        sought,
        found.slice(0, MOST).map((row) => `${row.id}  ${sentencesOf(row)[0]?.slice(0, 70)}`),
      ),
    )
  return found[0]
}

/** As `lineTargets`, but only of what is told, never of who is named. */
export async function toldTargets(
  record: OnRecord,
  sought: string,
  article: string | undefined,
): Promise<readonly Target[]> {
  const line = await lineIn(record, sought, article)
  if (!line) throw new Failure(messages.noMatch(sought))
  const told = line.tellings.filter(({ item }) => article === undefined || item.article === article)
  return targetsOf(
    readFrom(record),
    told.map(({ item }) => item.ref),
  )
}

/** References behind a figure, or behind all mentions of a place, by its id in one story; or of an article itself. */
async function refsIn(rows: StoryRows, read: Read, id: string): Promise<readonly string[]> {
  for await (const row of rows.figures())
    if (row.id === id) return row.points.flatMap(({ tellings }) => tellings.map(({ item }) => item.ref))
  for await (const row of rows.places()) if (row.id === id) return mentionsOf(row, read)
  for await (const row of rows.articles()) if (row.id === id) return headOf(row, read)
  return []
}

/** References of all mentions of a place in its articles: while one of them stands, so does its line. */
export async function mentionsOf({ tellings }: PlaceRow, read: Read): Promise<readonly string[]> {
  const refs: string[] = []
  for (const ref of new Set(tellings.map(({ item }) => item.ref))) {
    const { article, version, item } = partsOfRef(ref) ?? { article: '', version: '', item: '' }
    const reading = await read(article, version)
    if (reading) refs.push(...mentionsAlike(reading, item).map((id) => refOf(reading, id)))
  }
  return refs
}

/** The reference of an article itself: of its headline's sentence. */
export async function headOf(
  { id, version }: Pick<ArticleRow, 'id' | 'version'>,
  read: Read,
): Promise<readonly string[]> {
  const reading = await read(id, version)
  const head = reading && headlineIn(reading)
  return reading && head ? [refOf(reading, head.id)] : []
}

const namesWhole = async (record: OnRecord, sought: string): Promise<boolean> =>
  /^[fp][0-9a-f]{10}$/.test(sought) || (await record.reading(sought)) !== undefined

// What is put together from the articles has no words of its own to be named by: its id alone.
async function idTargets(record: OnRecord, sought: string, article: string | undefined): Promise<readonly Target[]> {
  const [id, read] = [(await record.resolve(sought)) ?? sought, readFrom(record)]
  for (const story of await record.stories()) {
    const rows = await record.rows(story.id)
    const refs = rows ? await refsIn(rows, read, id) : []
    const own = refs.filter((ref) => article === undefined || partsOfRef(ref)?.article === article)
    if (own.length > 0) return targetsOf(read, own)
  }
  return []
}

/** What stands for the items behind one line, article by article, of all its articles or of one; else for who is so named. */
export async function lineTargets(
  record: OnRecord,
  sought: string,
  article: string | undefined,
): Promise<readonly Target[]> {
  const whole = (await namesWhole(record, sought)) ? await idTargets(record, sought, article) : []
  if (whole.length > 0) return whole
  return (await lineIn(record, sought, article))
    ? toldTargets(record, sought, article)
    : entityTargets(record, sought, messages.noMatch(sought))
}

/** What stands for a person, organization or place in each of its articles. */
export async function entityTargets(
  record: OnRecord,
  sought: string,
  missing = messages.noPerson(sought),
): Promise<readonly Target[]> {
  const row = await entityIn(record, sought, missing)
  const targets: Target[] = []
  for (const {
    places: [place],
  } of row.occurrences) {
    if (!place) continue
    const reading = (await record.reading(place.article, place.version))?.reading
    if (reading) targets.push(targetOf(reading, 'entities', { start: place.start, end: place.end }))
  }
  return targets
}

/** The one person, organization or place of a name or an id, in any story. Throws a Failure with `missing` where there is none. */
export async function entityIn(
  record: OnRecord,
  sought: string,
  missing = messages.noPerson(sought),
): Promise<EntityRow> {
  const name = (await record.resolve(sought)) ?? sought
  for (const { id } of await record.stories()) {
    const rows = await record.rows(id)
    const row = rows && (await entityCalled(rows, name))
    if (row) return row
  }
  throw new Failure(missing)
}

/** What stands for the first telling of a line, or the first naming of somebody, with the public id of the row. */
export async function anyTarget(
  record: OnRecord,
  sought: string,
): Promise<{ readonly id: string; readonly target: Target }> {
  const row = await entityIn(record, sought).catch((error: unknown) => {
    if (error instanceof Failure) return undefined
    throw error
  })
  const [place] = row?.occurrences[0]?.places ?? []
  const named = place && (await targetIn(record, place, 'entities'))
  if (row && named) return { id: row.id, target: named }
  const line = await lineIn(record, sought, undefined)
  const [target] = line ? await targetsOf(readFrom(record), line.tellings.slice(0, 1).map(({ item }) => item.ref)) : [] // biome-ignore format: one thought
  if (!line || !target) throw new Failure(messages.noMatch(sought))
  return { id: line.id, target }
}

/** The words of a citation as a target. */
export async function targetIn(
  record: OnRecord,
  { article, version, start, end }: Citation,
  layer: LayerKey,
): Promise<Target | undefined> {
  const reading = (await record.reading(article, version))?.reading
  return reading && targetOf(reading, layer, { start, end })
}

/** The reading that a target is about, as it holds now. */
export const readingFor = async (record: OnRecord, { article }: Target): Promise<Reading | undefined> =>
  (await record.reading(article))?.reading

/** Of all places of words in an article, the one nearest to a target; undefined where they are nowhere. */
export function nearestTo(reading: Reading, words: string, target: Target): Target | undefined {
  const span = nearestPlace(reading.text, words, spanOf(reading, target)?.start ?? 0)
  return span && targetOf(reading, 'mentions', span)
}

/** Looks up a version of an article as it was read. */
export type Read = (article: string, version: string) => Promise<Reading | undefined>

/** Reads from a record, each time anew; the newest version unless one is named. */
export const readFrom =
  (record: OnRecord) =>
  async (article: string, version?: string): Promise<Reading | undefined> =>
    (await record.reading(article, version))?.reading

/** What stands for items by their references; those that are gone are left out. */
export async function targetsOf(read: Read, refs: readonly string[]): Promise<readonly Target[]> {
  const targets: Target[] = []
  for (const { article, version, item } of refs.flatMap((ref) => partsOfRef(ref) ?? [])) {
    const reading = await read(article, version)
    const layer = reading && LAYERS.find((key) => reading[key].some(({ id }) => id === item))
    if (reading && layer) targets.push(targetOf(reading, layer, item))
  }
  return targets
}

/** The one place of words in all articles, or in one of them. Throws a Failure where they are nowhere, or in several places. */
export async function wordsIn(
  record: OnRecord,
  words: string,
  article: string | undefined,
): Promise<{ readonly reading: Reading; readonly span: Span }> {
  const found: { reading: Reading; span: Span }[] = []
  for await (const row of record.articles()) {
    if (article !== undefined && row.id !== article) continue
    const reading = (await record.reading(row.id))?.reading
    if (reading) for (const span of placesOf(reading.text, words)) found.push({ reading, span })
  }
  const [only, another] = found
  if (!only || another) throw new Failure(messages.noWords(words))
  return only
}

/** Places of words in a text, at most two: one is wanted. */
export function placesOf(text: string, words: string): Span[] {
  const first = words ? text.indexOf(words) : -1
  if (first < 0) return []
  const again = text.indexOf(words, first + 1)
  return [first, ...(again < 0 ? [] : [again])].map((start) => ({ start, end: start + words.length }))
}
