import type { Article } from '../../src/articles/article.ts'
import { LAYERS } from '../../src/layers/index.ts'
import type { AnyLayer, Tools } from '../../src/layers/layer.ts'
import { newsPages } from './reading.ts'
import type { Speed } from './speed.ts'

/** Processor time of each layer on an article, in seconds, added to what it took before. */
async function timeLayers(article: Article, tools: Tools, seconds: Map<string, number>): Promise<void> {
  const found: Record<string, readonly unknown[]> = {}
  for (const layer of LAYERS as readonly AnyLayer[]) {
    const start = process.cpuUsage()
    found[layer.key] = await layer.read(article, found as never, tools)
    const { user, system } = process.cpuUsage(start)
    seconds.set(layer.key, (seconds.get(layer.key) ?? 0) + (user + system) / 1e6)
  }
}

/** Groups of layers of which the issues of speed speak. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  calendar: ['times', 'quantities'],
  cast: ['mentions', 'entities', 'attributions'],
}

/** Documents of 700 words a second that each layer reads by itself, the layers that it needs left out, and some layers together. */
export const layersSpeed: Speed = {
  name: 'speed-layers',
  shown: ['calendar_documents_per_second', 'cast_documents_per_second'],
  measure: async (reader, corpora) => {
    const articles = newsPages(corpora, 150).map((page) => reader.article(page))
    const documents = articles.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0) / 700
    const warm = new Map<string, number>()
    for (const article of articles) await timeLayers(article, reader.tools, warm)
    const seconds = new Map<string, number>()
    for (const article of articles) await timeLayers(article, reader.tools, seconds)
    const of = (keys: readonly string[]): number =>
      documents / keys.reduce((sum, key) => sum + (seconds.get(key) ?? 0), 0)
    return Object.fromEntries([
      ...[...seconds.keys()].map((key) => [`${key}_documents_per_second`, of([key])]),
      ...Object.entries(GROUPS).map(([name, keys]) => [`${name}_documents_per_second`, of(keys)]),
    ])
  },
}
