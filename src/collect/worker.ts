// What runs in each of the threads that read pages side by side.

import { Tinypool } from 'tinypool'
import type { Article } from '../articles/article.ts'
import type { Page } from '../articles/page.ts'
import type { Tools } from '../layers/layer.ts'
import type { ReaderName } from '../tagger/open.ts'
import type { Notice } from '../text/notice.ts'
import type { Problem } from './problem.ts'
import { articleFrom, type Read, readPage } from './read.ts'
import { openTools } from './tools.ts'

const notices: Notice[] = []
let tools: Promise<Tools> | undefined

// Opened when first asked for: who reads articles alone needs none.
function toolsHere(): Promise<Tools> {
  tools ??= openTools({ reader: Tinypool.workerData as ReaderName, onNotice: (notice) => void notices.push(notice) })
  return tools
}

/** What opening the tools remarked, once they are open. */
export async function opened(): Promise<readonly Notice[]> {
  await toolsHere()
  return notices
}

/** Reads one page. */
export async function read(page: Page): Promise<Read | Problem> {
  return readPage(page, await toolsHere())
}

/** Reads the article of one page. */
export const article = (page: Page): Promise<Read<Article> | Problem> => articleFrom(page)
