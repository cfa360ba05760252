import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { fileSource, pastedProblem, pastedSource } from '../given.ts'
import type { Source } from '../jobs.ts'
import { type Answer, guarded, json, missing, none, wrong } from './answers.ts'
import type { Serving } from './index.ts'
import { job, problem } from './schemas.ts'

const words = z.string().max(500).optional()

const pasted = z
  .strictObject({
    text: z.string().optional().openapi({ description: 'A text as it stands; it or `html`.' }),
    html: z.string().optional(),
    headline: words.openapi({ description: 'Stands above the text as its first line.' }),
    outlet: words,
    published: words.openapi({ description: 'An ISO date or date-time.' }),
    url: z
      .string()
      .max(2000)
      .optional()
      .openapi({ description: 'An http or https address; nothing is fetched from it.' }),
  })
  .openapi('Pasted')

const files = z
  .object({
    files: z
      .union([
        z.custom<File>((one) => one instanceof File),
        z.array(z.custom<File>((one) => one instanceof File)).min(1),
      ])
      .openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
  })
  .openapi('Files')

const routes = {
  add: createRoute({
    method: 'post',
    path: '/pages',
    summary: 'Adds pages: files, or one text. They are read in the background; the job tells how far that has come',
    security: [{ desk: [] }],
    request: {
      body: { content: { 'application/json': { schema: pasted }, 'multipart/form-data': { schema: files } } },
    },
    responses: {
      202: json(job, 'What was begun.'),
      ...wrong,
      ...guarded,
      415: json(problem, 'What was sent is neither JSON nor files.'),
      503: json(problem, 'Much is being read already.'),
    },
  }),
  job: createRoute({
    method: 'get',
    path: '/jobs/{job}',
    summary: 'How far an addition has come, and what became of each page; known until the desk ends',
    request: { params: z.object({ job: z.string() }) },
    responses: { 200: json(job, 'The job.'), ...missing },
  }),
}

/** Adding pages, and how far that has come. */
export function pageRoutes(api: OpenAPIHono, { jobs, collecting, now }: Serving): void {
  api.openapi(routes.add, (c) => {
    const type = c.req.header('content-type') ?? ''
    const begin = (sources: readonly Source[]) => {
      const begun = jobs.begin(sources)
      if (!begun) return c.json({ problem: 'much is being read already: wait until some of it is done' }, 503)
      c.header('Location', `/api/v1/jobs/${begun.id}`)
      return c.json(begun as Answer, 202)
    }
    if (/^multipart\/form-data\b/i.test(type))
      return begin(
        [(c.req.valid('form') as z.infer<typeof files>).files].flat().map((file) => fileSource(file, collecting)),
      )
    if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type))
      return c.json({ problem: 'send JSON, or files as multipart/form-data' }, 415)
    // Each kind of body has its own schema; the library gives either one the type of both.
    const given = c.req.valid('json') as z.infer<typeof pasted>
    const why = pastedProblem(given)
    return why ? c.json({ problem: why }, 400) : begin([pastedSource(given, now())])
  })
  api.openapi(routes.job, (c) => {
    const found = jobs.find(c.req.valid('param').job)
    return found ? c.json(found as Answer, 200) : c.json(none('job'), 404)
  })
}
