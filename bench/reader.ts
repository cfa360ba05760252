import { openGazetteer } from '../src/gazetteer/open.ts'
import { articleOf } from '../src/pages/index.ts'
import { readArticle } from '../src/readings/read.ts'
import { openTagger, type ReaderName } from '../src/tagger/open.ts'
import type { Notice } from '../src/text/notice.ts'
import type { Reader } from './measures/measure.ts'

/** The reader as it is shipped, with the tagger named. */
export async function openReader(reader: ReaderName): Promise<Reader> {
  const onNotice = ({ reason }: Notice) => console.error(reason)
  const tools = { tagger: await openTagger({ reader, onNotice }), gazetteer: await openGazetteer() }
  return { tools, article: articleOf, reading: (page) => readArticle(articleOf(page), tools) }
}
