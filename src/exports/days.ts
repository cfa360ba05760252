import type { When } from '../views/line.ts'

/** A day no finer than its source: a year, a month of it, a day of that. */
export type Partial = readonly [year: number, month?: number, day?: number]

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function partsOf(iso: string): readonly [number, number, number] | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  return day === undefined ? undefined : [Number(year), Number(month), Number(day)]
}

/**
 * The first and last of a line's days as exact as they are: a whole month is a month, a whole year a year, and one of either has no end.
 * Undefined where they are no calendar days.
 */
export function partialOf({ from, to }: Pick<When, 'from' | 'to'>): readonly [from: Partial, to?: Partial] | undefined {
  const [start, end] = [partsOf(from), partsOf(to)]
  if (!start || !end) return undefined
  const whole = start[2] === 1 && end[2] === lastOf(end[0], end[1])
  const years = whole && start[1] === 1 && end[1] === 12
  const depth = years ? 1 : whole ? 2 : 3
  const [first, last] = [start.slice(0, depth), end.slice(0, depth)] as unknown as readonly [Partial, Partial]
  return String(first) === String(last) ? [first] : [first, last]
}

/** A partial day as an ISO prefix: `2026`, `2026-05`, `2026-05-13`. */
export const isoOf = (parts: Partial): string =>
  parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
