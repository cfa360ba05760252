import { check, HintError } from '@placemarkio/check-geojson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { storyOf } from '../stories/index.ts'
import { VIEWS } from '../views/index.ts'
import type { Line } from '../views/line.ts'
import { map } from '../views/map.ts'
import type { Viewed } from './export.ts'
import { geojson } from './geojson.ts'

const READING = made({
  id: 'a1',
  outlet: 'The "Harbour" Star',
  published: '2026-04-03',
  headline: 'Ferry runs aground',
  body: ['The ferry ran aground in Grenn on Tuesday.', 'Tugs came from Tarvale, in Norland.', 'Rain fell in Ostby.'],
  places: [
    { words: 'Grenn', geonamesId: 11, lat: 52.125, lon: 4.25, country: 'NL' },
    { words: 'Norland', geonamesId: 7, lat: 50, lon: 5, country: 'NL', precision: 'country' },
    { words: 'Tarvale', lat: 1, lon: 2, score: 0.2 },
    { words: 'Ostby', precision: 'site', score: 0.4 },
  ],
  events: [
    { words: 'aground in', day: '2026-03-31', place: 'Grenn' },
    { words: 'Rain', day: '2026-03-31', place: 'Ostby' },
  ],
})

async function* given<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

async function written(views: readonly Viewed[], all = false): Promise<string> {
  let text = ''
  for await (const part of geojson.write(views, { all })) text += part
  return text
}

async function story() {
  const rows = await (await storyOf([READING])).rows()
  if (!rows) throw new Error('no story')
  const row = await rows.story()
  return (views = VIEWS): readonly Viewed[] => views.map((view) => ({ view, story: row, lines: view.lines(rows, {}) }))
}

/** Features by name, as far as they are valid after RFC 7946. */
function featuresOf(text: string) {
  const collection = check(text)
  if (collection.type !== 'FeatureCollection') throw new Error(collection.type)
  return collection.features
}

describe('geojson', () => {
  it('pins towns, longitude first, and pins neither countries nor what nobody knows', async () => {
    const features = featuresOf(await written((await story())([map]), true))
    expect(features.map(({ geometry, properties }) => [properties?.name, geometry])).toEqual(
      expect.arrayContaining([
        ['Grenn', { type: 'Point', coordinates: [4.25, 52.125] }],
        ['Norland', null],
        ['Tarvale', { type: 'Point', coordinates: [2, 1] }],
        ['Ostby', null],
      ]),
    )
    expect(features).toHaveLength(4)
  })

  it('says of each line what it is, and cites it', async () => {
    const [grenn] = featuresOf(await written((await story())([map])))
    expect(grenn?.id).toMatch(/^p[0-9a-f]{10}$/)
    expect(grenn?.properties).toMatchObject({
      ...{ line: grenn?.id, view: 'map', shape: 'pin', text: 'The ferry ran aground in Grenn on Tuesday.' },
      ...{ name: 'Grenn', precision: 'city', country: 'NL', geonames: 11, sure: true, origins: 1 },
      ...{ outlet: 'The "Harbour" Star', published: '2026-04-03', url: 'https://news.example/a1' },
      citations: [{ article: 'a1', exact: 'The ferry ran aground in Grenn on Tuesday.', outlet: 'The "Harbour" Star' }],
    })
  })

  it('has the lines of any view that have a place, with their days, and folds what is less sure', async () => {
    const views = await story()
    const features = featuresOf(await written(views(), true))
    const [event] = features.filter(({ properties }) => properties?.shape === 'event')
    expect(event?.properties).toMatchObject({ name: 'Grenn', from: '2026-03-31', to: '2026-03-31' })
    expect(event?.geometry).toMatchObject({ coordinates: [4.25, 52.125] })
    expect(featuresOf(await written(views())).length).toBeLessThan(features.length)
  })

  it('is valid whatever a source says, and wherever a place is said to be', async () => {
    const [view, row] = [(await story())([map])[0], { article: 'a', version: 'v', start: 0, end: 1 }]
    if (!view) throw new Error('no view')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ words: fc.string({ unit: 'binary' }), lat: fc.double(), lon: fc.double() })),
        async (places) => {
          const lines = places.map(
            ({ words, lat, lon }, at): Line => ({
              ...{
                id: `p${at}`,
                shape: 'pin',
                text: [{ quote: { ...row, exact: words } }],
                from: [{ ...row, exact: words }],
              },
              ...{ where: { name: words, precision: 'city', lat, lon }, sure: true, score: 1, origins: 1 },
              reports: [{ article: 'a', outlet: words, url: words }],
            }),
          )
          const text = await written([{ ...view, lines: given(lines) }])
          expect(featuresOf(text).map(({ properties }) => properties?.name)).toEqual(places.map(({ words }) => words))
        },
      ),
    )
  })

  it('is checked by something that can say no', () => {
    expect(() => check('{"type":"FeatureCollection","features":[{"type":"Feature"}]}')).toThrow(HintError)
  })
})
