import type { Article } from '../../src/articles/article.ts'
import { LAYERS } from '../../src/layers/index.ts'
import type { AnyLayer, Tools } from '../../src/layers/layer.ts'
import { newsPages } from './reading.ts'
import type { Speed } from './speed.ts'

/** What every layer finds in an article, by key. */
type Found = Record<string, readonly unknown[]>

async function foundIn(article: Article, tools: Tools): Promise<Found> {
  const found: Found = {}
  for (const layer of LAYERS as readonly AnyLayer[]) found[layer.key] = await layer.read(article, found as never, tools)
  return found
}

/** How often all documents are read before they are timed, and how often they are then. */
const [WARM, TIMED] = [2, 3]

/** Seconds that a layer takes over all articles, where what it needs has been found. */
async function secondsOf(layer: AnyLayer, read: readonly (readonly [Article, Found])[], tools: Tools): Promise<number> {
  let start = 0
  for (let pass = 0; pass < WARM + TIMED; pass++) {
    if (pass === WARM) start = performance.now()
    for (const [article, found] of read) await layer.read(article, found as never, tools)
  }
  return (performance.now() - start) / 1000 / TIMED
}

/** Layers whose speed is asked together. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  calendar: ['times', 'quantities'],
  cast: ['mentions', 'entities', 'attributions'],
}

/** All but the tagger, whose speed is that of reading. */
const TIMED_LAYERS = (LAYERS as readonly AnyLayer[]).filter(({ key }) => key !== 'tagging')

/** Documents of 700 words a second that each layer reads by itself, the layers that it needs left out, and some layers together. */
export const layersSpeed: Speed = {
  name: 'speed-layers',
  shown: ['calendar_documents_per_second', 'cast_documents_per_second'],
  measure: async (reader, corpora) => {
    const articles = newsPages(corpora, 150).map((page) => reader.article(page))
    const documents = articles.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0) / 700
    const read: (readonly [Article, Found])[] = []
    for (const article of articles) read.push([article, await foundIn(article, reader.tools)])
    const seconds = new Map<string, number>()
    for (const layer of TIMED_LAYERS) seconds.set(layer.key, await secondsOf(layer, read, reader.tools))
    const of = (keys: readonly string[]): number =>
      documents / keys.reduce((sum, key) => sum + (seconds.get(key) ?? 0), 0)
    return Object.fromEntries([
      ...[...seconds.keys()].map((key) => [`${key}_documents_per_second`, of([key])]),
      ...Object.entries(GROUPS).map(([name, keys]) => [`${name}_documents_per_second`, of(keys)]),
    ])
  },
}
