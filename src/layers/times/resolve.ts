import {
  addTo,
  type Day,
  dayOf,
  easterOf,
  firstDay,
  type Grain,
  lastDay,
  monthLength,
  moved,
  nthWeekday,
  orthodoxEasterOf,
  partsOf,
  type Stretch,
  stretchAt,
  weekdayOf,
  yearOf,
} from './calendar.ts'
import { LANGUAGES } from './languages/index.ts'
import type { Holiday } from './languages/language.ts'
import type { From, Named } from './senses.ts'
import type { Lean } from './tense.ts'

/** What relative times are reckoned from. */
export interface Anchors {
  /** Day of publication. */
  readonly published: Day | undefined
  /** The time last told of, with its id. */
  readonly told: { readonly stretch: Stretch; readonly id: string } | undefined
  /** Whether the text tells of another year than that of its publication, so that dates without a year are the told one's. */
  readonly history: boolean
  /** Whether the whole text is such a history. */
  readonly narrative: boolean
  /** What figures were last told of, for what is compared with them: a quarter, or the year where they were of more months. */
  readonly compared: Stretch | undefined
  readonly lean: Lean | undefined
}

/** A stretch of the calendar, and what it was reckoned from where the words alone do not give it. */
export interface Placed {
  readonly stretch: Stretch
  readonly from?: From
}

const fromDay = (day: Day | undefined, from: From): Placed | undefined =>
  day === undefined ? undefined : { stretch: { grain: 'day', at: day }, from }

// In a history nothing is reckoned from the day of its publication.
const dayOfPublication = ({ published, narrative }: Anchors): Placed | undefined =>
  narrative ? undefined : fromDay(published, 'published')

function anchor(from: From | Named, anchors: Anchors): Placed | undefined {
  if (typeof from === 'object') return placed(from, anchors)
  const { told, published, narrative } = anchors
  if ((from === 'told' || narrative) && told) return { stretch: told.stretch, from: 'told' }
  return fromDay(published, 'published')
}

/** Where a date without its year, and the like, is looked for. */
const around = (anchors: Anchors): Placed | undefined =>
  anchors.history ? anchor('told', anchors) : dayOfPublication(anchors)

// A lean holds unless what it points to is most of a year away and the other near.
const AWAY = 300
const NEAR = 90

function leaning(past: Stretch, next: Stretch, by: Day, lean: Lean): Stretch {
  const [ago, ahead] = [by - lastDay(past), firstDay(next) - by]
  if (lean === 'past') return ago > AWAY && ahead < NEAR ? next : past
  return ahead > AWAY && ago < NEAR ? past : next
}

// Where nothing leans, news tells of what has been, unless what is to come is much nearer.
const SOONER = 2

/** Of candidates in order of time, the one that the anchor day and the lean point to. */
function chosen(candidates: readonly Stretch[], by: Day, lean: Lean | undefined): Stretch | undefined {
  const past = candidates.findLast((stretch) => firstDay(stretch) <= by)
  const next = candidates.find((stretch) => lastDay(stretch) >= by)
  if (lean && past && next) return leaning(past, next, by, lean)
  if (!past || !next) return past ?? next
  return (firstDay(next) - by) * SOONER < by - lastDay(past) ? next : past
}

// A history goes on: what would lie far behind the time told of is the next year's.
const FAR = 150
const goingOn = ([first, next]: readonly Stretch[], by: Day): Stretch | undefined =>
  first && next && firstDay(first) < by - FAR ? next : first

function yearsOf(
  of: Named | undefined,
  anchors: Anchors,
): { readonly years: readonly number[]; readonly by: Day; readonly from?: From } | undefined {
  if (of) {
    const found = placed(of, anchors)
    return (
      found && { years: [yearOf(found.stretch)], by: firstDay(found.stretch), ...(found.from && { from: found.from }) }
    )
  }
  const base = around(anchors)
  if (!base) return undefined
  const year = yearOf(base.stretch)
  if (base.from === 'told') return { years: [year, year + 1], by: firstDay(base.stretch), from: 'told' }
  const years = [year - 1, year, year + 1]
  return { years, by: firstDay(base.stretch), ...(base.from && { from: base.from }) }
}

function inYears(
  of: Named | undefined,
  anchors: Anchors,
  make: (year: number) => Stretch | undefined,
  lean = anchors.lean,
): Placed | undefined {
  const base = yearsOf(of, anchors)
  if (!base) return undefined
  const candidates = base.years.flatMap((year) => make(year) ?? [])
  const stretch = base.from === 'told' && !of ? goingOn(candidates, base.by) : chosen(candidates, base.by, lean)
  return stretch && { stretch, ...(base.from && { from: base.from }) }
}

type Of<Is extends Named['is']> = Extract<Named, { readonly is: Is }>

