import { describe, expect, it } from 'vitest'
import { readHtml } from '../html.ts'

const read = (body: string, head = '', url = 'https://courier.example/a') =>
  readHtml(`<html><head>${head}</head><body>${body}</body></html>`, { url })
const linked = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const links = (n: number) => '<li><a href="/1">Hospital in Gori evacuated</a></li>'.repeat(n)

describe('a page that holds no article says what it is, and why', () => {
  it.each<[string, string, string, string | undefined, RegExp]>([
    ['<h1>404 Not Found</h1>', '', 'error-page', undefined, /“not found”/],
    ['<p>Sorry.</p>', '<title>Error 503</title>', 'error-page', undefined, /“error 503”/],
    ['<h1>Seite nicht gefunden</h1>', '', 'error-page', undefined, /“nicht gefunden”/],
    [`<h1>Search results for gas</h1>${links(5)}`, '', 'search-page', undefined, /“search results”/],
    [`<h1>gas</h1>${links(5)}`, '', 'search-page', 'https://courier.example/search?q=gas', /address/],
    [links(5), linked({ '@type': 'SearchResultsPage' }), 'search-page', undefined, /linked data/],
    ['<h1>Flood in Ormoz</h1><video src="/a.mp4"></video>', '', 'video-page', undefined, /holds one/],
    ['<h1>Flood in Ormoz</h1>', '<meta property="og:type" content="video.other">', 'video-page', undefined, /declares/],
    ['<h1>Flood in Ormoz</h1>', linked({ '@type': 'VideoObject', name: 'Flood' }), 'video-page', undefined, /linked data/],
    [`<h1>World</h1><ul>${links(4)}</ul>`, '', 'list-page', undefined, /4 links .*9\d in 100/],
    ['<p>Hello</p>', '', 'no-article', undefined, /no running text/],
    ['', '', 'empty', undefined, /is empty/],
    ['<script>x</script>', '', 'empty', undefined, /is empty/],
    ['&lt;'.repeat(1000), '', 'empty', undefined, /is empty/],
  ])('%s %s', (body, head, rule, url, why) => {
    const { notices } = read(body, head, url)
    expect(notices.map((one) => [one.rule, one.grade])).toEqual([[`pages/${rule}`, 'error']])
    expect(notices[0]?.reason).toMatch(why)
  }) // biome-ignore format: a table
})

describe('an article that only the linked data give', () => {
  const TEXT = [
    'The river rose by two metres in the night, and the fire brigade cleared the streets beside it, the mayor said.',
    'Nobody was hurt, although “several” cellars were under water &amp; the road to the harbour stayed closed.',
  ]
  const page = (articleBody: string) =>
    read('<h1>River rises by two metres</h1>', linked({ '@type': 'NewsArticle', articleBody }))
  it('is read from them, with a notice, and with the places of its words', () => {
    const html = `<html><head>${linked({ '@type': 'NewsArticle', articleBody: TEXT.join('\n\n') })}</head><body><h1>River rises by two metres</h1></body></html>`
    const { text, blocks, notices } = readHtml(html, {})
    expect(blocks.map(({ part, start, end }) => [part, text.slice(start, end)])).toEqual([
      ['headline', 'River rises by two metres'],
      ['paragraph', TEXT[0]],
      ['paragraph', TEXT[1]?.replace('&amp;', '&')],
    ])
    expect(blocks.map(({ source }) => html.slice(...(source ?? [0, 0])))).toEqual([
      'River rises by two metres',
      ...TEXT,
    ])
    expect(notices.map(({ rule }) => rule)).toEqual(['pages/linked-text'])
  })
  it.each<[string, string[]]>([
    [`<p>${TEXT[0]}</p><p>${TEXT[0]}</p>`, [TEXT[0] ?? '', TEXT[0] ?? '']],
    ['x'.repeat(5000), ['x'.repeat(5000)]],
    ['Too little.', []],
  ])('%#', (given, want) => {
    const { text, blocks } = page(given)
    const paragraphs = blocks.filter(({ part }) => part === 'paragraph')
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(want)
  })
  it('is not, where the page shows it', () => {
    const shown = read(
      `<main><h1>River rises</h1>${TEXT.map((one) => `<p>${one}</p>`).join('')}<p>${TEXT[0]?.replaceAll('river', 'stream')}</p></main>`,
      linked({ '@type': 'NewsArticle', articleBody: `Another text. ${'word '.repeat(100)}` }),
    )
    expect(shown.text).not.toContain('Another text')
    expect(shown.notices).toEqual([])
  })
})
