// What runs in each of the threads that read pages side by side.

import { Tinypool } from 'tinypool'
import type { Page } from '../articles/page.ts'
import type { ReaderName } from '../tagger/open.ts'
import type { Notice } from '../text/notice.ts'
import type { Problem } from './problem.ts'
import { type Read, readPage } from './read.ts'
import { openTools } from './tools.ts'

const notices: Notice[] = []
const tools = openTools({ reader: Tinypool.workerData as ReaderName, onNotice: (notice) => void notices.push(notice) })

/** What opening the tools remarked, once they are open. */
export async function opened(): Promise<readonly Notice[]> {
  await tools
  return notices
}

/** Reads one page. */
export async function read(page: Page): Promise<Read | Problem> {
  return readPage(page, await tools)
}
