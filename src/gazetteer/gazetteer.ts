/** The line that must stand wherever place data are shown or passed on. */
export const ATTRIBUTION = 'Place data: GeoNames, CC BY 4.0'

/** What kind of thing a place is, from the widest to the narrowest. */
export type PlaceClass = 'continent' | 'region' | 'water' | 'country' | 'admin1' | 'admin2' | 'city'

/** A place that a name may stand for. */
export interface Candidate {
  /** Unique in the gazetteer: `g:172955` for a GeoNames id, `o:middle-east` for one of the project's own. */
  readonly key: string
  readonly geonamesId?: number
  /** The place's usual English name. */
  readonly name: string
  readonly class: PlaceClass
  /** Degrees, WGS 84. Absent where no single point stands for it. */
  readonly lat?: number
  readonly lon?: number
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** GeoNames first-level code with its country: `US.KY`. */
  readonly admin1?: string
  /** People; 0 when unknown. */
  readonly population: number
  /** How the looked-up name stands to the place: its name, another name of it, an abbreviation, or its adjective ("Syrian"). */
  readonly form: 'name' | 'alternate' | 'abbreviation' | 'adjective'
}

/** Names of places to candidates. Pure once opened. */
export interface Gazetteer {
  /** Name and version, for the reading: `geonames-500/2026-11`. */
  readonly name: string
  /** Candidates of a surface as it stands in a text, most populous first; empty when unknown. Case counts only for abbreviations. */
  lookup(surface: string): readonly Candidate[]
  /** Where the towns of a first-level unit lie, by the unit's GeoNames id; empty for what is none. */
  townsIn(geonamesId: number): readonly { readonly lat: number; readonly lon: number }[]
  /** Words in the longest known name, so that a scan knows when to stop. */
  readonly longest: number
}
