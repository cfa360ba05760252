import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { ferryStory } from '../../../test/browser/story.ts'
import { type Asking, askings, type Description, type Known, learn, misfit, schemaOf } from '../../../test/described.ts'
import { addingDesk } from '../../../test/desk.ts'

const desk = await addingDesk(ferryStory)
afterAll(() => desk.close())

const asked = (method: string, { path, body }: Asking): Promise<Response> =>
  desk.ask(`/api/v1${path}`, {
    method,
    headers: {
      ...(method === 'get' ? {} : { Origin: desk.origin }),
      ...(body && body.type !== 'multipart/form-data' ? { 'Content-Type': body.type } : {}),
    },
    ...(body ? { body: sent(body) } : {}),
  })

/** A body as it is sent: files as a browser sends them, all else as JSON, or as it stands. */
function sent({ type, value }: NonNullable<Asking['body']>): string | FormData {
  if (type !== 'multipart/form-data') return typeof value === 'string' ? value : JSON.stringify(value)
  const form = new FormData()
  for (const [name, given] of Object.entries(Object(value) as Record<string, unknown>))
    for (const one of [given].flat())
      form.append(name, new File([String(one)], `${String(one)}.txt`, { type: 'text/plain' }))
  return form
}

const description = (await (await asked('get', { path: '/openapi.json' })).json()) as Description
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
)

/** What answers name: what a program would ask on with. */
async function known(): Promise<Known> {
  const text = { type: 'application/json', value: { text: 'Rain fell in Oldmarsh on Tuesday.' } }
  const begun = (await (await asked('post', { path: '/pages', body: text })).json()) as { readonly id: string }
  const found = new Map([['job', new Set([begun.id])]])
  for (let round = 0; round < 2; round++)
    for (const { method, path } of operations.filter((one) => one.method === 'get')) {
      const answer = await asked(method, {
        path: path.replace(/\{(\w+)\}/g, (_, name: string) => [...(found.get(name) ?? [name])][0] ?? name),
      })
      if (answer.ok) learn(found, await answer.json())
    }
  return found
}

const ids = await known()

// What takes articles away comes last: the others ask for them.
const inOrder = operations.toSorted((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))

describe('every operation of the description', () => {
  it.each(inOrder.map(({ method, path, operation }) => [`${method} ${path}`, method, path, operation] as const))(
    'answers as described whatever it is asked: %s',
    async (_, method, path, operation) => {
      const seen = new Set<number>()
      await fc.assert(
        fc.asyncProperty(askings(description, path, operation, ids), async (asking) => {
          const answer = await asked(method, asking)
          seen.add(answer.status)
          expect(await misfit(description, operation, answer)).toBeUndefined()
        }),
        { numRuns: method === 'get' ? 60 : 30 },
      )
      if (method === 'get' || path === '/pages') expect([...seen].some((status) => status < 300)).toBe(true)
    },
  )

  it('would not pass with an answer that is not as described', async () => {
    const [story] = await desk.record.stories()
    const { get } = description.paths['/stories/{story}'] ?? {}
    const schema = get?.responses['200']?.content?.['application/json']?.schema
    if (!get || !schema) throw new Error('a story is not described')
    expect(schemaOf(description, schema).safeParse(story).success).toBe(true)
    for (const changed of [
      { ...story, articles: '3' },
      { ...story, more: 1 },
      { ...story, id: undefined },
    ])
      expect(await misfit(description, get, Response.json(changed))).toBeDefined()
    expect(await misfit(description, get, Response.json({ problem: 'x' }, { status: 409 }))).toMatch('409')
  })

  it('is done for nobody who does not name the desk as the origin, where it changes something', async () => {
    const changing = operations.filter(({ method }) => method !== 'get')
    expect(changing.length).toBeGreaterThan(1)
    for (const { method, path } of changing)
      for (const headers of [
        {},
        { Origin: 'null' },
        { Origin: 'https://evil.example' },
        { Origin: desk.origin, 'Sec-Fetch-Site': 'cross-site' },
      ]) {
        const at = `/api/v1${path.replace(/\{\w+\}/g, 'bugle-1')}`
        const answer = await desk.ask(at, { method, headers: { 'Content-Type': 'application/json', ...headers }, ...(method === 'delete' ? {} : { body: '{"text":"Rain fell."}' }) }) // biome-ignore format: one line
        expect([path, headers, answer.status]).toEqual([path, headers, 403])
      }
  })
})
