import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { OnRecord } from '../../record/record.ts'
import { sliceOf } from '../../stories/rows/slice.ts'
import { type Answer, guarded, json, LED_NOWHERE, listOf, missing, none, partOf, wrong } from './answers.ts'
import { article, part, reading } from './schemas.ts'

const named = z.object({ article: z.string() })

const routes = {
  articles: createRoute({
    method: 'get',
    path: '/articles',
    summary: 'Every article of the record',
    request: { query: part },
    responses: { 200: json(listOf('articles', article), 'Articles.'), ...wrong },
  }),
  reading: createRoute({
    method: 'get',
    path: '/articles/{article}',
    summary: 'The reading of an article, decisions applied; of its newest version unless one is named',
    request: { params: named, query: z.object({ version: z.string().optional() }) },
    responses: { 200: json(reading, 'The reading, format onrecord/1.'), ...missing },
  }),
  remove: createRoute({
    method: 'delete',
    path: '/articles/{article}',
    summary: 'Takes an article out of the record, with its bytes and words; a mark without words stays',
    security: [{ desk: [] }],
    request: { params: named },
    responses: {
      200: json(z.strictObject({ removed: z.string() }), 'It was taken out.'),
      ...guarded,
      ...missing,
    },
  }),
}

/** Articles, their readings, and their removal. */
export function articleRoutes(api: OpenAPIHono, record: OnRecord): void {
  api.openapi(routes.articles, async (c) => {
    const found = await partOf((slice) => sliceOf(record.articles(), slice), c.req.valid('query'))
    if (!found) return c.json(LED_NOWHERE, 400)
    const { items, ...on } = found
    return c.json({ articles: items, ...on } as Answer, 200)
  })
  api.openapi(routes.reading, async (c) => {
    const decided = await record.reading(c.req.valid('param').article, c.req.valid('query').version)
    return decided ? c.json(decided.reading as Answer, 200) : c.json(none('article'), 404)
  })
  api.openapi(routes.remove, async (c) => {
    const { article: id } = c.req.valid('param')
    return (await record.remove(id)) ? c.json({ removed: id }, 200) : c.json(none('article'), 404)
  })
}
