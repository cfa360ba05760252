import type { Texts } from '../exports/export.ts'
import { EXPORTS } from '../exports/index.ts'
import type { StoryRow, StoryRows } from '../stories/rows.ts'
import { storyOf } from '../stories/story.ts'
import type { View } from '../views/view.ts'
import { type Command, type Options, PRIVATE, RECORD, word } from './command.ts'
import { FILTERS, filterOf } from './filter.ts'
import { readingsOf } from './gather.ts'
import { messages } from './messages.ts'
import { READER } from './readers.ts'
import { printView } from './terminal/lines.ts'
import { textsOf, withRecord } from './tools.ts'
import { Failure, type World } from './world.ts'

/** Formats of a view: the table for a person, and every export. */
const FORMATS = ['table', ...EXPORTS.map(({ name }) => name)]

/** Where stories come from: a record, or readings in memory. */
interface Stories {
  stories(): Promise<readonly StoryRow[]>
  rows(story?: string): Promise<StoryRows | undefined>
}

/** What a view is shown from. */
interface From {
  readonly stories: Stories
  readonly texts: Texts
  /** File of the record, where there is one. */
  readonly path?: string
}

/** The command that shows a view: of a record, or of pages that are read for it. */
export function showing(view: View, examples: Command['examples']): Command {
  return {
    name: view.name,
    about: view.about,
    takes: '[paths...]',
    options: [
      ...FILTERS,
      { flags: '--story <id>', about: 'this story; the largest unless given' },
      { flags: '--all', about: 'what is less sure, too' },
      { flags: '--format <format>', about: 'a table on a terminal, json elsewhere, unless given', choices: FORMATS },
      RECORD,
      READER,
      PRIVATE,
    ],
    examples,
    run: async (given, options, world) => {
      if (given.length === 0) {
        await withRecord(options, (record) =>
          show(view, { stories: record, texts: textsOf(record), path: record.path }, options, world),
        )
        return 0
      }
      const { readings, failed } = await readingsOf(given, options, world)
      if (readings.length === 0) throw new Failure(messages.noStory)
      const texts: Texts = async (article, version) =>
        readings.find((one) => one.id === article && one.version === version)?.text
      await show(view, { stories: await storyOf(readings), texts }, options, world)
      return failed ? 1 : 0
    },
  }
}

async function show(view: View, from: From, options: Options, world: World): Promise<void> {
  const id = word(options, 'story')
  const rows = await from.stories.rows(id)
  if (!rows) throw new Failure(id === undefined ? messages.emptyRecord(from.path ?? '') : messages.unknownStory(id))
  const story = await rows.story()
  const format = word(options, 'format') ?? (world.terminal.out ? 'table' : 'json')
  const all = options.all === true
  const viewed = { view, story, lines: view.lines(rows, await filterOf(rows, options)) }
  const others = id === undefined ? (await from.stories.stories()).filter((one) => one.id !== story.id) : []
  if (others.length && world.terminal.err) world.err(`${messages.otherStories(others.slice(0, 5).map(nameOf))}\n`)
  const found = EXPORTS.find(({ name }) => name === format)
  if (!found) return printView(viewed, { all }, world)
  for await (const text of found.write([viewed], { all, texts: from.texts })) await world.out(text)
}

const nameOf = ({ id, title, report, articles }: StoryRow): string =>
  `${id} ${(title?.exact ?? report.headline ?? '').slice(0, 50)} (${articles} article${articles === 1 ? '' : 's'})`
