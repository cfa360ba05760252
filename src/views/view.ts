import type { RowFilter, StoryRows } from '../stories/rows.ts'
import type { Line, Shape } from './line.ts'

/** A story seen one way, as lines. */
export interface View {
  /** Its name in commands, addresses and exports. */
  readonly name: string
  /** Its title, a label of the program. */
  readonly title: string
  /** The view in one sentence, for help texts. */
  readonly about: string
  /** How its lines are grouped under headings. */
  readonly groups: 'day' | 'who' | 'printed' | 'none'
  /** The shape of all its lines: who shows a view goes by it. */
  readonly shape: Shape
  lines(rows: StoryRows, filter: RowFilter): AsyncIterable<Line>
}
