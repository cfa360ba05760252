import type { Span } from '../text/span.ts'
import { attributions } from './attributions.ts'
import { entities } from './entities.ts'
import { layer, type Sourced } from './layer.ts'
import { mentions } from './mentions.ts'
import { places } from './places.ts'
import { sentences } from './sentences.ts'
import { tags } from './tags.ts'
import { times } from './times.ts'

/**
 * PLOVER's eighteen event types, and three that news of disasters and public life need beside them:
 * DISASTER (floods, quakes, fires, crashes), CASUALTY (people killed, hurt, missing, found), OTHER.
 */
export const EVENT_TYPES = [
  'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'INVESTIGATE', 'DEMAND', 'DISAPPROVE', 'REJECT',
  'THREATEN', 'PROTEST', 'CRIME', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'DISASTER', 'CASUALTY', 'OTHER',
] as const // biome-ignore format: a list to be read
export type EventType = (typeof EVENT_TYPES)[number]

export const MODALITIES = ['happened', 'ongoing', 'planned', 'called-for', 'possible'] as const
export type Modality = (typeof MODALITIES)[number]

/** The days an event lies in: ISO, inclusive, no finer than the text. */
export interface Day extends Sourced {
  readonly from: string
  readonly to: string
  /** Whether a time of the sentence gives it, or it follows from the dateline, the publication or the narrative. */
  readonly stated: boolean
}

/** Who or what takes part in an event. */
export interface Participant {
  readonly role: 'actor' | 'target' | 'victim' | 'instrument' | 'other'
  /** Id of an entity, where it is one. */
  readonly entity?: string
  readonly start?: number
  readonly end?: number
}

/** Something that happens, is planned, or is denied: the words that name it (verb or noun), and what goes with them. */
export interface Event extends Span, Sourced {
  /** `v:START-END`. */
  readonly id: string
  readonly type: EventType
  /** `negative`: the text says that it did not happen. */
  readonly polarity: 'positive' | 'negative'
  readonly modality: Modality
  /** Id of the time that dates it. */
  readonly time?: string
  readonly day?: Day
  /** Id of the place where it happens. */
  readonly place?: string
  readonly roles: readonly Participant[]
  /** Id of the attribution whose content tells it. */
  readonly said?: string
}

export const events = layer({
  key: 'events',
  needs: [sentences, tags, mentions, entities, times, places, attributions],
  read: (): readonly Event[] => [],
})
