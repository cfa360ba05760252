import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '../src/articles/page.ts'
import type { Attribution } from '../src/layers/attributions.ts'
import type { Reading } from '../src/readings/reading.ts'
import type { Span } from '../src/text/span.ts'
import { overlaps, wordsOf } from '../src/text/span.ts'
import type { Reader } from './measures/measure.ts'
import type { Figures } from './score/figures.ts'

const STORY = new URL('../examples/story/', import.meta.url)

/** What a careful reader finds in the example pages: see examples/README.md. */
export interface Gold {
  readonly articles: Readonly<
    Record<string, { readonly headline: string; readonly published: string; readonly authors: readonly string[] }>
  >
  readonly copies: Readonly<Record<string, string>>
  readonly entities: readonly {
    readonly name: string
    readonly type: string
    readonly aliases: readonly string[]
    readonly pages: readonly string[]
  }[]
  readonly times: readonly { readonly page: string; readonly text: string; readonly value: string }[]
  readonly statements: readonly {
    readonly speaker: string
    readonly kind: string
    readonly tellings: readonly { readonly page: string; readonly content: string }[]
  }[]
  readonly happenings: readonly {
    readonly what: string
    readonly day: string
    readonly modality: string
    readonly end?: string
    readonly tellings: readonly { readonly page: string; readonly sentence: string }[]
  }[]
  readonly tolls: readonly { readonly page: string; readonly words: string; readonly low: number }[]
}

/** The gold beside the example pages. */
export const exampleGold = (): Gold => JSON.parse(readFileSync(new URL('gold.json', STORY), 'utf8')) as Gold

/** Names of the example pages, sorted. */
export const exampleNames = (): string[] => readdirSync(new URL('pages/', STORY)).sort()

/** The example pages, as if from disk. */
export const examplePages = (): Page[] =>
  exampleNames().map((name) => ({
    bytes: readFileSync(new URL(`pages/${name}`, STORY)),
    type: name.endsWith('.txt') ? 'text/plain' : 'text/html',
    origin: name,
  }))

const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length

/** Shares of the gold of the example pages that the readings hold, page by page. */
export async function exampleFigures(reader: Reader): Promise<Figures> {
  const gold = exampleGold()
  const readings = new Map<string, Reading>()
  for (const page of examplePages()) readings.set(page.origin ?? '', await reader.reading(page))
  const of = (page: string): Reading => readings.get(page) as Reading
  const names = Object.keys(gold.articles)
  const told = gold.statements.flatMap(({ speaker, tellings }) =>
    tellings.map((telling) => ({
      speaker,
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

/** The attribution whose content shares at least half of the words, counted once, with the wanted ones. */
function findStatement({ text, attributions }: Reading, content: string): Attribution | undefined {
  const wanted = new Set(squeeze(content).split(' '))
  const overlap = (attribution: Attribution): number => {
    const got = new Set(squeeze(attribution.content.map((span) => wordsOf(text, span)).join(' ')).split(' '))
    const both = [...wanted].filter((word) => got.has(word)).length
    return both / (wanted.size + got.size - both)
  }
  const [best] = attributions.map((a) => ({ a, score: overlap(a) })).sort((x, y) => y.score - x.score)
  return best && best.score >= 0.5 ? best.a : undefined
}

function isSpeaker({ entities }: Reading, found: Attribution, speaker: string, gold: Gold): boolean {
  const entity = entities.find(({ id }) => id === found.speaker)
  if (!entity) return false
  const known = gold.entities.find(({ name }) => name === speaker)
  const wanted = [speaker, ...(known?.aliases ?? [])].map(squeeze)
  const got = [entity.name, ...entity.aliases].map(squeeze)
  return got.some(
    (name) =>
      wanted.includes(name) || wanted.some((w) => !known && (name.includes(w) || w.includes(name)) && name.length > 5),
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
