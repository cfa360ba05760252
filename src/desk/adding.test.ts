import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AddingDesk, addingDesk } from '../../test/desk.ts'
import { readersHere } from '../../test/here.ts'
import { openRecord } from '../record/index.ts'
import { serveDesk } from './index.ts'

const FERRY =
  'The ferry ran aground off Grenn on Tuesday, the harbour office said.\n\nNobody was hurt, the owner told reporters.'

let desk: AddingDesk
let server: Server
let host = ''
beforeAll(async () => {
  server = createServer((_, answer) => answer.setHeader('content-type', 'text/plain').end(`${FERRY} It was fetched.`))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  desk = await addingDesk([], { collecting: { allowPrivate: true } })
})
afterAll(async () => {
  server.close()
  await desk.close()
})

describe('what is given at the desk', () => {
  it('as a text is added, and leads to its article and its line', async () => {
    const fields = { text: FERRY, headline: 'Ferry runs aground off Grenn', outlet: 'Oldmarsh Times', published: '2026-04-07', url: 'https://oldmarsh.example/ferry' } // biome-ignore format: one line
    const answer = await desk.add(fields)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/add\/j[0-9a-f]{10}$/),
    ])
    const { page } = await desk.ended(answer)
    expect(page).toContain('>Ferry runs aground off Grenn</a>')
    expect(page).toContain('Oldmarsh Times, 7 April')
    const [, article = ''] = /href="(\/articles\/[^"]+)"/.exec(page) ?? []
    expect((await desk.ask(article)).status).toBe(200)
    expect((await desk.record.about()).articles).toBe(1)
  })

  it('as files is added, each of them or why not', async () => {
    const files = [
      new File([`${FERRY} So it was in a file.`], 'saved/ferry.txt'),
      new File([''], 'nothing.html'),
      new File(['\x89PNG\r\n\x1a\n\0\0\0\0\0\0'], 'picture.png'),
    ]
    const { page } = await desk.ended(await desk.add({ files }))
    expect(page).toContain('<bdi>ferry.txt</bdi>')
    expect(page).toContain('<code>is empty</code>')
    expect(page).toContain('<code>is no text: it looks like a picture, an archive or a program</code>')
    expect(page).toContain('3 of 3 pages')
  })

  it('as addresses is fetched; what leads nowhere is named', async () => {
    const { page } = await desk.ended(await desk.add({ urls: `${host}/ferry\nhttps://\n/etc/passwd` }))
    expect(page).toContain('1 added')
    expect(page).toContain('2 not added')
    expect(page).not.toContain('root:')
  })

  it('with a hostile name is shown safely', async () => {
    const names = [
      '../../<script>alert(1)</script>.html',
      'a\u202etxt.exe',
      `${'y'.repeat(4000)}.txt`,
      '"><img src=x>.txt',
    ]
    const { page } = await desk.ended(
      await desk.add({ files: names.map((name, n) => new File([`${FERRY} ${n}`], name)) }),
    )
    expect(page).not.toMatch(/<script>|\u202e|y{200}|<img/)
    expect(page).toContain('4 of 4 pages')
  })

  it.each<[string, Record<string, string | readonly File[]>, number, string]>([
    ['nothing', {}, 422, 'There is nothing to read'],
    ['an empty choice of files', { files: [new File([], '')] }, 422, 'There is nothing to read'],
    ['no day', { text: FERRY, published: 'soon' }, 422, 'This is no day'],
    ['no address', { text: FERRY, url: 'oldmarsh' }, 422, 'This is no http or https address.'],
    ['a wrong token', { text: FERRY, token: 'x' }, 403, 'The form was old'],
  ])('is refused in one clear message: %s', async (_, fields, status, reason) => {
    const answer = await desk.add(fields)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(reason)
  })

  it('is refused from another site', async () => {
    expect((await desk.add({ text: FERRY }, { Origin: 'https://evil.example' })).status).toBe(403)
  })

  it('is refused, and not a fault, where it is a broken form', async () => {
    const headers = { Origin: desk.origin, 'Content-Type': 'multipart/form-data; boundary=x' }
    expect((await desk.ask('/add', { method: 'POST', headers, body: '--x\r\nbroken' })).status).toBe(403)
    expect((await desk.ask('/api/v1/pages', { method: 'POST', headers, body: '--x\r\nbroken' })).status).toBe(400)
  })
})

describe('how far it has come', () => {
  it('is told as events until the end', async () => {
    const answer = await desk.add({ text: `${FERRY} And then it was told.` })
    const events = await desk.ask(`${answer.headers.get('location')}/events`)
    expect(events.headers.get('content-type')).toContain('text/event-stream')
    const told = await events.text()
    expect(told).toMatch(/event: done\ndata: \{.*"tally":\{"added":1,/)
    expect(told).not.toContain('outcomes')
  })

  it.each(['/add/j0000000000', '/add/j0000000000/events', '/add/..%2f..', '/api/v1/jobs/j0000000000'])(
    'of nothing that was begun is not known: %s',
    async (path) => {
      expect((await desk.ask(path)).status).toBe(404)
    },
  )
})

describe('an upload that is too long', () => {
  it.each(['/add', '/api/v1/pages'])('is refused in one clear message, and not held: %s', async (path) => {
    const record = await openRecord(':memory:')
    const served = await serveDesk(record, { port: 0, readers: readersHere })
    const origin = served.url.replace(/\/$/, '')
    let sent = 0
    const piece = new Uint8Array(1 << 20).fill(65)
    // Pulled as it is sent: what the desk does not read is not made.
    const body = new ReadableStream({
      pull: (controller) => {
        if (sent++ < 50) controller.enqueue(piece)
        else controller.close()
      },
    })
    const before = process.memoryUsage().arrayBuffers
    const headers = {
      Origin: origin,
      'Content-Type': 'multipart/form-data; boundary=x',
      'Content-Length': `${50 << 20}`,
    }
    const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('This is more than 32 MiB at once: add it in parts, or on the command line.')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(48 << 20)
    await served.close()
    await record.close()
  })
})
