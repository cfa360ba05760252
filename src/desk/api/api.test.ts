import { beforeAll, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../../test/browser/asked.ts'
import { VIEWS } from '../../views/index.ts'
import { article, entity, line, reading, story } from './schemas.ts'

let desk: Asked
beforeAll(async () => {
  desk = await askedDesk()
})

type Answer = Readonly<Record<string, readonly unknown[]>>
async function get(path: string): Promise<{ readonly status: number; readonly body: Answer }> {
  const answer = await desk.app.request(`http://127.0.0.1:8080/api/v1${path}`)
  expect(answer.headers.get('content-type')).toContain('application/json')
  return { status: answer.status, body: (await answer.json()) as Answer }
}

describe('the record as JSON', () => {
  it('is as its schemas say', async () => {
    const stories = (await get('/stories')).body.stories ?? []
    expect(stories).toHaveLength(1)
    for (const one of stories) story.parse(one)
    const of = `/stories/${desk.story}`
    story.parse((await get(of)).body)
    for (const one of (await get(`${of}/entities`)).body.entities ?? []) entity.parse(one)
    for (const one of (await get(`${of}/articles`)).body.articles ?? []) article.parse(one)
    for (const { name } of VIEWS) {
      const lines = (await get(`${of}/views/${name}`)).body.lines ?? []
      expect(lines.length).toBeGreaterThan(0)
      for (const one of lines) line.parse(one)
    }
    reading.parse((await get('/articles/post-1')).body)
  })

  it.each([
    ['words=inspector', 1],
    ['outlet=Weser%20Post', 2],
    ['from=2026-04-09&to=2026-04-09', 2],
    ['article=wire-1', 2],
    ['', 6],
  ])('is narrowed by its query: %s', async (query, count) => {
    expect((await get(`/stories/${desk.story}/views/timeline?${query}`)).body.lines).toHaveLength(count)
  })

  it.each([
    ['/stories/y0000000000', 404],
    ['/stories/y0000000000/views/timeline', 404],
    ['/articles/none', 404],
    ['/nowhere', 404],
    ['/stories/y0000000000/views/nothing', 400],
    ['/stories/y0000000000/views/timeline?from=soon', 400],
  ])('says why there is no answer: %s', async (path, status) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.body.problem).toEqual(expect.any(String))
  })

  it.each(['entities', 'articles', 'views/timeline', 'views/statements'])('comes in parts: %s', async (list) => {
    const of = `/stories/${desk.story}/${list}`
    const name = list.startsWith('views') ? 'lines' : list
    const idsIn = (body: Answer) => (body[name] as readonly { readonly id: string }[]).map(({ id }) => id)
    const whole = idsIn((await get(of)).body)
    const found: string[] = []
    for (let after: unknown = ''; after !== undefined; ) {
      const { body } = await get(`${of}?limit=1${after ? `&after=${after}` : ''}`)
      expect(idsIn(body)).toHaveLength(1)
      found.push(...idsIn(body))
      after = body.next
    }
    expect(found).toEqual(whole)
    expect((await get(`${of}?after=nothing`)).status).toBe(400)
    expect((await get(`${of}?limit=1001`)).status).toBe(400)
  })

  it('is described', async () => {
    const { body } = await get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths ?? {})).toEqual(
      expect.arrayContaining(['/stories', '/stories/{story}/views/{view}', '/pages']),
    )
    expect(JSON.stringify(body)).toContain('"#/components/schemas/Citation"')
  })
})
