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

/** One cell after RFC 4180, safe to open in a spreadsheet; numbers stay numbers. */
export function cell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One row of cells. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

async function* write(views: readonly Viewed[], { all }: ExportOptions): AsyncIterable<string> {
  yield csvRow(COLUMNS.map(([name]) => name))
  for (const viewed of views)
    for await (const line of viewed.lines)
      if (all || line.sure) yield csvRow(COLUMNS.map(([, value]) => value(line, viewed)))
}

/** One row a line, for spreadsheets. */
export const csv: Export = {
  name: 'csv',
  extension: 'csv',
  type: 'text/csv; charset=utf-8',
  about: 'One row a line, with its best citation, for spreadsheets.',
  write,
}
