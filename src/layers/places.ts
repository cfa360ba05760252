import type { Span } from '../text/span.ts'
import { layer, type Sourced } from './layer.ts'
import { mentions } from './mentions.ts'
import { sentences } from './sentences.ts'

/** Words that name a place, with the place they stand for. */
export interface Place extends Span, Sourced {
  /** `p:START-END`. */
  readonly id: string
  /** The place's usual English name, from the place data. */
  readonly name: string
  /** `literal`: something is there or happens there; `associative`: it goes with something else ("French minister"). */
  readonly kind: 'literal' | 'associative'
  readonly precision: 'country' | 'region' | 'city' | 'site'
  /** Degrees, WGS 84; absent where the mention is wider than any point. */
  readonly lat?: number
  readonly lon?: number
  readonly geonamesId?: number
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** Other places that the name may stand for, best first, at most five. */
  readonly rivals?: readonly {
    readonly name: string
    readonly geonamesId?: number
    readonly country?: string
    readonly score: number
  }[]
}

export const places = layer({
  key: 'places',
  needs: [sentences, mentions],
  read: (): readonly Place[] => [],
})
