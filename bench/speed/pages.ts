import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '../../src/articles/page.ts'
import { corpusOf } from '../corpus.ts'
import { examplePages } from '../gold.ts'
import { rateOf, type Speed } from './speed.ts'

/** Pages a second, from bytes to article. */
export const pagesSpeed: Speed = {
  name: 'speed-pages',
  shown: ['pages_per_second', 'mean_kilobytes'],
  measure: async (reader, corpora) => {
    const file = corpora && join(corpora, 'pages-aeb/dev.jsonl.gz')
    const pages: readonly Page[] =
      file && existsSync(file)
        ? corpusOf(file).map((doc) => ({
            bytes: new TextEncoder().encode((doc as { html?: string }).html ?? ''),
            type: 'text/html',
            id: doc.id,
          }))
        : Array.from({ length: 20 }, examplePages).flat()
    const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0)
    return {
      pages_per_second: await rateOf(pages, (page) => reader.article(page)),
      mean_kilobytes: bytes / pages.length / 1000,
    }
  },
}
