import type { StoryRow } from '../stories/rows.ts'
import type { Line } from '../views/line.ts'
import type { Viewed } from './export.ts'

/** A line with the story that it is from. */
export interface Gathered {
  readonly line: Line
  readonly story: StoryRow
}

async function* given<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

/** Lines that were found or gathered across stories, ready to be written: story by story, in the order of their first lines. */
export function gathered(view: Viewed['view'], lines: readonly Gathered[]): readonly Viewed[] {
  const stories = Map.groupBy(lines, ({ story }) => story.id)
  return [...stories.values()].flatMap((own): Viewed[] => {
    const [first] = own
    return first ? [{ view, story: first.story, lines: given(own.map(({ line }) => line)) }] : []
  })
}
