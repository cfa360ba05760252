import type { Candidate } from '../../gazetteer/gazetteer.ts'
import { type Context, contextOf, NO_CONTEXT } from './context.ts'
import type { Spot } from './spots.ts'
import { UNIT_WORDS } from './words.ts'

/** A spot with its candidates in order of how well they fit, and by how much. */
export interface Resolved {
  readonly spot: Spot
  readonly ranked: readonly { readonly place: Candidate; readonly fit: number }[]
}

// Weights of the fit, in powers of ten of population; chosen on development halves of LGL, TR-News and GeoWebNews.
const CLASS_FIT = { continent: 4, country: 3.2, region: 2, water: 1.5, admin1: 0.8, admin2: -1.2, city: 0 } as const
const PEOPLE_CAP = 7.5
const GREAT = 300_000
const UNDER_ARTICLE = -8

const isWide = (place: Candidate): boolean => place.class === 'country' || place.class === 'admin1'
const liesIn = (place: Candidate, wide: Candidate): boolean =>
  wide.class === 'country' ? place.country === wide.country : place.admin1 !== undefined && place.admin1 === wide.admin1

/** The spot's partner in "Paris, Texas" or "Boone County, Ky.": the next spot, a comma between, that some candidate lies in. */
function pairsOf(spots: readonly Spot[]): ReadonlyMap<Spot, Candidate> {
  const pairs = new Map<Spot, Candidate>()
  for (let at = spots.length - 2; at >= 0; at--) {
    const [spot, next] = [spots[at], spots[at + 1]]
    if (
      !spot ||
      !next ||
      next.tokens !== spot.tokens ||
      next.from !== spot.to + 1 ||
      spot.tokens[spot.to]?.text !== ','
    )
      continue
    const further = pairs.get(next)
    const outer =
      next.candidates.find(
        (place) =>
          isWide(place) &&
          place.form !== 'adjective' &&
          spot.candidates.some((inner) => inner !== place && !sameRank(inner, place) && liesIn(inner, place)),
      ) ?? further
    if (outer) pairs.set(spot, outer)
    if (outer && next.candidates.includes(outer)) pairs.set(next, pairs.get(next) ?? outer)
  }
  return pairs
}

const sameRank = (a: Candidate, b: Candidate): boolean => a.class === b.class

function unitCue(spot: Spot): boolean {
  const next = spot.tokens[spot.to]?.text.toLowerCase().replace(/\.$/, '') ?? ''
  const [before, of] = [
    spot.tokens[spot.from - 2]?.text.toLowerCase() ?? '',
    spot.tokens[spot.from - 1]?.text.toLowerCase(),
  ]
  return UNIT_WORDS.has(next) || (of === 'of' && (before === 'state' || before === 'province'))
}

function classFit(place: Candidate, spot: Spot): number {
  if (place.class === 'admin1') {
    if (unitCue(spot)) return 2.5
    // A province named after its city, or as a great city of another province is: the city is meant, unless the words say otherwise.
    const twin = spot.candidates.some(
      (other) =>
        other.class === 'city' &&
        ((other.admin1 === place.admin1 && other.population * 25 > place.population) ||
          (other.country === place.country && other.population > GREAT)),
    )
    // "LA" is Los Angeles, but after a comma.
    return twin ? (place.form === 'abbreviation' ? -3 : -1) : CLASS_FIT.admin1
  }
  if (isUnder(place, spot)) return UNDER_ARTICLE
  if (place.class === 'admin2') return /\bcounty\b|\bparish\b/i.test(spot.text) || unitCue(spot) ? 1 : CLASS_FIT.admin2
  return CLASS_FIT[place.class]
}

// "The Pacific" is neither a town nor a county where it may be a sea.
const isUnder = (place: Candidate, spot: Spot): boolean =>
  (place.class === 'city' || place.class === 'admin2') &&
  spot.tokens[spot.from - 1]?.text.toLowerCase() === 'the' &&
  spot.candidates.some((other) => other.class === 'water' || other.class === 'region' || other.class === 'continent')

const formFit = (place: Candidate): number =>
  place.form === 'alternate' && place.class === 'city' ? -0.7 : place.form === 'abbreviation' ? 0.5 : 0

function contextFit(place: Candidate, context: Context): number {
  const country = context.countries.get(place.country ?? '') ?? 0
  const unit = place.class === 'country' ? 0 : (context.units.get(place.admin1 ?? '') ?? 0)
  return 2.2 * Math.sqrt(country) + 2.6 * Math.sqrt(unit)
}

function fitOf(spot: Spot, place: Candidate, context: Context, outer: Candidate | undefined): number {
  const people = Math.min(PEOPLE_CAP, Math.log10(place.population + 10)) * 0.8
  // The outer of a pair is itself: "Atlanta, |Georgia|".
  const paired = outer && (outer === place || (place.class !== outer.class && liesIn(place, outer))) ? 8 : 0
  return people + classFit(place, spot) + formFit(place) + contextFit(place, context) + paired
}

function rankedOf(spot: Spot, context: Context, outer: Candidate | undefined): Resolved {
  const ranked = spot.candidates
    .slice(0, 60)
    .map((place) => ({ place, fit: fitOf(spot, place, context, outer) }))
    .sort((a, b) => b.fit - a.fit)
  return { spot, ranked }
}

/** The place that a pair fixed for a surface holds for the whole document. */
function sensesOf(resolved: readonly Resolved[], pairs: ReadonlyMap<Spot, Candidate>): ReadonlyMap<string, Candidate> {
  const senses = new Map<string, Candidate>()
  for (const { spot } of resolved) {
    const outer = pairs.get(spot)
    // The outer of a pair keeps its sense to itself: "Georgia's president flew to Atlanta, Georgia".
    if (outer && !spot.candidates.includes(outer) && !senses.has(spot.text.toLowerCase()))
      senses.set(spot.text.toLowerCase(), outer)
  }
  return senses
}

/**
 * Ranks every spot's candidates: "City, State" pairs first, then by people, class, and the countries and units that the rest
 * of the document names; a name that a pair fixed keeps that sense. `home` is what is known beforehand of where the document is set.
 */
export function resolved(spots: readonly Spot[], home: Context = NO_CONTEXT): readonly Resolved[] {
  const pairs = pairsOf(spots)
  let found = spots.map((spot) => rankedOf(spot, home, pairs.get(spot)))
  const senses = sensesOf(found, pairs)
  for (let pass = 0; pass < 2; pass++) {
    const chosen = new Map(found.flatMap(({ spot, ranked }) => (ranked[0] ? [[spot, ranked[0].place] as const] : [])))
    const context = contextOf(spots, chosen, pairs)
    found = spots.map((spot) => rankedOf(spot, context, pairs.get(spot) ?? senses.get(spot.text.toLowerCase())))
  }
  return found
}
