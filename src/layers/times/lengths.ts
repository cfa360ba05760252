import type { Grain } from './calendar.ts'
import type { Length } from './senses.ts'

const CODES: Readonly<Record<string, readonly [code: string, times: number]>> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  night: ['D', 1],
  week: ['W', 1],
  fortnight: ['W', 2],
  weekend: ['WE', 1],
  month: ['M', 1],
  quarter: ['Q', 1],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
  millennium: ['Y', 1000],
}
const HALVES: Readonly<Record<string, string>> = { Y: '6M', TH: '30M', TM: '30S', D: 'T12H' }

const clean = (count: number): string => `${Math.round(count * 100) / 100}`

/** TIMEX3 value of a length: `P2Y`, `PT16H`, `P2Y6M`, `PXD`; a count that is not said is `X`. */
export function lengthValue({ count, unit }: Length): string {
  const [code, times] = CODES[unit] ?? ['Y', 1]
  const [lead, letter] = code.startsWith('T') ? ['PT', code.slice(1)] : ['P', code]
  if (count === 'X') return `${lead}X${letter}`
  const total = count * times
  const half = HALVES[code]
  if (total % 1 !== 0.5 || !half) return `${lead}${clean(total)}${letter}`
  return total < 1 ? `P${lead === 'PT' ? 'T' : ''}${half}` : `${lead}${Math.floor(total)}${letter}${half}`
}

const AWAY: Readonly<Record<string, Grain | 'hour'>> = {
  second: 'hour',
  minute: 'hour',
  hour: 'hour',
  day: 'day',
  night: 'day',
  week: 'week',
  fortnight: 'week',
  weekend: 'weekend',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
  millennium: 'century',
}

/** How coarse a day "two weeks ago" is known: by its unit; hours, minutes and seconds count as hours. */
export const unitGrain = (unit: string): Grain | 'hour' | undefined => AWAY[unit]
