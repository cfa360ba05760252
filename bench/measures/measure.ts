import type { Article } from '../../src/articles/article.ts'
import type { Page } from '../../src/articles/page.ts'
import type { Tools } from '../../src/layers/layer.ts'
import type { Reading } from '../../src/readings/reading.ts'
import type { Doc, Figures } from '../score/figures.ts'

/** What a measure may do: read a page's article, or read it whole. */
export interface Reader {
  article(page: Page): Article
  reading(page: Page): Promise<Reading>
  /** What it reads with. */
  readonly tools: Tools
}

/** One corpus held against the reader. */
export interface Measure {
  /** Name on the command line and in floors.json. */
  readonly name: string
  /** File below the corpora folder: JSON Lines, gzipped or not. None where the measure brings its own documents. */
  readonly file?: string
  /** Figures that matter most, in the order in which they are printed. */
  readonly shown: readonly string[]
  /** Keeps the documents that may be measured; all of them by default. */
  readonly keep?: (doc: Doc) => boolean
  measure(docs: readonly Doc[], reader: Reader): Promise<Figures>
}

/** A corpus document as a plain-text page with its publication time, so that spans refer to its text. */
export const plainPage = (doc: Doc & { readonly published?: string | null }): Page => ({
  bytes: new TextEncoder().encode(doc.text ?? ''),
  type: 'text/plain; charset=utf-8',
  id: doc.id,
  ...(doc.published ? { published: doc.published } : {}),
})

/** Reads every document and gives back what `pick` takes of each reading. */
export async function readAll<D extends Doc, P>(
  docs: readonly D[],
  reader: Reader,
  pick: (reading: Reading, doc: D) => P,
): Promise<P[]> {
  const picked: P[] = []
  for (const doc of docs) picked.push(pick(await reader.reading(plainPage(doc)), doc))
  return picked
}
