import type { StoryRow } from '../stories/rows.ts'
import type { Line } from '../views/line.ts'
import type { View } from '../views/view.ts'

/** One view's lines, ready to be written. */
export interface Viewed {
  readonly view: { readonly name: string; readonly title: string; readonly groups: View['groups'] }
  readonly story: StoryRow
  readonly lines: AsyncIterable<Line>
}

/** What a person may choose for any export. */
export interface ExportOptions {
  /** Lines that are less sure, too. */
  readonly all?: boolean
}

/** One way of writing views for another program or a reader. Looks at a line's shape and facets, never at a view's name. */
export interface Export {
  /** Its name in `--format`. */
  readonly name: string
  /** File ending, without the dot. */
  readonly extension: string
  /** Media type. */
  readonly type: string
  readonly about: string
  write(views: readonly Viewed[], options: ExportOptions): AsyncIterable<string>
}
