import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading } from '../../src/readings/reading.ts'
import { type OnRecord, openRecord } from '../../src/record/index.ts'
import { VIEWS } from '../../src/views/index.ts'
import type { Figures } from '../score/figures.ts'
import { baseReadings, coming, grow } from './growing.ts'
import type { Speed } from './speed.ts'

/** How large the record grows; a hundred thousand take an hour or two and 20 GB. */
const ARTICLES = Number(process.env.ONRECORD_ARTICLES ?? 10_000)
const ASKED = 200
/** Lines of a view that a reader meets first. */
const FIRST = 200
/** Whether all copies tell one story, in which names stay. */
const IS_STORY = process.env.ONRECORD_STORY !== undefined
const MEGABYTE = 1e6

/** Milliseconds that an addition takes beyond reading: a mean of each tenth of the record. */
async function grown(record: OnRecord, base: readonly Reading[]): Promise<readonly number[]> {
  const tenths: number[] = []
  const tenth = Math.ceil(ARTICLES / 10)
  for (let from = 0; from < ARTICLES; from += tenth) {
    const many = Math.min(tenth, ARTICLES - from)
    tenths.push(await grow(record, coming(base, from, many, IS_STORY)))
    console.error(`${from + many} articles: ${tenths.at(-1)?.toFixed(1)} ms each`)
  }
  return tenths
}

// Pairs of neighbouring words out of the texts, some in quotes.
function queriesOf(base: readonly Reading[]): readonly string[] {
  return Array.from({ length: ASKED }, (_, at) => {
    const words = (base[(at * 7) % base.length]?.body.match(/\p{L}{4,}/gu) ?? ['word']).slice(at % 50)
    const pair = words.slice(0, 1 + (at % 3)).join(' ')
    return at % 4 === 0 ? `"${pair}"` : pair
  })
}

// Those who are named, by themselves or with a word: who speaks, and who is there.
function namedIn(base: readonly Reading[]): readonly string[] {
  return Array.from({ length: ASKED }, (_, at) => {
    const { entities = [], body = '' } = base[(at * 7) % base.length] ?? {}
    const people = entities.filter(({ type }) => type === 'person')
    const { name = 'nobody' } = people[at % Math.max(1, people.length)] ?? {}
    const word = body.match(/\p{L}{4,}/u)?.[0] ?? 'word'
    return `${at % 2 === 0 ? 'person' : 'said-by'}:"${name}"${at % 3 === 0 ? ` ${word}` : ''}`
  })
}

async function searched(record: OnRecord, queries: readonly string[]): Promise<readonly number[]> {
  const taken: number[] = []
  for (const query of queries) {
    const start = performance.now()
    await record.search(query)
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)
}

const nearlyAll = (taken: readonly number[]): number => taken[Math.floor(taken.length * 0.95)] ?? 0

/** Milliseconds to open the largest story in a process that has not seen it, and to give the first lines of each of its views. */
async function opened(path: string): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const view of VIEWS) {
    const start = performance.now()
    const record = await openRecord(path)
    const rows = await record.rows()
    const middle = performance.now()
    let lines = 0
    if (rows) for await (const _ of view.lines(rows, {})) if (++lines === FIRST) break
    figures[`${view.name}_ms`] = performance.now() - middle
    figures.open_ms ??= middle - start
    figures.story_articles ??= (await rows?.story())?.articles ?? 0
    await record.close()
  }
  return figures
}

/**
 * A record that grows to ten thousand articles, or as many as ONRECORD_ARTICLES says: those of a corpus over and over, names, words and days
 * shifted; with ONRECORD_STORY set, names stay and all tell one story. What an addition costs beyond reading, at first and at last, and how much
 * memory it takes beyond that of the readings; opening its largest story, and the first lines of its views; searching for words, and for people.
 */
export const recordSpeed: Speed = {
  name: 'speed-record',
  shown: [
    'articles',
    'add_ms',
    'last_tenth_over_second',
    'settle_ms',
    'story_articles',
    'open_ms',
    ...VIEWS.map(({ name }) => `${name}_ms`),
    'search_p50_ms',
    'search_p95_ms',
    'people_p50_ms',
    'people_p95_ms',
    'megabytes',
    'memory_mb',
  ],
  measure: async (reader, corpora) => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-record-'))
    const path = join(folder, 'record.db')
    const record = await openRecord(path)
    try {
      const base = await baseReadings(reader, corpora)
      const before = process.memoryUsage.rss()
      const tenths = await grown(record, base)
      const memory = process.memoryUsage.rss() - before
      const start = performance.now()
      await record.stories()
      const settled = performance.now() - start
      const found = await searched(record, queriesOf(base))
      const people = await searched(record, namedIn(base))
      const { bytes } = await record.about()
      return {
        articles: ARTICLES,
        add_ms: tenths.at(-1) ?? 0,
        last_tenth_over_second: (tenths.at(-1) ?? 0) / (tenths[1] ?? 1),
        settle_ms: settled,
        ...(await opened(path)),
        search_p50_ms: found[ASKED >> 1] ?? 0,
        search_p95_ms: nearlyAll(found),
        people_p50_ms: people[ASKED >> 1] ?? 0,
        people_p95_ms: nearlyAll(people),
        megabytes: bytes / MEGABYTE,
        memory_mb: memory / MEGABYTE,
      }
    } finally {
      await record.close()
      rmSync(folder, { recursive: true })
    }
  },
}
