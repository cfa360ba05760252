import { hashOf } from '../text/hash.ts'
import type { Decision } from './decision.ts'

type Without<D> = D extends Decision ? Omit<D, 'id'> : never

/** A decision before it has its id: what, when (ISO date-time with offset) and by whom. */
export type Making = Without<Decision>

// JSON with sorted keys, so that the same decision has the same id however it was put together.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(',')}}`
}

/** Gives a decision its id: `d` and ten digits of the hash of the rest. */
export const makeDecision = (making: Making): Decision =>
  ({ id: `d${hashOf(canonical(making)).slice(0, 10)}`, ...making }) as Decision

/** The decision that takes another back; one that takes back an undo restores what it undid. */
export const undoOf = (decision: Pick<Decision, 'id'>, at: string, by: string): Decision =>
  makeDecision({ kind: 'undo', decision: decision.id, at, by })
