import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Fetching, pagesAtAddress } from './address.ts'

const PAGE = '<!doctype html><p>Rain fell.'
const seen: { url: string; headers: IncomingHttpHeaders }[] = []

const answers: Record<string, RequestListener> = {
  '/page': (_, res) => res.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE),
  '/bare': (_, res) => res.end(PAGE),
  '/gzip': (_, res) => res.setHeader('content-encoding', 'gzip').end(gzipSync(PAGE)),
  '/brotli': (_, res) => res.setHeader('content-encoding', 'br').end(brotliCompressSync(PAGE)),
  '/broken': (_, res) => res.setHeader('content-encoding', 'gzip').end(PAGE),
  '/bomb': (_, res) => res.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(5_000_000, 65))),
  '/lines.jsonl': (_, res) => res.setHeader('content-type', 'text/plain').end('{"id":"a","text":"Rain"}\n{"id":"b"'),
  '/picture': (_, res) => res.setHeader('content-type', 'image/png').end(Buffer.from('\x89PNG\r\n', 'latin1')),
  '/drawing': (_, res) => res.setHeader('content-type', 'image/svg+xml').end('<svg>'),
  '/json': (_, res) => res.setHeader('content-type', 'application/json').end('{"a":1}'),
  '/gone': (_, res) => res.writeHead(404).end('no'),
  '/busy': (_, res) => res.writeHead(503, 'Busy').end(),
  '/empty': (_, res) => res.writeHead(204).end(),
  '/long': (_, res) => res.setHeader('content-length', 50_000_000).write('x'),
  '/longer': (_, res) => {
    for (let i = 0; i < 40; i++) res.write('x'.repeat(100_000))
    res.end()
  },
  '/silent': () => {},
  '/stalls': (_, res) => res.write('<p>'),
  '/cut': (_, res) => {
    res.setHeader('content-length', 100).write('x')
    setTimeout(() => res.destroy(), 10)
  },
  '/to-page': (_, res) => res.writeHead(301, { location: '/page#there' }).end(),
  '/circle': (_, res) => res.writeHead(302, { location: '/circle' }).end(),
  '/to-file': (_, res) => res.writeHead(302, { location: 'file:///etc/hosts' }).end(),
  '/to-private': (_, res) => res.writeHead(307, { location: 'http://127.0.0.2/latest/' }).end(),
}

let server: Server
let base = ''

