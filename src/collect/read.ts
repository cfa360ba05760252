import type { Page } from '../articles/page.ts'
import type { Tools } from '../layers/layer.ts'
import { articleOf } from '../pages/index.ts'
import { readArticle } from '../readings/read.ts'
import type { Reading } from '../readings/reading.ts'
import { ordered } from './ordered.ts'
import { type Collected, isProblem, type Problem, problem } from './problem.ts'

/** A page with its reading. */
export interface Read {
  readonly page: Page
  readonly reading: Reading
}

/** Where a page came from, in words for a person. */
export const sourceOf = ({ origin, url, id }: Page): string => origin ?? url ?? id ?? 'a page'

/** Whoever reads pages: this thread, or several beside it. */
export interface Readers {
  /** Pages that may be handed over before the first of them is read. */
  readonly ahead: number
  /** Reads one page; what goes wrong is a problem of that page, never a rejection. */
  read(page: Page): Promise<Read | Problem>
}

/** Reads in this thread, one page at a time. */
export const readersOf = (tools: Tools): Readers => ({ ahead: 1, read: (page) => readPage(page, tools) })

/** Reads pages as they come, in their order; problems pass through. Holds no more pages than the readers take. */
export async function* readPages(pages: AsyncIterable<Collected>, readers: Readers): AsyncIterable<Read | Problem> {
  const read = async (page: Collected) => (isProblem(page) ? page : readers.read(page))
  for await (const [, result] of ordered(pages, readers.ahead, read)) yield result
}

/** Reads one page. A fault of the reader is a problem of that page alone. */
export async function readPage(page: Page, tools: Tools): Promise<Read | Problem> {
  try {
    return { page, reading: await readArticle(articleOf(page), tools) }
  } catch (error) {
    return problem(sourceOf(page), 'not-read', `cannot be read: ${messageOf(error)}`)
  }
}

/** What an error says, or what was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Why a page is no article, where it is none. */
export const noArticle = ({ page, reading }: Read): Problem | undefined => {
  const notice = reading.notices.find(({ grade }) => grade === 'error')
  return notice && { source: sourceOf(page), problem: notice }
}
