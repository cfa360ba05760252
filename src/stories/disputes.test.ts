import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { storyOf } from './story.ts'

const DAY = '2026-04-01'
const TELLS = 'The owner dismissed the captain of the ferry Wangerland on Wednesday, the harbour office said.'
const DENIES = 'The owner said that it had not dismissed the captain of the ferry Wangerland on Wednesday.'
const APART =
  'A cook was not dismissed by the hotel in Oldmarsh on Wednesday, whatever the guests of the ferry had heard.'

const told = (id: string, body: string, polarity: 'positive' | 'negative', more: Partial<Making> = {}) =>
  made({
    id,
    outlet: `Outlet ${id}`,
    published: '2026-04-02',
    headline: 'The captain of the ferry Wangerland',
    body: [body],
    events: [{ words: 'dismissed', polarity, day: DAY }],
    ...more,
  })

async function opposedIn(given: Parameters<typeof storyOf>[0]): Promise<number> {
  const rows = await (await storyOf(given)).rows()
  let count = 0
  for await (const { opposed } of rows?.happenings() ?? []) if (opposed) count++
  return count
}

describe('what reports oppose each other in', () => {
  it.each<[string, Parameters<typeof storyOf>[0], number]>([
    ['is what one tells and another denies', [told('a', TELLS, 'positive'), told('b', DENIES, 'negative')], 2],
    ['is nothing that both tell', [told('a', TELLS, 'positive'), told('b', TELLS, 'positive')], 0],
    [
      'is nothing that one outlet tells both ways',
      [told('a', TELLS, 'positive'), told('b', DENIES, 'negative', { outlet: 'Outlet a' })],
      0,
    ],
    [
      'is nothing of another day',
      [
        told('a', TELLS, 'positive'),
        told('b', DENIES, 'negative', { events: [{ words: 'dismissed', polarity: 'negative', day: '2026-03-30' }] }),
      ],
      0,
    ],
    ['is nothing of the same kind in other words', [told('a', TELLS, 'positive'), told('b', APART, 'negative')], 0],
    [
      'is nothing that was only planned',
      [
        told('a', TELLS, 'positive', { events: [{ words: 'dismissed', modality: 'planned', day: DAY }] }),
        told('b', DENIES, 'negative'),
      ],
      0,
    ],
  ])('%s', async (_, given, want) => {
    expect(await opposedIn(given)).toBe(want)
  })
})
