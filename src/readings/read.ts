import type { Article } from '../articles/article.ts'
import { LAYERS } from '../layers/index.ts'
import type { AnyLayer, Tools } from '../layers/layer.ts'
import { FORMAT, type LayersOf, READER_VERSION, type Reading } from './reading.ts'

/** Reads an article: every layer once, in order. Depends on the article and the tools alone. */
export async function readArticle(article: Article, tools: Tools): Promise<Reading> {
  const found: Record<string, readonly unknown[]> = {}
  for (const layer of LAYERS as readonly AnyLayer[]) found[layer.key] = await layer.read(article, found as never, tools)
  const shown = (LAYERS as readonly AnyLayer[]).filter((layer) => !layer.hidden).map(({ key }) => [key, found[key]])
  return {
    format: FORMAT,
    offsets: 'utf-16',
    reader: { version: READER_VERSION, tagger: tools.tagger.name, gazetteer: tools.gazetteer.name },
    ...article,
    ...(Object.fromEntries(shown) as LayersOf),
  }
}
