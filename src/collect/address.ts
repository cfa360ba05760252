import { get as getHttp, type IncomingMessage } from 'node:http'
import { get as getHttps } from 'node:https'
import { isIP } from 'node:net'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Page } from '../articles/page.ts'
import { gather, LONGEST } from '../inputs/bytes.ts'
import { INPUTS } from '../inputs/index.ts'
import type { Address, Hint } from '../inputs/input.ts'
import { READER_VERSION } from '../readings/reading.ts'
import { pagesIn } from './bytes.ts'
import { checkedLookup, isPublic, PrivateAddress, type Resolve, resolveHost } from './network.ts'
import { type Problem, problem, problemOf } from './problem.ts'

/** How an address is fetched. */
export interface Fetching {
  /** Allows addresses of this machine and of private networks; refused otherwise, since a page or a redirect may name them. */
  readonly allowPrivate?: boolean
  /** Milliseconds for all of it, redirects and body included; 30,000 unless told. */
  readonly timeout?: number
  /** Bytes of a body, unpacked; 32 MiB unless told. */
  readonly longest?: number
  /** Which IP addresses may be asked; those of the public internet unless told, or all with `allowPrivate`. */
  readonly allows?: (ip: string) => boolean
  /** Asks for a host's addresses; the system unless told. */
  readonly resolve?: Resolve
  /** Ends what is being fetched. */
  readonly signal?: AbortSignal
}

const TIMEOUT = 30_000
const MOST_REDIRECTS = 5

const HEADERS = {
  'user-agent': `Onrecord/${READER_VERSION}`,
  accept: `${INPUTS.flatMap(({ types }) => types).join(', ')}, */*;q=0.1`,
  'accept-encoding': 'gzip, br',
}

/** The pages at one http(s) address: one polite request, redirects followed up to five times, each of them checked. */
export async function* pagesAtAddress(
  address: string,
  fetching: Fetching = {},
): AsyncIterable<Page | Address | Problem> {
  const fetched = await fetchBytes(address, fetching)
  if ('problem' in fetched) yield fetched
  else yield* pagesIn(once(fetched.bytes), fetched.hint)
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** What an address answered. */
interface Answer {
  readonly bytes: Uint8Array
  readonly hint: Hint
}

async function fetchBytes(address: string, fetching: Fetching): Promise<Answer | Problem> {
  const seconds = (fetching.timeout ?? TIMEOUT) / 1000
  const late = AbortSignal.timeout(fetching.timeout ?? TIMEOUT)
  const signal = fetching.signal ? AbortSignal.any([late, fetching.signal]) : late
  try {
    return await follow(address, fetching, signal)
  } catch (error) {
    if (late.aborted) return problem(address, 'timeout', `gave no answer within ${seconds} seconds`)
    if (error instanceof PrivateAddress)
      return problem(address, 'private', `leads into a private network: ${error.message}`)
    return problemOf(address, error)
  }
}

async function follow(address: string, fetching: Fetching, signal: AbortSignal): Promise<Answer | Problem> {
  let url: URL | undefined = parsed(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!url) return problem(address, 'address', 'leads to what is no http or https address')
    if (url.username || url.password)
      return problem(address, 'address', 'holds a name or a password, which Onrecord does not send')
    url.hash = ''
    const answer = await request(url, fetching, signal)
    const to = answer.headers.location
    if (!isRedirect(answer.statusCode) || !to) return await bodyOf(address, url, answer, fetching)
    answer.destroy()
    url = parsed(to, url)
  }
  return problem(address, 'redirects', `redirects more than ${MOST_REDIRECTS} times`)
}

function parsed(address: string, base?: URL): URL | undefined {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

const isRedirect = (status = 0): boolean => [301, 302, 303, 307, 308].includes(status)

function request(url: URL, fetching: Fetching, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const allows = fetching.allows ?? (fetching.allowPrivate ? () => true : isPublic)
  // A literal address is never looked up, so it is checked here.
  if (isIP(host) && !allows(host)) throw new PrivateAddress(host)
  const lookup = checkedLookup(fetching.resolve ?? resolveHost, allows)
  const get = url.protocol === 'https:' ? getHttps : getHttp
  // No agent: a connection kept from an earlier request would not be looked up again.
  return new Promise((done, fail) => {
    get(url, { headers: HEADERS, lookup, signal, agent: false }, done).on('error', fail)
  })
}

async function bodyOf(
  address: string,
  url: URL,
  answer: IncomingMessage,
  fetching: Fetching,
): Promise<Answer | Problem> {
  const { statusCode = 0, statusMessage = '', headers } = answer
  const longest = fetching.longest ?? LONGEST
  const stop = (found: Problem): Problem => {
    answer.destroy()
    return found
  }
  if (statusCode < 200 || statusCode > 299)
    return stop(problem(address, 'status', `answered ${statusCode} ${statusMessage}`.trimEnd()))
  if (Number(headers['content-length'] ?? 0) > longest) return stop(tooLong(address, longest))
  const bytes = await gather(unpacked(answer), longest)
  if (!bytes) return stop(tooLong(address, longest))
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  const type = headers['content-type']
  const fetched = new Date().toISOString()
  return { bytes, hint: { name, ...(type ? { type } : {}), url: url.href, fetched, origin: address } }
}

const tooLong = (address: string, longest: number): Problem =>
  problem(address, 'too-long', `is longer than ${longest} bytes`)

const UNPACK: Readonly<Record<string, () => NodeJS.ReadWriteStream & AsyncIterable<Uint8Array>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
}

function unpacked(answer: IncomingMessage): AsyncIterable<Uint8Array> {
  const make = UNPACK[(answer.headers['content-encoding'] ?? '').trim().toLowerCase()]
  // Errors reach whoever reads the last stream.
  return make ? pipeline(answer, make(), () => {}) : answer
}
