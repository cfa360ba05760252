import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OnRecord } from '../../src/record/record.ts'
import type { Figures } from '../score/figures.ts'
import type { Speed } from './speed.ts'
import { longStory } from './story.ts'

const ARTICLES = 1000
const TIMES = 20
const built = new URL('../../dist/desk/app.js', import.meta.url)

/** Milliseconds that the slower half of requests of a page take at least, once it was asked for. */
async function answered(ask: () => Promise<Response>): Promise<{ readonly first: number; readonly usual: number }> {
  const taken: number[] = []
  for (let n = 0; n <= TIMES; n++) {
    const start = performance.now()
    const answer = await ask()
    await answer.text()
    if (answer.status !== 200) throw new Error(`the desk answered ${answer.status}`)
    taken.push(performance.now() - start)
  }
  const [first = 0, ...rest] = taken
  return { first, usual: rest.sort((a, b) => a - b)[TIMES >> 1] ?? 0 }
}

async function keep(record: OnRecord): Promise<void> {
  for (const reading of longStory(ARTICLES))
    await record.add({ bytes: new TextEncoder().encode(reading.text), type: 'text/plain', id: reading.id }, reading)
}

async function pages(record: OnRecord): Promise<Figures> {
  // As it was built: Node does not read the source's JSX.
  const { deskApp } = (await import(built.href)) as typeof import('../../src/desk/app.ts')
  const app = deskApp(record)
  const of = `/stories/${(await record.stories())[0]?.id}`
  const ask = (path: string) => answered(async () => app.request(`http://127.0.0.1${path}`))
  const stories = await ask('/')
  return {
    front_ms: (await ask(of)).usual,
    stories_ms: stories.usual,
    first_ms: stories.first,
    timeline_ms: (await ask(`${of}/timeline`)).usual,
    statements_ms: (await ask(`${of}/statements`)).usual,
    cast_ms: (await ask(`${of}/cast`)).usual,
    article_ms: (await ask('/articles/a500')).usual,
  }
}

/** How long the desk takes to answer over a story of a thousand articles; milliseconds at the server. */
export const deskSpeed: Speed = {
  name: 'speed-desk',
  shown: ['front_ms', 'stories_ms', 'first_ms', 'timeline_ms', 'statements_ms', 'cast_ms', 'article_ms'],
  measure: async () => {
    if (!existsSync(built)) throw new Error('speed-desk times what was built: run "npm run build" first')
    const { openRecord } = await import('../../src/record/open.ts')
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-desk-'))
    const record = await openRecord(join(folder, 'record.db'))
    try {
      await keep(record)
      return await pages(record)
    } finally {
      await record.close()
      rmSync(folder, { recursive: true })
    }
  },
}
