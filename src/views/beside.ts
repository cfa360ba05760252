import type { Label } from './labels.ts'
import type { Beside, Line } from './line.ts'

/** Another line beside one, and how the one stands to it. */
export interface Neighbour {
  readonly label: Label
  readonly line: Line
}

const FORWARD: Readonly<Record<Beside['by'], Label>> = {
  otherwise: 'said otherwise before',
  answers: 'answers',
  within: 'within',
  again: 'said before',
}
const BACK: Readonly<Record<Beside['by'], Label>> = {
  otherwise: 'said otherwise later',
  answers: 'answered',
  within: 'holds',
  again: 'said again later',
}
const ORDER: readonly Label[] = Object.keys(FORWARD).flatMap((by) => [FORWARD[by as Beside['by']], BACK[by as Beside['by']]]) // biome-ignore format: one thought

/** Says of each of some lines which others of them stand beside it: lines name those before them, and these are named back. */
export function neighboursIn(lines: readonly Line[]): (line: Line) => readonly Neighbour[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const found = new Map<string, Neighbour[]>()
  const add = (id: string, neighbour: Neighbour): void => {
    const known = found.get(id)
    if (known) known.push(neighbour)
    else found.set(id, [neighbour])
  }
  for (const line of lines)
    for (const { id, by } of line.beside ?? []) {
      const other = byId.get(id)
      if (!other) continue
      add(line.id, { label: FORWARD[by], line: other })
      add(id, { label: BACK[by], line })
    }
  return ({ id }) => (found.get(id) ?? []).toSorted((a, b) => ORDER.indexOf(a.label) - ORDER.indexOf(b.label))
}
