import type { Page } from '../articles/page.ts'
import type { Tools } from '../layers/layer.ts'
import { articleOf } from '../pages/index.ts'
import { readArticle } from '../readings/read.ts'
import type { Reading } from '../readings/reading.ts'
import { type Collected, isProblem, type Problem, problem } from './problem.ts'

/** A page with its reading. */
export interface Read {
  readonly page: Page
  readonly reading: Reading
}

/** Where a page came from, in words for a person. */
export const sourceOf = ({ origin, url, id }: Page): string => origin ?? url ?? id ?? 'a page'

/** Reads pages as they come, in their order; problems pass through. Holds one page at a time. */
export async function* readPages(pages: AsyncIterable<Collected>, tools: Tools): AsyncIterable<Read | Problem> {
  for await (const page of pages) yield isProblem(page) ? page : await readPage(page, tools)
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
