import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { clusterId } from './cluster.ts'
import type { PlaceRow, RowFilter } from './rows.ts'
import { storyOf } from './story.ts'

const GRENN = { name: 'Grenn', geonamesId: 11, lat: 52.1, lon: 4.2, country: 'NL' } as const

const FIRST: Making = {
  id: 'a1',
  outlet: 'Oldmarsh Times',
  published: '2026-04-03',
  headline: 'Ferry runs aground at Grenn',
  body: [
    'The ferry ran aground in Grenn harbour on Thursday, and the council of the town met.',
    'A tug lay idle in Grenn, and another in Lowick.',
    'The Norland minister spoke of the ferry and of the harbour.',
  ],
  entities: [{ names: ['Grenn'], type: 'location' }],
  places: [
    { words: 'Grenn harbour', ...GRENN, score: 0.7 },
    { words: 'Grenn, and', ...GRENN, score: 0.9 },
    { words: 'Lowick', score: 0.4 },
    { words: 'Norland', kind: 'associative', geonamesId: 7, precision: 'country' },
  ],
  events: [{ words: 'aground in', day: '2026-04-02', place: 'Grenn harbour', actor: 'Grenn' }],
}

const SECOND: Making = {
  id: 'a2',
  outlet: 'The Harbour Star',
  published: '2026-04-05',
  body: [
    'The ferry that ran aground off Grenn, in Norland, on Thursday was towed to the harbour of Lowick.',
    'Its council met in Grenn town, where the ferry ran aground.',
  ],
  places: [
    { words: 'Grenn', ...GRENN },
    { words: 'Norland', geonamesId: 7, precision: 'country' },
    { words: 'Lowick', lat: 1, lon: 2, name: 'Lowick' },
  ],
}

async function rowsOf(filter?: RowFilter, ...makings: readonly Making[]): Promise<readonly PlaceRow[]> {
  const found: PlaceRow[] = []
  const story = await storyOf((makings.length > 0 ? makings : [FIRST, SECOND]).map(made))
  for await (const row of (await story.rows())?.places(filter) ?? []) found.push(row)
  return found
}

async function castOf(makings: readonly Making[]): Promise<readonly string[]> {
  const rows = await (await storyOf(makings.map(made))).rows()
  const found: string[] = []
  for await (const { id } of rows?.entities() ?? []) found.push(id)
  return found
}

const named = (rows: readonly PlaceRow[]) => rows.map(({ name, tellings }) => `${name} ${tellings.length}`)

describe('places across articles', () => {
  it('are one by their id in the place data, told by each sentence that puts something there', async () => {
    const [grenn] = await rowsOf()
    expect(grenn).toMatchObject({
      ...{ name: 'Grenn', geonamesId: 11, lat: 52.1, lon: 4.2, country: 'NL', precision: 'city' },
      ...{ mentions: 3, articles: 2, first: '2026-04-03', last: '2026-04-05', origins: 2 },
    })
    expect(grenn?.tellings.map(({ item, spot }) => [item.article, spot.words.exact])).toEqual([
      ['a1', 'Grenn harbour'],
      ['a1', 'Grenn, and'],
      ['a2', 'Grenn'],
    ])
    expect(grenn?.id).toBe(clusterId('place', grenn?.tellings[0].item.ref ?? ''))
  })

  it('are two where one has a point and the other none, and leave out what only goes with something else', async () => {
    expect(named(await rowsOf()).toSorted(byName)).toEqual(['Grenn 3', 'Lowick 1', 'Lowick 1', 'Norland 1'])
  })

  it('know what stands there', async () => {
    const [grenn] = await rowsOf()
    expect(grenn?.tellings[0].spot.events.map(({ words }) => words.exact)).toEqual(['aground in'])
  })

  it('tell of a place twice in a sentence once, by the mention at which something happens', async () => {
    const body = ['From Grenn the ferry sailed, and ran aground near Grenn lock on Thursday.']
    const [row] = await rowsOf(undefined, {
      ...{ id: 'a1', published: '2026-04-03', body },
      places: [
        { words: 'Grenn', ...GRENN, score: 0.9 },
        { words: 'Grenn lock', ...GRENN, score: 0.5 },
      ],
      events: [{ words: 'aground', place: 'Grenn lock' }],
    })
    expect(row?.tellings.map(({ spot }) => spot.words.exact)).toEqual(['Grenn lock'])
    expect(row?.mentions).toBe(2)
  })

  it.each<readonly [string, RowFilter, readonly string[]]>([
    ['an outlet', { outlet: 'The Harbour Star' }, ['Grenn 1', 'Lowick 1', 'Norland 1']],
    ['an article', { article: 'a1' }, ['Grenn 2', 'Lowick 1']],
    ['days', { to: '2026-04-04' }, ['Grenn 2', 'Lowick 1']],
    ['a month', { from: '2026-05' }, []],
    ['words, whatever their case', { words: 'TUG lay' }, ['Grenn 1', 'Lowick 1']],
    ['how finely it is named', { type: 'country' }, ['Norland 1']],
  ])('are narrowed by %s to the reports that match', async (_, filter, want) => {
    expect(named(await rowsOf(filter)).sort(byName)).toEqual([...want].sort(byName))
  })

  it('are narrowed to where somebody takes part', async () => {
    const aground = { words: 'aground in', day: '2026-04-02', place: 'Grenn harbour', actor: 'tug' }
    const makings: Making[] = [{ ...FIRST, entities: [{ names: ['tug'], type: 'misc' }], events: [aground] }, SECOND]
    const [tug] = await castOf(makings)
    expect(named(await rowsOf({ entity: tug ?? '' }, ...makings))).toEqual(['Grenn 3'])
    expect(await rowsOf({ entity: 'e0' }, ...makings)).toEqual([])
  })
})

const byName = (a: string, b: string): number => (a < b ? -1 : 1)
