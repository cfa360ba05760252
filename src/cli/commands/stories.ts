import { csvRow } from '../../exports/csv.ts'
import type { ArticleRow, StoryRow } from '../../stories/rows.ts'
import { whenText } from '../../views/days.ts'
import type { Command } from '../command.ts'
import { messages } from '../messages.ts'
import { formatOf, STORIES, type Stories, withStories } from '../show.ts'
import { padded, tame, wrap } from '../terminal/wrap.ts'
import type { World } from '../world.ts'

/** A story with its articles. */
interface Told {
  readonly story: StoryRow
  readonly articles: readonly ArticleRow[]
}

/** What a list of stories is written as: text for each, and what stands before, between and after. */
interface Format {
  readonly before?: string
  readonly between?: string
  readonly after?: string
  one(told: Told, world: World): string
}

const titleOf = ({ title, report, id }: StoryRow): string => title?.exact ?? report.headline ?? id
const sources = ({ articles }: Told): readonly string[] => [...new Set(articles.map(({ source }) => source))].sort()

const COLUMNS: readonly (readonly [string, (told: Told) => string | number | undefined])[] = [
  ['story', ({ story }) => story.id],
  ['title', ({ story }) => titleOf(story)],
  ['from', ({ story }) => story.from],
  ['to', ({ story }) => story.to],
  ['articles', ({ story }) => story.articles],
  ['outlets', ({ story }) => story.outlets.length],
  ['origins', (told) => sources(told).length],
]

const MARGIN = 13

function block(told: Told, { columns }: World): string {
  const { story } = told
  const days = story.from && story.to ? whenText({ from: story.from, to: story.to }) : ''
  const counts = messages.counted(story.articles, story.outlets.length, sources(told).length)
  const rows = [
    ...wrap(titleOf(story), Math.max(30, columns - MARGIN)),
    tame([days, counts].filter(Boolean).join(' · ')),
  ]
  return rows.map((row, at) => `${padded(at === 0 ? story.id : '', MARGIN)}${row}\n`).join('')
}

const FORMATS: Readonly<Record<string, Format>> = {
  table: { one: block, between: '\n' },
  json: {
    before: '{"format":"onrecord-stories/1","stories":[\n',
    between: ',\n',
    after: '\n]}\n',
    one: (told) =>
      JSON.stringify({ ...told.story, origins: sources(told), members: told.articles.map(({ id }) => id) }),
  },
  jsonl: {
    one: ({ story, articles }) => articles.map(({ id }) => `${JSON.stringify({ id, story: story.id })}\n`).join(''),
  },
  csv: {
    before: csvRow(COLUMNS.map(([name]) => name)),
    one: (told) => csvRow(COLUMNS.map(([, value]) => value(told))),
  },
}

async function list(
  from: Stories,
  { before = '', between = '', after = '', one }: Format,
  world: World,
): Promise<void> {
  await world.out(before)
  for (const [at, story] of (await from.stories()).entries()) {
    const articles: ArticleRow[] = []
    for await (const row of (await from.rows(story.id))?.articles() ?? []) articles.push(row)
    await world.out(`${at > 0 ? between : ''}${one({ story, articles }, world)}`)
  }
  await world.out(after)
}

/** Every story, the largest first. */
export const stories: Command = {
  name: 'stories',
  about: 'Which stories there are, and which article belongs to which.',
  takes: '[paths...]',
  options: [
    {
      flags: '--format <format>',
      about: 'a table on a terminal, json elsewhere, unless given; jsonl is a line an article',
      choices: Object.keys(FORMATS),
    },
    ...STORIES,
  ],
  examples: [
    ['onrecord stories', 'every story of the record in this folder, the largest first'],
    ['onrecord stories saved/ --format jsonl', 'the story of each article: {"id", "story"}, a line an article'],
    ['onrecord stories --format csv > stories.csv', 'a row a story, for a spreadsheet'],
  ],
  run: (given, options, world) =>
    withStories(given, options, world, async (from) => {
      const format = FORMATS[formatOf(options, world)]
      if (format) await list(from, format, world)
    }),
}
