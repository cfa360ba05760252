import type { Decision } from './decision.ts'

// Times may carry any offset: compared as instants, then by who, then by id.
const instant = ({ at }: Decision): number => Date.parse(at)

/** Order in which decisions were taken: by time, by who, by id. */
export const byTaking = (a: Decision, b: Decision): number =>
  instant(a) - instant(b) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * The decisions that hold: in order, without those undone and without the undoings. An undone undo restores. An undo names what it takes back, so it
 * came after it whatever the clocks of two people say.
 */
export function standing(decisions: readonly Decision[]): readonly Decision[] {
  const undoings = Map.groupBy(
    decisions.filter((one) => one.kind === 'undo'),
    (one) => one.decision,
  )
  const known = new Map<string, boolean>()
  const holds = (id: string): boolean => {
    const held = known.get(id) ?? !(undoings.get(id) ?? []).some((undo) => holds(undo.id))
    known.set(id, held)
    return held
  }
  return decisions.filter(({ kind, id }) => kind !== 'undo' && holds(id)).sort(byTaking)
}
