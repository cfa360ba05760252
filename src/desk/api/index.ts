import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { OnRecord } from '../../record/record.ts'
import type { RowFilter } from '../../stories/rows.ts'
import { VIEWS } from '../../views/index.ts'
import { all } from '../scene.ts'
import { article, entity, filter, line, problem, reading, story } from './schemas.ts'

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const missing = { 404: json(problem, 'Nothing has this id.') }
const none = (what: string) => ({ problem: `no ${what} has this id` })
const named = z.object({ story: z.string() })

const routes = {
  stories: createRoute({
    method: 'get',
    path: '/stories',
    summary: 'Every story, the largest first',
    responses: { 200: json(z.object({ stories: z.array(story) }), 'Stories.') },
  }),
  story: createRoute({
    method: 'get',
    path: '/stories/{story}',
    summary: 'One story',
    request: { params: named },
    responses: { 200: json(story, 'The story.'), ...missing },
  }),
  entities: createRoute({
    method: 'get',
    path: '/stories/{story}/entities',
    summary: 'People, organizations, places and unnamed sources of a story, most mentioned first',
    request: { params: named, query: filter },
    responses: { 200: json(z.object({ entities: z.array(entity) }), 'Entities.'), ...missing },
  }),
  ofStory: createRoute({
    method: 'get',
    path: '/stories/{story}/articles',
    summary: 'Articles of a story, earliest first',
    request: { params: named, query: filter },
    responses: { 200: json(z.object({ articles: z.array(article) }), 'Articles.'), ...missing },
  }),
  lines: createRoute({
    method: 'get',
    path: '/stories/{story}/views/{view}',
    summary: 'A view of a story as lines, each with its citations',
    request: {
      params: named.extend({ view: z.enum(VIEWS.map(({ name }) => name) as [string, ...string[]]) }),
      query: filter,
    },
    responses: { 200: json(z.object({ story, view: z.string(), lines: z.array(line) }), 'Lines.'), ...missing },
  }),
  articles: createRoute({
    method: 'get',
    path: '/articles',
    summary: 'Every article of the record',
    responses: { 200: json(z.object({ articles: z.array(article) }), 'Articles.') },
  }),
  reading: createRoute({
    method: 'get',
    path: '/articles/{article}',
    summary: 'The reading of an article, decisions applied; of its newest version unless one is named',
    request: { params: z.object({ article: z.string() }), query: z.object({ version: z.string().optional() }) },
    responses: { 200: json(reading, 'The reading, format onrecord/1.'), ...missing },
  }),
}

const rowFilter = (asked: Readonly<Record<string, string | undefined>>): RowFilter =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))

// The rows are this program's own and typed; the schemas describe them for others, so answers are given as they are.
type Answer = never

function storyRoutes(api: OpenAPIHono, record: OnRecord): void {
  api.openapi(routes.stories, async (c) => c.json({ stories: await record.stories() } as Answer, 200))
  api.openapi(routes.story, async (c) => {
    const rows = await record.rows(c.req.valid('param').story)
    return rows ? c.json((await rows.story()) as Answer, 200) : c.json(none('story'), 404)
  })
  api.openapi(routes.entities, async (c) => {
    const rows = await record.rows(c.req.valid('param').story)
    if (!rows) return c.json(none('story'), 404)
    return c.json({ entities: await all(rows.entities(rowFilter(c.req.valid('query')))) } as Answer, 200)
  })
  api.openapi(routes.ofStory, async (c) => {
    const rows = await record.rows(c.req.valid('param').story)
    if (!rows) return c.json(none('story'), 404)
    return c.json({ articles: await all(rows.articles(rowFilter(c.req.valid('query')))) } as Answer, 200)
  })
  api.openapi(routes.lines, async (c) => {
    const asked = c.req.valid('param')
    const rows = await record.rows(asked.story)
    const view = VIEWS.find(({ name }) => name === asked.view)
    if (!rows || !view) return c.json(none('story'), 404)
    const lines = await all(view.lines(rows, rowFilter(c.req.valid('query'))))
    return c.json({ story: await rows.story(), view: view.name, lines } as Answer, 200)
  })
}

function articleRoutes(api: OpenAPIHono, record: OnRecord): void {
  api.openapi(routes.articles, async (c) => c.json({ articles: await all(record.articles()) } as Answer, 200))
  api.openapi(routes.reading, async (c) => {
    const decided = await record.reading(c.req.valid('param').article, c.req.valid('query').version)
    return decided ? c.json(decided.reading as Answer, 200) : c.json(none('article'), 404)
  })
}

/** The record as JSON, described at `/openapi.json` (OpenAPI 3.1). */
export function apiOf(record: OnRecord, version: string): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (asked, c) =>
      asked.success ? undefined : c.json({ problem: asked.error.issues.map(({ message }) => message).join('; ') }, 400),
  })
  storyRoutes(api, record)
  articleRoutes(api, record)
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Onrecord', version }, servers: [{ url: '/api/v1' }] })
  return api
}
