import { describe, expect, it } from 'vitest'
import { daysIn, namedIn, readDay, sameNumber, sameWords } from './cells.ts'

describe('cells', () => {
  it.each([
    ['2026-05-13', ['2026-05-13']],
    ['2026-05', ['2026-05']],
    ['2026', ['2026']],
    ['13.05.2026', ['2026-05-13']],
    ['13. 5. 2026', ['2026-05-13']],
    ['13/05/2026', ['2026-05-13']],
    ['5/13/2026', ['2026-05-13']],
    ['5/6/2026', ['2026-06-05', '2026-05-06']],
    ['13/05/26', ['2026-05-13']],
    ['2026/5/3', ['2026-05-03']],
    ['2026-05-13 00:00:00', ['2026-05-13']],
    ['2026-05-13T08:00:00Z', ['2026-05-13']],
    ['31.02.2026', []],
    ['Wednesday', []],
    ['', []],
  ])('%j is the days %j', (cell, want) => {
    expect(daysIn(cell)).toEqual(want)
  })

  it.each([
    ['2026-05-13', '2026-05-13', { same: true }],
    ['13.05.2026', '2026-05-13', { same: true }],
    ['5/6/2026', '2026-05-06', { same: true }],
    ['06/05/2026', '2026-05-06', { same: true }],
    ['2026-05-12', '2026-05-13', { day: '2026-05-12' }],
    ['', '2026-05-13', { day: '' }],
    ['5/6/2026', '2026-05-13', { problem: 'two' }],
    ['soon', '2026-05-13', { problem: 'none' }],
  ])('%j where %j was', (cell, was, want) => {
    expect(readDay(cell, was)).toEqual(want)
  })

  it.each([
    ["'=1+1", '=1+1', false, true],
    ["'=1+1", "'=1+1", false, true],
    ['two\r\nlines', 'two lines', false, true],
    ['Marija Kovac', 'Marija Kovač', false, false],
    ['Marija Kovac', 'Marija Kovač', true, true],
    ['Marija Kova?', 'Marija Kovač', true, true],
    ['Marija Kovas', 'Marija Kovač', true, false],
    ['“gone”', '?gone?', true, true],
  ])('%j and %j, lossy %s: %s', (a, b, lossy, want) => {
    expect(sameWords(a, b, lossy)).toBe(want)
  })

  it.each([
    ['0.9', '0.9', true],
    ['0,9', '0.9', true],
    ['0.90', '0.9', true],
    ['', '', true],
    ['', '0', false],
    ['1', '2', false],
  ])('the numbers %j and %j: %s', (a, b, want) => {
    expect(sameNumber(a, b)).toBe(want)
  })

  it('names with and without a role', () => {
    expect(namedIn('Operators (actor); the gates (target); Ana (Jr)')).toEqual([
      { name: 'Operators', role: 'actor' },
      { name: 'the gates', role: 'target' },
      { name: 'Ana (Jr)' },
    ])
  })
})
