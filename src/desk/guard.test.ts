import { beforeAll, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'
import { serveDesk } from './index.ts'

let desk: Asked
beforeAll(async () => {
  desk = await askedDesk()
})

describe('whom the desk answers', () => {
  it.each([
    ['http://127.0.0.1:8080/', 200],
    ['http://localhost:8080/', 200],
    ['http://[::1]:8080/', 200],
    ['http://evil.example/', 421],
    ['http://evil.example:8080/', 421],
    ['http://127.0.0.1.evil.example/', 421],
    ['http://192.168.1.7:8080/', 421],
  ])('%s: %i', async (url, status) => {
    expect((await desk.app.request(url)).status).toBe(status)
    expect((await desk.app.request('http://127.0.0.1:8080/', { headers: { Host: new URL(url).host } })).status).toBe(
      status,
    )
  })

  it('takes no host that is not loopback', () => {
    expect(() => serveDesk(desk.record, { host: '0.0.0.0' })).toThrow('0.0.0.0')
  })

  it('answers only those who name the port that it listens on', async () => {
    const served = await serveDesk(desk.record, { port: 0 })
    const port = Number(new URL(served.url).port)
    const asked = async (host: string) => (await fetch(served.url, { headers: { Host: host } })).status
    expect(await asked(`127.0.0.1:${port}`)).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/keys`)).status).toBe(200)
    await served.close()
    await expect(fetch(served.url)).rejects.toThrow()
  })
})

describe('what goes with every answer', () => {
  it.each(['/', '/keys', '/assets/desk.css', '/api/v1/stories', '/nowhere', '/api/v1/nowhere'])('%s', async (path) => {
    const { headers } = await desk.app.request(`http://127.0.0.1:8080${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('has no script, style or handler of its own in a page', async () => {
    const pages = ['/', '/keys', '/corrections', `/stories/${desk.story}`, `/stories/${desk.story}/timeline`]
    for (const path of pages) {
      const page = await desk.text(path)
      expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]* src="\/assets\/desk\.js")/i)
    }
  })
})

describe('forms', () => {
  const HIDE = { kind: 'hide', back: '/' }
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['another site', {}, { Origin: 'https://evil.example' }],
    ['another port of this machine', {}, { Origin: 'http://127.0.0.1:9999' }],
    ['another site, as the browser says', {}, { 'Sec-Fetch-Site': 'cross-site' }],
    ['another name on this machine', {}, { 'Sec-Fetch-Site': 'same-site' }],
    ['no token', { token: '' }, {}],
    ['a wrong token', { token: 'x'.repeat(24) }, {}],
  ])('are refused from %s', async (_, fields, headers) => {
    const ref = await refOf('ran aground')
    const answer = await desk.post({ ...HIDE, ref, ...fields }, headers)
    expect(answer.status).toBe(403)
    expect(await desk.record.decisions()).toEqual([])
  })

  it('are refused when they are too long', async () => {
    expect((await desk.post({ ...HIDE, name: 'x'.repeat(2 << 20) })).status).toBe(413)
  })

  it.each(['//evil.example/', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', ''])(
    'never land on another host: %j',
    async (back) => {
      const ref = await refOf('boarded the ferry')
      const landed = (await desk.post({ kind: 'confirm', ref, back })).headers.get('location')
      expect(landed).toMatch(/^\/(\?settled=d[0-9a-f]{10})$/)
    },
  )
})

/** The reference that a form gives for an event of the newest version that has these words. */
async function refOf(words: string): Promise<string> {
  for (const article of ['bugle-1', 'post-1', 'wire-1']) {
    const reading = (await desk.record.reading(article))?.reading
    const event = reading?.events.find(({ start, end }) => reading.text.slice(start, end) === words)
    if (reading && event) return `${reading.id}@${reading.version}#${event.id}`
  }
  throw new Error(`no event of the made story has the words "${words}"`)
}
