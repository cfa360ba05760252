import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../../src/readings/reading.ts'
import type { OnRecord } from '../../src/record/index.ts'
import { corpusOf } from '../corpus.ts'
import { plainPage, type Reader } from '../measures/measure.ts'
import { shifted } from './shifted.ts'
import { longStory } from './story.ts'

const READ = 1000
const TOGETHER = 16
/** Days that the next copy of the same stories lies later. */
const LATER = 97

/** Readings that a record grows by, over and over: a thousand articles of a corpus, or of a story of our own. */
export async function baseReadings(reader: Reader, corpora: string | undefined): Promise<readonly Reading[]> {
  const file = corpora && join(corpora, 'timelines-t17/articles.jsonl.gz')
  if (!file || !existsSync(file)) return longStory(READ)
  const readings: Reading[] = []
  for (const doc of corpusOf(file).slice(0, READ)) readings.push(await reader.reading(plainPage(doc)))
  return readings
}

/** The readings that come `from`-th and later: those of the base over and over, each time as another story has them; with `story`, more of the same. */
export function* coming(base: readonly Reading[], from: number, many: number, story = false): Iterable<Reading> {
  for (let at = from; at < from + many; at++) {
    const copy = Math.floor(at / base.length)
    yield shifted(base[at % base.length] as Reading, copy, copy * (story ? 1 : LATER), story)
  }
}

const bytesOf = ({ text, id, published }: Reading) => ({
  bytes: new TextEncoder().encode(text),
  type: 'text/plain; charset=utf-8',
  id,
  ...(published ? { published } : {}),
})

/** Adds readings, a few in a transaction; gives the milliseconds that each took in the mean. */
export async function grow(record: OnRecord, readings: Iterable<Reading>): Promise<number> {
  let [spent, added, group]: [number, number, Reading[]] = [0, 0, []]
  const addGroup = async () => {
    const start = performance.now()
    await record.addAll(group.map((reading) => ({ page: bytesOf(reading), reading })))
    spent += performance.now() - start
    added += group.length
    group = []
  }
  for (const reading of readings) {
    group.push(reading)
    if (group.length === TOGETHER) await addGroup()
  }
  if (group.length > 0) await addGroup()
  return spent / Math.max(1, added)
}