function placedDate({ month, day, of, by, weekday }: Of<'date'>, anchors: Anchors): Placed | undefined {
  const inYear = (year: number): Stretch | undefined =>
    day <= monthLength(year, month) ? { grain: 'day', at: dayOf(year, month, day) } : undefined
  const fitting = (year: number): Stretch | undefined => {
    const stretch = inYear(year)
    return stretch && weekday !== undefined && weekdayOf(stretch.at) !== weekday ? undefined : stretch
  }
  const lean = by === undefined ? anchors.lean : by < 0 ? 'past' : 'future'
  return inYears(of, anchors, fitting, lean) ?? inYears(of, anchors, inYear, lean)
}

const PER_YEAR: Readonly<Partial<Record<Grain, number>>> = { month: 12, quarter: 4, half: 2, season: 4 }

function placedPart({ grain, index, of, by, from }: Of<'part'>, anchors: Anchors): Placed | undefined {
  const per = PER_YEAR[grain] ?? 1
  const make = (year: number): Stretch => ({ grain, at: year * per + index })
  if (from === 'told') {
    const base = anchor('told', anchors)
    return base && { stretch: make(yearOf(base.stretch) + (by ?? 0)), ...(base.from && { from: base.from }) }
  }
  // Quarters are those of the news, whatever year it looks back to.
  if (by === undefined && grain === 'quarter')
    return inYears(of, { ...anchors, history: anchors.narrative }, make, 'past')
  if (by === undefined) return inYears(of, anchors, make)
  const base = dayOfPublication(anchors)
  if (!base) return undefined
  const published = firstDay(base.stretch)
  const year = partsOf(published).year
  if (by === 0) return { stretch: make(year), from: 'published' }
  const near = [year - 1, year, year + 1].map(make)
  const stretch =
    by < 0 ? near.findLast((one) => lastDay(one) < published) : near.find((one) => firstDay(one) > published)
  return stretch && { stretch, from: 'published' }
}

// The weekday on or before (after) a day; nearest when nothing leans.
function weekdayFrom(day: Day, weekday: number, lean: Lean | undefined): Day {
  const ahead = (weekday - weekdayOf(day) + 7) % 7
  return lean === 'future' ? day + ahead : day - ((7 - ahead) % 7)
}

function placedWeekday({ weekday, by, from, of, date }: Of<'weekday'>, anchors: Anchors): Placed | undefined {
  const base = of
    ? placed(of, anchors)
    : from === 'told' || anchors.narrative
      ? anchor('told', anchors)
      : dayOfPublication(anchors)
  if (!base || (base.stretch.grain !== 'day' && !of)) return undefined
  const kept = base.from ? { from: base.from } : {}
  const day = firstDay(base.stretch)
  if (of) return { stretch: { grain: 'day', at: firstDay(stretchAt(day, 'week')) + weekday - 1 }, ...kept }
  if (date !== undefined) return dated(day, weekday, date, kept)
  const at =
    by === undefined || by === 0
      ? weekdayFrom(day, weekday, by === 0 ? (anchors.lean ?? 'future') : anchors.narrative ? 'future' : anchors.lean)
      : by < 0
        ? weekdayFrom(day - 1, weekday, 'past')
        : weekdayFrom(day + 1, weekday, 'future')
  return { stretch: { grain: 'day', at }, ...kept }
}

// "Over the weekend": the one that has begun last, or the one ahead.
function placedWeekend(anchors: Anchors): Placed | undefined {
  const base = around(anchors)
  if (!base) return undefined
  const day = firstDay(base.stretch)
  const here = stretchAt(day, 'weekend')
  const isAhead = anchors.lean === 'future' || firstDay(here) <= day
  return { ...base, stretch: isAhead ? here : moved(here, -1) }
}

// "Friday the 13th": the nearest day that is both.
function dated(day: Day, weekday: number, date: number, kept: { readonly from?: From }): Placed | undefined {
  for (let apart = 0; apart < 400; apart++)
    for (const at of [day - apart, day + apart])
      if (weekdayOf(at) === weekday && partsOf(at).day === date) return { stretch: { grain: 'day', at }, ...kept }
  return undefined
}

const ORDER: readonly Grain[] = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'season',
  'half',
  'year',
  'decade',
  'century',
]
const coarser = (a: Grain, b: Grain): boolean => ORDER.indexOf(a) > ORDER.indexOf(b)

// To a paper of Sunday the last week is the one that ended the day before.
const weekFrom = ({ stretch, from }: Placed, grain: Grain): Day => {
  const day = firstDay(stretch)
  return grain === 'week' && from === 'published' && weekdayOf(day) === 7 ? day + 1 : day
}

function placedShift({ grain, by, from }: Of<'shift'>, anchors: Anchors): Placed | undefined {
  let base = anchor(from, anchors)
  const { compared } = anchors
  if (from === 'told' && grain === 'quarter' && compared?.grain === 'quarter')
    base = { stretch: compared, from: 'told' }
  if (base && coarser(base.stretch.grain, grain)) base = from === 'told' ? dayOfPublication(anchors) : undefined
  return base && { ...base, stretch: moved(stretchAt(weekFrom(base, grain), grain), by) }
}

