import type { Attribution } from '../src/layers/attributions.ts'
import type { Reading } from '../src/readings/reading.ts'
import type { Span } from '../src/text/span.ts'
import { overlaps, wordsOf } from '../src/text/span.ts'
import { closest, exampleGold, examplePages, type Gold, squeeze } from './gold.ts'
import { linkedFigures } from './linked.ts'
import type { Reader } from './measures/measure.ts'
import type { Figures } from './score/figures.ts'

const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length

/** The example pages read, by page. */
export async function exampleReadings(reader: Reader): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>()
  for (const page of examplePages()) readings.set(page.origin ?? '', await reader.reading(page))
  return readings
}

/** Shares of the gold of the example pages that the readings hold, page by page, and how well the linked stories agree with it. */
export async function exampleFigures(readings: ReadonlyMap<string, Reading>): Promise<Figures> {
  const gold = exampleGold()
  const of = (page: string): Reading => readings.get(page) as Reading
  const names = Object.keys(gold.articles)
  const told = gold.statements.flatMap(({ speaker, tellings }) =>
    tellings.map((telling) => ({
      speaker: telling.speaker ?? speaker,
      found: findStatement(of(telling.page), telling.content),
      reading: of(telling.page),
    })),
  )
  const days = gold.happenings.flatMap(({ day, modality, tellings }) =>
    tellings.map(({ page, sentence }) => dayOf(of(page), sentence, day, modality)),
  )
  return {
    headline: share(
      names.map((name) => squeeze(of(name).headline ?? '') === squeeze(gold.articles[name]?.headline ?? '')),
    ),
    published: share(
      names.map((name) => (of(name).published ?? '').slice(0, 10) === gold.articles[name]?.published.slice(0, 10)),
    ),
    authors: share(
      names.map(
        (name) =>
          of(name).authors.map(squeeze).sort().join() ===
          (gold.articles[name]?.authors ?? []).map(squeeze).sort().join(),
      ),
    ),
    entities: share(gold.entities.flatMap((entity) => entity.pages.map((page) => hasEntity(of(page), entity)))),
    times: share(gold.times.map(({ page, text, value }) => hasTime(of(page), text, value))),
    statements: share(told.map(({ found }) => found !== undefined)),
    speakers: share(
      told.map(({ speaker, found, reading }) => found !== undefined && isSpeaker(reading, found, speaker, gold)),
    ),
    days: share(days.map(({ right }) => right)),
    modalities: share(days.map(({ modal }) => modal)),
    tolls: share(gold.tolls.map(({ page, words, low }) => hasToll(of(page), words, low))),
    ...(await linkedFigures(readings, gold)),
  }
}

const hasEntity = ({ entities }: Reading, { name, type, aliases }: Gold['entities'][number]): boolean => {
  const wanted = [name, ...aliases].map(squeeze)
  return entities.some(
    (entity) => entity.type === type && [entity.name, ...entity.aliases].map(squeeze).some((n) => wanted.includes(n)),
  )
}

const hasTime = ({ text, times }: Reading, words: string, value: string): boolean =>
  times.some(
    (time) => time.value === value && (wordsOf(text, time).includes(words) || words.includes(wordsOf(text, time))),
  )

const findStatement = ({ text, attributions }: Reading, content: string): Attribution | undefined =>
  closest(attributions, ({ content: spans }) => spans.map((span) => wordsOf(text, span)), content)

function isSpeaker({ entities }: Reading, found: Attribution, speaker: string, gold: Gold): boolean {
  const entity = entities.find(({ id }) => id === found.speaker)
  if (!entity) return false
  const known = gold.entities.find(({ name }) => name === speaker)
  const bare = (name: string): string => squeeze(name).replace(/^the /, '')
  const wanted = [speaker, ...(known?.aliases ?? [])].map(bare)
  const got = [entity.name, ...entity.aliases].map(bare)
  return got.some(
    (name) =>
      wanted.includes(name) || wanted.some((w) => !known && (name.includes(w) || w.includes(name)) && name.length > 4),
  )
}

/** Whether some event of the sentence that begins with these words has the day, and among those the modality. */
function dayOf(
  { text, sentences, events }: Reading,
  words: string,
  day: string,
  modality: string,
): { right: boolean; modal: boolean } {
  const [from, to] = day.split('/')
  const start = text.indexOf(words)
  const sentence: Span | undefined = sentences.find((s) => s.start <= start && start < s.end)
  const inside = sentence ? events.filter((event) => overlaps(sentence, event)) : []
  const right = inside.filter(
    (event) => event.day?.from.slice(0, 10) === from && event.day?.to.slice(0, 10) === (to ?? from),
  )
  return { right: right.length > 0, modal: inside.some((event) => event.modality === modality) }
}

const hasToll = ({ text, quantities }: Reading, words: string, low: number): boolean =>
  quantities.some(
    (q) =>
      q.low === low &&
      (words.includes(wordsOf(text, q)) || wordsOf(text, q).includes(words.replace(/\D+/g, ' ').trim())),
  )
