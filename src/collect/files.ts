import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '../articles/page.ts'
import type { Address } from '../inputs/input.ts'
import { pagesIn } from './bytes.ts'
import { inputOfName } from './choose.ts'
import { type Problem, problem, problemOf } from './problem.ts'

/** The pages of a file, or of every file of a folder that an input knows by its ending. */
export async function* pagesAt(path: string): AsyncIterable<Page | Address | Problem> {
  try {
    if (!(await stat(path)).isDirectory()) return yield* pagesOfFile(path)
    let files = 0
    for await (const file of filesIn(path)) {
      if (typeof file === 'string') yield* pagesOfFile(file)
      else yield file
      files++
    }
    if (files === 0) yield problem(path, 'no-pages', 'has no pages in it')
  } catch (error) {
    yield problemOf(path, error)
  }
}

async function* pagesOfFile(path: string): AsyncIterable<Page | Address | Problem> {
  try {
    yield* pagesIn(createReadStream(path), { name: basename(path), origin: path })
  } catch (error) {
    yield problemOf(path, error)
  }
}

/**
 * Files below a folder that an input knows by its ending, sorted by name, folders among them. Passed over: what is hidden, links to folders, and
 * the folder `X_files` that a browser saves beside `X.html`.
 */
export async function* filesIn(folder: string): AsyncIterable<string | Problem> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = new Set(entries.map(({ name }) => name))
  const isSide = (name: string): boolean => {
    const page = name.replace(/_files$/, '')
    return page !== name && (names.has(`${page}.html`) || names.has(`${page}.htm`))
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && !isSide(entry.name)) yield* filesBelow(path)
    if ((entry.isFile() || entry.isSymbolicLink()) && inputOfName(entry.name)) yield path
  }
}

async function* filesBelow(folder: string): AsyncIterable<string | Problem> {
  try {
    yield* filesIn(folder)
  } catch (error) {
    yield problemOf(folder, error)
  }
}
