import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '../../src/articles/page.ts'
import { corpusOf } from '../corpus.ts'
import { examplePages } from '../gold.ts'
import { plainPage } from '../measures/measure.ts'
import { rateOf, type Speed } from './speed.ts'

/** Pages of news: the first of a corpus of articles, or the examples over and over. */
export function newsPages(corpora: string | undefined, count: number): readonly Page[] {
  const file = corpora && join(corpora, 'names-worldwide/dev.jsonl')
  return file && existsSync(file)
    ? corpusOf(file).slice(0, count).map(plainPage)
    : Array.from({ length: 10 }, examplePages).flat()
}

/** Documents of 700 words a second, whole reading, counted by words. */
export const readingSpeed: Speed = {
  name: 'speed-reading',
  shown: ['documents_per_second', 'words_per_second'],
  measure: async (reader, corpora) => {
    const pages = newsPages(corpora, 150)
    const words = pages.reduce((sum, page) => sum + (reader.article(page).text.match(/\S+/g)?.length ?? 0), 0)
    const perPage = await rateOf(pages, (page) => reader.reading(page))
    const perSecond = (perPage * words) / pages.length
    return { words_per_second: perSecond, documents_per_second: perSecond / 700 }
  },
}
