import type { RowFilter, StoryRows } from '../stories/rows.ts'
import type { Line } from './line.ts'

/** A story seen one way, as lines. */
export interface View {
  /** Its name in commands, addresses and exports. */
  readonly name: string
  /** Its title, a label of the program. */
  readonly title: string
  /** The view in one sentence, for help texts. */
  readonly about: string
  /** How its lines are grouped under headings. */
  readonly groups: 'day' | 'who' | 'none'
  lines(rows: StoryRows, filter: RowFilter): AsyncIterable<Line>
}
