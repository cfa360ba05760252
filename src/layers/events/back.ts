import { JUST_DONE, LOOKS_BACK } from './cues.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

const DETERMINER = /^(?:a|an|the|its|his|her|their|our|that|this|those|these|'s|’s)$/
const NEAR = 4

// "Since its launch", "before the tour": the words right before a noun, back to the one that places it.
function placedBy({ low }: Scene, from: number): number {
  let at = from - 1
  while (at >= 0 && at > from - NEAR && !DETERMINER.test(low[at] ?? '')) at--
  return DETERMINER.test(low[at] ?? '') ? at - 1 : from - 1
}

const LENGTH = /^(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)$/

/** Whether a noun is only what a time is reckoned from: "since its launch", "five years after the vote", "before the march". */
export function isBearing(scene: Scene, { from, tense }: Trigger): boolean {
  if (tense !== 'noun') return false
  const at = placedBy(scene, from)
  const word = scene.low[at] ?? ''
  return word === 'since' || word === 'before' || (word === 'after' && LENGTH.test(scene.low[at - 1] ?? ''))
}

/** Whether a verb looks back further than the news does: "first introduced", "was originally built". */
export const looksBack = ({ low }: Scene, { from, tense }: Trigger): boolean =>
  tense !== 'noun' && LOOKS_BACK.has(low[from - 1] ?? '')

/** "The recently announced plan": the participle says which plan, not what happened when the sentence says. */
export const describesOnly = ({ low }: Scene, { from, tense }: Trigger): boolean =>
  tense !== 'noun' && JUST_DONE.has(low[from - 1] ?? '') && DETERMINER.test(low[from - 2] ?? '')
