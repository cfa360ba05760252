import type { Viewed } from '../../exports/export.ts'
import { type Neighbour, neighboursIn } from '../../views/beside.ts'
import { whenText } from '../../views/days.ts'
import type { Line, LineReport, When } from '../../views/line.ts'
import { copiesOf, figureText, labelsOf, outletsOf, plainText, relationOf } from '../../views/lines.ts'
import { messages } from '../messages.ts'
import type { World } from '../world.ts'
import { type Style, styleOf } from './style.ts'
import { padded, tame, widthOf, wrap } from './wrap.ts'

const MARGIN = 9
/** Numbers of a series that are shown. */
const POINTS = 8
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Writes a view for a person at a terminal: days or speakers at the left, each line with its source below it. */
export async function printView(viewed: Viewed, options: { readonly all: boolean }, world: World): Promise<void> {
  const style = styleOf(world.color)
  const lines: Line[] = []
  let [all, folded] = [0, 0]
  for await (const line of viewed.lines) {
    all++
    if (options.all || line.sure) lines.push(line)
    else folded++
  }
  await world.out(headText(viewed, shownOf(lines, all, folded), world))
  const besides = besidesIn(lines)
  let group: string | undefined
  for (const [i, line] of lines.entries()) {
    const own = groupOf(line, viewed.view.groups)
    const margin = own === group ? [] : marginOf(own, viewed.view.groups, line)
    await world.out(`\n${blockOf({ line, number: i + 1, margin, beside: besides(line) }, world, style)}`)
    group = own
  }
  if (folded) await world.out(`\n${style.faint(messages.moreHint)}\n`)
}

// "said otherwise later: [12] 19 Mar": the lines beside each, by their numbers here.
function besidesIn(lines: readonly Line[]): (line: Line) => readonly string[] {
  const numbers = new Map(lines.map(({ id }, at) => [id, at + 1]))
  const neighbours = neighboursIn(lines)
  const named = ({ label, line }: Neighbour, of: Line): string => {
    const other = line.who?.[0]
    const who = other && other.id !== of.who?.[0]?.id ? [tame(other.name)] : []
    return `${label}: ${[`[${numbers.get(line.id)}]`, ...who, ...(line.when ? [shortDay(line.when.from)] : [])].join(' ')}`
  }
  return (line) => neighbours(line).map((one) => named(one, line))
}

/** How much a view shows; of articles also how many outlets printed them, and how many independent origins they have. */
function shownOf(lines: readonly Line[], all: number, folded: number): string {
  const printed = lines.flatMap((line) => line.printed ?? [])
  if (printed.length === 0) return messages.shown(all, lines.length, folded)
  const outlets = new Set(lines.flatMap(({ reports: [own] }) => own?.outlet ?? []))
  return messages.counted(printed.length, outlets.size, new Set(printed.map(({ source }) => source)).size)
}

/** The story's headline with its source, and what is shown of the story. */
export function headText(viewed: Pick<Viewed, 'view' | 'story'>, shown: string, world: World): string {
  const style = styleOf(world.color)
  const { title, report } = viewed.story
  const source = [report.outlet, report.published && shortDay(report.published)].filter(Boolean).join(', ')
  const words = wrap(
    title?.exact ?? report.headline ?? viewed.view.title,
    Math.max(20, world.columns - widthOf(source) - 4),
  )
  const [first = '', ...rest] = words
  const gap = Math.max(2, world.columns - widthOf(first) - widthOf(source))
  return `${[style.strong(first) + ' '.repeat(gap) + style.faint(tame(source)), ...rest.map(style.strong)].join('\n')}\n${style.faint(`${viewed.view.title} · ${shown}`)}\n`
}

const printedOn = ({ reports: [report] }: Line): string | undefined => report?.published?.slice(0, 10)

function groupOf(line: Line, groups: Viewed['view']['groups']): string | undefined {
  if (groups === 'printed') return printedOn(line) ?? 'undated'
  if (groups === 'day') return line.when ? `${line.when.from}/${line.when.to}` : 'undated'
  if (groups === 'who') return line.who?.[0]?.id ?? ''
  return undefined
}

/** A line by itself, with its source and number, and nothing at its left. */
export const lineText = (line: Line, number: number, world: World): string =>
  blockOf({ line, number, margin: [], beside: [] }, world, styleOf(world.color))

