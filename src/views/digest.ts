import { rarity, stemsIn } from '../stories/fold.ts'
import type { Line } from './line.ts'
import type { Limits } from './view.ts'

const dayOf = (iso: string | undefined): string => iso?.slice(0, 10) ?? ''
/** The one day of a line; empty for a range of days and for no day. */
const onlyDayOf = ({ when }: Line): string => (when && dayOf(when.from) === dayOf(when.to) ? dayOf(when.from) : '')
const spanOf = ({ when }: Line): string => (when ? `${when.from}/${when.to}` : '')

function groupsBy(lines: readonly Line[], key: (line: Line) => string): ReadonlyMap<string, readonly Line[]> {
  const groups = Map.groupBy(lines, key)
  groups.delete('')
  return groups
}

/**
 * How much a day matters: by how many texts that are no copies tell of it, how many of them were printed after it and date back to it
 * (MentionCount, Gholipour Ghalandari and Ifrim 2020), and how many independent origins its best told thing has; each on a logarithm's scale.
 */
function weightOf(day: string, lines: readonly Line[]): number {
  const own = lines.flatMap(({ reports }) => reports).filter(({ copyOf }) => copyOf === undefined)
  const later = own.filter(({ published }) => published !== undefined && dayOf(published) > day)
  const articles = (reports: typeof own) => new Set(reports.map(({ article }) => article)).size
  const origins = lines.reduce((most, line) => Math.max(most, line.origins), 0)
  return Math.log1p(articles(own)) + Math.log1p(articles(later)) + Math.log1p(origins)
}

const byWeight = ([a, x]: readonly [string, number], [b, y]: readonly [string, number]): number =>
  y - x || (a < b ? -1 : 1)

/** The days that matter most, of those that have a line to show. */
function heaviestDays(lines: readonly Line[], shown: readonly Line[], most: number): ReadonlySet<string> {
  const showable = new Set(shown.map(onlyDayOf))
  const weights = [...groupsBy(lines, onlyDayOf)].flatMap(([day, held]) =>
    showable.has(day) ? [[day, weightOf(day, held)] as const] : [],
  )
  return new Set(
    weights
      .sort(byWeight)
      .slice(0, most)
      .map(([day]) => day),
  )
}

type Terms = ReadonlyMap<string, number>

function termsOf(sentences: readonly string[]): Terms {
  const counts = new Map<string, number>()
  for (const sentence of sentences)
    for (const stem of new Set(stemsIn(sentence))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return new Map([...counts].map(([stem, count]) => [stem, (1 + Math.log(count)) * rarity(stem)]))
}

const lengthOf = (terms: Terms): number => Math.hypot(...terms.values()) || 1

/** Cosine of a line's sentence with all that is told beside it. */
function centrality(terms: Terms, centre: Terms): number {
  let sum = 0
  for (const [stem, weight] of terms) sum += weight * (centre.get(stem) ?? 0)
  return sum / lengthOf(terms) / lengthOf(centre)
}

// How much less a line is worth for what a better one has said already (Carbonell and Goldstein 1998).
const SAID = 0.5
const ORIGINS = 0.15
// Of two lines that say as much, the shorter.
const LENGTH = 0.1
const USUAL = 100

/** The lines that say most of what is told beside them, and each something new. */
function best(lines: readonly Line[], told: readonly Line[], most: number): ReadonlySet<Line> {
  const centre = termsOf(told.flatMap(({ from }) => from.map(({ exact }) => exact)))
  const left = lines.map((line) => {
    const terms = termsOf([line.from[0].exact])
    const length = Math.log1p(line.from[0].exact.length / USUAL)
    return { line, terms, worth: centrality(terms, centre) + ORIGINS * Math.log1p(line.origins) - LENGTH * length }
  })
  const chosen: typeof left = []
  while (chosen.length < most && chosen.length < lines.length) {
    const value = ({ terms, worth }: (typeof left)[0]) =>
      worth - SAID * Math.max(0, ...chosen.map((one) => centrality(terms, one.terms)))
    const next = left.filter((one) => !chosen.includes(one)).reduce((a, b) => (value(b) > value(a) ? b : a))
    chosen.push(next)
  }
  return new Set(chosen.map(({ line }) => line))
}

/** What limits a digest. */
export const DIGEST = [
  { name: 'dates', about: 'the days that matter most, no more than these' },
  { name: 'sentences', about: 'lines of a day, those that say most of it, no more than these' },
] as const

/**
 * The lines of the days that matter most, and of each day those that say most of it: of what is sure, in the order given. Without a limit for
 * days every line counts by its own day or days. Pure: from the lines alone.
 */
export function digest(lines: readonly Line[], { dates, sentences }: Limits): readonly Line[] {
  const shown = lines.filter(({ sure }) => sure)
  const days = dates === undefined ? undefined : heaviestDays(lines, shown, dates)
  const left = days ? shown.filter((line) => days.has(onlyDayOf(line))) : shown
  if (sentences === undefined) return left
  const key = days ? onlyDayOf : spanOf
  const told = groupsBy(lines, key)
  const kept = new Set(
    [...groupsBy(left, key)].flatMap(([day, held]) => [...best(held, told.get(day) ?? held, sentences)]),
  )
  return left.filter((line) => kept.has(line))
}
