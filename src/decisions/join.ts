import type { Decision } from './decision.ts'
import { byTaking, standing } from './order.ts'

/** Two people's decisions on the same words that cannot both hold. */
export interface Conflict {
  readonly decisions: readonly [Decision, Decision]
}

/** Decisions of several people as one list. */
export interface Joined {
  /** All decisions, each once, in the order they were taken. */
  readonly decisions: readonly Decision[]
  readonly conflicts: readonly Conflict[]
}

type Targeted = Exclude<Decision, { readonly kind: 'undo' }>

const placeOf = ({ target }: Targeted): string =>
  JSON.stringify([target.article, target.layer, target.prefix, target.exact, target.suffix, target.slot ?? ''])

// What a decision settles, and to what: two of one question with other answers oppose each other.
function answerOf(decision: Targeted): readonly [question: string, answer: string] {
  const { kind } = decision
  if (kind === 'hide' || kind === 'confirm' || kind === 'assert')
    return ['stands', kind === 'assert' ? JSON.stringify(decision.item) : kind]
  if (kind === 'merge' || kind === 'split') return [`one ${JSON.stringify(decision.other)}`, kind]
  const { id: _, at: __, by: ___, target: ____, ...answer } = decision
  return [kind, JSON.stringify(answer)]
}

function oppose(a: Targeted, b: Targeted): boolean {
  if (a.by === b.by || a.kind === 'note' || b.kind === 'note') return false
  const [[question, answer], [other, reply]] = [answerOf(a), answerOf(b)]
  if (question !== other || answer === reply) return false
  // To assert and to confirm is to agree.
  return !(
    question === 'stands' &&
    answer !== 'hide' &&
    reply !== 'hide' &&
    (a.kind === 'confirm' || b.kind === 'confirm')
  )
}

function conflictsOf(decisions: readonly Decision[]): readonly Conflict[] {
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
