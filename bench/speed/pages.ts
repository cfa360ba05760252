import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'parse5'
import { corpusOf } from '../corpus.ts'
import { examplePages } from '../gold.ts'
import type { Reader } from '../measures/measure.ts'
import { PEERS, quietly } from '../peers/index.ts'
import type { Figures } from '../score/figures.ts'
import type { Speed } from './speed.ts'

/** A page as each of them takes it. */
interface Timed {
  readonly bytes: Uint8Array
  readonly html: string
  readonly url: string
}

/** One page in so many is read before anything is timed. */
const WARM = 5

const CORPORA = ['pages-aeb', 'pages-fundus']

function timedPages(corpora: string | undefined): readonly Timed[] {
  const files = CORPORA.map((name) => join(corpora ?? '', name, 'dev.jsonl.gz')).filter((file) => existsSync(file))
  const docs = files.flatMap(corpusOf) as readonly { readonly html?: string; readonly url?: string }[]
  const given = docs.map(({ html = '', url = '' }) => ({ bytes: new TextEncoder().encode(html), html: html.trimStart(), url })) // biome-ignore format: one line
  if (given.length > 0) return given
  return examplePages()
    .filter(({ type }) => type?.startsWith('text/html'))
    .map(({ bytes }) => ({ bytes, html: new TextDecoder().decode(bytes), url: 'https://news.example/a' }))
}

/** What reads a page in its own way. */
type Way = readonly [name: string, read: (page: Timed) => unknown]

const waysOf = (reader: Reader): readonly Way[] => [
  ['onrecord', ({ bytes, url }) => reader.article({ bytes, url, type: 'text/html' })],
  ['parse5', ({ html }) => parse(html, { sourceCodeLocationInfo: true })],
  ...PEERS.map(
    (peer): Way => [peer.name, ({ html, url }) => quietly(() => peer.read(html, url)).catch(() => undefined)],
  ),
]

/** Reads all pages in every way, in turns, another way first on each page: what slows the machine slows all. Seconds, by way. */
async function secondsOf(ways: readonly Way[], pages: readonly Timed[]): Promise<ReadonlyMap<string, number>> {
  const seconds = new Map<string, number>()
  for (const [i, page] of pages.entries())
    for (const [name, read] of [...ways.slice(i % ways.length), ...ways.slice(0, i % ways.length)]) {
      const start = performance.now()
      await read(page)
      seconds.set(name, (seconds.get(name) ?? 0) + (performance.now() - start) / 1000)
    }
  return seconds
}

function figuresOf(pages: readonly Timed[], seconds: ReadonlyMap<string, number>): Figures {
  const own = seconds.get('onrecord') ?? 0
  const of = (name: string): number => seconds.get(name) ?? 0
  const peers = PEERS.flatMap(({ name }) => [
    [`${name}_pages_per_second`, pages.length / of(name)] as const,
    [`times_${name}`, of(name) / own] as const,
  ])
  return {
    pages_per_second: pages.length / own,
    parse5_pages_per_second: pages.length / of('parse5'),
    parse5_time: own / of('parse5'),
    ...Object.fromEntries(peers),
    mean_kilobytes: pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / pages.length / 1000,
  }
}

/**
 * Pages a second, from bytes to article, beside parse5's own parsing with source locations and beside other extractors over linkedom, all in one
 * run. `parse5_time`: how many times its parsing alone reading takes; `times_NAME`: how many times as fast as NAME it is.
 */
export const pagesSpeed: Speed = {
  name: 'speed-pages',
  shown: ['pages_per_second', 'parse5_time', ...PEERS.map(({ name }) => `times_${name}`), 'mean_kilobytes'],
  measure: async (reader, corpora) => {
    const [ways, pages] = [waysOf(reader), timedPages(corpora)]
    await secondsOf(
      ways,
      pages.filter((_, i) => i % WARM === 0),
    )
    return figuresOf(pages, await secondsOf(ways, pages))
  },
}
