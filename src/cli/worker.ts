// What runs in each of the threads that read pages side by side.

import type { Page } from '../articles/page.ts'
import { type Problem, type Read, readPage } from '../collect/index.ts'
import type { Tools } from '../layers/layer.ts'
import { openTools } from './tools.ts'

let tools: Promise<Tools> | undefined

/** Reads one page; the first opens what all need. */
export async function read(page: Page): Promise<Read | Problem> {
  tools ??= openTools()
  return readPage(page, await tools)
}
