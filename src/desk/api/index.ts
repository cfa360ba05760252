import { OpenAPIHono } from '@hono/zod-openapi'
import type { Collecting } from '../../collect/index.ts'
import type { OnRecord } from '../../record/record.ts'
import type { Jobs } from '../jobs.ts'
import { articleRoutes } from './articles.ts'
import { decisionRoutes } from './decisions.ts'
import { pageRoutes } from './pages.ts'
import { searchRoutes } from './search.ts'
import { storyRoutes } from './stories.ts'

/** What the operations work with. */
export interface Serving {
  readonly record: OnRecord
  readonly jobs: Jobs
  readonly collecting: Collecting
  /** Who decides at this desk, and the clock that dates it. */
  readonly by: string
  readonly now: () => Date
}

/** The record as JSON, described at `/openapi.json` (OpenAPI 3.1). What changes something must name the desk as its origin: see guard.ts. */
export function apiOf(serving: Serving, version: string): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (asked, c) =>
      asked.success ? undefined : c.json({ problem: asked.error.issues.map(({ message }) => message).join('; ') }, 400),
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'desk', {
    type: 'apiKey',
    in: 'header',
    name: 'Origin',
    description: 'The address of the desk itself, without a slash at the end: http://127.0.0.1:8080',
  })
  storyRoutes(api, serving.record)
  articleRoutes(api, serving.record)
  pageRoutes(api, serving)
  searchRoutes(api, serving.record)
  decisionRoutes(api, serving)
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Onrecord', version }, servers: [{ url: '/api/v1' }] })
  return api
}
