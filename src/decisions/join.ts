import type { Decision, Target } from './decision.ts'
import { byTaking, standing } from './order.ts'

/** Two people's decisions on the same words that cannot both hold. */
export interface Conflict {
  readonly decisions: readonly [Targeted, Targeted]
}

/** Decisions of several people as one list. */
export interface Joined {
  /** All decisions, each once, in the order they were taken. */
  readonly decisions: readonly Decision[]
  readonly conflicts: readonly Conflict[]
}

/** A decision about words of an article: all but an undo. */
export type Targeted = Exclude<Decision, { readonly kind: 'undo' }>

const keyOf = (target: Target): string =>
  JSON.stringify([target.article, target.layer, target.prefix, target.exact, target.suffix, target.slot ?? ''])

/** Names what a decision is about: two decisions with one name are about the same words, or, of a merge and a split, the same two. */
export const placeOf = (decision: Targeted): string =>
  'other' in decision ? [keyOf(decision.target), keyOf(decision.other)].sort().join(' ') : keyOf(decision.target)

// What a decision settles, and to what: two of one question with other answers oppose each other.
function answerOf(decision: Targeted): readonly [question: string, answer: string] {
  const { kind } = decision
  if (kind === 'hide' || kind === 'confirm' || kind === 'dispute') return ['stands', kind]
  if (kind === 'assert') return ['stands', JSON.stringify(decision.item)]
  if (kind === 'merge' || kind === 'split') return ['one', kind]
  if (kind === 'place') return [kind, String(decision.geonamesId)]
  const { id: _, at: __, by: ___, target: ____, ...answer } = decision
  return [kind, JSON.stringify(answer)]
}

const DENIES: ReadonlySet<string> = new Set(['hide', 'dispute'])

function oppose(a: Targeted, b: Targeted): boolean {
  if (a.by === b.by || a.kind === 'note' || b.kind === 'note') return false
  const [[question, answer], [other, reply]] = [answerOf(a), answerOf(b)]
  if (question !== other || answer === reply) return false
  if (question !== 'stands') return true
  // To assert and to confirm is to agree; so is to hide and to dispute.
  if (DENIES.has(answer) || DENIES.has(reply)) return DENIES.has(answer) !== DENIES.has(reply)
  return a.kind !== 'confirm' && b.kind !== 'confirm'
}

/** The decisions, of those that stand, that oppose each other: of two people, about the same words, with other answers. */
export function conflictsOf(decisions: readonly Decision[]): readonly Conflict[] {
  const places = new Map<string, Targeted[]>()
  for (const decision of standing(decisions))
    if (decision.kind !== 'undo') {
      const place = placeOf(decision)
      places.set(place, [...(places.get(place) ?? []), decision])
    }
  return [...places.values()].flatMap((there) =>
    there.flatMap((a, at) =>
      there.slice(at + 1).flatMap((b) => (oppose(a, b) ? [{ decisions: [a, b] as const }] : [])),
    ),
  )
}

/** Joins the decisions of several people: each once, by time and who; those that oppose each other are reported, and the later one holds. */
export function join(...lists: readonly (readonly Decision[])[]): Joined {
  const all = new Map(lists.flat().map((decision) => [decision.id, decision]))
  const decisions = [...all.values()].sort(byTaking)
  return { decisions, conflicts: conflictsOf(decisions) }
}
