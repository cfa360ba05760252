import { geoArea } from 'd3-geo'
import { describe, expect, it } from 'vitest'
import { openOutlines } from './outlines.ts'

const FRANCE = 'FR'
const CALIFORNIA = 5332921

describe('outlines', () => {
  it.each(['110m', '50m', '10m'] as const)(
    'of 1:%s know countries by their code, and none is the world turned inside out',
    async (detail) => {
      const countries = (await openOutlines()).countries(detail)
      expect(countries.find(({ code }) => code === FRANCE)?.name).toBe('France')
      expect(countries.find(({ code }) => code === 'XK')?.name).toBe('Kosovo')
      const tiny = countries.flatMap(({ parts }) => parts.filter(({ rings }) => (rings[0]?.length ?? 0) <= 5))
      const areas = tiny.map(({ rings }) => geoArea({ type: 'Polygon', coordinates: rings.map((ring) => [...ring]) }))
      expect(areas.filter((area) => area > 1)).toEqual([])
      for (const { parts } of countries)
        for (const { reach } of parts) expect(reach.west).toBeLessThanOrEqual(reach.east)
    },
  )

  it('know the towns of a region, and none of what is no region', async () => {
    const { townsIn } = await openOutlines()
    expect(townsIn(CALIFORNIA).length).toBeGreaterThan(500)
    for (const [lon, lat] of townsIn(CALIFORNIA)) expect([lon < -114, lat > 32 && lat < 42.1]).toEqual([true, true])
    expect(townsIn(2988507)).toEqual([])
    expect(townsIn(0)).toEqual([])
  })
})
