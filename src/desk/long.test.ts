import { describe, expect, it } from 'vitest'
import { memoryRecord } from '../../test/browser/memory.ts'
import { ferryStory } from '../../test/browser/story.ts'
import { deskApp } from './index.ts'

const HOST = 'http://127.0.0.1:8080'
const LEFT_OUT = 'What is less sure is left out of a long story'

/** The same desk over a story that is long, and over one that is not. */
async function desks() {
  const record = memoryRecord(ferryStory)
  const story = (await record.stories())[0]?.id ?? ''
  const [long, short] = [1, 300].map((most) => deskApp(record, { long: most }))
  const ask = async (app: typeof long, path: string) => (await app?.request(`${HOST}${path}`))?.text() ?? ''
  return { record, story, long: (path: string) => ask(long, path), short: (path: string) => ask(short, path) }
}

const idsIn = (page: string): readonly string[] =>
  [...page.matchAll(/ id="([ehspf][0-9a-f]{10})"/g)].map(([, id]) => id ?? '')
const lessIn = (page: string): readonly string[] => idsIn(page.slice(page.indexOf('id="less"')))

describe('a long story', () => {
  it.each(['timeline', 'statements', 'map', 'figures'])(
    'shows of its %s what is shown by default, and the rest when asked',
    async (view) => {
      const { story, long, short } = await desks()
      const [part, all, asked] = [
        await long(`/stories/${story}/${view}`),
        await short(`/stories/${story}/${view}`),
        await long(`/stories/${story}/${view}?less=1`),
      ]
      expect(part).toContain(LEFT_OUT)
      expect(asked).not.toContain(LEFT_OUT)
      const folded = new Set(all.includes('id="less"') ? lessIn(all) : [])
      expect(idsIn(part)).toEqual(idsIn(all).filter((id) => !folded.has(id)))
      expect(idsIn(asked)).toEqual(idsIn(all))
    },
  )

  it('leads from its front to what is left out', async () => {
    const { story, long, short } = await desks()
    expect(await long(`/stories/${story}`)).toContain(`<a href="/stories/${story}?less=1">show it</a>`)
    expect(await long(`/stories/${story}?less=1`)).toBe(await short(`/stories/${story}`))
  })

  it('is whole where a line that is left out is meant, and where it is checked', async () => {
    const { story, long, short } = await desks()
    const [first = ''] = lessIn(await short(`/stories/${story}/timeline`))
    expect(await long(`/stories/${story}/timeline?line=${first}`)).toContain(`id="${first}"`)
    expect(await long(`/stories/${story}/check`)).not.toContain(LEFT_OUT)
  })
})
