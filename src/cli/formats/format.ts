import type { Article } from '../../articles/article.ts'
import type { Reading } from '../../readings/reading.ts'
import type { Options } from '../command.ts'
import type { World } from '../world.ts'

/** Prints what was read, page after page. */
export interface Printer<Of> {
  one(read: Of): Promise<void>
  /** After the last page. */
  end(): Promise<void>
}

/** One way of printing what `read` read. `of`: readings, with all their layers, or articles alone, for which no tagger is opened. */
export type Format = {
  /** Its name in `--format`. */
  readonly name: string
  /** Where it is used unless another is named. */
  readonly usual?: 'terminal' | 'elsewhere'
} & (
  | { readonly of: 'readings'; printer(options: Options, world: World): Printer<Reading> }
  | { readonly of: 'articles'; printer(options: Options, world: World): Printer<Article> }
)
