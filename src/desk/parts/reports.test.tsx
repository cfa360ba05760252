import { describe, expect, it } from 'vitest'
import type { HappeningItem } from '../../stories/items.ts'
import type { Telling } from '../../stories/rows.ts'
import { litIn, reportsOf } from './reports.tsx'

const telling = (article: string, start: number, n?: number): Telling<HappeningItem> => {
  const cited = (from: number, exact: string) => ({
    ...{ article, version: 'v', start: from, end: from + exact.length, exact },
    ...(n === undefined ? {} : { n }),
  })
  const item = {
    kind: 'happening',
    article,
    sentence: cited(start, 'The ferry sank.'),
    words: cited(start + 10, 'sank'),
  }
  return { item: item as HappeningItem }
}

describe('reports of a line', () => {
  it.each<[string, readonly Telling<HappeningItem>[], readonly (readonly [string, number, readonly number[]])[]]>([
    [
      'one article each',
      [telling('a', 0, 1), telling('b', 0, 1)],
      [
        ['a', 1, [10]],
        ['b', 1, [10]],
      ],
    ],
    ['an article that tells it again below', [telling('a', 50, 1), telling('a', 90, 2)], [['a', 2, [60, 100]]]],
    ['two things told by one sentence', [telling('a', 50, 1), telling('a', 50, 1)], [['a', 1, [60]]]],
    ['a headline and a paragraph: the paragraph is lit', [telling('a', 0), telling('a', 50, 1)], [['a', 2, [60]]]],
    ['a headline alone', [telling('a', 0)], [['a', 1, [10]]]],
  ])('%s', (_, tellings, want) => {
    const found = reportsOf(tellings).map(
      (told) => [told.article, told.sentences.length, litIn(told).map(({ start }) => start)] as const,
    )
    expect(found).toEqual(want)
  })
})
