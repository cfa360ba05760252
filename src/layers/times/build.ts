import { dayOf, type Grain, monthLength } from './calendar.ts'
import { lengthValue, unitGrain } from './lengths.ts'
import type { Caught } from './pattern.ts'
import type { Amount, From, Length, Meaning, Named, Sense } from './senses.ts'

/** What a rule's pattern caught, by name. */
export type Names = Caught<Meaning>

/** The word that a name caught. */
export const text = (names: Names, name: string): string | undefined => {
  const value = names.get(name)
  return typeof value === 'string' ? value : undefined
}
/** The number that a name caught. */
export const number = (names: Names, name: string): number | undefined => {
  const value = names.get(name)
  return typeof value === 'number' ? value : undefined
}
/** The time that a name caught. */
export const sense = (names: Names, name: string): Sense | undefined => {
  const value = names.get(name)
  return typeof value === 'object' && 'type' in value ? value : undefined
}
/** The count that a name caught. */
export const amount = (names: Names, name: string): Amount | undefined => {
  const value = names.get(name)
  return typeof value === 'object' && 'article' in value ? value : undefined
}

/** A date; a part of the day caught as `p` makes it a time. */
export const dated = (named: Named | undefined, names?: Names): Sense | undefined => {
  const clock = names && text(names, 'p')
  return named && { type: clock ? 'TIME' : 'DATE', named, ...(clock && { clock }) }
}
/** The same with a TIMEX3 mod. */
export const modded = (made: Sense | undefined, mod: string | undefined): Sense | undefined =>
  made && mod ? { ...made, mod } : made
/** A stretch that the words name whole. */
export const fixed = (grain: Grain, at: number): Named => ({ is: 'fixed', stretch: { grain, at } })
/** The stretch so many on from the one that something lies in. */
export const shift = (grain: Grain, by: number, from: From | Named = 'published'): Named => ({
  is: 'shift',
  grain,
  by,
  from,
})

const GRAINS: Readonly<Record<string, Grain>> = {
  day: 'day', week: 'week', weekend: 'weekend', month: 'month', quarter: 'quarter', year: 'year', decade: 'decade', century: 'century',
} // biome-ignore format: a list to be read
/** The calendar grain of the unit that a name caught. */
export const grainOf = (names: Names, name = 'u'): Grain | undefined => GRAINS[text(names, name) ?? '']

/** The year, week … that "last year" or "that year" names, from the names `s` and `t`, or `v` and `x` where it is said afterwards. */
export function shiftNamed(names: Names, grain: Grain, near = 's', told = 't'): Named | undefined {
  const by = number(names, near)
  if (by !== undefined) return shift(grain, by)
  const at = number(names, told)
  return at === undefined ? undefined : shift(grain, at, 'told')
}

/** The day of a date that exists, undefined for 31 February. */
export function exactDate(year: number, month: number, day: number): Named | undefined {
  return day >= 1 && day <= monthLength(year, month) ? fixed('day', dayOf(year, month, day)) : undefined
}

/** "25 October", "Tuesday, October 25, 2016", "October 25 of last year". */
export function dateSense(names: Names): Sense | undefined {
  const [month, day, weekday] = [number(names, 'm') ?? 0, number(names, 'd') ?? 0, number(names, 'w')]
  if (day > monthLength(2000, month)) return undefined
  const year = number(names, 'y')
  if (year !== undefined) return dated(exactDate(year, month, day), names)
  const of = shiftNamed(names, 'year', 'v', 'x')
  const by = weekday === undefined ? number(names, 's') : undefined
  return dated({ is: 'date', month, day, ...(of && { of }), ...(by && { by }), ...(weekday && { weekday }) }, names)
}

const leaning = (names: Names): { by?: number; from?: From } => {
  const [by, told] = [number(names, 's'), number(names, 't')]
  if (by !== undefined) return { by }
  return told === undefined ? {} : { by: told, from: 'told' }
}

/** "October", "October 2016", "last October", "October of that year". */
export function monthSense(names: Names): Sense | undefined {
  const index = (number(names, 'm') ?? 1) - 1
  const year = number(names, 'y')
  if (year !== undefined) return dated(fixed('month', year * 12 + index))
  const of = sense(names, 'b')?.named ?? shiftNamed(names, 'year', 'v', 'x')
  return dated({ is: 'part', grain: 'month', index, ...(of && { of }), ...leaning(names) })
}

/** "Tuesday", "last Tuesday night", "Tuesday of next week", "Friday the 13th". */
export function weekdaySense(names: Names): Sense | undefined {
  const weekday = number(names, 'w') ?? 1
  const of = shiftNamed(names, 'week', 'v', 'x')
  const day = number(names, 'd')
  return dated({ is: 'weekday', weekday, ...(of && { of }), ...leaning(names), ...(day && { date: day }) }, names)
}

/** "summer", "last summer", "the summer of 2016". */
export function seasonSense(names: Names): Sense | undefined {
  const of = yearOf(names)
  return dated({ is: 'part', grain: 'season', index: number(names, 'n') ?? 0, ...(of && { of }), ...leaning(names) })
}

/** The year caught as `y`, be it a figure or words. */
export function yearOf(names: Names): Named | undefined {
  const year = number(names, 'y')
  return year === undefined ? sense(names, 'y')?.named : fixed('year', year)
}

/** "the third quarter", "the second half of 2016", "this year's fourth quarter". */
export function quarterSense(names: Names): Sense | undefined {
  const [grain, nth, of] = [text(names, 'g'), number(names, 'n') ?? 0, yearOf(names)]
  if (grain !== 'quarter' && grain !== 'half') return undefined
  const most = grain === 'quarter' ? 4 : 2
  const index = nth < 0 ? most - 1 : nth - 1
  if (index >= most || (grain === 'half' && !of)) return undefined
  return dated({ is: 'part', grain, index, ...(of && { of }) })
}

/** A length of time, with what hedges it. */
export function lengthSense(names: Names, extra: Partial<Sense> = {}): Sense | undefined {
  const count = amount(names, 'n')
  const unit = text(names, 'u')
  if (!count || !unit) return undefined
  const half = text(names, 'h') !== undefined || names.has('half')
  const length: Length = { count: count.count === 'X' ? 'X' : count.count + (half ? 0.5 : 0), unit }
  const mod = text(names, 'q') ?? (names.has('o') ? 'APPROX' : undefined)
  return modded({ type: 'DURATION', length, value: lengthValue(length), ...extra }, mod)
}

/** So many units before (negative) or after an anchor. */
export function awaySense(names: Names, sign: number, from: From | Named): Sense | undefined {
  const count = amount(names, 'n')?.count ?? 'X'
  const unit = text(names, 'u') ?? ''
  const mod = text(names, 'q')
  if (count === 'X') {
    if (sign === 0) return undefined
    return { type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
  }
  const grain = unitGrain(unit)
  if (!grain) return undefined
  const by = count * sign * (unit === 'fortnight' ? 2 : unit === 'millennium' ? 10 : 1)
  return modded({ type: grain === 'hour' ? 'TIME' : 'DATE', named: { is: 'away', unit: grain, by, from } }, mod)
}
