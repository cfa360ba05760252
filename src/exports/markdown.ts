import type { Citation } from '../text/citation.ts'
import { dayText, whenText } from '../views/days.ts'
import type { Line, LineReport } from '../views/line.ts'
import { figureText, labelsOf, plainText, relationOf } from '../views/lines.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

/** Words of a source as Markdown: on one line, nothing in them read as a mark, a link or markup. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~$!&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')

// An address in angle brackets; what could leave them is encoded.
const address = (url: string): string =>
  /^https?:\/\//i.test(url) ? ` <${url.replace(/[\s<>\\]/g, (char) => encodeURIComponent(char))}>` : ''

/** "The Northern Courier, 13 May 2026 ¶2": outlet, day and paragraph of a citation. */
export function source({ n }: Citation, report: LineReport | undefined): string {
  const outlet = plain(report?.outlet ?? report?.headline ?? report?.article ?? '')
  const day = report?.published === undefined ? '' : `, ${dayText(report.published)}`
  return `${outlet}${day}${n === undefined ? '' : ` ¶${n}`}`
}

function headingOf(line: Line, groups: Viewed['view']['groups']): string | undefined {
  if (groups === 'day') return line.when ? whenText(line.when) : 'undated'
  if (groups === 'printed') return line.reports[0]?.published ? dayText(line.reports[0].published) : 'undated'
  if (groups === 'who') return line.who?.[0] ? plain(line.who[0].name) : 'speaker open'
  return undefined
}

interface Notes {
  /** Numbers of a line's citations. */
  of(line: Line): readonly number[]
  all(): readonly string[]
}

function notes(): Notes {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  const of = (line: Line) =>
    line.from.map((citation, at) => {
      const place = `${citation.article}@${citation.version}#${citation.start}-${citation.end}`
      const known = numbers.get(place)
      if (known !== undefined) return known
      const report = line.reports[at]
      const number = texts.push(`${source(citation, report)}${address(report?.url ?? '')}`)
      numbers.set(place, number)
      return number
    })
  return { of, all: () => texts }
}

// The numbers of a series, where it has several: day, words, how each stands to those before, its citations.
function points(line: Line, marks: readonly string[]): string {
  const all = line.figure?.points ?? []
  if (all.length < 2) return ''
  const rows = all.map((point) => {
    const day = point.day === undefined ? 'undated' : dayText(point.day)
    const own = point.at.map((at) => marks[at] ?? '').join('')
    return `  - ${day}: ${plain(point.words.exact)} *${relationOf(point)}*${own}\n`
  })
  return rows.join('')
}

function entry(line: Line, found: Notes): string {
  const labels = labelsOf(line).map((label) => `*${label}* `)
  const [who] = line.shape === 'card' ? (line.who ?? []) : []
  const given = who ? who.name : line.figure ? figureText(line.figure) : undefined
  const name = given === undefined ? '' : `**${plain(given)}** `
  const marks = found.of(line).map((number) => `[^${number}]`)
  return `- ${labels.join('')}${name}${plain(plainText(line.text))}${marks.join('')}\n${points(line, marks)}`
}

// Lines of one speaker stand together whatever their order; days are in order already.
async function grouped({ lines, view }: Viewed, { all }: ExportOptions): Promise<ReadonlyMap<string, readonly Line[]>> {
  const groups = new Map<string, Line[]>()
  for await (const line of lines) {
    if (!all && !line.sure) continue
    const heading = headingOf(line, view.groups) ?? ''
    groups.set(heading, [...(groups.get(heading) ?? []), line])
  }
  return groups
}

async function* write(views: readonly Viewed[], options: ExportOptions): AsyncIterable<string> {
  const found = notes()
  let title: string | undefined
  for (const viewed of views) {
    if (title !== viewed.story.id) {
      title = viewed.story.id
      yield `# ${plain(viewed.story.title?.exact ?? title)}\n`
    }
    yield `\n## ${viewed.view.title}\n`
    for (const [heading, lines] of await grouped(viewed, options)) {
      yield heading === '' ? '\n' : `\n### ${heading}\n\n`
      for (const line of lines) yield entry(line, found)
    }
  }
  yield `\n${found.all().map((text, at) => `[^${at + 1}]: ${text}\n`).join('')}` // biome-ignore format: one thought
}

/** A text to read, its citations as footnotes. */
export const markdown: Export = {
  name: 'markdown',
  extension: 'md',
  type: 'text/markdown; charset=utf-8',
  about: 'A text to read, its citations as footnotes: outlet, day, paragraph.',
  write,
}
