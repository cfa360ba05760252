import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../test/browser/story.ts'
import { lineOf, told, viewOf, writtenOf } from '../../test/exported.ts'
import { ftm } from './ftm.ts'

interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

const entitiesIn = (text: string): readonly Entity[] =>
  text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Entity] : []))

/** Properties that name other entities, with the schemata that they may name. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  proof: ['Article'],
  document: ['Article'],
  involved: ['Person', 'Organization'],
  resolved: ['Person', 'Organization'],
  entity: ['Person', 'Organization', 'Address'],
}

const DAY = { stated: true } as const

describe('ftm', () => {
  it('has each entity once, and leads from each to others that are there', async () => {
    const { written } = await told(ferryStory)
    const entities = entitiesIn(await written(ftm))
    const schemas = new Map(entities.map(({ id, schema }) => [id, schema]))
    expect(schemas.size).toBe(entities.length)
    for (const { properties } of entities)
      for (const [name, values] of Object.entries(properties))
        if (LINKS[name]) for (const value of values) expect(LINKS[name]).toContain(schemas.get(value))
    expect(new Set(schemas.values())).toEqual(
      new Set(['Article', 'Event', 'Note', 'Person', 'Organization', 'Mention']),
    )
  })

  it('proves every event and statement by its articles', async () => {
    const { lines, written } = await told(ferryStory)
    const entities = entitiesIn(await written(ftm))
    const articles = new Map(entities.map(({ id, properties }) => [id, properties.fileName?.[0]]))
    for (const { id, shape, from } of lines) {
      if (shape !== 'event' && shape !== 'claim') continue
      const found = entities.find((one) => one.id === `onrecord-${id}`)
      const proof = found?.properties.proof?.map((one) => articles.get(one))
      expect(new Set(proof)).toEqual(new Set(from.map(({ article }) => article)))
    }
  })

  it('says the same of the same story, whatever else was written', async () => {
    const [one, other] = await Promise.all([told(ferryStory), told(ferryStory.toReversed())])
    expect(entitiesIn(await other.written(ftm)).map(({ id }) => id).toSorted()).toEqual(
      entitiesIn(await one.written(ftm)).map(({ id }) => id).toSorted(),
    ) // biome-ignore format: one thought
  })

  it.each([
    ['2026-05-13', '2026-05-13', { date: ['2026-05-13'] }],
    ['2026-05-01', '2026-05-31', { date: ['2026-05'] }],
    ['2026-01-01', '2026-12-31', { date: ['2026'] }],
    ['2026-05-13', '2026-05-15', { startDate: ['2026-05-13'], endDate: ['2026-05-15'] }],
  ])('dates %s to %s as exactly as that', async (from, to, want) => {
    const text = await writtenOf(ftm, [viewOf([lineOf({ when: { from, to, ...DAY } })])], {})
    const { date, startDate, endDate } = entitiesIn(text).find(({ schema }) => schema === 'Event')?.properties ?? {}
    expect(JSON.parse(JSON.stringify({ date, startDate, endDate }))).toEqual(want)
  })

  it('links a place to the articles that name it', async () => {
    const who = [{ id: 'e3', name: 'Cuxhaven', type: 'location' }] as const
    const entities = entitiesIn(await writtenOf(ftm, [viewOf([lineOf({ shape: 'card', who })])], {}))
    expect(entities.map(({ schema }) => schema)).toEqual(['Article', 'Address', 'Documentation'])
    expect(entities[2]?.properties).toEqual({ document: [entities[0]?.id], entity: ['onrecord-e3'] })
  })

  it('names those who take part though no card shows them, and nobody who is unnamed', async () => {
    const who = [
      { id: 'e1', name: 'Hanna Keller', type: 'person' },
      { id: 'e2', name: 'A passenger', type: 'source' },
    ] as const
    const entities = entitiesIn(await writtenOf(ftm, [viewOf([lineOf({ who }), lineOf({ id: 'h2', who })])], {}))
    expect(entities.map(({ schema }) => schema)).toEqual(['Article', 'Event', 'Event', 'Person'])
    expect(entities[1]?.properties.involved).toEqual(['onrecord-e1'])
  })
})
