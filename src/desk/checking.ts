import type { Line } from '../views/line.ts'
import { type Queue, queueOf } from '../views/queue.ts'
import type { Scene, Seen } from './scene.ts'

/** The name of the page that checks, in addresses. */
export const CHECK = 'check'

/** What a story's check page goes by. */
export interface Checked extends Queue {
  /** Every line that may be checked, by id. */
  readonly all: ReadonlyMap<string, Line>
}

// A story's views stay the same for as long as nothing changed in the record.
const queues = new WeakMap<readonly Seen[], Checked>()

/** The lines of a story that wait to be checked, and those that were. */
export function queueOfScene({ seen }: Pick<Scene, 'seen'>): Checked {
  const known = queues.get(seen)
  if (known) return known
  const queue = queueOf(seen.map(({ lines }) => lines))
  const lines = [...queue.open.map(({ line }) => line), ...queue.confirmed, ...queue.disputed]
  const made = { ...queue, all: new Map(lines.map((line) => [line.id, line])) }
  queues.set(seen, made)
  return made
}

/** The line that is to be checked after one; the one before it, where it is the last. */
export function nextOf({ open }: Pick<Checked, 'open'>, id: string): string | undefined {
  const at = open.findIndex(({ line }) => line.id === id)
  return (open[at + 1] ?? open[at - 1])?.line.id
}

/** The line that was to be checked before one. */
export const beforeOf = ({ open }: Pick<Checked, 'open'>, id: string): string | undefined =>
  open[open.findIndex(({ line }) => line.id === id) - 1]?.line.id
