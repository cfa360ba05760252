import { noArticle } from '../../collect/index.ts'
import { type Command, PRIVATE, word } from '../command.ts'
import { FORMATS } from '../formats/index.ts'
import { articlesOf, readAll } from '../gather.ts'
import { JOBS, READER } from '../readers.ts'

/** Reads pages and prints what was read, without a record. */
export const read: Command = {
  name: 'read',
  about: 'Read pages and print what was read; nothing is kept.',
  takes: '[sources...]',
  options: [
    {
      flags: '--format <format>',
      about: 'an outline on a terminal, jsonl elsewhere, unless given',
      choices: FORMATS.map(({ name }) => name),
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
    ['onrecord read page.html --format markdown', 'the article alone, in parts, as Markdown'],
    ['onrecord read saved/ --format jsonl > readings.jsonl', 'one reading a line, for programs'],
    ['onrecord read - < pages.jsonl', 'pages as JSON Lines on standard input'],
    ['onrecord read https://example.org/news/dam-gates --format json', 'a page on the web'],
  ],
  run: async (given, options, world) => {
    const named = word(options, 'format')
    const usual = world.terminal.out ? 'terminal' : 'elsewhere'
    const format = FORMATS.find((one) => (named === undefined ? one.usual === usual : one.name === named))
    if (format === undefined) throw new Error(`no format is used ${usual}`)
    if (format.of === 'articles') {
      const printer = format.printer(options, world)
      const failed = await articlesOf(given, options, world, async (read) => {
        if (!noArticle(read)) await printer.one(read.reading)
      })
      await printer.end()
      return failed ? 1 : 0
    }
    const printer = format.printer(options, world)
    const failed = await readAll(given, options, world, ({ reading }) => printer.one(reading))
    await printer.end()
    return failed ? 1 : 0
  },
}
