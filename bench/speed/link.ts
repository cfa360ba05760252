import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply } from '../../src/decisions/index.ts'
import type { Reading } from '../../src/readings/reading.ts'
import { ItemCache } from '../../src/record/candidates.ts'
import { connect } from '../../src/record/connect.ts'
import { openDatabase } from '../../src/record/database.ts'
import { openRecord } from '../../src/record/index.ts'
import { itemsOf } from '../../src/stories/index.ts'
import type { Figures } from '../score/figures.ts'
import { fill } from './filled.ts'
import { baseReadings, coming, grow } from './growing.ts'
import type { Speed } from './speed.ts'

/** What the record is filled up to; a hundred thousand take twenty minutes and 20 GB. */
const ARTICLES = Number(process.env.ONRECORD_ARTICLES ?? 10_000)
/** How many are added to it before, as `speed-record` adds them. */
const GROWN = 2000
/** Articles linked first, so that what is asked for often is there, and articles timed. */
const [FIRST, TIMED] = [100, 200]

const MICROSECONDS = 1000

/** Milliseconds that it takes to link an article and keep its links, but for the first few: in all, for 19 in 20, and of the processor. */
async function linked(path: string, readings: Iterable<Reading>) {
  const { db, close } = openDatabase(path)
  const cache = new ItemCache()
  const taken: number[] = []
  let [used, words] = [0, 0]
  for (const reading of readings) {
    const items = itemsOf(apply(reading, []))
    await db.transaction().execute(async (within) => {
      const [start, before] = [performance.now(), process.cpuUsage()]
      await connect(within, items, items, new Map(), cache)
      taken.push(performance.now() - start)
      if (taken.length <= FIRST) return
      const { user, system } = process.cpuUsage(before)
      used += (user + system) / MICROSECONDS
      words += reading.body.split(/\s+/).length
    })
  }
  await close()
  const timed = taken.slice(FIRST).sort((a, b) => a - b)
  const mean = timed.reduce((sum, one) => sum + one, 0) / TIMED
  return {
    first: taken[0] ?? 0,
    mean,
    most: timed[Math.floor(TIMED * 0.95)] ?? 0,
    used: used / TIMED,
    words: words / TIMED,
  }
}

/**
 * Linking one article, of how many words, in a record of ten thousand, or as many as ONRECORD_ARTICLES says: two thousand added as `speed-record`
 * does, the rest filled with their rows over again. From its items to items, links and clusters kept; without reading, the index of sentences and
 * the commit.
 */
export const linkSpeed: Speed = {
  name: 'speed-link',
  shown: ['articles', 'words', 'link_ms', 'link_cpu_ms', 'link_p95_ms', 'link_first_ms', 'over_small'],
  measure: async (reader, corpora): Promise<Figures> => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-link-'))
    try {
      const path = join(folder, 'record.db')
      const record = await openRecord(path)
      const base = await baseReadings(reader, corpora)
      await grow(record, coming(base, 0, GROWN))
      await record.close()
      const small = await linked(path, coming(base, GROWN, FIRST + TIMED))
      const there = GROWN + FIRST + TIMED
      const times = Math.ceil(ARTICLES / there)
      fill(path, times)
      // The same articles once more, as other stories tell them.
      const large = await linked(path, coming(base, GROWN + base.length, FIRST + TIMED))
      return {
        articles: times * there,
        words: large.words,
        link_ms: large.mean,
        link_cpu_ms: large.used,
        link_p95_ms: large.most,
        link_first_ms: large.first,
        over_small: large.mean / small.mean,
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
