import type { Span } from '../text/span.ts'
import { layer, type Sourced } from './layer.ts'
import { type EntityType, mentions } from './mentions.ts'
import { sentences } from './sentences.ts'

/** Words that give an entity's role, as they stand: "French Defence Minister". */
export interface Role extends Span {
  readonly text: string
}

/** One person, organization, place or thing under all its mentions in the article. */
export interface Entity extends Sourced {
  /** `e:START-END` of its first mention. */
  readonly id: string
  /** Its fullest name as the text has it; for an unnamed source, its description. */
  readonly name: string
  /** `source`: a speaker whom the text does not name. */
  readonly type: EntityType | 'source'
  /** Other names the text gives it, pronouns and nominals left out. */
  readonly aliases: readonly string[]
  readonly roles: readonly Role[]
  /** Ids of its mentions, in order of place; at least one. */
  readonly mentions: readonly string[]
}

export const entities = layer({
  key: 'entities',
  needs: [sentences, mentions],
  read: (): readonly Entity[] => [],
})
