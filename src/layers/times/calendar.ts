/** Days since 1 January 1970, proleptic Gregorian. */
export type Day = number

/** How coarse a stretch of the calendar is. */
export type Grain = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century'

/**
 * A stretch of the calendar: the `at`th of its grain. Days count from 1970-01-01; weeks and weekends are named by their Monday's day; months,
 * quarters, halves, seasons count from year 0 (twelve, four, two, four a year); years, decades, centuries are the number that their digits make.
 */
export interface Stretch {
  readonly grain: Grain
  readonly at: number
}

const MS = 86_400_000
const A_YEAR: Readonly<Record<string, number>> = { month: 12, quarter: 4, half: 2, season: 4 }
/** TIMEX3 codes of the seasons, in their order in a year: winter is named by the year it begins in. */
export const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const

// Years before the first count down, their months up.
const within = (at: number, size: number): number => ((at % size) + size) % size

/** The day of a calendar date; the month counts from 1, and days past its end run into the next. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / MS)
}

/** Year, month (from 1) and day of month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** ISO weekday: 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

/** How many days a month has; the month counts from 1. */
export const monthLength = (year: number, month: number): number => dayOf(year, month + 1, 1) - dayOf(year, month, 1)

const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1

/** The stretch of a grain that a day lies in; a day in the week lies in the week's weekend. */
export function stretchAt(day: Day, grain: Grain): Stretch {
  const { year, month } = partsOf(day)
  switch (grain) {
    case 'day':
      return { grain, at: day }
    case 'week':
    case 'weekend':
      return { grain, at: mondayOf(day) }
    case 'month':
      return { grain, at: year * 12 + month - 1 }
    case 'quarter':
      return { grain, at: year * 4 + Math.floor((month - 1) / 3) }
    case 'half':
      return { grain, at: year * 2 + (month > 6 ? 1 : 0) }
    case 'season':
      return { grain, at: Math.floor((year * 12 + month - 3) / 3) }
    case 'year':
      return { grain, at: year }
    case 'decade':
      return { grain, at: Math.floor(year / 10) }
    case 'century':
      return { grain, at: Math.floor(year / 100) }
  }
}

/** The stretch so many of its kind later (earlier when negative). */
export const moved = ({ grain, at }: Stretch, by: number): Stretch => ({
  grain,
  at: at + by * (grain === 'week' || grain === 'weekend' ? 7 : 1),
})

/** First day of a stretch. */
export function firstDay({ grain, at }: Stretch): Day {
  switch (grain) {
    case 'day':
    case 'week':
      return at
    case 'weekend':
      return at + 5
    case 'month':
      return dayOf(Math.floor(at / 12), within(at, 12) + 1, 1)
    case 'quarter':
      return dayOf(Math.floor(at / 4), within(at, 4) * 3 + 1, 1)
    case 'half':
      return dayOf(Math.floor(at / 2), within(at, 2) * 6 + 1, 1)
    case 'season':
      return dayOf(Math.floor(at / 4), within(at, 4) * 3 + 3, 1)
    default:
      return dayOf(at * yearsIn(grain), 1, 1)
  }
}

const yearsIn = (grain: Grain): number => (grain === 'century' ? 100 : grain === 'decade' ? 10 : 1)

/** Last day of a stretch. */
export const lastDay = (stretch: Stretch): Day =>
  stretch.grain === 'weekend' ? stretch.at + 6 : firstDay(moved(stretch, 1)) - 1

/** Year that a stretch begins in. */
export const yearOf = (stretch: Stretch): number => partsOf(firstDay(stretch)).year

/** Day so many units later: months and years keep the day of the month, or take the month's last. */
export function addTo(day: Day, count: number, unit: Grain): Day {
  if (unit === 'day') return day + Math.round(count)
  if (unit === 'week' || unit === 'weekend') return day + Math.round(count * 7)
  const months = Math.round(count * (A_YEAR[unit] ? 12 / (A_YEAR[unit] ?? 1) : 12 * yearsIn(unit)))
  const { year, month, day: date } = partsOf(day)
  const at = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(at / 12), within(at, 12) + 1]
  return dayOf(y, m, Math.min(date, monthLength(y, m)))
}

const pad = (count: number, length: number): string => `${Math.abs(count)}`.padStart(length, '0')
const yearText = (year: number): string => (year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`)

/** ISO date of a day: `2016-10-25`. */
export function isoOf(at: Day): string {
  const { year, month, day } = partsOf(at)
  return `${yearText(year)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The day of an ISO date or date-time, undefined for what is none. */
export function dayFromIso(iso: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '') ?? []
  return year && month && day ? dayOf(Number(year), Number(month), Number(day)) : undefined
}

function weekText(monday: Day): string {
  const { year } = partsOf(monday + 3)
  const week = Math.floor((monday + 3 - dayOf(year, 1, 1)) / 7) + 1
  return `${yearText(year)}-W${pad(week, 2)}`
}

/** TIMEX3 value of a stretch: `2016-10-25`, `2016-W43`, `2016-W43-WE`, `2016-10`, `2016-Q3`, `2016-H1`, `2016-SU`, `2016`, `201`, `20`. */
export function timexOf(stretch: Stretch): string {
  const { grain, at } = stretch
  switch (grain) {
    case 'day':
      return isoOf(at)
    case 'week':
      return weekText(at)
    case 'weekend':
      return `${weekText(at)}-WE`
    case 'month':
      return isoOf(firstDay(stretch)).slice(0, -3)
    case 'quarter':
      return `${yearText(Math.floor(at / 4))}-Q${within(at, 4) + 1}`
    case 'half':
      return `${yearText(Math.floor(at / 2))}-H${within(at, 2) + 1}`
    case 'season':
      return `${yearText(Math.floor(at / 4))}-${SEASONS[within(at, 4)]}`
    case 'year':
      return yearText(at)
    case 'decade':
      return `${at < 0 ? 'BC' : ''}${pad(at, 3)}`
    case 'century':
      return `${at < 0 ? 'BC' : ''}${pad(at, 2)}`
  }
}

/** First and last day of a stretch as ISO dates. */
export const edgesOf = (stretch: Stretch): { readonly from: string; readonly to: string } => ({
  from: isoOf(firstDay(stretch)),
  to: isoOf(lastDay(stretch)),
})

/** Easter Sunday of a year by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991). */
export function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1)
}

/** Orthodox Easter Sunday of a year, in the Gregorian calendar (Meeus' Julian computus). */
export function orthodoxEasterOf(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const julian = d + e + 114
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2
  return dayOf(year, Math.floor(julian / 31), (julian % 31) + 1) + behind
}

/** The `nth` weekday of a month; `nth` -1 is its last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth < 0) {
    const last = dayOf(year, month, monthLength(year, month))
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = dayOf(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
}
