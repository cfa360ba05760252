/** First and last day, ISO, inclusive. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** What a person writes where the words give no day. */
export const UNDATED = 'undated'

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

// 31 February is no day.
function isReal(value: string): boolean {
  const full = `${value}-01-01`.slice(0, 10)
  const time = Date.parse(`${full}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full)
}

function partOf(value: string): Days | undefined {
  const [, year, month, day] = value.match(/^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/) ?? []
  if (year === undefined || !isReal(value)) return undefined
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  if (day !== undefined) return { from: value, to: value }
  const last = String(lastOf(Number(year), Number(month))).padStart(2, '0')
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` }
}

/**
 * First and last day of a year, month or day as written, or of two of them with a slash between: "2026-02" is 1 to 28 February,
 * "2026-05-13/2026-05-15" three days. Undefined for other values, and for days that no calendar has.
 */
export function daysOf(value: string): Days | undefined {
  const [first = '', last = first, ...more] = value.split('/')
  const [from, to] = [partOf(first), partOf(last)]
  if (!from || !to || more.length > 0 || from.from > to.to) return undefined
  return { from: from.from, to: to.to }
}
