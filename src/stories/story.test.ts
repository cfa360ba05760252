import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import type { Reading } from '../readings/reading.ts'
import { type Story, storiesOf, storyOf } from './story.ts'

const WIRE = [
  'A cargo barge struck the old road bridge at Oldmarsh on Wednesday evening and sank within minutes, the harbour office said.',
  'All five crew members were taken from the water by a fishing boat, and two of them were treated for cold at the clinic.',
  'The bridge was closed to traffic while divers looked at its middle pier, and ferries carried commuters across until midnight.',
  'The barge had carried gravel from the quarry at Grenn, which has supplied the new sea wall since the autumn.',
]
const OTHER = [
  'Teachers at the Grenn music school won the chamber prize on Sunday with a quartet that one of them wrote last summer.',
  'The jury praised the slow movement and its long melody for viola, and asked them to play it twice at the closing concert.',
  'The prize is worth four thousand euros and a week of recording in the radio hall, where the school hopes to go in May.',
]

const article = (id: string, body: readonly string[], more: Partial<Parameters<typeof made>[0]> = {}): Reading =>
  made({ id, outlet: `Outlet ${id}`, published: '2026-04-02', body, ...more })

describe('articles', () => {
  it('finds a wire copy with cuts, and whose text it was', async () => {
    const wire = article('wire', WIRE, { published: '2026-04-02T08:00:00Z' })
    const copy = article('paper', [WIRE[0] ?? '', WIRE[2] ?? '', WIRE[1] ?? ''], { published: '2026-04-02T10:00:00Z' })
    for (const given of [
      [wire, copy],
      [copy, wire],
    ]) {
      const rows = await (await storyOf(given)).rows()
      const origins: (string | undefined)[] = []
      for await (const { id, origin } of rows?.articles() ?? []) origins.push(`${id} ${origin}`)
      expect(origins).toEqual(['wire undefined', 'paper wire'])
    }
  })

  it('takes no short text for a copy', async () => {
    const story = await storyOf([article('a', [WIRE[0] ?? '']), article('b', [WIRE[0] ?? ''])])
    expect(story.links.filter(({ kind }) => kind === 'copy')).toEqual([])
  })

  it('keeps one story from another', async () => {
    const retold = [
      'The barge that sank beneath the Oldmarsh road bridge on Wednesday carried gravel from the Grenn quarry, its owner said.',
      'Divers found a crack in the middle pier of the bridge; five crew members from the barge were out of the clinic.',
    ]
    const story = await storyOf([article('a', WIRE), article('b', retold), article('c', OTHER)])
    expect((await story.stories()).map(({ articles }) => articles)).toEqual([2, 1])
  })

  it('feeds only the newest version, whatever the order', async () => {
    const first = article('page', [WIRE[0] ?? ''], { modified: '2026-04-02T08:00:00Z' })
    const second = article('page', [`${WIRE[0]} It was raised on Thursday.`], { modified: '2026-04-03T08:00:00Z' })
    for (const given of [
      [first, second],
      [second, first],
    ]) {
      const { items } = await storyOf(given)
      expect([...new Set(items.map(({ version }) => version))]).toEqual([second.version])
    }
  })

  it('has no rows for a story that is not there, nor for none', async () => {
    expect(await (await storyOf([])).rows()).toBeUndefined()
    expect(await (await storyOf([article('a', WIRE)])).rows('y0000000000')).toBeUndefined()
  })
})

describe('splitting and merging', () => {
  const person = (id: string, published: string) =>
    article(id, [`${WIRE[0]} Marta Hollen led the divers of report ${id}.`], {
      published,
      entities: [{ names: ['Marta Hollen'] }],
    })

  it('parts what a person split, and only that', async () => {
    const { items, links } = await storyOf([person('a', '2026-04-01'), person('b', '2026-04-02')])
    const [one, two] = items.filter(({ kind }) => kind === 'entity')
    const entities = async (never: readonly (readonly [string, string])[]) => {
      const found: string[] = []
      for await (const { id } of (await storiesOf(items, links, never).rows())?.entities() ?? []) found.push(id)
      return found.length
    }
    expect(await entities([])).toBe(1)
    expect(await entities([[one?.ref ?? '', two?.ref ?? '']])).toBe(2)
    expect(await entities([[two?.ref ?? '', one?.ref ?? '']])).toBe(2)
  })

  it('keeps answering to an id that a merge took away', async () => {
    const late = await storyOf([person('b', '2026-04-02')])
    const idOf = async (story: Story) => {
      for await (const { id } of (await story.rows())?.entities() ?? []) return id
      throw new Error('no entity')
    }
    const before = await idOf(late)
    const merged = await storyOf([person('b', '2026-04-02'), person('a', '2026-04-01')])
    expect(await idOf(merged)).not.toBe(before)
    expect(merged.resolve(before)).toBe(await idOf(merged))
    expect(merged.resolve('e0000000000')).toBeUndefined()
  })
})