beforeAll(async () => {
  server = createServer((req, res) => {
    seen.push({ url: req.url ?? '', headers: req.headers })
    answers[(req.url ?? '').split('?', 1)[0] ?? '']?.(req, res)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function fetched(address: string, fetching: Fetching = {}): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const one of pagesAtAddress(address, { allowPrivate: true, timeout: 10_000, ...fetching }))
    found.push('problem' in one ? one.problem.reason : one)
  return found
}

const portOf = (address: string): string => new URL(address).port

describe('pagesAtAddress', () => {
  it('gives the page, with where and when it was fetched', async () => {
    const [page] = await fetched(`${base}/page?a=1#part`)
    expect(page).toEqual({
      bytes: new TextEncoder().encode(PAGE),
      type: 'text/html; charset=utf-8',
      url: `${base}/page?a=1`,
      fetched: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      origin: `${base}/page?a=1#part`,
    })
  })

  it('says who asks, once', async () => {
    seen.length = 0
    await fetched(`${base}/page`)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.headers['user-agent']).toMatch(/^Onrecord\/\d/)
    expect(seen[0]?.headers.accept).toMatch(/^text\/html/)
    expect(seen[0]?.headers).not.toHaveProperty('cookie')
  })

  it.each(['/bare', '/gzip', '/brotli', '/to-page'])('reads %s', async (path) => {
    expect(await fetched(base + path)).toMatchObject([{ bytes: new TextEncoder().encode(PAGE) }])
  })

  it('names the page by where redirects led', async () => {
    expect(await fetched(`${base}/to-page`)).toMatchObject([{ url: `${base}/page`, origin: `${base}/to-page` }])
  })

  it('reads JSON Lines by the ending', async () => {
    expect(await fetched(`${base}/lines.jsonl`)).toMatchObject([{ id: 'a' }, 'is cut: its JSON does not end'])
  })

  it.each([
    ['/picture', 'is no text: it looks like a picture, an archive or a program'],
    ['/drawing', 'is no page: its type is image/svg+xml'],
    ['/json', 'is no page: its type is application/json'],
    ['/gone', 'answered 404 Not Found'],
    ['/busy', 'answered 503 Busy'],
    ['/empty', 'is empty'],
    ['/long', 'is longer than 33554432 bytes'],
    ['/cut', 'broke the connection off'],
    ['/broken', 'cannot be read: incorrect header check'],
    ['/circle', 'redirects more than 5 times'],
    ['/to-file', 'leads to what is no http or https address'],
  ])('%s %s', async (path, reason) => {
    expect(await fetched(base + path)).toEqual([reason])
  })

  it.each(['/longer', '/bomb'])('reads no more of %s than allowed', async (path) => {
    expect(await fetched(base + path, { longest: 1_000_000 })).toEqual(['is longer than 1000000 bytes'])
  })

  it.each(['/silent', '/stalls'])('does not wait for %s', async (path) => {
    expect(await fetched(base + path, { timeout: 100 })).toEqual(['gave no answer within 0.1 seconds'])
  })

  it('asks six times at most', async () => {
    seen.length = 0
    await fetched(`${base}/circle`)
    expect(seen).toHaveLength(6)
  })

  it('sends no password', async () => {
    expect(await fetched(base.replace('http://', 'http://ada:secret@'))).toEqual([
      'holds a name or a password, which Onrecord does not send',
    ])
  })

  it('names a host that is not known, and one that refuses', async () => {
    const resolve = async (): Promise<never> => {
      throw Object.assign(new Error('no'), { code: 'ENOTFOUND' })
    }
    expect(await fetched('http://news.example/', { resolve })).toEqual(['has a host that is not known'])
    const closed = createServer()
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done))
    const { port } = closed.address() as AddressInfo
    await new Promise((done) => closed.close(done))
    expect(await fetched(`http://127.0.0.1:${port}/`)).toEqual(['refuses connections'])
  })
})

describe('private networks', () => {
  const resolvesTo =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

  it.each([
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://[::1]/', '::1'],
    ['http://[::ffff:10.0.0.1]/', '::ffff:a00:1'],
    ['https://192.168.0.1:8443/', '192.168.0.1'],
  ])('%s is refused', async (address, ip) => {
    expect(await fetched(address, { allowPrivate: false })).toEqual([`leads into a private network: ${ip}`])
  })

  it('a name that stands for one is refused, and nothing is asked of it', async () => {
    seen.length = 0
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1']])
      expect(
        await fetched(`http://news.example:${portOf(base)}/page`, {
          allowPrivate: false,
          resolve: resolvesTo(...addresses),
        }),
      ).toEqual(['leads into a private network: news.example is 127.0.0.1'])
    expect(seen).toEqual([])
  })

  it('the address that was checked is the one that is asked', async () => {
    let asked = 0
    const resolve = async () => {
      asked++
      return resolvesTo(asked === 1 ? '127.0.0.1' : '127.0.0.2')()
    }
    seen.length = 0
    const address = `http://news.example:${portOf(base)}/page`
    expect(await fetched(address, { resolve })).toMatchObject([{ url: address }])
    expect(asked).toBe(1)
    expect(seen[0]?.headers.host).toBe(`news.example:${portOf(base)}`)
  })

  it('each redirect is checked', async () => {
    const allows = (ip: string) => ip === '127.0.0.1'
    expect(await fetched(`${base}/page`, { allows })).toHaveLength(1)
    expect(await fetched(`${base}/to-private`, { allows })).toEqual(['leads into a private network: 127.0.0.2'])
  })
})
