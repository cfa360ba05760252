import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Viewed } from '../../exports/export.ts'
import { EXPORTS } from '../../exports/index.ts'
import { withCuts } from '../../views/cuts.ts'
import { VIEWS } from '../../views/index.ts'
import { type Command, RECORD, word } from '../command.ts'
import { readFrom } from '../corrections/places.ts'
import { writeReason } from '../failures.ts'
import { FILTERS, filterOf } from '../filter.ts'
import { messages } from '../messages.ts'
import { textsOf, withRecord } from '../tools.ts'
import { Failure, Misuse } from '../world.ts'

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
    const names = VIEWS.map(({ name }) => name)
    const unknown = given.find((name) => !names.includes(name))
    if (unknown !== undefined) throw new Misuse(messages.noView(unknown, names))
    await withRecord(options, async (record) => {
      const story = word(options, 'story')
      const rows = await record.rows(story)
      if (!rows)
        throw new Failure(story === undefined ? messages.emptyRecord(record.path) : messages.unknownStory(story))
      const [row, filter, every] = [await rows.story(), await filterOf(rows, options), options.all === true]
      const viewed = views.map(
        (view): Viewed => ({
          view,
          story: row,
          lines: withCuts(view.lines(rows, filter, {}, !every), readFrom(record)),
        }),
      )
      const format = EXPORTS.find(({ name }) => name === word(options, 'format')) ?? EXPORTS[0]
      if (!format) return
      const path = word(options, 'output')
      const texts = format.write(viewed, { all: every, filter, texts: textsOf(record) })
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
  // What fails while lines are made is no fault of the file.
  let fault: unknown
  const made = async function* (): AsyncIterable<string> {
    try {
      yield* texts
    } catch (error) {
      fault = error
      throw error
    }
  }
  await pipeline(made, createWriteStream(path)).catch((error: unknown) => {
    throw fault ?? new Failure(messages.cannotWrite(path, writeReason(error)), { cause: error })
  })
}
