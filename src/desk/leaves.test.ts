import { beforeAll, describe, expect, it } from 'vitest'
import { memoryRecord } from '../../test/browser/memory.ts'
import { made } from '../../test/made.ts'
import { deskApp } from './index.ts'
import { LEAF, leafOf, linePath, placeOf } from './leaves.ts'

const HOST = 'http://127.0.0.1:8080'
const OUTLETS = ['Oldmarsh Times', 'Grenn Gazette']

// A word for each number, so that no statement is like another.
const wordOf = (n: number): string => [...String(n * 7919 + 1013)].map((digit) => 'bacodifugehakilomune'.slice(2 * Number(digit), 2 * Number(digit) + 2)).join('') // biome-ignore format: one line
const quoteOf = (n: number): string => `“${[0, 1, 2, 3, 4, 5].map((k) => wordOf(n * 6 + k)).join(' ')},”`

// Many articles of one story, each with events and statements of its own.
const readings = Array.from({ length: 26 }, (_, n) => {
  const day = `2026-04-${String(n + 1).padStart(2, '0')}`
  const numbers = Array.from({ length: 10 }, (__, k) => n * 10 + k)
  return made({
    id: `dam-${n}`,
    outlet: OUTLETS[n % 2] ?? '',
    published: `${day}T09:00:00Z`,
    headline: 'Oldmarsh dam barriers fail one after another',
    body: numbers.map(
      (one) => `Water broke barrier ${one} of the Oldmarsh dam on that day. ${quoteOf(one)} said Maria Holt.`,
    ),
    entities: [{ names: ['Maria Holt'] }],
    events: numbers.map((one) => ({ words: `broke barrier ${one}`, day, score: 0.95 })),
    said: numbers.map((one) => ({ words: quoteOf(one), source: 'Maria Holt', cue: 'said', speaker: 'Maria Holt', score: 0.95 })), // biome-ignore format: one line
  })
})

const app = deskApp(memoryRecord(readings))
const text = async (path: string): Promise<string> => (await app.request(`${HOST}${path}`)).text()
const idsOn = (page: string) =>
  [...page.matchAll(/<li class="(?:line|said)[^"]*" id="([hs][0-9a-f]{10})"/g)].map(([, id = '']) => id)
const nextOn = (page: string) =>
  /<nav class="leaves".*?<a class="btn" href="([^"]+)">next<\/a>/s.exec(page)?.[1]?.replaceAll('&amp;', '&')

let story = ''
beforeAll(async () => {
  const { stories } = (await (await app.request(`${HOST}/api/v1/stories`)).json()) as { stories: { id: string }[] }
  story = stories[0]?.id ?? ''
})

describe('pages of a view', () => {
  it.each(['timeline', 'statements'])(
    'of many lines hold at most 200 each, and all of them together: %s',
    async (view) => {
      const found: string[] = []
      for (let path: string | undefined = `/stories/${story}/${view}`; path; ) {
        const page: string = await text(path)
        const ids = idsOn(page)
        expect(ids.length).toBeGreaterThan(0)
        expect(ids.length).toBeLessThanOrEqual(LEAF)
        found.push(...ids)
        path = nextOn(page)
      }
      expect(found).toHaveLength(260)
      expect(new Set(found).size).toBe(260)
    },
  )

  it('keep what is asked for', async () => {
    const page = await text(`/stories/${story}/timeline?words=dam&from=2026-04-02`)
    expect(idsOn(page)).toHaveLength(LEAF)
    const next = nextOn(page) ?? ''
    expect(next).toContain('words=dam')
    expect(next).toContain('from=2026-04-02')
    expect(idsOn(await text(next))).toHaveLength(50)
  })

  it('are led to by every line that another page shows', async () => {
    const [front, first] = [await text(`/stories/${story}`), await text('/')]
    const links = [
      ...`${front}${first}`.matchAll(/href="(\/stories\/[^"#]+\/(?:timeline|statements)[^"#]*)#([hs][0-9a-f]{10})"/g),
    ]
    expect(links.length).toBeGreaterThan(20)
    const each = [...new Map(links.map((link) => [link[2], link])).values()]
    for (const [, path = '', id] of [...each.slice(0, 2), ...each.slice(-3)])
      expect(await text(path.replaceAll('&amp;', '&'))).toContain(` id="${id}"`)
  })

  it('lead to lines of other pages from the drawing', async () => {
    const page = await text(`/stories/${story}/timeline`)
    const [, path = '', id] = /href="(\/stories\/[^"#]+line=[^"#]+)#(h[0-9a-f]{10})"/.exec(page) ?? []
    expect(idsOn(page)).not.toContain(id)
    expect(idsOn(await text(path.replaceAll('&amp;', '&')))).toContain(id)
  })

  it.each(['page=0', 'page=-1', 'page=x', 'page=99999', 'page=1e3', 'line=h0000000000', 'line=%00'])(
    'are shown whatever is asked: %s',
    async (query) => {
      const answer = await app.request(`${HOST}/stories/${story}/timeline?${query}`)
      expect(answer.status).toBe(200)
      expect(idsOn(await answer.text()).length).toBeGreaterThan(0)
    },
  )
})

describe('a part of lines', () => {
  const line = (n: number) => ({ id: `h${n}` }) as Parameters<typeof leafOf>[0][number]
  const lines = Array.from({ length: 450 }, (_, n) => line(n))
  it.each([
    ['', 1, 1, 200],
    ['page=3', 3, 401, 450],
    ['page=9', 3, 401, 450],
    ['line=h200', 2, 201, 400],
    ['page=3&line=none', 3, 401, 450],
  ])('%j', (query, n, from, to) => {
    expect(leafOf(lines, placeOf(new URLSearchParams(query)))).toMatchObject({ n, of: 3, from, to, all: 450 })
  })

  it('is all of them where nothing is paged', () => {
    const all = leafOf(lines, placeOf(new URLSearchParams('page=3'), Number.POSITIVE_INFINITY))
    expect([all.lines.length, all.n, all.of, all.pageOf(449)]).toEqual([450, 1, 1, 1])
  })

  it('of none is one page', () => {
    expect(leafOf([], { page: 1, most: LEAF })).toMatchObject({ lines: [], n: 1, of: 1, from: 0, to: 0, all: 0 })
  })

  it('is named by its line only where there are more pages than one', () => {
    expect([linePath('y1', 'timeline', 200, 'h1'), linePath('y1', 'timeline', 201, 'h1')]).toEqual(['/stories/y1/timeline#h1', '/stories/y1/timeline?line=h1#h1']) // biome-ignore format: one line
  })
})
