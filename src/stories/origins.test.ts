import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import type { ArticleRow } from './rows.ts'
import { storyOf } from './story.ts'

const TEXT = [
  'A cargo barge struck the old road bridge at Oldmarsh on Wednesday evening and sank within minutes, the harbour office said.',
  'All five crew members were taken from the water by a fishing boat, and two of them were treated for cold at the clinic.',
  'The bridge was closed to traffic while divers looked at its middle pier, and ferries carried commuters across until midnight.',
]
const OWN = [
  'The barge that sank below the Oldmarsh road bridge on Wednesday carried gravel from the Grenn quarry for the harbour office.',
  'Divers found a crack in the middle pier of the bridge; the five crew members of the barge are out of the clinic again.',
]

const printed = (id: string, body: readonly string[], more: Partial<Making> = {}) =>
  made({ id, outlet: `Outlet ${id}`, published: `2026-04-02T08:0${'abcdefgh'.indexOf(id)}:00Z`, body, ...more })

async function articlesOf(given: Parameters<typeof storyOf>[0]): Promise<readonly ArticleRow[]> {
  const rows: ArticleRow[] = []
  for await (const row of (await (await storyOf(given)).rows())?.articles() ?? []) rows.push(row)
  return rows
}

describe('whose report an article is', () => {
  it.each<[string, Parameters<typeof storyOf>[0], readonly string[]]>([
    ['its outlet’s own', [printed('a', TEXT), printed('b', OWN)], ['Outlet a', 'Outlet b']],
    ['of the outlet that printed the text first', [printed('a', TEXT), printed('b', TEXT)], ['Outlet a', 'Outlet a']],
    [
      'the same for two articles of one outlet',
      [printed('a', TEXT), printed('b', OWN, { outlet: 'Outlet a' })],
      ['Outlet a', 'Outlet a'],
    ],
    [
      'of the agency that two outlets credit for other texts, by any of its names',
      [printed('a', ['OLDMARSH (AP) — ', ...TEXT]), printed('b', [...OWN, '(Associated Press)'])],
      ['Associated Press', 'Associated Press'],
    ],
    [
      'of the agency that one of the shared texts credits',
      [printed('a', TEXT), printed('b', [...TEXT, '(Reuters)'])],
      ['Reuters', 'Reuters'],
    ],
    [
      'not of an agency that a last sentence names',
      [printed('a', [...TEXT, 'The owner would say no more, he told Reuters.'])],
      ['Outlet a'],
    ],
    ['its own where no outlet is known', [made({ id: 'a', published: '2026-04-02', body: TEXT })], ['a']],
  ])('%s', async (_, given, want) => {
    expect((await articlesOf(given)).map(({ source }) => source)).toEqual(want)
  })

  it('is its own for a later text of one outlet, and no copy', async () => {
    const [first, later] = await articlesOf([printed('a', TEXT), printed('b', TEXT, { outlet: 'Outlet a' })])
    expect([first?.origin, later?.origin]).toEqual([undefined, undefined])
  })

  it('is not that of a far longer text that quotes the same statements', async () => {
    const long = Array.from(
      { length: 20 },
      (_, at) =>
        `Chapter ${at} of the inquiry turns to pier number ${at}, its ${at} bolts and the ${at + 3} men who set them.`,
    )
    const statements = TEXT.slice(0, 2)
    const short = [...statements, 'Nobody at the quarry would say a word about the crew or its papers.']
    const rows = await articlesOf([
      printed('a', [...long, ...statements], { headline: 'The bridge at Oldmarsh' }),
      printed('b', short, { headline: 'The bridge at Oldmarsh' }),
    ])
    expect(rows.map(({ origin }) => origin).filter(Boolean)).toEqual([])
  })
})

describe('independent origins', () => {
  it('of what two copies and another outlet tell are two, whoever is shown first', async () => {
    const told = (id: string, body: readonly string[]) =>
      printed(id, body, { events: [{ words: 'sank', day: '2026-04-01' }] })
    const rows = await (await storyOf([printed('a', TEXT), told('b', TEXT), told('c', TEXT), told('d', OWN)])).rows()
    const found: number[] = []
    for await (const { origins, tellings } of rows?.happenings() ?? []) found.push(origins, tellings.length)
    expect(found).toEqual([2, 3])
  })
})
