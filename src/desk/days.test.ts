import { expect, it } from 'vitest'
import { clockOf, dateOf, rangeOf, weekdayOf } from './days.ts'

it.each([
  ['2026-05-13', '13 May'],
  ['2026-05-13T07:20:00+02:00', '13 May'],
  ['2026-05', 'May 2026'],
  ['2026', '2026'],
  ['soon', 'soon'],
])('a day is no finer than it was given: %s', (iso, want) => {
  expect(dateOf(iso)).toBe(want)
})

it.each([
  ['2026-05-13', '2026-05-13', '13 May'],
  ['2026-05-13', '2026-05-15', '13–15 May'],
  ['2026-05-30', '2026-06-02', '30 May – 2 June'],
  ['2025-12-30', '2026-01-02', '30 December 2025 – 2 January 2026'],
  ['2026-05-01', '2026-05-31', 'May 2026'],
  ['2028-02-01', '2028-02-29', 'February 2028'],
  ['2026-01-01', '2026-12-31', '2026'],
])('days as one value: %s to %s', (from, to, want) => {
  expect(rangeOf(from, to)).toBe(want)
})

it.each([
  ['2026-05-13', 'Wednesday'],
  ['2026-05', ''],
])('the weekday of %s', (iso, want) => {
  expect(weekdayOf(iso)).toBe(want)
})

it.each([
  ['2026-05-13T07:20:00+02:00', '07:20 +02:00'],
  ['2026-05-13T07:20:00Z', '07:20 UTC'],
  ['2026-05-13T07:20', '07:20'],
  ['2026-05-13', ''],
])('the clock as it was given: %s', (iso, want) => {
  expect(clockOf(iso)).toBe(want)
})
