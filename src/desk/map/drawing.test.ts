import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../views/line.ts'
import { type Drawings, drawingsOf } from './drawing.ts'
import { barOf, frameOf, HIGH, WIDE } from './frame.ts'
import type { Country, Outlines, Point } from './outlines.ts'

const box = (name: string, code: string, [west, south]: Point, [east, north]: Point): Country => ({
  ...{ name, code },
  parts: [
    {
      rings: [[[west, south], [west, north], [east, north], [east, south], [west, south]]],
      reach: { west, east, south, north },
    },
  ],
}) // biome-ignore format: a ring to be read

/** Two countries side by side, one far away, and one region of three towns. */
const OUTLINES: Outlines = {
  countries: () => [
    box('Norland', 'NL', [0, 50], [6, 56]),
    box('Estmark', 'ES', [6, 50], [12, 56]),
    box('Farland', 'FA', [120, -30], [130, -20]),
  ],
  townsIn: (id) => (id === 5 ? [[2, 52], [3, 54], [5, 52]] : id === 6 ? [[2, 52]] : []), // biome-ignore format: points
}

const CITED = { article: 'a', version: 'v', start: 0, end: 1, exact: 'x' }

function lineOf(where: NonNullable<Line['where']>, origins = 1): Line {
  return {
    ...{ id: where.name, shape: 'pin', text: [{ quote: CITED }], from: [CITED], where, sure: true, score: 1, origins },
    reports: [{ article: 'a' }],
  }
}

const town = (name: string, lon: number, lat: number, origins = 1): Line =>
  lineOf({ name, precision: 'city', lat, lon, geonamesId: 1 }, origins)
const GRENN = town('Grenn', 3, 53, 4)
const LOWICK = town('Lowick', 8, 52)
const country = (name: string, code: string): Line =>
  lineOf({ name, precision: 'country', country: code, geonamesId: 2 })
const region = (geonamesId: number): Line => lineOf({ name: 'Fenland', precision: 'region', geonamesId })

const drawn = (...lines: readonly Line[]): Drawings => drawingsOf(lines, OUTLINES)
const names = (found: Drawings) =>
  found.main?.labels.map(({ of }) => ('line' in of ? of.line.where?.name : `(${of.country})`))

describe('a drawing', () => {
  it('has towns as dots, sized by origins, the largest first, all inside', () => {
    const { main } = drawn(LOWICK, GRENN)
    expect(main?.dots.map(({ line }) => line.id)).toEqual(['Grenn', 'Lowick'])
    expect(main?.dots.map(({ radius }) => radius)).toEqual([10, 5])
    for (const { x, y } of main?.dots ?? []) expect([x > 0 && x < 100, y > 0 && y < 100]).toEqual([true, true])
  })

  it.each<readonly [string, Line, string]>([
    ['a town is a dot', GRENN, 'dot'],
    ['a country is an area, never a dot', country('Norland', 'NL'), 'country'],
    ['a region is drawn around its towns', region(5), 'area'],
    ['a region of a town or two has no outline', region(6), 'no outline'],
    ['a sea has none', lineOf({ name: 'The Sound', precision: 'region' }), 'no outline'],
    ['a country far away is not in it', country('Farland', 'FA'), 'beyond'],
    ['a country without an outline has none', country('Atlantis', 'AT'), 'no outline'],
    ['a place that nobody knows is listed', lineOf({ name: 'the old mill', precision: 'site' }), 'unknown'],
  ])('%s', (_, line, want) => {
    const found = drawn(GRENN, LOWICK, line)
    expect(found.drawn.get(line.id)).toBe(want)
    const marks = found.main?.dots.map((dot) => dot.line.id) ?? []
    expect(marks.includes(line.id)).toBe(want === 'dot')
  })

  it('names what it draws, and what lies around for bearing', () => {
    expect(names(drawn(GRENN, LOWICK, country('Norland', 'NL')))).toEqual(['Grenn', 'Lowick', 'Norland', '(Estmark)'])
  })

  it('is of a whole country where nothing finer is named, and is none where nothing can be drawn', () => {
    expect(drawn(country('Norland', 'NL')).main?.lands.find(({ line }) => line)?.path).toMatch(/^M/)
    expect(drawn(region(6)).main).toBeUndefined()
    expect(drawn().main).toBeUndefined()
  })

  it('has an inset where the places around the first stand too close', () => {
    const close = [GRENN, town('A', 3.1, 53), town('B', 3, 53.1)]
    const { inset } = drawn(...close, town('Faraway', 40, 40))
    expect(inset?.dots.map(({ line }) => line.id)).toEqual(['Grenn', 'A', 'B'])
    expect(drawn(...close).inset).toBeUndefined()
  })
})

describe('a frame', () => {
  it('holds all of its points, wherever they lie', () => {
    const points = fc.array(
      fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true })),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(points, (given) => {
        const frame = frameOf(given as Point[])
        for (const point of given) {
          const [x = -1, y = -1] = frame?.at(point as Point) ?? []
          expect([x >= 0 && x <= WIDE, y >= 0 && y <= HIGH]).toEqual([true, true])
        }
      }),
    )
  })

  it('crosses the line where the days change', () => {
    const [east, west] = [frameOf([[178, -18], [-178, -18]])?.at([178, -18]), frameOf([[178, -18], [-178, -18]])?.at([-178, -18])] // biome-ignore format: one line
    expect((west?.[0] ?? 0) - (east?.[0] ?? 0)).toBeGreaterThan(WIDE / 2)
  })

  it.each([
    [1, 200, 200],
    [1, 170, 100],
    [0.02, 200, 2],
    [3.7, 150, 500],
  ])('of %d km a unit has a bar of at most %d units: %d km', (scale, most, km) => {
    const bar = barOf({ scale }, most)
    expect(bar.km).toBeCloseTo(km)
    expect(bar.units).toBeLessThanOrEqual(most)
  })
})
