import type { RowFilter, StoryRow } from '../stories/rows.ts'
import type { Line } from '../views/line.ts'
import type { View } from '../views/view.ts'

/** One view's lines, ready to be written. */
export interface Viewed {
  readonly view: { readonly name: string; readonly title: string; readonly groups: View['groups'] }
  readonly story: StoryRow
  readonly lines: AsyncIterable<Line>
}

/** The text of a version of an article; undefined where it is not kept. */
export type Texts = (article: string, version: string) => Promise<string | undefined>

/** What a person may choose for any export, and what the one who calls it lends it. */
export interface ExportOptions {
  /** Lines that are less sure, too. */
  readonly all?: boolean
  /** What the lines were narrowed by: an export that comes back says so. */
  readonly filter?: RowFilter
  /** Looks up what lines do not carry; see `needsTexts`. */
  readonly texts?: Texts
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
  /** Whether it asks for the texts around citations: then `options.texts` must be given, else it throws a TypeError. */
  readonly needsTexts?: true
  write(views: readonly Viewed[], options: ExportOptions): AsyncIterable<string>
}
