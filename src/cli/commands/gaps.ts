import type { Viewed } from '../../exports/export.ts'
import { EXPORTS } from '../../exports/index.ts'
import type { RowFilter, StoryRow, StoryRows } from '../../stories/rows.ts'
import { GAPS, type Held, type Ledger, ledgerOf, type Unnamed } from '../../views/gaps.ts'
import { VIEWS } from '../../views/index.ts'
import type { Line } from '../../views/line.ts'
import type { Command, Options } from '../command.ts'
import { word } from '../command.ts'
import { FILTERS, filterOf } from '../filter.ts'
import { messages } from '../messages.ts'
import { formatOf, STORIES, STORY, type Stories, storyAsked, withStories } from '../show.ts'
import { headText, lineText } from '../terminal/lines.ts'
import { styleOf } from '../terminal/style.ts'
import { padded, tame } from '../terminal/wrap.ts'
import type { World } from '../world.ts'

/** Lines of one gap that a person is shown first; `--gap` shows all of one. */
const FIRST = 3

const OTHERS = EXPORTS.filter(({ name }) => name !== 'json')

async function ledgerIn(rows: StoryRows, filter: RowFilter, all: boolean): Promise<Ledger> {
  const shown = []
  for (const view of VIEWS) {
    const lines: Line[] = []
    for await (const line of view.lines(rows, filter, {}, !all)) lines.push(line)
    shown.push({ view, lines })
  }
  return ledgerOf(shown)
}

function heading(held: Held, world: World): string {
  const counts = messages.shown(held.lines.length, held.lines.length, 0)
  return `\n${styleOf(world.color).label(held.gap)} ${styleOf(world.color).faint(`${held.view.title} · ${counts}`)}\n`
}

async function printGap(held: Held, most: number, world: World): Promise<void> {
  await world.out(heading(held, world))
  for (const [at, line] of held.lines.slice(0, most).entries()) await world.out(lineText(line, at + 1, world))
  const more = held.lines.length - most
  if (more > 0) await world.out(`${styleOf(world.color).faint(messages.moreLines(more, held.gap))}\n`)
}

const shareOf = ({ outlet, lines, statements }: Unnamed): string =>
  `${padded(messages.share(lines.length, statements), 9)}${tame(outlet)}\n`

async function print(ledger: Ledger, story: StoryRow, most: number, world: World): Promise<void> {
  const view = { name: 'gaps', title: 'Gaps', groups: 'none' } as const
  await world.out(headText({ view, story }, ledger.gaps.length > 0 ? messages.gaps : messages.noGap, world))
  for (const held of ledger.gaps) await printGap(held, most, world)
  if (ledger.unnamed.length === 0) return
  await world.out(`\n${styleOf(world.color).label(messages.unnamed)}\n${ledger.unnamed.map(shareOf).join('')}`)
}

const jsonOf = (ledger: Ledger, story: StoryRow): string =>
  `${JSON.stringify({
    format: 'onrecord-gaps/1',
    story,
    gaps: ledger.gaps.map(({ gap, view, lines }) => ({ gap, view: view.name, lines })),
    unnamed: ledger.unnamed.map(({ lines, ...one }) => ({ ...one, unnamed: lines.map(({ id }) => id) })),
  })}\n`

async function* given<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

const viewedOf = ({ gap, view, lines }: Held, story: StoryRow): Viewed => ({
  view: { name: view.name, title: `${view.title}: ${gap}`, groups: 'none' },
  story,
  lines: given(lines),
})

async function show(from: Stories, options: Options, world: World): Promise<void> {
  const rows = await storyAsked(from, options, world)
  const story = await rows.story()
  const found = await ledgerIn(rows, await filterOf(rows, options), options.all === true)
  const asked = word(options, 'gap')
  const gaps = found.gaps.filter(({ gap }) => asked === undefined || gap === asked)
  const ledger = { gaps, unnamed: asked === undefined || asked === 'unnamed source' ? found.unnamed : [] }
  const format = formatOf(options, world)
  const other = OTHERS.find(({ name }) => name === format)
  if (format === 'table') return print(ledger, story, asked === undefined ? FIRST : Number.POSITIVE_INFINITY, world)
  if (!other) return world.out(jsonOf(ledger, story))
  for await (const text of other.write(gaps.map((held) => viewedOf(held, story)), { all: true, texts: from.texts })) await world.out(text) // biome-ignore format: one thought
}

/** What a story cannot yet stand on. */
export const gaps: Command = {
  name: 'gaps',
  about: 'What the record cannot yet stand on: one origin, no named source, words altered, overdue, disputed.',
  takes: '[paths...]',
  options: [
    { flags: '--gap <gap>', about: 'all lines with this gap', choices: GAPS },
    ...FILTERS,
    ...STORY,
    {
      flags: '--format <format>',
      about: 'a table on a terminal, json elsewhere, unless given',
      choices: ['table', 'json', ...OTHERS.map(({ name }) => name)],
    },
    ...STORIES,
  ],
  examples: [
    ['onrecord gaps', 'each kind of gap, with its first lines'],
    ['onrecord gaps --gap overdue', 'every plan whose day has passed and that nobody reported again'],
    ['onrecord gaps --format csv > gaps.csv', 'a line a row, for a spreadsheet'],
  ],
  run: (given, options, world) => withStories(given, options, world, (from) => show(from, options, world)),
}
