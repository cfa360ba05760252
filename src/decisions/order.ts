import type { Decision } from './decision.ts'

// Times may carry any offset: compared as instants, then by who, then by id.
const instant = ({ at }: Decision): number => Date.parse(at)

/** Order in which decisions were taken: by time, by who, by id. */
export const byTaking = (a: Decision, b: Decision): number =>
  instant(a) - instant(b) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The decisions that hold: in order, without those undone and without the undoings. An undone undo restores. */
export function standing(decisions: readonly Decision[]): readonly Decision[] {
  const undone = new Set<string>()
  const held: Decision[] = []
  // The latest first: whether an undo holds is known before what it undoes is met.
  for (const decision of [...decisions].sort(byTaking).reverse()) {
    if (undone.has(decision.id)) continue
    if (decision.kind === 'undo') undone.add(decision.decision)
    else held.push(decision)
  }
  return held.reverse()
}
