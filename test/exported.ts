import type { Export, ExportOptions, Texts, Viewed } from '../src/exports/export.ts'
import type { Reading } from '../src/readings/reading.ts'
import { storyOf } from '../src/stories/index.ts'
import { VIEWS } from '../src/views/index.ts'
import type { Line } from '../src/views/line.ts'

/** Every view of the largest story of some readings, with its lines. */
export interface Told {
  /** The views, to be written once. */
  views(): readonly Viewed[]
  readonly lines: readonly Line[]
  /** What an export writes of all views. */
  written(one: Export, options?: ExportOptions): Promise<string>
}

/** Tells a story of readings. */
export async function told(readings: readonly Reading[]): Promise<Told> {
  const rows = await (await storyOf(readings)).rows()
  if (!rows) throw new Error('no story')
  const story = await rows.story()
  const views = () => VIEWS.map((view): Viewed => ({ view, story, lines: view.lines(rows, {}) }))
  const lines: Line[] = []
  for (const viewed of views()) for await (const line of viewed.lines) lines.push(line)
  const texts: Texts = async (article, version) =>
    readings.find((one) => one.id === article && one.version === version)?.text
  return { views, lines, written: (one, options = { all: true }) => writtenOf(one, views(), { texts, ...options }) }
}

/** What an export writes of views. */
export async function writtenOf(one: Export, views: readonly Viewed[], options: ExportOptions): Promise<string> {
  let text = ''
  for await (const piece of one.write(views, options)) text += piece
  return text
}

/** A view of lines made by hand. */
export function viewOf(lines: readonly Line[]): Viewed {
  const story = { id: 'y0', report: { headline: 'A story' }, articles: 1, outlets: [] }
  return {
    view: { name: 'made', title: 'Made', groups: 'none' },
    story,
    lines: (async function* () {
      yield* lines
    })(),
  }
}

const QUOTE = { article: 'a', version: 'v', start: 0, end: 5, exact: 'words' }

/** A line made by hand. */
export const lineOf = (more: Partial<Line> = {}): Line => ({
  id: 'h1',
  shape: 'event',
  text: [{ quote: QUOTE }],
  from: [QUOTE],
  sure: true,
  score: 1,
  origins: 1,
  reports: [{ article: 'a' }],
  ...more,
})
