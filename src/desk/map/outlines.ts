import { readFileSync } from 'node:fs'
import { type ExtendedFeature, geoArea } from 'd3-geo'
import { feature } from 'topojson-client'
import { openGazetteer } from '../../gazetteer/open.ts'
import numbers from './numbers.json' with { type: 'json' }

/** How fine outlines are, by the scale of Natural Earth: 1 to 110, 50 or 10 million. */
export type Detail = '110m' | '50m' | '10m'

/** Degrees, WGS 84: longitude first, as in GeoJSON. */
export type Point = [lon: number, lat: number]

/** A piece of a country's land: its rim and its holes, with how far it reaches. */
export interface Part {
  readonly rings: readonly (readonly Point[])[]
  readonly reach: Reach
}

/** How far something reaches; degrees. */
export interface Reach {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

/** A country with its outline. */
export interface Country {
  /** ISO 3166-1 alpha-2; absent where it has none. */
  readonly code?: string
  readonly name: string
  readonly parts: readonly Part[]
}

/** What may be drawn under a story's places. */
export interface Outlines {
  countries(detail: Detail): readonly Country[]
  /** The towns that lie in a region of the place data, by its GeoNames id; none for one that it does not know. */
  townsIn(geonamesId: number): readonly Point[]
}

const codes = new Map(Object.entries(numbers).map(([code, number]) => [number, code]))

type Topology = Parameters<typeof feature>[0]

// Some islets are rings of hardly a point, wound the wrong way: as polygons they are all the world but themselves.
const TINY = 5
const HALF = 2 * Math.PI

const isInverted = (rings: Part['rings']): boolean =>
  (rings[0]?.length ?? 0) <= TINY && geoArea({ type: 'Polygon', coordinates: rings as Point[][] }) > HALF

function reachOf([rim = []]: Part['rings']): Reach {
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const [lon, lat] of rim) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return { west, east, south, north }
}

function partsOf({ geometry }: ExtendedFeature): readonly Part[] {
  const parts =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  return (parts as unknown as readonly Part['rings'][])
    .filter((rings) => !isInverted(rings))
    .map((rings) => ({ rings, reach: reachOf(rings) }))
}

// The outlines of Natural Earth, in the package world-atlas.
function countriesOf(detail: Detail): readonly Country[] {
  const file = new URL(import.meta.resolve(`world-atlas/countries-${detail}.json`))
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology
  const { countries } = topology.objects
  const found = countries && feature(topology, countries)
  if (found?.type !== 'FeatureCollection') throw new Error(`no outlines in ${file.pathname}`)
  return found.features.map((shape) => {
    const name = String(shape.properties?.name ?? '')
    const code = codes.get(String(shape.id ?? name))
    return { name, parts: partsOf(shape), ...(code === undefined ? {} : { code }) }
  })
}

function kept<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key) ?? make(key)
    known.set(key, found)
    return found
  }
}

/** Opens what comes with the package; each file is read when it is first asked for, and kept. */
export async function openOutlines(): Promise<Outlines> {
  const gazetteer = await openGazetteer()
  return {
    countries: kept(countriesOf),
    townsIn: kept((geonamesId) => gazetteer.townsIn(geonamesId).map(({ lat, lon }): Point => [lon, lat])),
  }
}
