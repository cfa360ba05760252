import type { Decided, Decision } from '../../src/decisions/index.ts'
import { apply, standing } from '../../src/decisions/index.ts'
import type { Reading } from '../../src/readings/reading.ts'
import { openRecord } from '../../src/record/index.ts'
import type { OnRecord, State } from '../../src/record/record.ts'
import { storyOf } from '../../src/stories/index.ts'
import type { ArticleRow, StoryRows } from '../../src/stories/rows.ts'

async function articlesOf(story: Awaited<ReturnType<typeof storyOf>>, readings: readonly Reading[]) {
  const found: ArticleRow[] = []
  for (const { id } of await story.stories()) {
    const rows = await story.rows(id)
    if (rows) for await (const row of rows.articles()) found.push(row)
  }
  return found.map((row) => withVersions(row, readings))
}

const withVersions = (row: ArticleRow, readings: readonly Reading[]): ArticleRow => ({
  ...row,
  versions: readings.filter(({ id }) => id === row.id).map(({ version }) => version),
})

const knowingVersions = (rows: StoryRows, readings: readonly Reading[]): StoryRows => ({
  ...rows,
  async *articles(filter, slice) {
    for await (const row of rows.articles(filter, slice)) yield withVersions(row, readings)
  },
})

const unkept = async (): Promise<never> => {
  throw new Error('a record in memory keeps no pages')
}

// The same readings in a database of their own, for what only an index can answer.
async function indexed(readings: readonly Reading[]): Promise<OnRecord> {
  const record = await openRecord(':memory:')
  const bytes = new TextEncoder()
  await record.addAll(readings.map((reading) => ({ page: { bytes: bytes.encode(reading.text) }, reading })))
  return record
}

/** A record in memory, over readings in the order of their versions: what the desk asks of one, and nothing kept. */
export function memoryRecord(readings: readonly Reading[]): OnRecord {
  const decisions: Decision[] = []
  const decided = (reading: Reading): Decided => apply(reading, decisions)
  let story = storyOf(readings)
  let index: Promise<OnRecord> | undefined
  const found = () => {
    index ??= indexed(readings)
    return index
  }
  const stateOf = (decision: Decision): State => {
    const now = readings.map(decided)
    if (now.some(({ applied }) => applied.some((one) => one.decision.id === decision.id))) return 'applied'
    return now.some(({ lost }) => lost.some(({ id }) => id === decision.id)) ? 'lost' : 'waiting'
  }
  const decideAll = async (more: readonly Decision[]): Promise<readonly State[]> => {
    decisions.push(...more)
    story = storyOf(readings.map(decided))
    return more.map((decision) => (decision.kind === 'undo' ? 'applied' : stateOf(decision)))
  }
  return {
    path: 'memory',
    add: unkept,
    addAll: unkept,
    remove: unkept,
    page: unkept,
    pages: () => {
      throw new Error('a record in memory keeps no pages')
    },
    reread: unkept,
    relink: async () => {},
    reading: async (article, version) => {
      const found = readings.filter(({ id }) => id === article)
      const reading = version === undefined ? found.at(-1) : found.find((one) => one.version === version)
      return reading && decided(reading)
    },
    async *articles() {
      yield* await articlesOf(await story, readings)
    },
    stories: async () => (await story).stories(),
    rows: async (id) => {
      const rows = await (await story).rows(id)
      return rows && knowingVersions(rows, readings)
    },
    resolve: async (id) => (await story).resolve(id),
    decide: async (decision) => {
      const [state = 'waiting'] = await decideAll([decision])
      return { state }
    },
    search: async (query, options) => (await found()).search(query, options),
    sentences: async (ids) => (await found()).sentences(ids),
    async *called(names) {
      yield* (await found()).called(names)
    },
    decideAll,
    settled: async () => standing(decisions).map((decision) => ({ decision, state: stateOf(decision) })),
    decisions: async () => decisions,
    async *verify() {},
    about: async () => ({
      articles: readings.length,
      versions: readings.length,
      decisions: decisions.length,
      format: 1,
      bytes: 0,
    }),
    close: async () => (await index)?.close(),
  }
}
