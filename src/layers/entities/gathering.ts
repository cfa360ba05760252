import type { Mention } from '../mentions.ts'
import { type Draft, root } from './draft.ts'
import type { Sense } from './nominals.ts'
import type { Memory } from './salience.ts'
import type { Scene } from './scene.ts'

/** The state of gathering one article's entities. */
export interface Gathering {
  readonly scene: Scene
  readonly drafts: Map<Mention, Draft>
  readonly senses: Map<Draft, Sense[]>
  readonly wordings: Map<string, Draft>
  /** The last "a former employee", for "the former employee" after it. */
  readonly indefinites: Map<string, Draft>
  /** Ends of descriptions that stand in front of a name between commas, with whom they describe. */
  readonly apposed: Map<number, Draft>
  readonly memory: Memory
  /** Those who have been named so far. */
  readonly met: Set<Draft>
  readonly bodies: Draft[]
  /** Whether the tagger took a mention for the source of a statement. */
  isSource(mention: Mention): boolean
}

/** Whom or what a mention was put to, if it was. */
export const draftAt = (state: Gathering, mention: Mention): Draft | undefined => {
  const draft = state.drafts.get(mention)
  return draft && root(draft)
}
