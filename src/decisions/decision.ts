import type { EventType, Modality } from '../layers/events.ts'
import type { EntityType } from '../layers/mentions.ts'
import type { Place } from '../layers/places.ts'
import type { LayerKey } from '../readings/reading.ts'

/** What a decision is about, in words: it holds where exactly one place of the article matches, and is never moved to a similar one. */
export interface Target {
  readonly article: string
  readonly layer: LayerKey
  readonly exact: string
  /** Up to 32 units before and after the words, as they stood. */
  readonly prefix: string
  readonly suffix: string
  /** What of the item is meant, where not the whole of it: those who take part in an event, see `Part`. */
  readonly slot?: string
}

/** What every decision carries: when (ISO date-time) and who. Its id is `d` and ten digits of the hash of the rest. */
interface Settled {
  readonly id: string
  readonly at: string
  readonly by: string
}

/** What a person settled: appended, undoable, kept when an article is read again. */
export type Decision = Settled &
  /** With a slot only those who take part so. */
  (
    | { readonly kind: 'hide'; readonly target: Target }
    | { readonly kind: 'confirm'; readonly target: Target }
    | { readonly kind: 'dispute'; readonly target: Target }
    | { readonly kind: 'rename'; readonly target: Target; readonly name: string }
    | { readonly kind: 'note'; readonly target: Target; readonly note: string }
    | { readonly kind: 'merge'; readonly target: Target; readonly other: Target }
    | { readonly kind: 'split'; readonly target: Target; readonly other: Target }
    /** The role of somebody, in words of the same article. */
    | { readonly kind: 'role'; readonly target: Target; readonly role: string }
    /** Who says a statement, or does what an event tells; with a slot, who else takes part in it. */
    | { readonly kind: 'speaker'; readonly target: Target; readonly speaker: Target }
    /** A year, month or day, two of them with a slash between, or `undated`. */
    | { readonly kind: 'date'; readonly target: Target; readonly value: string }
    /** Null: no place is meant. `as` is what the place data said of it when it was settled. */
    | {
        readonly kind: 'place'
        readonly target: Target
        readonly geonamesId: number | null
        readonly as?: PlaceData
      }
    | { readonly kind: 'assert'; readonly target: Target; readonly item: Asserted }
    | { readonly kind: 'undo'; readonly decision: string }
  )
export type DecisionKind = Decision['kind']

/** A decision about two things: that they are one, or that they are not. */
export type Pairing = Extract<Decision, { readonly kind: 'merge' | 'split' }>

/** A place as the place data have it, kept with a decision so that it holds without them. */
export type PlaceData = Pick<Place, 'name' | 'precision' | 'lat' | 'lon' | 'country'>

/** What a person says the target's words are, that the machine missed. */
export type Asserted =
  | { readonly layer: 'events'; readonly type: EventType; readonly modality: Modality; readonly day?: string }
  | { readonly layer: 'attributions'; readonly speaker: Target }
  | { readonly layer: 'mentions'; readonly type: EntityType }
  | { readonly layer: 'times'; readonly value: string }
  | { readonly layer: 'quantities'; readonly low: number; readonly high: number; readonly unit?: string }
