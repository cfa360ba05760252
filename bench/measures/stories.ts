import type { Reading } from '../../src/readings/reading.ts'
import { storyOf } from '../../src/stories/story.ts'
import type { Doc } from '../score/figures.ts'
import { type StoryDoc, scoreStories } from '../score/stories.ts'
import { type Measure, readAll } from './measure.ts'

/** Which story each reading was put in: linked in memory, all together. */
async function storiesIn(readings: readonly Reading[]): Promise<StoryDoc[]> {
  const story = await storyOf(readings)
  const found: StoryDoc[] = []
  for (const { id } of await story.stories()) {
    const rows = await story.rows(id)
    if (rows) for await (const article of rows.articles()) found.push({ id: article.id, story: id })
  }
  return found
}

const stories = (name: string, prepare: (doc: Doc) => Doc = (doc) => doc): Measure => ({
  name,
  file: `${name}/dev.jsonl`,
  shown: ['bcubed_f1', 'bcubed_p', 'bcubed_r', 'stories_predicted', 'stories_gold'],
  measure: async (docs, reader) => {
    const readings = await readAll(docs.map(prepare), reader, (reading) => reading)
    return scoreStories(docs as readonly StoryDoc[], await storiesIn(readings))
  },
})

/** News of many outlets, several stories on one subject. */
export const storiesGiveme5w = stories('stories-giveme5w')

/** Two events of one kind in each topic: hard to tell apart. */
export const storiesEcb = stories('stories-ecb')

/** Three outlets an event. Without dates: the events lie so far apart that dates alone would solve it. */
export const storiesBasil = stories('stories-basil', (doc) => ({ ...doc, published: null }))
