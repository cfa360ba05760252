import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { OnRecord } from '../../record/record.ts'
import { sliceOf } from '../../stories/rows/slice.ts'
import type { RowFilter, Slice } from '../../stories/rows.ts'
import { withCuts } from '../../views/cuts.ts'
import { VIEWS } from '../../views/index.ts'
import { limitsOf, MOST } from '../../views/view.ts'
import { type Answer, json, LED_NOWHERE, listOf, missing, none, partOf, wrong } from './answers.ts'
import { article, entity, filter, line, next, part, story } from './schemas.ts'

const named = z.object({ story: z.string() })
const asked = filter.extend(part.shape)

// What limits any view, each once; a view passes over what it does not take.
const LIMITS = new Map(
  VIEWS.flatMap(({ name: view, limits = [] }) => limits.map((limit) => [limit.name, { ...limit, view }])),
)
const limiting = z.object(
  Object.fromEntries(
    [...LIMITS.values()].map(({ name, about, view }) => [
      name,
      z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST)
        .optional()
        .openapi({ description: `${view}: ${about}` }),
    ]),
  ),
)

// Which limits there are follows from the list of views: no type names them.
const limited = asked.extend(limiting.shape) as unknown as typeof asked

const routes = {
  stories: createRoute({
    method: 'get',
    path: '/stories',
    summary: 'Every story, the largest first',
    request: { query: part },
    responses: { 200: json(listOf('stories', story), 'Stories.'), ...wrong },
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
    request: { params: named, query: asked },
    responses: { 200: json(listOf('entities', entity), 'Entities.'), ...wrong, ...missing },
  }),
  ofStory: createRoute({
    method: 'get',
    path: '/stories/{story}/articles',
    summary: 'Articles of a story, earliest first',
    request: { params: named, query: asked },
    responses: { 200: json(listOf('articles', article), 'Articles.'), ...wrong, ...missing },
  }),
  lines: createRoute({
    method: 'get',
    path: '/stories/{story}/views/{view}',
    summary: 'A view of a story as lines, each with its citations',
    request: {
      params: named.extend({ view: z.enum(VIEWS.map(({ name }) => name) as [string, ...string[]]) }),
      query: limited,
    },
    responses: {
      200: json(z.strictObject({ story, view: z.string(), lines: z.array(line), next }), 'Lines.'),
      ...wrong,
      ...missing,
    },
  }),
}

const rowFilter = ({ limit: _, after: __, ...asks }: z.infer<typeof asked>): RowFilter =>
  Object.fromEntries(Object.entries(asks).filter(([name, value]) => value !== undefined && !LIMITS.has(name)))

/** Stories, and what is in them. */
export function storyRoutes(api: OpenAPIHono, record: OnRecord): void {
  api.openapi(routes.stories, async (c) => {
    const stories = await record.stories()
    const found = await partOf((slice) => sliceOf(stories, slice), c.req.valid('query'))
    if (!found) return c.json(LED_NOWHERE, 400)
    const { items, ...on } = found
    return c.json({ stories: items, ...on } as Answer, 200)
  })
  api.openapi(routes.story, async (c) => {
    const rows = await record.rows(c.req.valid('param').story)
    return rows ? c.json((await rows.story()) as Answer, 200) : c.json(none('story'), 404)
  })
  api.openapi(routes.entities, async (c) => {
    const rows = await record.rows(c.req.valid('param').story)
    if (!rows) return c.json(none('story'), 404)
    const found = await partOf((slice) => rows.entities(rowFilter(c.req.valid('query')), slice), c.req.valid('query'))
    if (!found) return c.json(LED_NOWHERE, 400)
    const { items, ...on } = found
    const entities = await Promise.all(items.map(async (row) => ({ ...row, why: await rows.reasons(row.id) })))
    return c.json({ entities, ...on } as Answer, 200)
  })
  api.openapi(routes.ofStory, async (c) => {
    const rows = await record.rows(c.req.valid('param').story)
    if (!rows) return c.json(none('story'), 404)
    const found = await partOf((slice) => rows.articles(rowFilter(c.req.valid('query')), slice), c.req.valid('query'))
    if (!found) return c.json(LED_NOWHERE, 400)
    const { items, ...on } = found
    return c.json({ articles: items, ...on } as Answer, 200)
  })
  api.openapi(routes.lines, async (c) => {
    const { story: id, view: name } = c.req.valid('param')
    const rows = await record.rows(id)
    const view = VIEWS.find((one) => one.name === name)
    if (!rows || !view) return c.json(none('story'), 404)
    const query = c.req.valid('query')
    const limits = limitsOf(view, (name) => c.req.query(name))
    const textOf = async (article: string, version?: string) => (await record.reading(article, version))?.reading
    const lines = (slice: Slice) => withCuts(sliceOf(view.lines(rows, rowFilter(query), limits), slice), textOf)
    const found = await partOf(lines, query)
    if (!found) return c.json(LED_NOWHERE, 400)
    const { items, ...on } = found
    return c.json({ story: await rows.story(), view: view.name, lines: items, ...on } as Answer, 200)
  })
}
