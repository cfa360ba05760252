import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isProblem } from '../../record/query/query.ts'
import type { OnRecord } from '../../record/record.ts'
import { type Answer, json, LED_NOWHERE, wrong } from './answers.ts'
import { found, part } from './schemas.ts'

const asked = part.extend({
  q: z.string().min(1).max(2000).openapi({
    description: 'Words, "phrases", beginnings*, AND, OR, NOT, brackets, and fields, as `onrecord search` takes them.',
  }),
  by: z
    .enum(['match', 'day'])
    .default('match')
    .openapi({ description: 'The best match first, or the one printed last.' }),
})

const route = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Sentences of the record that a query finds, with what they may be narrowed by; at most a thousand',
  request: { query: asked },
  responses: { 200: json(found, 'Sentences.'), ...wrong },
})

/** Search of the whole record. */
export function searchRoutes(api: OpenAPIHono, record: OnRecord): void {
  api.openapi(route, async (c) => {
    const { q, by: order, limit, after } = c.req.valid('query')
    try {
      const answer = await record.search(q, { limit, order, ...(after === undefined ? {} : { after }) })
      if (isProblem(answer)) return c.json({ problem: `${answer.reason}, at ${answer.at.start + 1}` }, 400)
      return c.json(answer as Answer, 200)
    } catch (error) {
      if (error instanceof RangeError) return c.json(LED_NOWHERE, 400)
      throw error
    }
  })
}
