import { dayOf, monthLength, partsOf, type Stretch, yearOf } from './calendar.ts'
import type { Match } from './grammar.ts'
import type { Named, Sense } from './senses.ts'
import type { Word } from './words.ts'

const lowAt = (words: readonly Word[], at: number): string => words[at]?.low ?? ''
const FIGURE = /^(\d{1,4})\.?$/

function figureAt(words: readonly Word[], at: number): number | undefined {
  const met = FIGURE.exec(lowAt(words, at))
  return met ? Number(met[1]) : undefined
}

function dayIn(named: Named): number | undefined {
  if (named.is === 'date') return named.day
  return named.is === 'fixed' && named.stretch.grain === 'day' ? partsOf(named.stretch.at).day : undefined
}

// The same month and year with another day.
function withDay(named: Named, day: number): Named | undefined {
  if (named.is === 'date') return day <= monthLength(2000, named.month) ? { ...named, day } : undefined
  if (named.is !== 'fixed') return undefined
  const { year, month } = partsOf(named.stretch.at)
  return day <= monthLength(year, month)
    ? { is: 'fixed', stretch: { grain: 'day', at: dayOf(year, month, day) } }
    : undefined
}

const fixedYear = (year: number): Named => ({ is: 'fixed', stretch: { grain: 'year', at: year } })
const yearIn = (stretch: Stretch): number | undefined => (stretch.grain === 'year' ? yearOf(stretch) : undefined)

/** What a figure before a time says where a word joins them: "6-7 February", "from 15 to 22 May", "480-479 BC". */
function before(named: Named, figure: number): Named | undefined {
  const day = dayIn(named)
  if (day !== undefined) return figure >= 1 && figure < day ? withDay(named, figure) : undefined
  const year = named.is === 'fixed' ? yearIn(named.stretch) : undefined
  return year !== undefined && year <= 0 && figure > 1 - year ? fixedYear(1 - figure) : undefined
}

/** The same of a figure after it: "April 6-7", "2006-07". */
function after(named: Named, figure: number, digits: number): Named | undefined {
  const day = dayIn(named)
  if (day !== undefined) return figure > day && figure <= 31 ? withDay(named, figure) : undefined
  const year = named.is === 'fixed' ? yearIn(named.stretch) : undefined
  if (year === undefined || year < 1000 || digits !== 2 || figure <= year % 100) return undefined
  return fixedYear(year - (year % 100) + figure)
}

const made = (match: Match, from: number, to: number, named: Named | undefined): readonly Match[] => {
  const sense: Sense | undefined = named && { type: 'DATE', named }
  return sense ? [{ rule: match.rule, from, to, sense }] : []
}

const RULES: ReadonlySet<string> = new Set(['date', 'era', 'year'])
const HYPHEN = /^[-–—]$/
// What may follow a second day that a word joins to the first: "on May 4 and 5 people" counts people.
const ENDS = /^(?:[^\p{L}\p{N}$£€%]+|)$/u

function rangeBefore(
  words: readonly Word[],
  match: Match,
  joins: ReadonlySet<string>,
  taken: number,
): readonly Match[] {
  // "Vom 3. bis 5. April".
  const at = match.from - (lowAt(words, match.from - 2) === '.' ? 3 : 2)
  const figure = figureAt(words, at)
  if (figure === undefined || at < taken || match.rule === 'year' || !joins.has(lowAt(words, match.from - 1))) return []
  if (figureAt(words, match.from) === undefined || /^[$£€-]$/.test(lowAt(words, at - 1))) return []
  return made(match, at, match.from - 1, match.sense.named && before(match.sense.named, figure))
}

function rangeAfter(words: readonly Word[], match: Match, { joins, shares }: RangeWords): readonly Match[] {
  const at = match.to + 1
  const figure = figureAt(words, at)
  if (figure === undefined || match.rule === 'era' || figureAt(words, match.to - 1) === undefined) return []
  const hyphen = HYPHEN.test(lowAt(words, match.to)) && words[match.to]?.end === words[at]?.start
  const joined =
    joins.has(lowAt(words, match.to)) &&
    match.rule === 'date' &&
    (ENDS.test(lowAt(words, at + 1)) || (figureAt(words, at + 1) ?? 0) > 1000)
  if ((!hyphen && !joined) || lowAt(words, at + 1) === '-' || shares.has(lowAt(words, at + 1))) return []
  return made(match, at, at + 1, match.sense.named && after(match.sense.named, figure, lowAt(words, at).length))
}

const yearNamed = ({ rule, sense: { named } }: Match): number | undefined =>
  rule === 'year' && named?.is === 'fixed' ? yearIn(named.stretch) : undefined

const inYear = (match: Match, year: number): Match => {
  const { named } = match.sense
  return named?.is === 'date'
    ? { ...match, sense: { ...match.sense, named: { ...named, of: fixedYear(year) } } }
    : match
}

// "April 6-7, 1915": the year after the last day is that of both.
function sharing(
  words: readonly Word[],
  first: Match,
  last: Match,
  next: Match | undefined,
): readonly Match[] | undefined {
  const year = next && yearNamed(next)
  if (!next || year === undefined) return undefined
  const glued = next.from === last.to || (next.from === last.to + 1 && lowAt(words, last.to) === ',')
  return glued ? [inYear(first, year), { ...inYear(last, year), to: next.to }] : undefined
}

/** Words of a language that ranges go by: those between two times, and those that make a figure a share of something. */
export interface RangeWords {
  readonly joins: ReadonlySet<string>
  readonly shares: ReadonlySet<string>
}

/** Times of a sentence, in order, with the first or last ones of ranges that are only a figure. */
export function withRanges(words: readonly Word[], matches: readonly Match[], range: RangeWords): readonly Match[] {
  const found: Match[] = []
  for (const [at, match] of matches.entries()) {
    const taken = found.at(-1)?.to ?? 0
    if (match.from < taken) continue
    if (!RULES.has(match.rule) || match.sense.clock) {
      found.push(match)
      continue
    }
    const next = matches[at + 1]
    const [last] = rangeAfter(words, match, range).filter(({ to }) => next === undefined || to <= next.from)
    const shared = last && sharing(words, match, last, next)
    found.push(...rangeBefore(words, match, range.joins, taken), ...(shared ?? [match, ...(last ? [last] : [])]))
  }
  return found
}
