import type { Texts } from '../exports/export.ts'
import { EXPORTS } from '../exports/index.ts'
import type { OnRecord } from '../record/record.ts'
import type { StoryRow, StoryRows } from '../stories/rows.ts'
import { storyOf } from '../stories/story.ts'
import { type TextOf, withCuts } from '../views/cuts.ts'
import { limitsOf, type View } from '../views/view.ts'
import { type Command, type OptionSpec, type Options, PRIVATE, RECORD, word } from './command.ts'
import { readFrom } from './corrections/places.ts'
import { FILTERS, filterOf } from './filter.ts'
import { readingsOf } from './gather.ts'
import { messages } from './messages.ts'
import { READER } from './readers.ts'
import { printView } from './terminal/lines.ts'
import { textsOf, withRecord } from './tools.ts'
import { Failure, Misuse, type World } from './world.ts'

/** Formats of a view: the table for a person, and every export. */
const FORMATS = ['table', ...EXPORTS.map(({ name }) => name)]

/** Where stories come from: a record, or readings in memory. */
export interface Stories {
  stories(): Promise<readonly StoryRow[]>
  rows(story?: string): Promise<StoryRows | undefined>
  /** Texts of the articles that the stories cite. */
  readonly texts: Texts
  /** The articles themselves, as they were read. */
  readonly textOf: TextOf
  /** The record's file, where there is one. */
  readonly path?: string
}

/** Options of every command that shows stories of a record, or of pages that are read for it. */
export const STORIES: readonly OptionSpec[] = [RECORD, READER, PRIVATE]

/** Which story, and how much of it. */
export const STORY: readonly OptionSpec[] = [
  { flags: '--story <id>', about: 'this story; the largest unless given' },
  { flags: '--all', about: 'what is less sure, too' },
]

/** Opens the record, or reads the pages that are named, for a command that shows stories of it. Gives the exit code. */
export async function withStories(
  given: readonly string[],
  options: Options,
  world: World,
  use: (from: Stories) => Promise<void>,
): Promise<number> {
  if (given.length === 0) {
    await withRecord(options, (record) => use(kept(record)))
    return 0
  }
  const { readings, failed } = await readingsOf(given, options, world)
  if (readings.length === 0) throw new Failure(messages.noStory)
  const texts: Texts = async (article, version) =>
    readings.find((one) => one.id === article && one.version === version)?.text
  const textOf: TextOf = async (article, version) =>
    readings.findLast((one) => one.id === article && (version === undefined || one.version === version))
  await use({ ...(await storyOf(readings)), texts, textOf })
  return failed ? 1 : 0
}

const kept = (record: OnRecord): Stories => ({
  stories: () => record.stories(),
  rows: (story) => record.rows(story),
  texts: textsOf(record),
  textOf: readFrom(record),
  path: record.path,
})

/** The story that the options name, the largest unless they name one; on a terminal others are pointed to. */
export async function storyAsked(from: Stories, options: Options, world: World): Promise<StoryRows> {
  const id = word(options, 'story')
  const rows = await from.rows(id)
  if (!rows) throw new Failure(id === undefined ? messages.emptyRecord(from.path ?? '') : messages.unknownStory(id))
  const own = (await rows.story()).id
  const others = id === undefined ? (await from.stories()).filter((one) => one.id !== own) : []
  if (others.length && world.terminal.err) world.err(`${messages.otherStories(others.slice(0, 5).map(nameOf))}\n`)
  return rows
}

/** The format that the options name: unless they do, a table where a person reads, JSON elsewhere. */
export const formatOf = (options: Options, world: World): string =>
  word(options, 'format') ?? (world.terminal.out ? 'table' : 'json')

/** The command that shows a view: of a record, or of pages that are read for it. */
export function showing(view: View, examples: Command['examples']): Command {
  return {
    name: view.name,
    about: view.about,
    takes: '[paths...]',
    options: [
      ...FILTERS,
      ...(view.limits ?? []).map(({ name, about }) => ({ flags: `--${name} <number>`, about })),
      ...STORY,
      { flags: '--format <format>', about: 'a table on a terminal, json elsewhere, unless given', choices: FORMATS },
      ...STORIES,
    ],
    examples,
    run: (given, options, world) => withStories(given, options, world, (from) => show(view, from, options, world)),
  }
}

async function show(view: View, from: Stories, options: Options, world: World): Promise<void> {
  const limits = limitsOf(view, (name) => word(options, name))
  if (!limits) throw new Misuse(messages.badLimits((view.limits ?? []).map(({ name }) => `--${name}`)))
  const rows = await storyAsked(from, options, world)
  const story = await rows.story()
  const all = options.all === true
  const filter = await filterOf(rows, options)
  const viewed = { view, story, lines: withCuts(view.lines(rows, filter, limits), from.textOf) }
  const found = EXPORTS.find(({ name }) => name === formatOf(options, world))
  if (!found) return printView(viewed, { all }, world)
  for await (const text of found.write([viewed], { all, filter, texts: from.texts })) await world.out(text)
}

const nameOf = ({ id, title, report, articles }: StoryRow): string =>
  `${id} ${(title?.exact ?? report.headline ?? '').slice(0, 50)} (${articles} article${articles === 1 ? '' : 's'})`
