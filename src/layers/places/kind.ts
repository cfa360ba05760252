import type { Candidate } from '../../gazetteer/gazetteer.ts'
import type { Place } from '../places.ts'
import type { Spot } from './spots.ts'
import { ACTOR_VERBS, AFTER_NAME, LITERAL_BEFORE, LOOSE_BEFORE } from './words.ts'

/** Whether the word after a name is a noun that the name goes with: "Mosul offensive", not "Mosul fell". */
function modifies(spot: Spot): boolean {
  const next = spot.tokens[spot.to]
  if (!next || next.start > spot.end + 1 || !/^\p{L}/u.test(next.text)) return false
  const word = next.text.toLowerCase()
  return !AFTER_NAME.has(word) && !/(?:ly|ing|ed)$/.test(word)
}

/** Literal where something is or happens there; associative where the name goes with something else or acts. */
export function kindOf(spot: Spot, place: Candidate | undefined): Place['kind'] {
  if (place?.form === 'adjective' || spot.rule === 'within') return 'associative'
  const before = spot.tokens[spot.from - 1]?.text.toLowerCase() ?? ''
  const article = before === 'the' ? (spot.tokens[spot.from - 2]?.text.toLowerCase() ?? '') : before
  const next = spot.tokens[spot.to]?.text.toLowerCase() ?? ''
  if (modifies(spot)) return 'associative'
  if (LITERAL_BEFORE.has(article)) return 'literal'
  const state = place?.class === 'country' || place?.class === 'admin1'
  if (ACTOR_VERBS.has(next) && (state || /^(?:said|says|announced|warned|denied|insisted)$/.test(next)))
    return 'associative'
  return state && LOOSE_BEFORE.has(article) ? 'associative' : 'literal'
}
