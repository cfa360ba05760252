import { beforeEach, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'
import { all } from '../../test/record.ts'
import { EXPORTS } from '../exports/index.ts'
import { VIEWS } from '../views/index.ts'
import { MOST_KEPT } from './basket.ts'

const HOST = 'http://127.0.0.1:8080'
let desk: Asked
let token: string
beforeEach(async () => {
  desk = await askedDesk()
  token = /name="token" value="([^"]+)"/.exec(await desk.text('/search?q=ferry'))?.[1] ?? ''
})

const post = (fields: Readonly<Record<string, string | readonly string[]>>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ token, back: '/basket', ...fields }))
    for (const one of [value].flat()) body.append(name, one)
  return desk.app.request(`${HOST}/basket`, {
    method: 'POST',
    body: body.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: HOST },
  })
}
const shownOn = (page: string): readonly string[] =>
  [...page.matchAll(/name="shown" value="([^"]+)"/g)].map(([, id = '']) => id)
async function* none() {}
const linesIn = async (): Promise<number> => (await desk.text('/basket')).match(/<li class="line"/g)?.length ?? 0

describe('the search page', () => {
  it.each([
    ['(ferry', 'the bracket is not closed', '<mark>(</mark>'],
    ['ferry by:Ana', 'there is no such field', '<mark>by:</mark>'],
    ['-ferry', 'this leaves out without looking for anything', '<mark>-ferry</mark>'],
    ['<b>"', 'the quotation marks are not closed', '&lt;b&gt;<mark>&quot;</mark>'],
  ])('says what is wrong with %s, and where', async (query, reason, marked) => {
    const answer = await desk.app.request(`${HOST}/search?q=${encodeURIComponent(query)}`)
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain(reason)
    expect(page).toContain(marked)
  })

  it('says whom nobody knows, and begins anew where what it goes on from is gone', async () => {
    expect(await desk.text('/search?q=person:Nobody')).toContain('nothing answers to')
    expect(shownOn(await desk.text('/search?q=ferry&after=gone')).length).toBeGreaterThan(3)
  })

  it('narrows by outlets and days', async () => {
    const page = await desk.text('/search?q=ferry')
    expect(page).toContain('href="/search?q=ferry+outlet%3A%22Weser+Post%22"')
    expect(page).toContain('href="/search?q=ferry+from%3A2026-04-08+to%3A2026-04-08"')
    const narrowed = shownOn(await desk.text('/search?q=ferry+outlet%3A%22Weser+Post%22'))
    expect(narrowed.length).toBeGreaterThan(0)
    expect(narrowed.every((id) => id.startsWith('post-1@'))).toBe(true)
  })
})

describe('the basket', () => {
  it('holds what was ticked, survives a reload, and lets go what is no longer ticked', async () => {
    const shown = shownOn(await desk.text('/search?q=ferry'))
    expect((await post({ shown, keep: shown.slice(0, 3) })).status).toBe(303)
    expect(await linesIn()).toBe(3)
    await post({ shown, keep: shown.slice(1, 3) })
    expect(await linesIn()).toBe(2)
    await post({ empty: 'all' })
    expect(await linesIn()).toBe(0)
  })

  it('takes lines of stories, and all that was found', async () => {
    const id = /id="(h[0-9a-f]{10})"/.exec(await desk.text(`/stories/${desk.story}/timeline`))?.[1]
    await post({ shown: `${desk.story}/${id}`, keep: `${desk.story}/${id}` })
    await post({ all: 'ferry' })
    expect(await linesIn()).toBe(1 + shownOn(await desk.text('/search?q=ferry')).length)
    expect(await desk.text(`/stories/${desk.story}/timeline`)).toContain('out of the basket')
  })

  it.each(VIEWS.map(({ name }) => name))('takes every line, card and row of %s', async (name) => {
    const page = await desk.text(`/stories/${desk.story}/${name}`)
    const rows = await desk.record.rows(desk.story)
    const lines = rows ? await all(VIEWS.find((view) => view.name === name)?.lines(rows, {}) ?? none()) : []
    expect(shownOn(page).toSorted()).toEqual(lines.map(({ id }) => `${desk.story}/${id}`).toSorted())
    expect((await post({ keep: shownOn(page) })).status).toBe(303)
    expect(await linesIn()).toBe(lines.length)
    expect((await desk.text(`/stories/${desk.story}/${name}`)).match(/out of the basket/g)).toHaveLength(lines.length)
  })

  it.each(EXPORTS.map(({ name }) => name))('is written as %s', async (format) => {
    for (const { name } of VIEWS) await post({ keep: shownOn(await desk.text(`/stories/${desk.story}/${name}`)) })
    await post({ all: 'ferry' })
    const answer = await desk.app.request(`${HOST}/basket/export?format=${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="basket(?:\.\w+)+"$/)
    expect((await answer.text()).length).toBeGreaterThan(10)
  })

  it('passes over what is not in the record', async () => {
    expect((await post({ keep: ['x', 'a/b', 'none@0#s:0-9', '', '@#', `${desk.story}/h0000000000`] })).status).toBe(303)
    expect(await linesIn()).toBe(0)
    expect((await desk.app.request(`${HOST}/basket/export?format=none`)).status).toBe(404)
  })

  it('refuses more than it holds, in one message, and stays as it was', async () => {
    await post({ all: 'tugs' })
    const held = await linesIn()
    const answer = await post({ keep: Array.from({ length: MOST_KEPT + 1 }, (_, n) => `a${n}`) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('The basket holds no more: export it, or empty it.')
    expect(await linesIn()).toBe(held)
    const huge = await post({ keep: Array.from({ length: 100_000 }, (_, n) => `article-${n}@0123456789ab#s:0-9`) })
    expect([huge.status, (await huge.text()).includes('This form is too long.')]).toEqual([413, true])
  })

  it('is for the desk alone', async () => {
    token = 'other'
    expect((await post({ all: 'ferry' })).status).toBe(403)
    expect(await linesIn()).toBe(0)
  })

  it('leaves out what is gone from the record', async () => {
    await post({ all: 'ferry' })
    const reading = desk.record.reading
    Object.assign(desk.record, { reading: async (article: string, version?: string) => (article === 'post-1' ? undefined : reading(article, version)) }) // biome-ignore format: one line
    expect(await desk.text('/basket')).toMatch(/lines? (?:is|are) gone from the record/)
    expect(await desk.text('/basket')).not.toContain('post-1')
  })
})
