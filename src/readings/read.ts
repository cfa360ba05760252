import type { Article } from '../articles/article.ts'
import { LAYERS } from '../layers/index.ts'
import type { AnyLayer, Tools } from '../layers/layer.ts'
import { FORMAT, type LayersOf, READER_VERSION, type Reading } from './reading.ts'

/** Reads an article: every layer once, in order. Depends on the article and the tools alone. */
export async function readArticle(article: Article, tools: Tools): Promise<Reading> {
  const found: Record<string, readonly unknown[]> = {}
  const layers = LAYERS as readonly AnyLayer[]
  for (const layer of layers) found[layer.key] = await layer.read(article, found as never, tools)
  const notices = layers.flatMap((layer) => layer.notices?.(article, found as never, tools) ?? [])
  const shown = layers.filter((layer) => !layer.hidden).map(({ key }) => [key, found[key]])
  return {
    format: FORMAT,
    offsets: 'utf-16',
    reader: { version: READER_VERSION, tagger: tools.tagger.name, gazetteer: tools.gazetteer.name },
    ...article,
    notices: [...article.notices, ...notices],
    ...(Object.fromEntries(shown) as LayersOf),
  }
}
