import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addTo,
  dayFromIso,
  dayOf,
  easterOf,
  firstDay,
  isoOf,
  lastDay,
  monthLength,
  nthWeekday,
  orthodoxEasterOf,
  partsOf,
  stretchAt,
  timexOf,
  weekdayOf,
} from './calendar.ts'

const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 12, 31) })

describe('days of the calendar', () => {
  it('agree with Intl', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', dateStyle: 'short' })
    const names = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' })
    const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    fc.assert(
      fc.property(day, (at) => {
        const date = new Date(at * 86_400_000)
        expect(isoOf(at)).toBe(format.format(date))
        expect(weekdays[weekdayOf(at) - 1]).toBe(names.format(date))
        expect(dayFromIso(isoOf(at))).toBe(at)
      }),
    )
  })

  it('lie in weeks whose number counts from the one of 4 January', () => {
    fc.assert(
      fc.property(day, (at) => {
        const met = /^(\d{4})-W(\d\d)$/.exec(timexOf(stretchAt(at, 'week')))
        const fourth = dayOf(Number(met?.[1]), 1, 4)
        const monday = fourth - weekdayOf(fourth) + 1 + (Number(met?.[2]) - 1) * 7
        expect(at - monday).toBeGreaterThanOrEqual(0)
        expect(at - monday).toBeLessThan(7)
      }),
    )
  })

  it('lie in the stretches that hold them', () => {
    const grain = fc.constantFrom(
      'day',
      'week',
      'month',
      'quarter',
      'half',
      'season',
      'year',
      'decade',
      'century' as const,
    )
    fc.assert(
      fc.property(day, grain, (at, of) => {
        const stretch = stretchAt(at, of)
        expect(firstDay(stretch)).toBeLessThanOrEqual(at)
        expect(lastDay(stretch)).toBeGreaterThanOrEqual(at)
      }),
    )
  })

  it('keep the day of the month, or take its last, months later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (at, months) => {
        const [from, to] = [partsOf(at), partsOf(addTo(at, months, 'month'))]
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
        expect(to.day).toBe(Math.min(from.day, monthLength(to.year, to.month)))
      }),
    )
  })

  it.each([
    [2000, '2000-02-29'],
    [2100, '2100-03-01'],
    [2024, '2024-02-29'],
  ])('knows leap years: %i', (year, want) => expect(isoOf(dayOf(year, 2, 29))).toBe(want))

  it.each([
    ['Easter 2016', easterOf(2016), '2016-03-27'],
    ['Easter 2026', easterOf(2026), '2026-04-05'],
    ['orthodox Easter 2016', orthodoxEasterOf(2016), '2016-05-01'],
    ['orthodox Easter 2024', orthodoxEasterOf(2024), '2024-05-05'],
    ['orthodox Easter 2025', orthodoxEasterOf(2025), '2025-04-20'],
    ['the last Monday of May 2026', nthWeekday(2026, 5, 1, -1), '2026-05-25'],
  ])('%s', (_, at, want) => expect(isoOf(at)).toBe(want))
})
