import { describe, expect, it } from 'vitest'
import { all, examples, type Given, given, nth, withRecord } from '../../test/record.ts'
import { storyOf } from '../stories/index.ts'
import { openDatabase } from './database.ts'
import { LIMITS, type Limits, regionsOf } from './regions.ts'
import { settleStories } from './stories.ts'

/** No component is small enough to be looked at as a whole. */
const LOCAL: Limits = { ...LIMITS, whole: 0, each: 0, most: 100, together: [2, 2] }

// By story, its articles; each list and all of them sorted.
async function storiesIn(path: string): Promise<readonly string[]> {
  const { db, close } = openDatabase(path)
  const rows = await db.selectFrom('story_of').selectAll().execute()
  const known = await db.selectFrom('story').select('id').execute()
  await close()
  expect(new Set(rows.map(({ story }) => story))).toEqual(new Set(known.map(({ id }) => id)))
  return [...Map.groupBy(rows, ({ story }) => story)].map(([id, own]) => [id, ...own.map(({ article }) => article).sort()].join(' ')).sort() // biome-ignore format: one thought
}

async function settle(path: string, limits: Limits): Promise<void> {
  const { db, close } = openDatabase(path)
  await db.transaction().execute((there) => settleStories(there, limits))
  await close()
}

async function inMemory(pages: readonly Given[]): Promise<readonly string[]> {
  const story = await storyOf(pages.map(({ reading }) => reading))
  const found = await Promise.all(
    (await story.stories()).map(async ({ id }) => {
      const rows = await story.rows(id)
      const articles = rows ? await all(rows.articles()) : []
      return [id, ...articles.map((row) => row.id).sort()].join(' ')
    }),
  )
  return found.sort()
}

const TOPICS = [
  ['Barge sinks at Oldmarsh bridge', 'A gravel barge struck the Oldmarsh bridge and sank, and divers looked at the cracked pier.'],
  ['Viola quartet wins the Grenn prize', 'The Grenn prize for chamber music went to a viola quartet after a concert in the town theatre.'],
  ['Tarvale council votes on bus fares', 'Tarvale council voted to raise bus fares for pupils, and parents marched against the tariff.'],
  ['Measles closes Lowick nursery', 'Doctors closed a nursery in Lowick after eleven toddlers caught measles from a visiting cousin.'],
] as const // biome-ignore format: a table

const about = (topic: number, n: number): Given => {
  const [headline, body] = TOPICS[topic % TOPICS.length] ?? TOPICS[0]
  return given({
    id: `article-${topic}-${n}`,
    outlet: `Outlet ${n}`,
    published: `2026-0${topic + 3}-${10 + n}`,
    headline,
    body: [body, `${body} That was told by outlet number ${n}.`],
  })
}

const pages = Array.from({ length: 16 }, (_, at) => about(at % 4, (at * 7) % 4 === 0 ? at : at + 1))

describe('stories that are put together near what changed alone', () => {
  it('are those of one look at all, where stories are well apart, after additions and removals', async () => {
    await withRecord(async (record, path) => {
      for (const { page, reading } of pages) {
        await record.add(page, reading)
        await settle(path, LOCAL)
      }
      const stories = await inMemory(pages)
      expect(stories.length).toBe(TOPICS.length)
      expect(await storiesIn(path)).toEqual(stories)
      const [gone, ...left] = pages
      await record.remove(gone?.reading.id ?? '')
      await settle(path, LOCAL)
      expect(await storiesIn(path)).toEqual(await inMemory(left))
    })
  })

  it('hold each article once, in the examples as well', async () => {
    const read = await examples()
    await withRecord(async (record, path) => {
      await record.addAll(read)
      await settle(path, LOCAL)
      const articles = (await storiesIn(path)).flatMap((story) => story.split(' ').slice(1))
      expect(articles.sort()).toEqual([...new Set(read.map(({ reading }) => reading.id))].sort())
    })
  })
})

describe('regions', () => {
  // What is asked for before anything is settled: the first region alone.
  const firstOf = async (path: string, limits: Limits) => {
    const { db, close } = openDatabase(path)
    for await (const { articles, done } of regionsOf(db, limits)) {
      await close()
      return [articles.length, done.length]
    }
    await close()
    return undefined
  }

  it.each<[string, Limits, number, number]>([
    ['all that hangs together', LIMITS, 3, 3],
    ['what changed, and the stories that it is linked with', { ...LOCAL, together: [1, 1] }, 3, 1],
    ['what changed, by a twentieth of it where much did', { ...LOCAL, together: [1, 500] }, 3, 1],
  ])('are %s', async (_, limits, articles, done) => {
    await withRecord(async (record, path) => {
      const [one, two, three] = [nth(0), nth(1), nth(2)]
      await record.addAll([one, two])
      await record.stories()
      await record.add(three.page, three.reading)
      expect(await firstOf(path, limits)).toEqual([articles, done])
      await record.stories()
      expect(await firstOf(path, limits)).toBeUndefined()
    })
  })
})
