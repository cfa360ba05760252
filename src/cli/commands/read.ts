import { readingToJson } from '../../readings/json.ts'
import type { Reading } from '../../readings/reading.ts'
import { type Command, type Options, PRIVATE, word } from '../command.ts'
import { readAll } from '../gather.ts'
import { JOBS, READER } from '../readers.ts'
import { printReading } from '../terminal/reading.ts'
import type { World } from '../world.ts'

/** Reads pages and prints what was read, without a record. */
export const read: Command = {
  name: 'read',
  about: 'Read pages and print what was read; nothing is kept.',
  takes: '[sources...]',
  options: [
    {
      flags: '--format <format>',
      about: 'an outline on a terminal, jsonl elsewhere, unless given',
      choices: ['outline', 'json', 'jsonl'],
    },
    { flags: '--why', about: 'with the rule and score behind each thing, and what was left out' },
    {
      flags: '--offsets <unit>',
      about: 'what offsets count: UTF-16 units, or code points (Python)',
      choices: ['utf-16', 'codepoint'],
      fallback: 'utf-16',
    },
    READER,
    JOBS,
    PRIVATE,
  ],
  examples: [
    ['onrecord read page.html', 'an outline of one page'],
    ['onrecord read page.html --why', 'the same, with the reasons'],
    ['onrecord read saved/ --format jsonl > readings.jsonl', 'one reading a line, for programs'],
    ['onrecord read - < pages.jsonl', 'pages as JSON Lines on standard input'],
    ['onrecord read https://example.org/news/dam-gates --format json', 'a page on the web'],
  ],
  run: async (given, options, world) => {
    const format = word(options, 'format') ?? (world.terminal.out ? 'outline' : 'jsonl')
    const print = PRINTERS[format] ?? PRINTERS.jsonl
    const printer = print(options, world)
    const failed = await readAll(given, options, world, ({ reading }) => printer.one(reading))
    await printer.end()
    return failed ? 1 : 0
  },
}

interface Printer {
  one(reading: Reading): Promise<void>
  end(): Promise<void>
}
type Maker = (options: Options, world: World) => Printer

const jsonOf = (reading: Reading, options: Options) =>
  readingToJson(reading, { offsets: word(options, 'offsets') === 'codepoint' ? 'codepoint' : 'utf-16' })

const nothing = async (): Promise<void> => {}

const PRINTERS: { readonly [format: string]: Maker } & { readonly jsonl: Maker } = {
  outline: (options, world) => ({ one: (reading) => printReading(reading, options.why === true, world), end: nothing }),
  jsonl: (options, world) => ({
    one: (reading) => world.out(`${JSON.stringify(jsonOf(reading, options))}\n`),
    end: nothing,
  }),
  json: (options, world) => {
    const readings: string[] = []
    const push = async (reading: Reading) => void readings.push(JSON.stringify(jsonOf(reading, options), null, 1))
    // One page is one object; several are a list.
    const end = () => world.out(readings.length === 1 ? `${readings[0]}\n` : `[${readings.join(',\n')}]\n`)
    return { one: push, end }
  },
}
