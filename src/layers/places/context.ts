import type { Candidate } from '../../gazetteer/gazetteer.ts'
import type { Spot } from './spots.ts'

/** How much of a document's places lie in each country and first-level unit, 0 to 1, and where in doubt a unit's own places. */
export interface Context {
  readonly countries: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, number>
}

/** What is known before anything is resolved. */
export const NO_CONTEXT: Context = { countries: new Map(), units: new Map() }

const add = (sums: Map<string, number>, code: string | undefined, weight: number): void => {
  if (code) sums.set(code, (sums.get(code) ?? 0) + weight)
}

function shares(sums: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = [...sums.values()].reduce((sum, value) => sum + value, 0)
  return new Map([...sums].map(([code, value]) => [code, all > 0 ? value / all : 0]))
}

/** How far a spot tells where the document is set: a country or a state by name does, a village that has a hundred namesakes does not. */
function weightOf(spot: Spot, chosen: Candidate, paired: boolean): number {
  if (paired) return 1.5
  if (chosen.class === 'country' || chosen.class === 'admin1') return 1
  return spot.candidates.length === 1 ? 0.8 : Math.min(0.6, 1.5 / spot.candidates.length)
}

/** Adds up where the chosen places lie. */
export function contextOf(
  spots: readonly Spot[],
  chosen: ReadonlyMap<Spot, Candidate>,
  pairs: ReadonlyMap<Spot, unknown>,
): Context {
  const countries = new Map<string, number>()
  const units = new Map<string, number>()
  for (const spot of spots) {
    const place = chosen.get(spot)
    if (!place) continue
    const weight = weightOf(spot, place, pairs.has(spot))
    add(countries, place.country, weight)
    if (place.class !== 'country') add(units, place.admin1, weight)
  }
  return { countries: shares(countries), units: shares(units) }
}
