import type { Line } from '../views/line.ts'
import { viewPath } from './addresses.ts'

/** Lines that one page of a view shows at most. */
export const LEAF = 200

/** Where in a view's lines an address leads: to a page, or to the page that holds a line. */
export interface Place {
  readonly page: number
  /** Id of a line. */
  readonly line?: string
  /** Lines that a page holds at most. */
  readonly most: number
}

/** Reads where an address leads; what makes no sense leads to the first page. */
export function placeOf(query: URLSearchParams, most = LEAF): Place {
  const page = /^[1-9]\d{0,5}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1
  const line = query.get('line')?.slice(0, 100)
  return { page, most, ...(line ? { line } : {}) }
}

/** The lines of one page, and where among all they stand. */
export interface Leaf {
  readonly lines: readonly Line[]
  /** Which page it is, from 1, and of how many. */
  readonly n: number
  readonly of: number
  /** Numbers of its first and last line, from 1, and of all. */
  readonly from: number
  readonly to: number
  readonly all: number
  /** Number of the page that holds the line of a place among all, from 0. */
  pageOf(at: number): number
}

/** The page of lines to which a place leads; the nearest one where it leads to none. */
export function leafOf(lines: readonly Line[], { page, line, most }: Place): Leaf {
  const pageOf = (at: number): number => Math.floor(at / most) + 1
  const of = Math.max(1, Math.ceil(lines.length / most))
  const at = line === undefined ? -1 : lines.findIndex(({ id }) => id === line)
  const n = at < 0 ? Math.min(page, of) : pageOf(at)
  const start = n === 1 ? 0 : (n - 1) * most
  const held = lines.slice(start, start + most)
  return {
    lines: held,
    n,
    of,
    from: Math.min(start + 1, lines.length),
    to: start + held.length,
    all: lines.length,
    pageOf,
  }
}

/** The address of a line on its view's page: through whatever page of so many lines holds it. */
export const linePath = (story: string, view: string, count: number, id: string): string =>
  viewPath(story, view, count > LEAF ? { line: id } : {}, id)
