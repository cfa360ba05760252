import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'

let desk: Asked
beforeAll(async () => {
  desk = await askedDesk()
})

const NAMES = [
  'at',
  'version',
  'story',
  'of',
  'layers',
  'form',
  'words',
  'from',
  'to',
  'who',
  'certainty',
  'outlet',
  'settled',
  'format',
  'all',
]
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('0-5', '5-0', '<script>alert(1)</script>', '"><blink>', '2026-99-99', '-1', '%00'),
)
const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), values), { maxLength: 6 })

it('answers whatever an address asks, and brings none of it as markup', async () => {
  const paths = [
    '/',
    `/stories/${desk.story}`,
    ...['timeline', 'statements', 'cast', 'timeline/export'].map((view) => `/stories/${desk.story}/${view}`),
    '/articles/post-1',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), query, async (path, asked) => {
      const answer = await desk.app.request(`http://127.0.0.1:8080${path}?${new URLSearchParams(asked)}`)
      expect([200, 404]).toContain(answer.status)
      const page = await answer.text()
      if (answer.headers.get('content-type')?.startsWith('text/html')) expect(page).not.toMatch(/<script>|<blink>/)
    }),
    { numRuns: 150 },
  )
})

it('answers whatever a path or a form holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.webPath(),
      fc.dictionary(fc.constantFrom('kind', 'ref', 'back', 'as', 'words', 'name', 'low'), values),
      async (path, fields) => {
        expect((await desk.app.request(`http://127.0.0.1:8080${path || '/'}`)).status).toBeLessThan(500)
        expect([303, 422]).toContain((await desk.post(fields)).status)
      },
    ),
    { numRuns: 150 },
  )
  expect(await desk.record.decisions()).toEqual([])
})
