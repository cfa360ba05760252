import type { PlaceRow } from '../../src/gazetteer/encode.ts'
import type { City, OwnCountry, OwnRegion, OwnUnit, Reference, Unit } from './sources.ts'

type Surface = PlaceRow['surfaces'][number]
type Named = Pick<OwnCountry, 'name' | 'alternates' | 'abbreviations' | 'adjectives'>

/** People from which a city's other names are kept; below it they are more noise than help. */
const KNOWN = 15_000
const SEATS = new Set(['PPLC', 'PPLA', 'PPLG'])
const LATIN = /^[A-Za-zÀ-ɏḀ-ỿ'’‘ʼʻ. \-–]{3,60}$/
/** Airport codes and the like. */
const CODE = /^[A-Z]{1,4}$/
const UNIT_WORDS =
  /\s+(?:Province|Governorate|Oblast'?|Region|State|Prefecture|Republic|Kra[iy]|Department|District|Canton|Municipality|County|Oblisi|Division|Voivodeship)$/i

const surfaces = (form: Surface['form'], texts: readonly string[] = []): readonly Surface[] =>
  texts.map((text) => ({ text, form }))

/** "Iraqi" to "Iraqis"; an adjective that is no noun ("French", "Chinese") has none. */
const peopleOf = (adjective: string): readonly string[] =>
  /(?:[^m][nikeltrob]|[aeiou]k|Greek|Turk|Arab)$/.test(adjective) && !/(?:ese|men)$/.test(adjective)
    ? [`${adjective}s`]
    : []

function surfacesOf(
  { name, alternates, abbreviations, adjectives = [] }: Named,
  more: readonly string[] = [],
): readonly Surface[] {
  return [
    ...surfaces('name', [name]),
    ...surfaces('abbreviation', abbreviations),
    ...surfaces('alternate', [...(alternates ?? []), ...more]),
    ...surfaces(
      'adjective',
      adjectives.flatMap((adjective) => [adjective, ...peopleOf(adjective)]),
    ),
  ]
}

/** Sum of people and mean point of the cities in each unit. */
interface Sum {
  people: number
  lat: number
  lon: number
  count: number
}

/** Adds up cities by the code that `unit` gives. */
export function sumsOf(cities: readonly City[], unit: (city: City) => string | undefined): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const city of cities) {
    const code = unit(city)
    if (code === undefined) continue
    const sum = sums.get(code) ?? { people: 0, lat: 0, lon: 0, count: 0 }
    // A quarter's people are counted in its city already.
    if (city.feature !== 'PPLX') sum.people += city.population
    sum.lat += city.point[0]
    sum.lon += city.point[1]
    sum.count += 1
    sums.set(code, sum)
  }
  return sums
}

const meanOf = (sum: Sum): readonly [number, number] => [sum.lat / sum.count, sum.lon / sum.count]

export function countryRows(
  own: readonly OwnCountry[],
  references: ReadonlyMap<string, Reference>,
  sums: ReadonlyMap<string, Sum>,
): readonly PlaceRow[] {
  return own.map((country) => {
    const reference = references.get(country.code)
    return {
      ...(reference ? { geonamesId: reference.id } : {}),
      name: country.name,
      class: 'country',
      point: country.point,
      country: country.code,
      population: country.millions ? country.millions * 1e6 : (sums.get(country.code)?.people ?? 0),
      surfaces: surfacesOf(country, reference?.names),
    }
  })
}

export function regionRows(own: readonly OwnRegion[]): readonly PlaceRow[] {
  return own.map((region) => ({
    ...(region.geonamesId ? { geonamesId: region.geonamesId } : {}),
    name: region.name,
    class: region.class,
    point: region.point,
    ...(region.country ? { country: region.country } : {}),
    population: 0,
    surfaces: surfacesOf(region),
  }))
}

/** A unit's name and its short form: "Tartus Governorate", "Tartus". */
const shortened = (names: readonly string[]): readonly string[] =>
  names.map((name) => name.replace(UNIT_WORDS, '')).filter((name) => name.length > 2)

export function unitRows(
  units: readonly Unit[],
  own: readonly OwnUnit[],
  references: ReadonlyMap<string, Reference>,
  sums: ReadonlyMap<string, Sum>,
): readonly PlaceRow[] {
  const ours = new Map(own.map((unit) => [unit.code, unit]))
  return units.flatMap(({ code, name }): readonly PlaceRow[] => {
    const reference = references.get(code)
    const mine = ours.get(code)
    const sum = sums.get(code)
    const point = mine?.point ?? (sum ? meanOf(sum) : undefined)
    if (!point) return []
    const others = [...(reference?.names ?? []), ...shortened([name, ...(reference?.names ?? [])])]
    return [
      {
        ...(reference ? { geonamesId: reference.id } : {}),
        name,
        class: 'admin1',
        point,
        country: code.slice(0, 2),
        admin1: code,
        population: sum?.people ?? 0,
        surfaces: surfacesOf({ ...mine, name }, others),
      },
    ]
  })
}

/** Second-level units in which some city stands; others have no known point. */
export function countyRows(units: readonly Unit[], sums: ReadonlyMap<string, Sum>): readonly PlaceRow[] {
  return units.flatMap(({ code, name }): readonly PlaceRow[] => {
    const sum = sums.get(code)
    if (!sum || !LATIN.test(name)) return []
    const [country = '', one = ''] = code.split('.')
    return [
      {
        name,
        class: 'admin2',
        point: meanOf(sum),
        country,
        admin1: `${country}.${one}`,
        population: sum.people,
        surfaces: surfacesOf({ name }, shortened([name])),
      },
    ]
  })
}

function othersOf(city: City): readonly string[] {
  if (city.population < KNOWN && !SEATS.has(city.feature)) return []
  return city.alternates.filter((name) => LATIN.test(name) && !CODE.test(name))
}

export const cityRows = (cities: readonly City[]): readonly PlaceRow[] =>
  cities.map((city) => ({
    geonamesId: city.id,
    name: city.name,
    class: 'city',
    point: city.point,
    country: city.country,
    admin1: city.admin1,
    population: city.population,
    surfaces: [...surfaces('name', [city.name, city.ascii]), ...surfaces('alternate', othersOf(city))],
  }))