/** What stands at the left: the day and its weekday, or nothing. */
function marginOf(group: string | undefined, groups: Viewed['view']['groups'], line: Line): readonly string[] {
  if (group === undefined || (groups !== 'day' && groups !== 'printed')) return []
  const printed = printedOn(line)
  const when = groups === 'day' ? line.when : printed && { from: printed, to: printed }
  return when ? dayMargin(when) : ['undated']
}

function dayMargin(when: Pick<When, 'from' | 'to'>): readonly string[] {
  if (when.from.slice(0, 10) !== when.to.slice(0, 10)) return wrap(whenText(when), MARGIN - 1)
  const date = new Date(`${when.from.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || when.from.length < 10) return [when.from]
  return [shortDay(when.from), WEEKDAYS[date.getUTCDay()] ?? '', when.from.slice(0, 4)]
}

const shortDay = (iso: string): string =>
  whenText({ from: iso.slice(0, 10), to: iso.slice(0, 10) }).replace(/^(\d+ \p{L}{3})\p{L}*( \d{4})?$/u, '$1')

const PHRASES = 4
const listed = (words: readonly { readonly exact: string }[]): string =>
  words.map(({ exact }) => `“${exact.replace(/\s+/g, ' ')}”`).join(' ')

// Who cut or changed which words of a quotation: where most is another wording, nothing is gained by that.
function wordingsOf({ shape, status, reports }: Line): readonly string[] {
  if (shape !== 'claim' || !status?.altered) return []
  return reports.flatMap((report) => {
    const { cut = [], other = [] } = report.wording ?? {}
    if (cut.length + other.length === 0 || cut.length + other.length > PHRASES) return []
    const told = [
      ...(cut.length > 0 ? [`cut ${listed(cut)}`] : []),
      ...(other.length > 0 ? [`has ${listed(other)}`] : []),
    ]
    return [`words differ: ${nameOf(report, report.article)} ${told.join(', ')}`]
  })
}

/** A line as it is printed. */
interface Block {
  readonly line: Line
  readonly number: number
  readonly margin: readonly string[]
  /** How it stands to other lines, each in a row of its own. */
  readonly beside: readonly string[]
}

// Who said it, as what, to whom and where, and when.
function spokenBy(line: Line): string {
  const { who: [speaker] = [], status, to, where, when } = line
  return [
    [
      tame(speaker?.name ?? 'speaker open'),
      ...(status?.stance && status.stance !== 'said' && !status.denied ? [`[${status.stance}]`] : []),
      ...(to ? [`to “${tame(to.words.exact)}”`] : []),
    ].join(' '),
    ...(where ? [tame(where.name)] : []),
    ...(when ? [whenText(when)] : []),
  ].join(', ')
}

function blockOf({ line, number, margin, beside }: Block, world: World, style: Style): string {
  const width = Math.max(30, world.columns - MARGIN)
  const labels = labelsOf(line)
    .map((label) => `[${label}]`)
    .join(' ')
  const heading = headingOf(line, labels, style, width)
  const words = wrap([labels, plainText(line.text)].filter(Boolean).join(' '), width)
  const labelled = words.map((text, i) => (i === 0 && labels ? style.label(labels) + text.slice(labels.length) : text))
  const body =
    heading.length > 0 ? [...heading, ...(line.figure ? labelled : wrap(plainText(line.text), width))] : labelled
  const by = line.shape === 'claim' ? wrap(spokenBy(line), width).map(style.faint) : []
  const source = wrap(sourceOf(line, number), width).map(style.faint)
  const notes = [
    ...rolesOf(line).flatMap((row) => wrap(row, width)),
    ...by,
    ...pointsOf(line, width),
    ...beside.flatMap((row) => wrap(row, width)),
    ...wordingsOf(line).flatMap((row) => wrap(row, width)),
    ...source,
  ]
  const rows = [...body, ...notes]
  const height = Math.max(rows.length, margin.length)
  return `${Array.from({ length: height }, (_, i) => `${padded(margin[i] ?? '', MARGIN)}${rows[i] ?? ''}`.trimEnd()).join('\n')}\n`
}

/** What stands above a line's words: whom a card is of, where a pin stands, the number of a series. Nothing above others. */
function headingOf(line: Line, labels: string, style: Style, width: number): readonly string[] {
  const named = (name: string) => style.strong(tame([labels, name].filter(Boolean).join(' ')))
  if (line.shape === 'card') return [named(line.who?.[0]?.name ?? '') + factsOf(line)]
  if (line.figure) return wrap(figureText(line.figure), width).map(style.strong)
  if (line.shape !== 'pin' || !line.where) return []
  const { name, country, precision } = line.where
  const facts = [countsOf(line.counts), ...toldBy(line)].filter(Boolean).join(' · ')
  return [`${named(name)}, ${[country, precision].filter(Boolean).join(' ')}`, ...wrap(facts, width)]
}

/** The numbers of a series, where it has several: the last ones, each with its day and how it stands to those before. */
function pointsOf({ figure }: Line, width: number): readonly string[] {
  const points = figure?.points ?? []
  if (points.length < 2) return []
  const rows = points.slice(-POINTS).map((point) => {
    const day = point.day === undefined ? 'undated' : shortDay(point.day)
    return `${padded(day, MARGIN)}${relationOf(point)}: “${point.words.exact.replace(/\s+/g, ' ')}”`
  })
  const before = points.length - rows.length
  return [...(before > 0 ? [messages.earlierFigures(before)] : []), ...rows.map((row) => wrap(row, width)[0] ?? '')]
}

function factsOf({ roles, counts }: Line): string {
  const role = roles?.[0]?.exact
  const told = countsOf(counts)
  return tame([role ? `, ${role.replace(/\s+/g, ' ')}` : '', told ? ` · ${told}` : ''].join(''))
}

const ROLES = 4

// What somebody is called through time, each with the day of the article that says so.
function rolesOf({ shape, roles = [], reports }: Line): readonly string[] {
  if (shape !== 'card' || roles.length < 2) return []
  const days = new Map(reports.map(({ article, published }) => [article, published?.slice(0, 10)]))
  const called = roles.slice(0, ROLES).map(({ exact, article }) => {
    const day = days.get(article)
    return [`“${exact.replace(/\s+/g, ' ')}”`, ...(day ? [shortDay(day)] : [])].join(' ')
  })
  return [called.join(' · ')]
}

const countsOf = (counts: Line['counts']): string =>
  counts
    ? `${counts.mentions} mention${counts.mentions === 1 ? '' : 's'} in ${counts.articles} article${counts.articles === 1 ? '' : 's'}`
    : ''

const OUTLETS = 3

// The day of the first report, and who reports it.
function toldBy({ reports }: Line): readonly string[] {
  const [first] = reports.flatMap(({ published }) => published?.slice(0, 10) ?? []).sort()
  const outlets = [...new Set(reports.flatMap(({ outlet }) => outlet ?? []))]
  const others = outlets.length - OUTLETS
  const named = [...outlets.slice(0, OUTLETS), ...(others > 0 ? [`${others} more`] : [])].join(', ')
  return [first === undefined ? '' : `first ${shortDay(first)}`, named]
}

/** Whose report an article is, and by how many it was taken over. */
function printedOf({ printed, reports }: Line): readonly string[] {
  if (!printed) return []
  const [own] = reports
  const carriers = reports.length - 1
  return [
    own?.copyOf !== undefined ? `copy of ${tame(printed.source)}` : own?.agency ? tame(own.agency) : '',
    carriers ? `${carriers} cop${carriers === 1 ? 'y' : 'ies'}` : '',
    `${printed.words} words`,
    printed.versions > 1 ? `${printed.versions} versions` : '',
  ]
}

/** Who tells a line: independent origins, the outlets where more than they report it, and copies. */
function toldOf(line: Line): readonly string[] {
  const [outlets, copies] = [outletsOf(line), copiesOf(line)]
  return [
    line.shape === 'card' ? '' : line.origins === 1 ? 'one origin' : `${line.origins} origins`,
    outlets > line.origins && line.shape !== 'card' ? `${outlets} outlets` : '',
    copies ? `${copies} cop${copies === 1 ? 'y' : 'ies'}` : '',
  ]
}

/** "[3] The Northern Courier, 13 May ¶1 · 3 origins · 4 outlets · 1 copy". */
function sourceOf(line: Line, number: number): string {
  const [citation] = line.from
  const [report] = line.reports
  const paragraph = citation.n === undefined ? '' : ` ¶${citation.n}`
  const words = line.when?.words?.exact.replace(/\s+/g, ' ')
  return [
    `[${number}] ${nameOf(report, citation.article)}${report?.published ? `, ${shortDay(report.published)}` : ''}${paragraph}`,
    ...(line.printed ? printedOf(line) : toldOf(line)),
    words ? `“${words}”` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

const nameOf = (report: LineReport | undefined, article: string): string =>
  tame(report?.outlet ?? report?.headline ?? article)
