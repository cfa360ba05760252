import { hashOf } from '../text/hash.ts'
import { gapsOf } from '../views/gaps.ts'
import type { Line } from '../views/line.ts'
import { copiesOf, labelsOf, outletsOf, plainText } from '../views/lines.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

type Cell = string | number | undefined

/** Columns, each with its value of a line. One row a line; its best citation in columns of its own, all of its reports in one. */
const COLUMNS: readonly (readonly [name: string, value: (line: Line, viewed: Viewed) => Cell])[] = [
  ['view', (_, { view }) => view.name],
  ['id', ({ id }) => id],
  ['shape', ({ shape }) => shape],
  ['from', ({ when }) => when?.from],
  ['to', ({ when }) => when?.to],
  ['when_words', ({ when }) => when?.words?.exact],
  ['text', ({ text }) => plainText(text)],
  ['status', (line) => labelsOf(line).join('; ')],
  ['who', ({ who }) => who?.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`)).join('; ')],
  ['roles', ({ roles }) => roles?.map(({ exact }) => exact).join('; ')],
  ['where', ({ where }) => where?.name],
  ['country', ({ where }) => where?.country],
  ['geonames', ({ where }) => where?.geonamesId],
  ['low', ({ figure }) => figure?.low],
  ['high', ({ figure }) => figure?.high],
  ['unit', ({ figure }) => figure?.unit],
  ['hedge', ({ figure }) => figure?.hedge],
  ['of', ({ figure }) => figure?.of?.exact],
  ['state', ({ figure }) => figure?.state],
  ['mentions', ({ counts }) => counts?.mentions],
  ['articles', ({ counts }) => counts?.articles],
  ['gaps', (line) => gapsOf(line).join('; ')],
  ['score', ({ score }) => score],
  ['origins', ({ origins }) => origins],
  ['outlets', outletsOf],
  ['copies', copiesOf],
  ['words', ({ printed }) => printed?.words],
  ['versions', ({ printed }) => printed?.versions],
  ['kept', ({ printed }) => printed?.copied?.kept],
  ['cut', ({ printed }) => printed?.copied?.cut.map(({ exact }) => exact).join(' … ')],
  ['outlet', ({ reports }) => reports[0]?.outlet],
  ['published', ({ reports }) => reports[0]?.published],
  ['url', ({ reports }) => reports[0]?.url],
  ['article', ({ from }) => from[0].article],
  ['version', ({ from }) => from[0].version],
  ['start', ({ from }) => from[0].start],
  ['end', ({ from }) => from[0].end],
  ['paragraph', ({ from }) => from[0].n],
  ['sentence', ({ from }) => from[0].exact],
  ['copy_of', ({ reports }) => reports[0]?.copyOf],
  ['agency', ({ reports }) => reports[0]?.agency],
  ['reports', ({ reports }) => reports.map(({ outlet, article }) => outlet ?? article).join('; ')],
]

// A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it words (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/** A value as words that are safe to open in a spreadsheet; numbers stay numbers. */
function cellOf(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  return FORMULA.test(value) ? `'${value}` : value
}

const quoted = (words: string): string => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)

/** One cell after RFC 4180, safe to open in a spreadsheet. */
export const cell = (value: Cell): string => quoted(cellOf(value))

/** One row of cells. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

/** The words of a cell as they were before they were made safe; a spreadsheet may have taken the apostrophe for its own. */
export const unsafe = (words: string): string =>
  words.startsWith("'") && FORMULA.test(words.slice(1)) ? words.slice(1) : words

/** A line as the table has it: each column's words, and a mark of them all. */
export interface Row {
  readonly line: Line
  readonly cells: ReadonlyMap<string, string>
  /** Stands in the column `was`: another mark, and the line is another one now. */
  readonly was: string
}

/** The rows of one view, and what stands in their column `export`. */
export interface Table {
  readonly rows: readonly Row[]
  readonly export: string
}

// A letter before the digits: a spreadsheet would take 12e34567 for a number.
const digest = (letter: string, words: readonly string[]): string => letter + hashOf(words.join('\n')).slice(0, 10)

/**
 * What a table was exported from, so that it can be compared with the same export made later: an address's query with the story, the view, what
 * narrowed it, how many lines there were, and a mark of their ids.
 */
function exportOf(viewed: Viewed, { all, filter = {} }: ExportOptions, ids: readonly string[]): string {
  const asked = {
    ...{ story: viewed.story.id, view: viewed.view.name },
    ...(all ? { all: '1' } : {}),
    ...Object.fromEntries(Object.entries(filter).map(([key, value]) => [`by-${key}`, String(value)])),
    lines: String(ids.length),
    ids: digest('i', [...ids].sort()),
  }
  return Object.entries(asked)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
}

/** One view as a table. */
export async function tableOf(viewed: Viewed, options: ExportOptions): Promise<Table> {
  const rows: Row[] = []
  for await (const line of viewed.lines) {
    if (!options.all && !line.sure) continue
    const cells = new Map(COLUMNS.map(([name, value]) => [name, cellOf(value(line, viewed))]))
    rows.push({ line, cells, was: digest('w', [...cells.values()]) })
  }
  return { rows, export: exportOf(viewed, options, rows.map(({ line }) => line.id)) } // biome-ignore format: one line
}

const LAST = ['was', 'export'] as const

/** The names of all columns, in order. */
export const CSV_COLUMNS: readonly string[] = [...COLUMNS.map(([name]) => name), ...LAST]

async function* write(views: readonly Viewed[], options: ExportOptions): AsyncIterable<string> {
  yield `${CSV_COLUMNS.join(',')}\r\n`
  for (const viewed of views) {
    const table = await tableOf(viewed, options)
    for (const { cells, was } of table.rows) yield `${[...cells.values(), was, table.export].map(quoted).join(',')}\r\n`
  }
}

/** One row a line, for spreadsheets. */
export const csv: Export = {
  name: 'csv',
  extension: 'csv',
  type: 'text/csv; charset=utf-8',
  about: 'One row a line, with its best citation, for spreadsheets.',
  write,
}
