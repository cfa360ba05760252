import type { Phrase, Same } from '../../tagger/tagger.ts'
import { FACTS_OF_A_PAIR, type Told, tell, toldOf } from './facts.ts'
import type { Scene } from './scene.ts'

/** What a phrase most likely takes up, and how surely: more than one half. */
export interface Link {
  readonly to: Phrase
  readonly score: number
}

/** How many phrases back a name, a description and a pronoun look; of names only those that are new are asked, for what described them before. */
const REACH = [100, 60, 30]

/** Finds the best antecedent of the phrase at a place in the list, of those before it that are allowed. */
export type Antecedent = (at: number, allowed: (earlier: Phrase) => boolean) => Link | undefined

/**
 * What phrases take up, by mention ranking (Denis and Baldridge 2008; scores as in Lee et al. 2017). `phrases` in order of place; `entityAt` tells
 * whom a name at a phrase's head names.
 */
export function linker(
  scene: Scene,
  phrases: readonly Phrase[],
  same: Same,
  entityAt: (phrase: Phrase) => unknown,
): Antecedent {
  const known: Told[] = []
  const tellAt = (at: number): Told => {
    const phrase = phrases[at] as Phrase
    known[at] ??= toldOf(scene, phrase, entityAt(phrase))
    return known[at]
  }
  const facts = new Uint16Array(FACTS_OF_A_PAIR)
  return (at, allowed) => {
    const later = tellAt(at)
    let best: Told | undefined
    let most = 0
    for (let before = at - 1; before >= Math.max(0, at - (REACH[later.broad] ?? 0)); before--) {
      if (!allowed(phrases[before] as Phrase)) continue
      const earlier = tellAt(before)
      tell(scene.text, later, earlier, at - before, facts)
      const logit = same(later.phrase.meaning, earlier.phrase.meaning, facts)
      if (logit > most) [best, most] = [earlier, logit]
    }
    return best && { to: best.phrase, score: 1 / (1 + Math.exp(-most)) }
  }
}