function placedAway({ unit, by, from }: Of<'away'>, anchors: Anchors): Placed | undefined {
  const { compared } = anchors
  // "A year earlier" and the like, of what is told by quarters, is a quarter.
  if (compared && unit === 'year' && Math.abs(by) === 1 && typeof from === 'string')
    return { stretch: moved(compared, by * (PER_YEAR[compared.grain] ?? 1)), from: 'told' }
  const base = anchor(from, anchors)
  if (!base) return undefined
  // "The 1988 period": the same quarter of that year.
  if (compared?.grain === 'quarter' && unit === 'year' && by === 0)
    return { stretch: { grain: 'quarter', at: yearOf(base.stretch) * 4 + (compared.at % 4) }, from: 'told' }
  const { stretch } = base
  if (unit === 'hour') return { ...base, stretch: stretchAt(firstDay(stretch) + Math.round(by / 24), 'day') }
  const per = PER_YEAR[stretch.grain]
  if (unit === 'year' && per) return { ...base, stretch: moved(stretch, by * per) }
  const grain = coarser(stretch.grain, unit) ? stretch.grain : unit
  return { ...base, stretch: stretchAt(addTo(firstDay(stretch), by, unit), grain) }
}

const placedLatest = (anchors: Anchors): Placed | undefined =>
  anchors.compared?.grain === 'quarter'
    ? { stretch: anchors.compared, from: 'told' }
    : placedShift({ is: 'shift', grain: 'quarter', by: -1, from: 'published' }, anchors)

// One name is one day, in whatever languages it has words.
const HOLIDAYS: Readonly<Record<string, Holiday>> = Object.assign(
  {},
  ...Object.values(LANGUAGES).map(({ holidays }) => holidays),
)

function holidayIn(name: string, year: number): Stretch | undefined {
  const { month, day, weekday, nth, from, easter, orthodox } = HOLIDAYS[name] ?? {}
  if (easter !== undefined) return { grain: 'day', at: easterOf(year) + easter }
  if (orthodox !== undefined) return { grain: 'day', at: orthodoxEasterOf(year) + orthodox }
  if (month === undefined) return undefined
  if (day !== undefined) return { grain: 'day', at: dayOf(year, month, day) }
  if (weekday !== undefined && from !== undefined) {
    const first = dayOf(year, month, from)
    return { grain: 'day', at: first + ((weekday - weekdayOf(first) + 7) % 7) }
  }
  return weekday !== undefined && nth !== undefined
    ? { grain: 'day', at: nthWeekday(year, month, weekday, nth) }
    : undefined
}

function placedHoliday({ name, of, by }: Of<'holiday'>, anchors: Anchors): Placed | undefined {
  const lean = by === undefined ? anchors.lean : by < 0 ? 'past' : 'future'
  return inYears(of, anchors, (year) => holidayIn(name, year), lean)
}

/** The stretch of the calendar that a name means, by its anchors; undefined where they do not tell. */
export function placed(named: Named, anchors: Anchors): Placed | undefined {
  switch (named.is) {
    case 'fixed':
      return { stretch: named.stretch }
    case 'date':
      return placedDate(named, anchors)
    case 'part':
      return placedPart(named, anchors)
    case 'weekday':
      return placedWeekday(named, anchors)
    case 'shift':
      return placedShift(named, anchors)
    case 'away':
      return placedAway(named, anchors)
    case 'latest':
      return placedLatest(anchors)
    case 'weekend':
      return placedWeekend(anchors)
    case 'holiday':
      return placedHoliday(named, anchors)
  }
}

const two = (count: number): string => `${count}`.padStart(2, '0')
const OPEN: Readonly<Record<string, string>> = {
  day: 'XXXX-XX-XX', week: 'XXXX-WXX', weekend: 'XXXX-WXX-WE', month: 'XXXX-XX', quarter: 'XXXX-QX', half: 'XXXX-HX', season: 'XXXX-XX', year: 'XXXX', decade: 'XXX', century: 'XX', hour: 'XXXX-XX-XX',
} // biome-ignore format: a list to be read

/** TIMEX3 value of what no anchor places: `XXXX-10-25`, `XXXX-WXX-2`. */
export function openValue(named: Named): string {
  if (named.is === 'date') return `XXXX-${two(named.month)}-${two(named.day)}`
  if (named.is === 'weekday') return `XXXX-WXX-${named.weekday}`
  if (named.is === 'holiday') return 'XXXX-XX-XX'
  if (named.is === 'latest') return OPEN.quarter ?? ''
  if (named.is === 'weekend') return OPEN.weekend ?? ''
  if (named.is === 'part') return partValue(named)
  return OPEN[named.is === 'shift' ? named.grain : named.is === 'away' ? named.unit : 'day'] ?? 'XXXX'
}

function partValue({ grain, index }: Of<'part'>): string {
  if (grain === 'month') return `XXXX-${two(index + 1)}`
  if (grain === 'season') return `XXXX-${['SP', 'SU', 'FA', 'WI'][index]}`
  return `XXXX-${grain === 'half' ? 'H' : 'Q'}${index + 1}`
}
