import type { Span } from '../text/span.ts'
import { layer, type Sourced } from './layer.ts'
import { sentences } from './sentences.ts'
import { times } from './times.ts'

/** A number with what it counts or measures. */
export interface Quantity extends Span, Sourced {
  /** `q:START-END`. */
  readonly id: string
  readonly low: number
  readonly high: number
  /** What it is measured in: `EUR`, `km`, `%`; absent for a count. */
  readonly unit?: string
  readonly kind: 'count' | 'money' | 'measure' | 'percent' | 'ratio' | 'change'
  /** Words that hedge it, from the text: "at least", "estimated". */
  readonly hedge?: string
  /** What is counted, as it stands: "IS group fighters". */
  readonly of?: readonly Span[]
  /** What became of them: killed, injured, missing … the word of the text, lower case. */
  readonly state?: string
  /** Id of a place, an id of a time, an id of an attribution: filled as layers come to know them. */
  readonly where?: string
  readonly asOf?: string
  readonly said?: string
}

/** Quantities: numbers with what they count, and how sure the text is of them. */
export const quantities = layer({
  key: 'quantities',
  needs: [sentences, times],
  read: (): readonly Quantity[] => [],
})
