import { beforeAll, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'
import { memoryRecord } from '../../test/browser/memory.ts'
import { EXPORTS } from '../exports/index.ts'
import type { OnRecord } from '../record/record.ts'
import { VIEWS } from '../views/index.ts'
import { deskApp } from './app.ts'

const HOST = 'http://127.0.0.1:8080'
let desk: Asked
beforeAll(async () => {
  desk = await askedDesk()
})

const unescaped = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
const linksIn = (page: string): readonly string[] =>
  [...page.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, href = '']) => unescaped(href).replace(/#.*/, ''))

/** Every address that can be reached from the first page, with its status. */
async function crawl(): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>()
  const todo = ['/']
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (seen.has(path) || path === '' || path === '/decisions' || path.startsWith('data:')) continue
    const answer = await desk.app.request(`${HOST}${path}`)
    seen.set(path, answer.status)
    if (answer.headers.get('content-type')?.startsWith('text/html')) todo.push(...linksIn(await answer.text()))
  }
  return seen
}

describe('addresses', () => {
  it('answer, every one that a page leads to, and none leads to another host', async () => {
    const seen = await crawl()
    expect([...seen].filter(([path, status]) => status !== 200 || !path.startsWith('/'))).toEqual([])
    for (const { name } of VIEWS) expect([...seen.keys()]).toContain(`/stories/${desk.story}/${name}`)
    expect([...seen.keys()].filter((path) => path.startsWith('/articles/')).length).toBeGreaterThan(20)
  })

  it('lead to anchors that are there', async () => {
    const front = await desk.text(`/stories/${desk.story}`)
    const lines = [...front.matchAll(/href="(\/stories\/[^"]+\/timeline)#([^"]+)"/g)]
    const timeline = await desk.text(`/stories/${desk.story}/timeline`)
    expect(lines.length).toBeGreaterThan(4)
    for (const [, , anchor] of lines) expect(timeline).toContain(` id="${anchor}"`)
  })

  it.each([
    '/nowhere',
    '/stories/y0000000000',
    '/articles/none',
    '/articles/bugle-1?version=000000000000',
    '/assets/../guard.ts',
    '/assets/nothing.css',
  ])('that lead to nothing say so: %s', async (path) => {
    const answer = await desk.app.request(`${HOST}${path}`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('This address leads to nothing in the record.')
  })

  it.each([
    ['at=0-99999999', 'past the end'],
    ['at=9-3', 'backwards'],
    ['at=x', 'not a span'],
    ['layers=zz&form=none&of=none&story=none', 'unknown values'],
  ])('that ask for nonsense are answered plainly: ?%s (%s)', async (query) => {
    const answer = await desk.app.request(`${HOST}/articles/post-1?${query}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('<mark')
  })

  it('of an older version light its words', async () => {
    const [old] = (await desk.record.articles()[Symbol.asyncIterator]().next()).value?.versions ?? []
    const reading = (await desk.record.reading('bugle-1', old))?.reading
    const start = reading?.text.indexOf('ran aground') ?? -1
    const page = await desk.text(`/articles/bugle-1?version=${old}&at=${start}-${start + 11}`)
    expect(page).toMatch(/<mark id="lit">(<[^>]+>)*ran aground/)
    expect(page).toContain('version 1 of 2')
  })

  it('of merged stories lead on to the one that answers now', async () => {
    const record: OnRecord = {
      ...memoryRecord([]),
      resolve: async (id) => (id === 'y1111111111' ? 'y2222222222' : undefined),
    }
    const answer = await deskApp(record).request(`${HOST}/stories/y1111111111`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/stories/y2222222222'])
  })
})

describe('pages', () => {
  it('of an empty record say how to begin', async () => {
    const page = await (await deskApp(memoryRecord([])).request(`${HOST}/`)).text()
    expect(page).toContain('Nothing kept yet')
    expect(page).toContain('onrecord add')
  })

  it('draw places that lead to their lines, and their lines to the sentence', async () => {
    const page = await desk.text(`/stories/${desk.story}/map`)
    const [, id] = /<a href="#(p[0-9a-f]{10})" aria-label="Cuxhaven, city, 3 origins"><circle/.exec(page) ?? []
    const [, row = ''] = new RegExp(`<tr id="${id}"[^>]*>(.*?)</tr>`).exec(page) ?? []
    expect(row).toContain('The ferry Wangerland ran aground off Cuxhaven on Tuesday.')
    expect(unescaped(row)).toMatch(/href="\/articles\/post-1\?version=[0-9a-f]+&at=\d+-\d+&story=y[0-9a-f]+&of=p/)
    expect(page).toMatch(/<path class="land" d="M/)
  })

  it('draw places as they were reported until a day', async () => {
    const spoken = async (query: string) =>
      /aria-label="(Cuxhaven, [^"]+)"/.exec(await desk.text(`/stories/${desk.story}/map${query}`))?.[1]
    expect(await spoken('?to=2026-04-08')).toBe('Cuxhaven, city, 2 origins')
    expect(await spoken('?to=2026-04-07')).toBe('Cuxhaven, city, one origin')
    expect(await spoken('?to=2026-04-06')).toBeUndefined()
  })

  it('hold no markup of an article', async () => {
    const page = await desk.text(`/stories/${desk.story}/statements`)
    expect(page).not.toContain('<b>anything')
    expect(page).toContain('&lt;b&gt;anything&lt;/b&gt; &amp; we waited.')
  })

  it.each(EXPORTS.map(({ name, type }) => [name, type]))('give their lines as %s', async (name, type) => {
    const answer = await desk.app.request(`${HOST}/stories/${desk.story}/timeline/export?format=${name}&words=two+tugs`)
    expect(answer.headers.get('content-type')).toContain(type.split(';')[0] ?? '')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const file = await answer.text()
    expect(file).toContain('https://news.example/wire-1')
    expect(file).not.toContain('https://news.example/post-1')
  })

  it('tell a fault to the desk, and nothing of it to the reader', async () => {
    const told: unknown[] = []
    const fault = new Error('disk gone: /home/ana/secret')
    const record: OnRecord = { ...memoryRecord([]), about: async () => Promise.reject(fault) }
    const app = deskApp(record, { failed: (one) => told.push(one) })
    const answer = await app.request(`${HOST}/`)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(told).toEqual([fault])
  })
})
