import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Viewed } from '../../exports/export.ts'
import { EXPORTS } from '../../exports/index.ts'
import { VIEWS } from '../../views/index.ts'
import { type Command, RECORD, word } from '../command.ts'
import { FILTERS, filterOf } from '../filter.ts'
import { messages } from '../messages.ts'
import { withRecord } from '../tools.ts'
import { Failure } from '../world.ts'

/** Writes the views of a story for another program. */
export const exporting: Command = {
  name: 'export',
  about: 'Write a story for another program: all views, or the ones named.',
  takes: '[views...]',
  options: [
    {
      flags: '--format <format>',
      about: EXPORTS.map(({ name, about }) => `${name}: ${about}`).join(' '),
      choices: EXPORTS.map(({ name }) => name),
      fallback: 'json',
    },
    { flags: '--output <file>', about: 'write to this file rather than standard output' },
    { flags: '--story <id>', about: 'this story; the largest unless given' },
    { flags: '--all', about: 'what is less sure, too' },
    ...FILTERS,
    RECORD,
  ],
  examples: [
    ['onrecord export > story.json', 'every view, with all citations'],
    ['onrecord export timeline --format csv --output timeline.csv', 'one view, for a spreadsheet'],
    ['onrecord export --format markdown', 'for notes, with numbered sources'],
  ],
  run: async (given, options, world) => {
    const views = VIEWS.filter(({ name }) => given.length === 0 || given.includes(name))
    const unknown = given.find((name) => !VIEWS.some((view) => view.name === name))
    if (unknown !== undefined)
      throw new Failure(messages.problem(unknown, `is no view: ${VIEWS.map(({ name }) => name).join(', ')}`))
    await withRecord(options, async (record) => {
      const story = word(options, 'story')
      const rows = await record.rows(story)
      if (!rows)
        throw new Failure(story === undefined ? messages.emptyRecord(record.path) : messages.unknownStory(story))
      const [row, filter] = [await rows.story(), await filterOf(rows, options)]
      const viewed = views.map((view): Viewed => ({ view, story: row, lines: view.lines(rows, filter) }))
      const format = EXPORTS.find(({ name }) => name === word(options, 'format')) ?? EXPORTS[0]
      if (!format) return
      const path = word(options, 'output')
      const texts = format.write(viewed, { all: options.all === true })
      if (path === undefined) for await (const text of texts) await world.out(text)
      else {
        await writeTo(path, texts)
        world.err(`${messages.written(path)}\n`)
      }
    })
    return 0
  },
}

async function writeTo(path: string, texts: AsyncIterable<string>): Promise<void> {
  const file = createWriteStream(path)
  const failed = once(file, 'error').then(([error]) => {
    throw new Failure(messages.cannotWrite(path, error instanceof Error ? error.message : String(error)))
  })
  const written = (async () => {
    for await (const text of texts) if (!file.write(text)) await once(file, 'drain')
    await new Promise<void>((resolve) => file.end(resolve))
  })()
  await Promise.race([written, failed])
}
