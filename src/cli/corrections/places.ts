import { type Target, targetOf } from '../../decisions/index.ts'
import type { LayerKey, Reading } from '../../readings/reading.ts'
import type { OnRecord } from '../../record/record.ts'
import type { EntityRow, HappeningRow, StatementRow } from '../../stories/rows.ts'
import type { Span } from '../../text/span.ts'
import { entityCalled } from '../filter.ts'
import { messages } from '../messages.ts'
import { Failure } from '../world.ts'

type Told = HappeningRow | StatementRow

const LAYERS: readonly LayerKey[] = ['events', 'attributions', 'entities', 'mentions', 'times', 'places', 'quantities']
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

/** What stands for the items behind one line: the line of an id, or the only one whose sentences hold the words. */
export async function lineTargets(
  record: OnRecord,
  sought: string,
  article: string | undefined,
): Promise<readonly Target[]> {
  const id = await record.resolve(sought)
  const found: Told[] = []
  for await (const row of toldIn(record)) {
    const isMeant = id === undefined ? sentencesOf(row).some((words) => words.includes(sought)) : row.id === id
    if (isMeant && (article === undefined || row.tellings.some(({ item }) => item.article === article))) found.push(row)
  }
  const [first, ...others] = found
  if (!first) return entityTargets(record, sought, messages.noMatch(sought))
  if (others.length)
    throw new Failure(
      messages.manyMatches(
        sought,
        found.slice(0, MOST).map((row) => `${row.id}  ${sentencesOf(row)[0]?.slice(0, 70)}`),
      ),
    )
  return targetsOf(
    record,
    first.tellings.map(({ item }) => item.ref),
  )
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

async function entityIn(record: OnRecord, sought: string, missing: string): Promise<EntityRow> {
  const name = (await record.resolve(sought)) ?? sought
  for (const { id } of await record.stories()) {
    const rows = await record.rows(id)
    const row = rows && (await entityCalled(rows, name))
    if (row) return row
  }
  throw new Failure(missing)
}

async function targetsOf(record: OnRecord, refs: readonly string[]): Promise<readonly Target[]> {
  const targets: Target[] = []
  for (const ref of refs) {
    const [, article = '', version = '', item = ''] = /^(.+)@([^@#]+)#([^#]+)$/.exec(ref) ?? []
    const reading = (await record.reading(article, version))?.reading
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
