import type { Citation } from '../../text/citation.ts'
import type { Ref, Report } from '../items.ts'
import type { Telling, Who } from '../rows.ts'
import type { Origins } from './origins.ts'

/** What a row asks of the rest of its story. Everything else it takes from its own cluster. */
export interface RowContext {
  /** Whom an entity's ref stands for: the public id of its cluster, its name there, and its type. */
  who(entity: Ref): Omit<Who, 'words'> | undefined
  /** The public id of the row that a statement's ref is of. */
  statement(ref: Ref): string | undefined
  /** Article whose text the article is a copy of. */
  copyOf(article: string): string | undefined
  /** Whose report the article is. */
  readonly origins: Origins
}

interface Told {
  readonly article: string
  readonly report: Report
}

/** Tellings of a cluster's items, each with the article that its text is a copy of, and the agency whose report it is. */
export const tellingsOf = <I extends Told>(
  items: readonly [I, ...I[]],
  { copyOf, origins }: Omit<RowContext, 'who' | 'statement'>,
): readonly [Telling<I>, ...Telling<I>[]] => {
  const [first, ...rest] = items.map((item): Telling<I> => {
    const [copied, agency] = [copyOf(item.article), origins.agencyOf(item.article)]
    return { item, ...(copied === undefined ? {} : { copyOf: copied }), ...(agency === undefined ? {} : { agency }) }
  })
  return [first ?? { item: items[0] }, ...rest]
}

/** Independent origins: copies of a text, reports of one agency in several outlets, and further articles of an outlet, add none. */
export const originCount = (articles: readonly { readonly article: string }[], { originOf }: Origins): number =>
  new Set(articles.map(({ article }) => originOf(article))).size

/** A row's score: its best telling's, and less doubt for each further origin, since outlets err apart. */
export function scoreOf(scores: readonly number[], origins: number): number {
  const best = Math.max(...scores)
  return Math.round((1 - (1 - best) * 0.8 ** (origins - 1)) * 1000) / 1000
}

/** Adds the words that stand for someone here. */
export const withWords = (who: Omit<Who, 'words'>, words: Citation | undefined): Who =>
  words ? { ...who, words } : who
