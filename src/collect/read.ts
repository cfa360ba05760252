import type { Article } from '../articles/article.ts'
import type { Page } from '../articles/page.ts'
import type { Tools } from '../layers/layer.ts'
import { articleOf } from '../pages/index.ts'
import { readArticle } from '../readings/read.ts'
import type { Reading } from '../readings/reading.ts'
import { ordered } from './ordered.ts'
import { type Collected, isProblem, type Problem, problem } from './problem.ts'

/** A page with its reading, or with its article alone. */
export interface Read<Of extends Article = Reading> {
  readonly page: Page
  readonly reading: Of
}

/** Where a page came from, in words for a person. */
export const sourceOf = ({ origin, url, id }: Page): string => origin ?? url ?? id ?? 'a page'

/** Whoever reads pages: this thread, or several beside it. */
export interface Readers<Of extends Article = Reading> {
  /** Pages that may be handed over before the first of them is read. */
  readonly ahead: number
  /** Reads one page; what goes wrong is a problem of that page, never a rejection. */
  read(page: Page): Promise<Read<Of> | Problem>
}

/** Reads in this thread, one page at a time. */
export const readersOf = (tools: Tools): Readers => ({ ahead: 1, read: (page) => readPage(page, tools) })

/** Reads the article of one page, without its layers. A fault of the reader is a problem of that page alone. */
export async function articleFrom(page: Page): Promise<Read<Article> | Problem> {
  try {
    return { page, reading: articleOf(page) }
  } catch (error) {
    return notRead(page, error)
  }
}

/** Reads articles in this thread, one page at a time. */
export const ARTICLES: Readers<Article> = { ahead: 1, read: articleFrom }

/** Reads pages as they come, in their order; problems pass through. Holds no more pages than the readers take. */
export async function* readPages<Of extends Article = Reading>(
  pages: AsyncIterable<Collected>,
  readers: Readers<Of>,
): AsyncIterable<Read<Of> | Problem> {
  const read = async (page: Collected) => (isProblem(page) ? page : readers.read(page))
  for await (const [, result] of ordered(pages, readers.ahead, read)) yield result
}

/** Reads one page. A fault of the reader is a problem of that page alone. */
export async function readPage(page: Page, tools: Tools): Promise<Read | Problem> {
  try {
    return { page, reading: await readArticle(articleOf(page), tools) }
  } catch (error) {
    return notRead(page, error)
  }
}

const notRead = (page: Page, error: unknown): Problem =>
  problem(sourceOf(page), 'not-read', `cannot be read: ${messageOf(error)}`)

/** What an error says, or what was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Why a page is no article, where it is none. */
export const noArticle = ({ page, reading }: Read<Article>): Problem | undefined => {
  const notice = reading.notices.find(({ grade }) => grade === 'error')
  return notice && { source: sourceOf(page), problem: notice }
}
