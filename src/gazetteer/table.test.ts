import { describe, expect, it } from 'vitest'
import { encodeTable, type PlaceRow } from './encode.ts'
import { openTable } from './table.ts'

const place = (
  geonamesId: number,
  of: PlaceRow['class'],
  admin1: string,
  point?: readonly [number, number],
): PlaceRow => ({
  ...{ geonamesId, name: `Place ${geonamesId}`, class: of, country: 'NL', admin1, population: 10 },
  ...(point ? { point } : {}),
  surfaces: [{ text: `Place ${geonamesId}`, form: 'name' }],
})

describe('towns of a region', () => {
  const { townsIn } = openTable(
    encodeTable('made', [
      place(1, 'admin1', 'NL.01', [52, 5]),
      place(2, 'city', 'NL.01', [52.5, 5.5]),
      place(3, 'city', 'NL.02', [51, 4]),
      place(4, 'city', 'NL.01'),
      place(5, 'admin2', 'NL.01', [52.1, 5.1]),
      { ...place(6, 'city', 'NL.01', [-52, -5]) },
    ]),
  )

  it.each<readonly [string, number, readonly { readonly lat: number; readonly lon: number }[]]>([
    ['a region', 1, [{ lat: 52.5, lon: 5.5 }, { lat: -52, lon: -5 }]],
    ['a town', 2, []],
    ['a county', 5, []],
    ['an id that is not there', 77, []],
    ['no id', 0, []],
  ])('%s', (_, id, want) => expect(townsIn(id)).toEqual(want)) // biome-ignore format: a table to be read
})
