import { storyOf } from '../../src/stories/index.ts'
import { VIEWS } from '../../src/views/index.ts'
import type { Figures } from '../score/figures.ts'
import type { Speed } from './speed.ts'
import { longStory } from './story.ts'

const ARTICLES = 1000

/** Milliseconds to link a story of a thousand articles, and to give each view of it for the first time, rows included. */
export const viewsSpeed: Speed = {
  name: 'speed-views',
  shown: ['story_ms', ...VIEWS.map(({ name }) => `${name}_ms`)],
  measure: async () => {
    const readings = longStory(ARTICLES)
    const start = performance.now()
    const story = await storyOf(readings)
    const figures: Record<string, number> = { story_ms: performance.now() - start }
    for (const view of VIEWS) {
      const began = performance.now()
      const rows = await story.rows()
      let lines = 0
      if (rows) for await (const _ of view.lines(rows, {})) lines++
      figures[`${view.name}_ms`] = performance.now() - began
      figures[`${view.name}_lines`] = lines
    }
    return figures satisfies Figures
  },
}
