import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { storyOf } from '../stories/index.ts'
import { figures } from './figures.ts'
import type { Line } from './line.ts'
import { figureText, labelsOf, plainText } from './lines.ts'

const FRAME = 'The Alder broke its banks at Oldmarsh on Monday night, and the flood swept through the lower town.'

const page = (id: string, published: string, sentence: string, figure: NonNullable<Making['figures']>[number]) =>
  made({
    id,
    outlet: `The ${id}`,
    published,
    headline: 'Flood at Oldmarsh',
    body: [
      FRAME,
      sentence,
      `A choir of ${id} rehearsed for the spring concert; the ${id} kiosk sold soup until midnight.`,
    ],
    figures: [figure],
  })

async function linesOf(...readings: Parameters<typeof storyOf>[0]): Promise<readonly Line[]> {
  const rows = await (await storyOf(readings)).rows()
  const lines: Line[] = []
  if (rows) for await (const line of figures.lines(rows, {})) lines.push(line)
  return lines
}

const FIRST = page('Star', '2026-04-01', 'At least 12 people were killed in the flood.', { words: '12', hedge: 'At least', of: 'people', state: 'killed' }) // biome-ignore format: one line
const SECOND = page('Post', '2026-04-02', 'The flood killed 14 people, the county said.', { words: '14', of: 'people', state: 'killed' }) // biome-ignore format: one line
const THIRD = page('Wire', '2026-04-02', 'The flood killed 17 people.', { words: '17', of: 'people', state: 'killed' })

describe('figures', () => {
  it('shows a series by its last number, with all that were given', async () => {
    const [line, ...others] = await linesOf(FIRST, SECOND)
    expect(others).toEqual([])
    expect(line && plainText(line.text)).toBe('The flood killed 14 people, the county said.')
    expect(line).toMatchObject({ shape: 'series', sure: true, status: {}, origins: 2 })
    expect(line?.from.map(({ article }) => article)).toEqual(['Post', 'Star'])
    expect(line?.reports.map(({ outlet }) => outlet)).toEqual(['The Post', 'The Star'])
    expect(line?.figure).toMatchObject({ form: 'count', low: 14, high: 14, state: 'killed', of: { exact: 'people' } })
    expect(line?.figure?.points).toMatchObject([
      {
        low: 12,
        bound: 'least',
        day: '2026-04-01',
        relation: 'first',
        words: { exact: 'At least 12 people' },
        at: [1],
      },
      { low: 14, day: '2026-04-02', relation: 'supersedes', to: 0, words: { exact: '14 people' }, at: [0] },
    ])
  })

  it('gives a measure in units of the SI beside its own', async () => {
    const [line] = await linesOf(
      page('Star', '2026-04-01', 'The flood covered 4,500 hectares of forest.', { words: '4,500 hectares', of: 'forest', low: 4500, high: 4500, unit: 'ha', kind: 'measure' }), // biome-ignore format: one line
    )
    expect(line?.figure).toMatchObject({ unit: 'ha', si: { low: 45_000_000, high: 45_000_000, unit: 'm2' } })
  })

  it('says that two sources disagree', async () => {
    const [line] = await linesOf(SECOND, THIRD)
    expect(line && labelsOf(line)).toEqual(['disputed'])
  })

  it.each([
    ['a number with what became of those counted', { words: '37', state: 'injured' }, '37 · injured'],
    ['a number that says so itself', { words: '37 injured', low: 37, state: 'injured' }, '37 injured'],
  ])('prints %s', async (_, figure, want) => {
    const [line] = await linesOf(page('Star', '2026-04-01', 'The flood left 37 injured.', figure))
    expect(line?.figure && figureText(line.figure)).toBe(want)
  })

  it.each([
    ['a count of those killed', 'The flood killed 14 people.', { words: '14', state: 'killed' }, true],
    ['a small count in words', 'Two boats sank.', { words: 'Two', low: 2, of: 'boats', score: 0.8 }, false],
    ['what may be part of a name', 'A Falcon 9 boats lift it.', { words: '9', of: 'boats' }, false],
    ['what a gerund tells', 'Deporting 300 people was no option.', { words: '300', of: 'people', state: 'deporting' }, false],
    ['pounds of some country or none', 'The county paid 900 pounds.', { words: '900 pounds', low: 900, kind: 'money', unit: 'GBP' }, false],
  ] as const)('shows or folds %s', async (_, sentence, figure, want) => {
    const [line] = await linesOf(page('Star', '2026-04-01', sentence, figure))
    expect(line?.sure).toBe(want)
  }) // biome-ignore format: a table to be read

  it.each([
    ['one of several', 'He was one of those injured.', { words: 'one', low: 1, state: 'injured' }],
    ['below nought', 'The share was negative 7 percent.', { words: '7 percent', low: 7, kind: 'percent', unit: '%' }],
    ['nothing that it counts', 'The number 14 was drawn.', { words: '14' }],
  ] as const)('passes over %s', async (_, sentence, figure) => {
    expect(await linesOf(page('Star', '2026-04-01', sentence, figure))).toEqual([])
  })
})
