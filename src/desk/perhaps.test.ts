import { beforeEach, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'
import { ferryStory } from '../../test/browser/story.ts'
import { made } from '../../test/made.ts'

// One letter more, in another article of the same story.
const misspelt = made({
  id: 'dunes-1',
  outlet: 'Dunes Daily',
  published: '2026-04-08T09:00:00+02:00',
  headline: 'Ferry runs aground off Cuxhaven, 84 taken off',
  body: [
    'The ferry Wangerland ran aground off Cuxhaven on Tuesday with 84 people on board.',
    'Hanna Kellner, the harbour master of Cuxhaven, praised the crew.',
  ],
  entities: [{ names: ['Hanna Kellner'], roles: ['harbour master'] }],
  events: [{ words: 'ran aground', type: 'DISASTER', day: '2026-04-07', score: 0.95 }],
})

let desk: Asked
beforeEach(async () => {
  desk = await askedDesk([...ferryStory, misspelt])
})

const cast = (): Promise<string> => desk.text(`/stories/${desk.story}/cast`)

const HEADING = 'Perhaps the same'
const PAIR = /<section class="sect" id="perhaps">.*?<\/section>/s

function fieldsOf(page: string, kind: string): Record<string, string> {
  const [section = ''] = PAIR.exec(page) ?? []
  const form = [...section.matchAll(/<form.*?<\/form>/gs)].map(String).find((one) => one.includes(`value="${kind}"`))
  return Object.fromEntries(
    [...(form ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
}

describe('those who may be one', () => {
  it('are asked about, with the rule that says so', async () => {
    const [section = ''] = PAIR.exec(await cast()) ?? []
    expect(section).toContain('Hanna Keller<')
    expect(section).toContain('Hanna Kellner<')
    expect(section).toContain('perhaps/spelling')
  })

  it('are one when a person says so', async () => {
    expect((await desk.post(fieldsOf(await cast(), 'merge'))).status).toBe(303)
    const after = await cast()
    expect(after).not.toContain(HEADING)
    expect(after).toContain('one person')
  })

  it('are not asked about again when a person says that they are two, until that is undone', async () => {
    await desk.post(fieldsOf(await cast(), 'split'))
    expect(await cast()).not.toContain(HEADING)
    const [decision] = await desk.record.decisions()
    await desk.post({ kind: 'undo', ref: decision?.id ?? '', back: `/stories/${desk.story}/cast` })
    expect(await cast()).toContain(HEADING)
  })
})
