import {
  type ArticleRow,
  articlePasses,
  type EntityRow,
  entityPasses,
  type FigureRow,
  figurePasses,
  type HappeningRow,
  happeningPasses,
  type PlaceRow,
  type RowFilter,
  type StatementRow,
  type StoryRows,
  statementPasses,
} from '../stories/index.ts'
import { isEmpty } from '../stories/rows/filter.ts'
import { sliceOf } from '../stories/rows/slice.ts'
import type { Slice } from '../stories/rows.ts'

/** Rows of a story, each kind in its order. */
export interface Held {
  readonly articles: readonly ArticleRow[]
  readonly entities: readonly EntityRow[]
  readonly statements: readonly StatementRow[]
  readonly happenings: readonly HappeningRow[]
  readonly figures: readonly FigureRow[]
  readonly places: readonly PlaceRow[]
}

/** All of what an iterable gives, in its order. */
export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** Rows of a story that keep what is asked of them, in the order in which it comes. */
export function keeping(rows: StoryRows): { readonly rows: StoryRows; readonly held: Held } {
  const held = {
    ...{ articles: [] as ArticleRow[], entities: [] as EntityRow[], statements: [] as StatementRow[] },
    ...{ happenings: [] as HappeningRow[], figures: [] as FigureRow[], places: [] as PlaceRow[] },
  }
  return {
    held,
    rows: {
      ...rows,
      articles: (...asked) => kept(rows.articles(...asked), held.articles),
      entities: (...asked) => kept(rows.entities(...asked), held.entities),
      statements: (...asked) => kept(rows.statements(...asked), held.statements),
      happenings: (...asked) => kept(rows.happenings(...asked), held.happenings),
      figures: (...asked) => kept(rows.figures(...asked), held.figures),
      places: (...asked) => kept(rows.places(...asked), held.places),
    },
  }
}

async function* kept<R>(rows: AsyncIterable<R>, held: R[]): AsyncIterable<R> {
  for await (const row of rows) {
    held.push(row)
    yield row
  }
}

const lending =
  <R extends { readonly id: string }>(rows: readonly R[], passes: (filter: RowFilter, row: R) => boolean) =>
  (filter: RowFilter = {}, slice: Slice = {}): AsyncIterable<R> =>
    sliceOf(isEmpty(filter) ? rows : rows.filter((row) => passes(filter, row)), slice)

/** Rows of a story that are all held, so that none is built again. A filter changes the rows of places: such are asked of the story. */
export const lent = (rows: StoryRows, held: Held): StoryRows => {
  const places = lending(held.places, () => true)
  return {
    ...rows,
    articles: lending(held.articles, articlePasses),
    entities: lending(held.entities, entityPasses),
    statements: lending(held.statements, statementPasses),
    happenings: lending(held.happenings, happeningPasses),
    figures: lending(held.figures, figurePasses),
    places: (filter = {}) => (isEmpty(filter) ? places() : rows.places(filter)),
  }
}
