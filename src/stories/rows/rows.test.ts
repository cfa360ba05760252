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

interface Watched {
  readonly rows: StoryRows
  readonly parts: StoryParts
  readonly loaded: Map<string, number>
}

/** The rows of all that was read as one story, and which of it was loaded, by kind. */
async function watched(): Promise<Watched> {
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
      return (await held.clusters(kind, ids)).map((cluster) => ({ ...cluster, stamp: 'as it was' }))
    },
    stamps: async (kind) =>
      new Map((await held.clusters(kind, await idsIn(held.entries(kind)))).map(({ id }) => [id, 'as it was'])),
  }
  return { rows: storyRows(parts), parts, loaded }
}

async function idsIn(entries: AsyncIterable<{ readonly id: string }>): Promise<readonly string[]> {
  return (await all(entries)).map(({ id }) => id)
}

const ALL = ['entities', 'statements', 'happenings', 'places', 'figures'] as const
const everything = async (rows: StoryRows): Promise<readonly (readonly unknown[])[]> => {
  const found: (readonly unknown[])[] = []
  for (const kind of ALL) found.push(await all<unknown>(rows[kind]()))
  return found
}

describe('rows before a change', () => {
  // What changed since, and how many clusters of each kind must be loaded for it.
  it.each<[string, (parts: StoryParts) => Partial<StoryParts>, number]>([
    ['nothing', () => ({}), 0],
    ['nothing that is known', () => ({ stamps: async () => new Map() }), ARTICLES],
    [
      'one cluster of each kind',
      ({ stamps }) => ({ stamps: async (kind) => new Map([...((await stamps?.(kind)) ?? [])].slice(1)) }),
      1,
    ],
    ['whose text an article carries', () => ({ copies: async () => new Map([['a1', 'a0']]) }), 1],
  ])('lend what is the same: %s', async (_, change, count) => {
    const { rows, parts, loaded } = await watched()
    await everything(rows)
    loaded.clear()
    const changed = { ...parts, ...change(parts) }
    const found = await everything(storyRows(changed, rows))
    const built = ['entity', 'happening', 'place', 'figure'].map((kind) => loaded.get(kind) ?? 0)
    expect(built).toEqual([count, count, count, count])
    expect(found).toEqual(await everything(storyRows(changed)))
  })
})

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
