import { openGazetteer } from '../src/gazetteer/open.ts'
import { articleOf } from '../src/pages/index.ts'
import { readArticle } from '../src/readings/read.ts'
import { openTagger } from '../src/tagger/open.ts'
import type { Reader } from './measures/measure.ts'

/** The reader as it is shipped. */
export async function openReader(): Promise<Reader> {
  const tools = { tagger: await openTagger(), gazetteer: await openGazetteer() }
  return { tools, article: articleOf, reading: (page) => readArticle(articleOf(page), tools) }
}
