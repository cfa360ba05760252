import { readFile, stat } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { writeReason } from '../failures.ts'
import { messages } from '../messages.ts'
import { Failure } from '../world.ts'

/** A row of a file: where it stands, and its cells by column. */
export interface SheetRow {
  /** As a spreadsheet counts rows: the head is row 1. */
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
}

/** A table as a spreadsheet left it. */
export interface Sheet {
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** Its encoding has not all letters, or it holds no letter that needs another: some may have been written in others. */
  readonly lossy: boolean
}

/** A larger file is no table that a person edited. */
const MOST_BYTES = 128 * 1024 * 1024
const DELIMITERS = [',', ';', '\t'] as const

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

// What a spreadsheet writes without saying so: in UTF-16 every other byte of Latin letters is zero.
function unmarked(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 64)
  const zeros = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  if (zeros(1) > head.length / 4) return 'utf-16le'
  if (zeros(0) > head.length / 4) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  return unmarked(bytes)
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) throw new Failure(messages.tooLarge(path, MOST_BYTES))
    return await readFile(path)
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(messages.noFile(path, writeReason(error)), { cause: error })
  }
}

// "sep=;" is a line that some spreadsheets write before the head.
function headOf(text: string): { readonly delimiter: string; readonly from: number } {
  const [, named] = /^sep=(.)\r?\n/.exec(text) ?? []
  const from = named ? text.indexOf('\n') + 1 : 0
  const line = text.slice(from).split(/\r?\n/, 1)[0] ?? ''
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  const [most] = counts.sort((a, b) => b.count - a.count)
  return { delimiter: named ?? most?.delimiter ?? ',', from }
}

function recordsIn(path: string, text: string): readonly (readonly string[])[] {
  const { delimiter, from } = headOf(text)
  try {
    return parse(text.slice(from), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      // An old Macintosh, a file put together from two.
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  } catch (error) {
    if (error instanceof CsvError) throw new Failure(messages.notTable(path, error.message), { cause: error })
    throw error
  }
}

// Letters of no other kind: they may have been lost, or written without their accents.
const isBare = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

const isEmpty = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '')

function rowsOf(
  path: string,
  columns: readonly string[],
  records: readonly (readonly string[])[],
): readonly SheetRow[] {
  return records.flatMap((record, at) => {
    if (isEmpty(record)) return []
    const row = at + 2
    const more = record.slice(columns.length)
    if (more.some((cell) => cell.trim() !== '')) throw new Failure(messages.moreCells(path, row, columns.length))
    return [{ row, cells: new Map(columns.map((name, place) => [name, record[place] ?? ''])) }]
  })
}

/**
 * Reads a table as spreadsheets write it: separated by commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252. Throws a Failure in one line for what
 * cannot be read.
 */
export async function readSheet(path: string): Promise<Sheet> {
  const bytes = await bytesOf(path)
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const [head, ...records] = recordsIn(path, text)
  if (!head || isEmpty(head)) throw new Failure(messages.emptyTable(path))
  const columns = head.map((name) => name.trim().toLowerCase())
  while (columns.at(-1) === '') columns.pop()
  const doubled = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at)
  if (doubled !== undefined) throw new Failure(messages.doubledColumn(path, doubled))
  return { columns, rows: rowsOf(path, columns, records), lossy: encoding === 'windows-1252' || isBare(text) }
}
