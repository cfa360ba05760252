import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problemPage } from './pages/problem.tsx'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Nothing but the desk's own style, script and answers; no frame, no form to elsewhere. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A secret of this run of the desk, in every form: a page of another site cannot know it. */
export const newToken = (): string => randomBytes(18).toString('base64url')

/** The port that the connection came in on; undefined outside a server. */
const portOf = (context: Context): number | undefined =>
  (context.env as { incoming?: { socket?: { localPort?: number } } } | undefined)?.incoming?.socket?.localPort

function isOwnHost(context: Context): boolean {
  const host = context.req.header('host') ?? new URL(context.req.url).host
  const [, name = '', port = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host) ?? []
  const own = portOf(context)
  return LOOPBACK.has(name.toLowerCase()) && (own === undefined || own === Number(port))
}

/** Turns away a request that named another host: a site whose name was pointed at this machine reads nothing. */
export const onlyLoopback: MiddlewareHandler = async (context, next) => {
  if (!isOwnHost(context)) return context.text('The desk answers this machine only.', 421)
  return next()
}

/** Headers that keep what a page says from doing anything. */
export const strictHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('Content-Security-Policy', POLICY)
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'no-referrer')
  context.header('Cross-Origin-Opener-Policy', 'same-origin')
  context.header('Cross-Origin-Resource-Policy', 'same-origin')
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store')
}

function fromElsewhere(context: Context): boolean {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return true
  const origin = context.req.header('origin')
  // Under no-referrer a browser sends the origin of its own forms as "null".
  if (origin === undefined || origin === 'null') return false
  return origin !== `http://${context.req.header('host') ?? new URL(context.req.url).host}`
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Turns away a form of more than a mebibyte. */
export const smallForms: MiddlewareHandler = bodyLimit({
  maxSize: 1 << 20,
  onError: (context) => context.html(problemPage('Not done', 'This form is too long.'), 413),
})

/** Lets a form through only when it came from the desk itself and carries its token. */
export const ownForms =
  (token: string): MiddlewareHandler =>
  async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
    const given = fromElsewhere(context) ? undefined : (await context.req.parseBody()).token
    if (typeof given !== 'string' || !same(given, token))
      return context.html(problemPage('Not done', 'The form was old: open the page again and repeat.'), 403)
    return next()
  }
