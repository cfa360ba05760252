import type { Span } from '../text/span.ts'
import { layer, type Sourced } from './layer.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { tags } from './tags.ts'

export const ENTITY_TYPES = ['person', 'organization', 'location', 'misc'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** Words that stand for a person, an organization, a place or another named thing. */
export interface Mention extends Span, Sourced {
  /** `m:START-END`. */
  readonly id: string
  readonly type: EntityType
  readonly form: 'name' | 'nominal' | 'pronoun'
}

export const mentions = layer({
  key: 'mentions',
  needs: [sentences, quotes, tags],
  read: (): readonly Mention[] => [],
})
