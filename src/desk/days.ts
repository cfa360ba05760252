const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Milliseconds of a day. */
export const DAY = 86_400_000

/** The start of an ISO day, date-time or month in milliseconds, UTC; NaN for anything else. The clock and its offset are passed over: a day is as printed. */
export function dayOf(iso: string): number {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? []
  return year ? Date.UTC(Number(year), Number(month) - 1, Number(day)) : Number.NaN
}

/** The ISO day of a time in milliseconds. */
export const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** A day as a heading has it, no finer than it was given: "13 May", "13 May 2026", "May 2026", "2026". */
export function dateOf(iso: string, year = false): string {
  const [, years = '', month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? []
  if (!month) return years || iso
  const name = MONTHS[Number(month) - 1] ?? month
  if (!day) return `${name} ${years}`
  return `${Number(day)} ${name}${year ? ` ${years}` : ''}`
}

/** The weekday of an ISO day; empty for a month or a year. */
export const weekdayOf = (iso: string): string =>
  /^\d{4}-\d\d-\d\d/.test(iso) ? (WEEKDAYS[new Date(dayOf(iso)).getUTCDay()] ?? '') : ''

/** The clock time of an ISO date-time as it was given, with its offset: "07:20 +02:00"; empty without one. */
export function clockOf(iso: string): string {
  const [, time = '', zone = ''] = /T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/.exec(iso) ?? []
  return `${time}${zone && zone !== 'Z' ? ` ${zone}` : zone ? ' UTC' : ''}`
}

/** First and last day as one value, the month said once: "13–15 May", "30 May – 2 June"; a whole month or year as such. */
export function rangeOf(from: string, to: string, year = false): string {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  if (first === last) return dateOf(first, year)
  if (isMonth(first, last)) return dateOf(first.slice(0, 7))
  if (first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4)
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${dateOf(last, year)}`
  const apart = year || first.slice(0, 4) !== last.slice(0, 4)
  return `${dateOf(first, apart)} – ${dateOf(last, apart)}`
}

function isMonth(from: string, to: string): boolean {
  return from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && isoOf(dayOf(to) + DAY).endsWith('-01')
}
