import { describe, expect, it } from 'vitest'
import { made } from '../../../test/made.ts'
import { all } from '../../../test/record.ts'
import { clustersOf } from '../cluster.ts'
import type { ItemKind, ItemOf } from '../items.ts'
import type { LinkKind } from '../links.ts'
import type { StoryRows } from '../rows.ts'
import { storyOf } from '../story.ts'
import { heldParts } from './held.ts'
import type { StoryParts } from './parts.ts'
import { storyRows } from './rows.ts'

const ARTICLES = 90

/** Articles that each count something of their own at a place of their own. */
const readings = Array.from({ length: ARTICLES }, (_, at) => {
  const town = `Town${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`
  return made({
    id: `a${at}`,
    outlet: `Outlet ${at % 7}`,
    published: `2026-04-${String((at % 27) + 1).padStart(2, '0')}`,
    body: [`In ${town} the flood damaged ${at + 10} ${town}ers.`],
    entities: [{ names: [town], type: 'location' }],
    places: [{ words: town, geonamesId: 100 + at }],
    figures: [{ words: `${at + 10}`, of: `${town}ers`, state: 'damaged' }],
    events: [{ words: 'damaged', place: town }],
  })
})

/** The rows of all that was read as one story, and which of it was loaded, by kind. */
async function watched(): Promise<{ readonly rows: StoryRows; readonly loaded: Map<string, number> }> {
  const { items, links, stories } = await storyOf(readings)
  const of = <K extends ItemKind & LinkKind>(kind: K) =>
    clustersOf<K>(kind, items.filter((item): item is ItemOf<K> => item.kind === kind), links) // biome-ignore format: one line
  const articles = items.filter((item) => item.kind === 'article')
  const [story] = await stories()
  if (!story) throw new Error('no story')
  const held = heldParts({
    entity: () => of('entity'),
    statement: () => of('statement'),
    happening: () => of('happening'),
    place: () => of('place'),
    figure: () => of('figure'),
  })
  const loaded = new Map<string, number>()
  const parts: StoryParts = {
    ...{ story, ...held, reports: async () => articles },
    copies: async () => new Map(),
    links: async () => [],
    clusters: async (kind, ids) => {
      loaded.set(kind, (loaded.get(kind) ?? 0) + ids.length)
      return held.clusters(kind, ids)
    },
  }
  return { rows: storyRows(parts), loaded }
}

describe('rows', () => {
  it.each(['entities', 'happenings', 'places', 'figures'] as const)(
    'load no more than their first: %s',
    async (kind) => {
      const { rows, loaded } = await watched()
      const whole = (await all<{ readonly id: string }>((await watched()).rows[kind]())).map(({ id }) => id)
      expect(whole.length).toBeGreaterThanOrEqual(ARTICLES)
      for await (const row of rows[kind]()) {
        expect(row.id).toBe(whole[0])
        break
      }
      expect([...loaded.values()]).toEqual([64])
    },
  )

  it('load one entity alone where one is asked for', async () => {
    const { rows, loaded } = await watched()
    const [, second] = await all((await watched()).rows.entities())
    expect(await all(rows.entities({ entity: second?.id ?? '' }))).toEqual([second])
    expect(loaded.get('entity')).toBe(1)
    expect(await all(rows.entities({ entity: 'e0' }))).toEqual([])
  })
})
