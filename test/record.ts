import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '../src/articles/page.ts'
import { articleOf } from '../src/pages/index.ts'
import { readArticle } from '../src/readings/read.ts'
import type { Reading } from '../src/readings/reading.ts'
import { openRecord } from '../src/record/index.ts'
import type { OnRecord } from '../src/record/record.ts'
import type { Story } from '../src/stories/index.ts'
import { hashOf } from '../src/text/hash.ts'
import { made } from './made.ts'
import { shipped } from './reading.ts'

/** A page with its reading. */
export interface Given {
  readonly page: Page
  readonly reading: Reading
}

/** All of what an iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** A record in a folder of its own, which goes with it. */
export async function withRecord<T>(use: (record: OnRecord, path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  const path = join(folder, 'record.db')
  const record = await openRecord(path)
  try {
    return await use(record, path)
  } finally {
    await record.close()
    rmSync(folder, { recursive: true })
  }
}

/** The examples, read by the shipped reader, once. */
export const examples: () => Promise<readonly Given[]> = (() => {
  let read: Promise<readonly Given[]> | undefined
  return () => {
    read ??= readExamples()
    return read
  }
})()

async function readExamples(): Promise<readonly Given[]> {
  const folder = join(import.meta.dirname, '../examples/story/pages')
  const tools = await shipped()
  const pages = readdirSync(folder).sort().map((name): Page => ({ bytes: new Uint8Array(readFileSync(join(folder, name))), origin: name })) // biome-ignore format: one line
  return Promise.all(pages.map(async (page) => ({ page, reading: await readArticle(articleOf(page), tools) })))
}

/** A made reading with a page whose bytes are its text. */
export function given(making: Parameters<typeof made>[0]): Given {
  const reading = made(making)
  const bytes = new TextEncoder().encode(reading.text)
  return {
    page: { bytes, type: 'text/plain' },
    reading: { ...reading, source: { ...reading.source, sha256: hashOf(bytes) } },
  }
}

const PLACES = ['Oldmarsh', 'Grenn', 'Tarvale', 'Lowick', 'Penhallow', 'Ostby']

/** The nth of a long row of made articles, three of which make a story. */
export const nth = (n: number): Given => {
  const place = `${PLACES[n % PLACES.length]} ${String.fromCharCode(65 + (Math.floor(n / 3) % 26))}`
  return given({
    id: `article-${n}`,
    outlet: `Outlet ${n % 3}`,
    published: `2026-04-${String((n % 27) + 1).padStart(2, '0')}`,
    headline: `Barge number ${Math.floor(n / 3)} sinks at ${place}`,
    body: [
      `A cargo barge struck the old road bridge ${Math.floor(n / 3)} at ${place} on Wednesday evening and sank, said Maria Holt.`,
      `Maria Holt told outlet ${n}: "the middle pier of bridge ${n} is cracked and must be closed at once".`,
    ],
    entities: [{ names: ['Maria Holt'] }, { names: [place], type: 'location' }],
    said: [{ words: `the middle pier of bridge ${n} is cracked and must be closed at once`, speaker: 'Maria Holt' }],
    events: [{ words: 'struck', day: '2026-04-02' }],
  })
}

type Rows = Pick<Story, 'stories' | 'rows'> | OnRecord

// What depends on the way of adding, or is not kept with a row: keys, the direction of links.
const PASSED_OVER: ReadonlySet<string> = new Set(['keys', 'asks', 'why'])

/** Every row of every story, as JSON that can be compared. */
export async function allRows(from: Rows): Promise<string> {
  const found: unknown[] = []
  for (const story of await from.stories()) {
    const rows = await from.rows(story.id)
    if (!rows) throw new Error(`no rows of ${story.id}`)
    const parts = [
      rows.articles(),
      rows.entities(),
      rows.statements(),
      rows.happenings(),
      rows.places(),
      rows.figures(),
    ]
    found.push(story, ...(await Promise.all(parts.map((part) => all<unknown>(part)))))
  }
  return JSON.stringify(found, (key, value) => (PASSED_OVER.has(key) ? undefined : value), 1)
}

/** The files of a record, as one string of bytes. */
export const bytesOf = (path: string): string =>
  ['', '-wal'].map((end) => (readdirSync(join(path, '..')).includes(`record.db${end}`) ? readFileSync(path + end, 'latin1') : '')).join('') // biome-ignore format: one line
