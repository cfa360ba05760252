import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MOST_BYTES } from './given.ts'
import type { Label } from './labels.ts'
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

const hostOf = (context: Context): string => context.req.header('host') ?? new URL(context.req.url).host

function fromElsewhere(context: Context): boolean {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return true
  const origin = context.req.header('origin')
  // Under no-referrer a browser sends the origin of its own forms as "null".
  if (origin === undefined || origin === 'null') return false
  return origin !== `http://${hostOf(context)}`
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const isApi = (context: Context): boolean => context.req.path.startsWith('/api/')

function refused(context: Context, status: 403 | 413, reason: Label) {
  return isApi(context)
    ? context.json({ problem: reason }, status)
    : context.html(problemPage('Not done', reason, context.req.path === '/add' ? '/add' : '/'), status)
}

const FORM = 1 << 20

const small = bodyLimit({ maxSize: FORM, onError: (context) => refused(context, 413, 'This form is too long.') })
// Beside the pages there are the other fields of their form.
const large = bodyLimit({
  maxSize: MOST_BYTES + FORM,
  onError: (context) =>
    refused(context, 413, 'This is more than 32 MiB at once: add it in parts, or on the command line.'),
})

/** Paths to which pages are sent. */
const TAKES_PAGES: ReadonlySet<string> = new Set(['/add', '/api/v1/pages'])

/** Turns away a form of more than a mebibyte; where pages are sent, of more than a page may have. Nothing beyond that is read. */
export const smallForms: MiddlewareHandler = (context, next) =>
  (TAKES_PAGES.has(context.req.path) ? large : small)(context, next)

/** The fields of a form; none where it is no form, or a broken one. */
async function tokenIn(context: Context): Promise<unknown> {
  try {
    return (await context.req.parseBody()).token
  } catch {
    return undefined
  }
}

/**
 * Lets a form through only when it came from the desk itself and carries its token. What changes something through the API names the desk as its
 * origin instead: a browser says truly where a page came from, so that no page of another site can, and a program on this machine says so by itself.
 */
export const ownForms =
  (token: string): MiddlewareHandler =>
  async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
    if (isApi(context)) {
      const own = !fromElsewhere(context) && context.req.header('origin') === `http://${hostOf(context)}`
      return own ? next() : refused(context, 403, 'Name the desk as the origin of what changes something.')
    }
    const given = fromElsewhere(context) ? undefined : await tokenIn(context)
    if (typeof given !== 'string' || !same(given, token))
      return refused(context, 403, 'The form was old: open the page again and repeat.')
    return next()
  }
