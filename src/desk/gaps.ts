import type { StatementRow } from '../stories/rows.ts'
import type { Line } from '../views/line.ts'
import { changedWords } from './parts/reports.tsx'
import type { Scene } from './scene.ts'

/** What a line may lack before anything can be built on it. */
export const GAPS = ['one origin', 'unnamed source', 'speaker open', 'words differ', 'overdue'] as const

/** One such lack; stands as it is in addresses. */
export type Gap = (typeof GAPS)[number]

// A story's rows stay the same for as long as nothing changed in the record.
const compared = new WeakMap<StatementRow, boolean>()

function differs(row: StatementRow): boolean {
  const known =
    compared.get(row) ?? row.tellings.some(({ item }) => changedWords(row.tellings[0].item, item).length > 0)
  compared.set(row, known)
  return known
}

/** What a line lacks: a second origin, a speaker, a name for the speaker, one wording, an end that was reported. */
export function gapsOf(line: Line, scene: Scene): readonly Gap[] {
  const claim = line.shape === 'claim'
  const statement = scene.statements.get(line.id)
  const holds: Readonly<Record<Gap, boolean>> = {
    'one origin': line.origins === 1,
    'unnamed source': claim && line.who?.[0]?.type === 'source',
    'speaker open': claim && !line.who?.length,
    'words differ': statement !== undefined && statement.tellings.length > 1 && differs(statement),
    overdue: line.status?.end === 'overdue',
  }
  return GAPS.filter((gap) => holds[gap])
}
