import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

const TYPES = { 'desk.css': 'text/css; charset=utf-8', 'desk.js': 'text/javascript; charset=utf-8' } as const

/** The desk's one style sheet and one script, read once. */
export function assets(): Hono {
  const app = new Hono()
  for (const [name, type] of Object.entries(TYPES)) {
    const body = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
    app.get(`/${name}`, (context) => context.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }))
  }
  return app
}
