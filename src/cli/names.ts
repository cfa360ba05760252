import { readFile } from 'node:fs/promises'
import { problemOf } from '../collect/problem.ts'
import { cell } from '../exports/csv.ts'
import { plain } from '../exports/markdown.ts'
import { decode, isBinary } from '../pages/decode.ts'
import type { Called } from '../record/index.ts'
import { messages } from './messages.ts'
import { printCalled } from './terminal/hits.ts'
import { Failure, type World } from './world.ts'

/** Names of a file, one a line, each once, whatever its encoding and line ends. Throws a Failure for a file that cannot be read, or holds none. */
export async function namesFrom(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Failure(messages.unreadable(path, problemOf(path, error).problem.reason), { cause: error })
  })
  if (isBinary(bytes)) throw new Failure(messages.unreadable(path, messages.noText))
  const { text } = decode({ bytes })
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).map((line) => line.replace(/[\p{Cc}\ufeff]/gu, ' ').trim())
  const names = [...new Set(lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).map((line) => line.normalize('NFC')))]
  if (names.length === 0) throw new Failure(messages.unreadable(path, messages.noNames))
  return names
}

type Write = (names: AsyncIterable<Called>, world: World) => Promise<void>

async function writeJson(names: AsyncIterable<Called>, world: World): Promise<void> {
  let open = '{"names":['
  for await (const one of names) {
    await world.out(`${open}\n${JSON.stringify(one)}`)
    open = ','
  }
  await world.out(']}\n')
}

async function writeLines(names: AsyncIterable<Called>, world: World): Promise<void> {
  for await (const one of names) await world.out(`${JSON.stringify(one)}\n`)
}

const entitiesOf = ({ entities }: Called): string => entities.map(({ id, name }) => `${name} (${id})`).join('; ')

const COLUMNS: readonly (readonly [string, (one: Called) => string | number | undefined])[] = [
  ['name', ({ name }) => name],
  ['sentences', ({ sentences }) => sentences],
  ['articles', ({ articles }) => articles],
  ['entities', entitiesOf],
  ['first_sentence', ({ first }) => first?.sentence.exact],
  ['outlet', ({ first }) => first?.report.outlet],
  ['published', ({ first }) => first?.report.published],
  ['url', ({ first }) => first?.report.url],
  ['article', ({ first }) => first?.sentence.article],
  ['paragraph', ({ first }) => first?.sentence.n],
]

async function writeCsv(names: AsyncIterable<Called>, world: World): Promise<void> {
  await world.out(`${COLUMNS.map(([name]) => name).join(',')}\r\n`)
  for await (const one of names) await world.out(`${COLUMNS.map(([, value]) => cell(value(one))).join(',')}\r\n`)
}

async function writeMarkdown(names: AsyncIterable<Called>, world: World): Promise<void> {
  const shown = COLUMNS.slice(0, 7)
  await world.out(`| ${shown.map(([name]) => plain(name)).join(' | ')} |\n|${shown.map(() => '---|').join('')}\n`)
  for await (const one of names)
    await world.out(`| ${shown.map(([, value]) => plain(String(value(one) ?? ''))).join(' | ')} |\n`)
}

/** How what the record says of names is written, by the name of the format. */
export const NAME_FORMATS: Readonly<Record<string, Write>> = {
  table: printCalled,
  json: writeJson,
  jsonl: writeLines,
  csv: writeCsv,
  markdown: writeMarkdown,
}
