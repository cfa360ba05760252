import type { Span } from '../text/span.ts'
import { entities } from './entities.ts'
import { layer, type Sourced } from './layer.ts'
import { mentions } from './mentions.ts'
import { places } from './places.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { tags } from './tags.ts'
import { times } from './times.ts'

/** Who said what: source, cue and content as they stand in the text. */
export interface Attribution extends Sourced {
  /** `a:START-END` of its first content span. */
  readonly id: string
  /** The words that name the source; empty where none stand near. */
  readonly source: readonly Span[]
  /** The words that signal it: "said", "according to"; empty for a quotation that goes on without one. */
  readonly cue: readonly Span[]
  /** What is said; at least one span. */
  readonly content: readonly Span[]
  /** `direct`: all of the content stands in quotation marks; `mixed`: some; `indirect`: none. */
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** Id of the entity that says it. */
  readonly speaker?: string
  /** Kind of the cue, from the cue table: said, claimed, denied, warned, promised, demanded, confirmed … */
  readonly stance?: string
  /** Entity spoken to; time and place of saying. */
  readonly to?: string
  readonly when?: string
  readonly where?: string
  /** Id of the attribution whose content holds this one. */
  readonly parent?: string
  /** Id of the attribution that this one goes on from. */
  readonly continues?: string
}

export const attributions = layer({
  key: 'attributions',
  needs: [sentences, quotes, tags, mentions, entities, times, places],
  read: (): readonly Attribution[] => [],
})
