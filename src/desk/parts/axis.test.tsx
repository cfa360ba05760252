import { describe, expect, it } from 'vitest'
import type { Line } from '../../views/line.ts'
import { isoOf } from '../days.ts'
import { Axis, placeIn, windowOf } from './axis.tsx'

const WORDS = { article: 'a', version: 'v', start: 0, end: 1, exact: 'x' }
const line = (from: string, to = from, more: Partial<Line> = {}): Line => ({
  id: `h-${from}`,
  shape: 'event',
  text: [{ quote: WORDS }],
  from: [WORDS],
  ...(from ? { when: { from, to, stated: true } } : {}),
  sure: true,
  score: 1,
  origins: 1,
  reports: [],
  ...more,
})

const drawn = (lines: readonly Line[], reported: readonly string[]): string => {
  const days = windowOf(lines, reported)
  if (!days) throw new Error('nothing to draw')
  return String(<Axis lines={lines} days={days} keys={new Set()} href={({ id }) => `#${id}`} until={reported.at(-1)} />)
}

describe('the days that are drawn', () => {
  it.each<[string, readonly string[], readonly string[], readonly [string, string] | undefined]>([
    [
      'those of the reports and the lines near them',
      ['2026-03-01', '2026-03-20'],
      ['2026-03-03', '2026-03-10'],
      ['2026-02-28', '2026-03-21'],
    ],
    [
      'not those far off',
      ['1972-03-01', '2026-03-05', '2031-01-01'],
      ['2026-03-03', '2026-03-10'],
      ['2026-03-02', '2026-03-11'],
    ],
    ['those of the lines where no report has a day', ['2026-03-01', '2026-03-05'], [], ['2026-02-28', '2026-03-06']],
    ['none where no line has one', [''], ['2026-03-03'], undefined],
  ])('are %s', (_, lines, reported, want) => {
    const found = windowOf(
      lines.map((day) => line(day)),
      reported,
    )
    expect(found && [isoOf(found.from), isoOf(found.to)]).toEqual(want)
  })

  it('are placed in the middle of their columns', () => {
    const days = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 4), step: 1 }
    expect(placeIn(days)(Date.UTC(2026, 2, 1))).toBe(12.5)
    expect(placeIn(days)(Date.UTC(2026, 2, 4))).toBe(87.5)
  })
})

describe('the drawing', () => {
  it('has a square and link for each line, and counts those beyond it', () => {
    const page = drawn(
      [line('2026-03-03'), line('2026-03-04'), line('1972-03-04'), line('')],
      ['2026-03-03', '2026-03-10'],
    )
    expect(page.match(/<rect class="sq/g)).toHaveLength(2)
    expect(page).toContain('href="#h-2026-03-03"')
    expect(page).toContain('<a href="#h-1972-03-04">1 earlier</a>')
    expect(page).toContain('<a href="#h-">1 undated</a>')
  })

  it('says what each square is, and how it stands', () => {
    const page = drawn(
      [
        line('2026-03-03', '2026-03-05', { status: { modality: 'planned', end: 'overdue' } }),
        line('2026-03-04', '2026-03-04', { sure: false }),
      ],
      ['2026-03-03'],
    )
    expect(page).toContain('aria-label="3–5 March, overdue, planned"')
    expect(page).toContain('aria-label="4 March, less sure"')
  })

  it.each([
    ['one square a line, pressed flat', 40, 40],
    ['bars where a day has too many', 60, 1],
  ])('is %s', (_, lines, squares) => {
    const page = drawn(
      Array.from({ length: lines }, () => line('2026-03-03')),
      ['2026-03-03'],
    )
    expect(page.match(/<rect class="sq/g)).toHaveLength(squares)
    expect(Number(/<svg class="squares[^>]* height="([\d.]+)"/.exec(page)?.[1])).toBeLessThan(420)
  })

  it('has sure lines below those that are less sure', () => {
    const page = drawn([line('2026-03-03', '2026-03-03', { sure: false }), line('2026-03-03')], ['2026-03-03'])
    const [sure, less] = [/class="sq" [^>]*y="([-\d.]+)"/, /class="sq less" [^>]*y="([-\d.]+)"/].map((found) =>
      Number(found.exec(page)?.[1]),
    )
    expect(sure).toBeGreaterThan(less ?? 0)
  })

  it('puts lines that look the same together where there are too many', () => {
    const page = drawn(
      Array.from({ length: 400 }, () => line('2026-03-03')),
      ['2026-03-03'],
    )
    expect(page.match(/<rect class="sq/g)).toHaveLength(1)
    expect(page).toContain('aria-label="3 March, 400 lines"')
  })
})
