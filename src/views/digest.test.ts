import { describe, expect, it } from 'vitest'
import { digest } from './digest.ts'
import type { Line } from './line.ts'

let at = 0
/** A line of a day, told by some articles that were each printed on a day. */
function line(day: string, words: string, printed: readonly string[], more: Partial<Line> = {}): Line {
  const own = { article: `a${at}`, version: 'v', start: at, end: at + words.length, exact: words }
  at++
  const reports = printed.map((published, n) => ({ article: `a${at}-${n}`, outlet: `Outlet ${n}`, published }))
  const [from, to = from] = day.split('/')
  return {
    id: `h${at}`,
    shape: 'event',
    text: [{ quote: own }],
    from: [own, ...reports.slice(1).map(({ article }) => ({ ...own, article }))],
    ...(from && to ? { when: { from, to, stated: true } } : {}),
    sure: true,
    score: 1,
    origins: reports.length,
    reports,
    ...more,
  }
}

const daysOf = (lines: readonly Line[]): readonly (string | undefined)[] => lines.map(({ when }) => when?.from)
const wordsOf = (lines: readonly Line[]): readonly string[] => lines.map(({ from }) => from[0].exact)

describe('the days that matter most', () => {
  it.each<[string, readonly Line[], readonly string[]]>([
    [
      'are those that most texts tell of',
      [line('2026-04-01', 'a', ['2026-04-01']), line('2026-04-02', 'b', ['2026-04-02', '2026-04-02'])],
      ['2026-04-02'],
    ],
    [
      'those that later texts date back to',
      [line('2026-04-01', 'a', ['2026-04-01', '2026-04-01']), line('2026-04-02', 'b', ['2026-04-02', '2026-04-09'])],
      ['2026-04-02'],
    ],
    [
      'not those that copies repeat',
      [
        line('2026-04-01', 'a', ['2026-04-01', '2026-04-01']),
        {
          ...line('2026-04-02', 'b', []),
          origins: 1,
          reports: ['x', 'y', 'z'].map((article) => ({
            article,
            published: '2026-04-02',
            ...(article === 'x' ? {} : { copyOf: 'x' }),
          })),
        },
      ],
      ['2026-04-01'],
    ],
    [
      'not those of which nothing is sure',
      [line('2026-04-01', 'a', ['2026-04-01', '2026-04-02'], { sure: false }), line('2026-04-03', 'b', ['2026-04-03'])],
      ['2026-04-03'],
    ],
    [
      'days alone, no months',
      [line('2026-04-01/2026-04-30', 'a', ['2026-04-01', '2026-05-01']), line('2026-04-03', 'b', ['2026-04-03'])],
      ['2026-04-03'],
    ],
    [
      'the earlier of two that matter as much',
      [line('2026-04-05', 'b', ['2026-04-05']), line('2026-04-01', 'a', ['2026-04-01'])],
      ['2026-04-01'],
    ],
  ])('%s', (_, lines, want) => {
    expect(daysOf(digest(lines, { dates: 1 }))).toEqual(want)
  })

  it('are shown in the order given, as many as there are', () => {
    const lines = ['2026-04-01', '2026-04-02', '2026-04-03'].map((day) => line(day, 'a', [day]))
    expect(digest(lines, { dates: 9 })).toEqual(lines)
    expect(digest(lines, { dates: 2 })).toEqual(lines.slice(0, 2))
  })
})

describe('the lines of a day that say most of it', () => {
  const BARGE = 'The barge struck the bridge at Oldmarsh and sank.'
  const AGAIN = 'The barge sank after it struck the bridge at Oldmarsh.'
  const CREW = 'The crew of the barge was taken off the bridge pier at Oldmarsh.'
  const BREAD = 'A bakery raised the price of rolls.'
  const day = [BREAD, BARGE, AGAIN, CREW].map((words) => line('2026-04-01', words, ['2026-04-01']))

  it('are those nearest to all that is told of it, and each says something new', () => {
    expect(wordsOf(digest(day, { sentences: 1 }))).not.toContain(BREAD)
    const two = wordsOf(digest(day, { sentences: 2 }))
    expect(two).toHaveLength(2)
    expect([BARGE, AGAIN].filter((words) => two.includes(words))).toHaveLength(1)
  })

  it('are counted for each day, and for days without a limit for dates', () => {
    const lines = [...day, line('2026-04-02', 'The bridge was opened.', ['2026-04-02'])]
    expect(daysOf(digest(lines, { sentences: 1 }))).toEqual(['2026-04-01', '2026-04-02'])
    expect(digest(lines, { dates: 2, sentences: 9 })).toHaveLength(5)
  })
})
