import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '../../src/articles/page.ts'
import { addPages, readersOf } from '../../src/collect/index.ts'
import { corpusOf } from '../corpus.ts'
import { plainPage, type Reader } from '../measures/measure.ts'
import type { Figures } from '../score/figures.ts'
import type { Speed } from './speed.ts'
import { longStory } from './story.ts'

const PAGES = 1000

function pagesFrom(corpora: string | undefined): readonly Page[] {
  const file = corpora && join(corpora, 'timelines-t17/articles.jsonl.gz')
  if (file && existsSync(file)) return corpusOf(file).slice(0, PAGES).map(plainPage)
  return longStory(PAGES).map(({ id, text, published }) =>
    plainPage({ id, text, ...(published ? { published } : {}) } as Parameters<typeof plainPage>[0]),
  )
}

async function* coming(pages: readonly Page[]): AsyncIterable<Page> {
  yield* pages
}

/** Seconds that each half of the pages takes, from bytes to what is kept for good. */
async function halves(reader: Reader, pages: readonly Page[]): Promise<Figures> {
  const { openRecord } = await import('../../src/record/open.ts')
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-add-'))
  const record = await openRecord(join(folder, 'record.db'))
  try {
    const start = performance.now()
    await addPages(record, coming(pages.slice(0, pages.length >> 1)), readersOf(reader.tools))
    const middle = performance.now()
    await addPages(record, coming(pages.slice(pages.length >> 1)), readersOf(reader.tools))
    const end = performance.now()
    return { seconds: (end - start) / 1000, second_half_over_first: (end - middle) / (middle - start) }
  } finally {
    await record.close()
    rmSync(folder, { recursive: true })
  }
}

/** Adding a thousand pages, about a few stories, to an empty record, as the command line does: read, linked, and committed a few at a time. */
export const addSpeed: Speed = {
  name: 'speed-add',
  shown: ['seconds', 'second_half_over_first'],
  measure: (reader, corpora) => halves(reader, pagesFrom(corpora)),
}
