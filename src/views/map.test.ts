import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { storyOf } from '../stories/index.ts'
import type { Line } from './line.ts'
import { plainText } from './lines.ts'
import { map } from './map.ts'

async function linesOf(...makings: readonly Making[]): Promise<readonly Line[]> {
  const rows = await (await storyOf(makings.map(made))).rows()
  const lines: Line[] = []
  if (rows) for await (const line of map.lines(rows, {})) lines.push(line)
  return lines
}

type Named = NonNullable<Making['places']>[number]

const one = (sentence: string, place: Named, event?: string): Promise<readonly Line[]> =>
  linesOf({
    ...{ id: 'a1', published: '2026-04-03', headline: 'Ferry', body: [sentence], places: [place] },
    events: event === undefined ? [] : [{ words: event, place: place.words }],
  })

const KNOWN = { words: 'Grenn', geonamesId: 11, lat: 52.1, lon: 4.2 } as const

describe('map', () => {
  it('shows a place by the sentence that says best that something is there', async () => {
    const [line] = await linesOf(
      {
        ...{ id: 'a1', outlet: 'Oldmarsh Times', published: '2026-04-03' },
        body: ['The mayor of Grenn spoke of the ferry at length.', 'The ferry of Tuesday ran aground in Grenn port.'],
        places: [KNOWN, { ...KNOWN, words: 'Grenn port' }],
        events: [{ words: 'aground', place: 'Grenn port' }],
      },
      {
        ...{ id: 'a2', outlet: 'The Harbour Star', published: '2026-04-04' },
        body: ['The mayor of Grenn spoke of the ferry that ran aground on Tuesday.'],
        places: [KNOWN],
      },
    )
    expect(line && plainText(line.text)).toBe('The ferry of Tuesday ran aground in Grenn port.')
    expect(line).toMatchObject({
      ...{ shape: 'pin', sure: true, counts: { mentions: 3, articles: 2 }, origins: 2 },
      where: { geonamesId: 11, precision: 'city', lat: 52.1, lon: 4.2, words: { exact: 'Grenn port' } },
    })
    expect(line?.from.map(({ article }) => article)).toEqual(['a1', 'a2'])
    expect(line?.reports.map(({ outlet }) => outlet)).toEqual(['Oldmarsh Times', 'The Harbour Star'])
  })

  it.each(['country', 'region'] as const)('gives no point of a %s', async (precision) => {
    const [line] = await one('The ferry ran aground in Grenn.', { ...KNOWN, precision })
    expect(line?.where).toEqual({
      ...{ name: 'Grenn', precision, geonamesId: 11 },
      words: expect.objectContaining({ exact: 'Grenn' }),
    })
  })

  it.each<readonly [string, string, Named, string | undefined, boolean]>([
    ['a place that is sure', 'It sank in Grenn.', { ...KNOWN, score: 0.6 }, undefined, true],
    ['a place that may be another', 'It sank in Grenn.', { ...KNOWN, score: 0.59 }, undefined, false],
    ['a place that only goes with something', 'The mayor of Grenn spoke.', KNOWN, undefined, false],
    [
      'an unknown place of something',
      'It sank in Grenn.',
      { words: 'Grenn', precision: 'site', score: 0.4 },
      'sank',
      true,
    ],
    [
      'an unknown place of nothing',
      'It sank in Grenn.',
      { words: 'Grenn', precision: 'site', score: 0.4 },
      undefined,
      false,
    ],
  ])('shows or folds %s', async (_, sentence, place, event, want) => {
    expect((await one(sentence, place, event)).map(({ sure }) => sure)).toEqual([want])
  })

  it('folds what only a headline names and the place data do not know', async () => {
    const place = { words: 'Tunnel', precision: 'site', score: 0.4 } as const
    const making = { id: 'a1', published: '2026-04-03', headline: 'Trains Collide in Tunnel', body: ['Both stopped.'] }
    const [line] = await linesOf({ ...making, places: [place], events: [{ words: 'Collide', place: 'Tunnel' }] })
    expect(line?.sure).toBe(false)
  })
})
