import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from '../articles/page.ts'
import { articleOf } from './index.ts'

const page = (text: string, more: Partial<Page> = {}): Page => ({ bytes: new TextEncoder().encode(text), ...more })
const html = (body: string, head = ''): Page =>
  page(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, { type: 'text/html' })

const PARAGRAPHS = [
  'The river rose by two metres in the night, and the fire brigade cleared the streets beside it, the mayor said on Tuesday.',
  'Nobody was hurt, although several cellars were under water, and the road to the harbour stayed closed until noon.',
  'The water is expected to fall by the weekend, according to the river authority, which measures it at three places.',
]
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
const partsOf = (given: Page) => {
  const article = articleOf(given)
  return article.blocks.map(({ part, start, end }) => [part, article.text.slice(start, end)])
}

describe('articleOf: what a page of HTML is', () => {
  it('keeps the article and lists the rest with the reason', () => {
    const article = articleOf(
      html(
        `<nav><a href="/">Home</a></nav><main><h1>River rises by two metres</h1>${BODY}</main><footer>About us</footer>`,
      ),
    )
    expect(article.headline).toBe('River rises by two metres')
    expect(article.body).toBe(PARAGRAPHS.join('\n\n'))
    expect(article.removed.map(({ text, by }) => [text, by])).toEqual([
      ['Home', 'pages/navigation'],
      ['About us', 'pages/footer'],
    ])
  })

  it.each([
    [
      'a class that says what stands beside',
      `<div class="page has-sidebar"><h1>River rises by two metres</h1>${BODY}</div>`,
    ],
    [
      'the tags of WordPress',
      `<article class="post tag-flood category-news"><h1>River rises by two metres</h1>${BODY}</article>`,
    ],
    [
      'an advertisement wrapped around all',
      `<div class="ad-container"><h1>River rises by two metres</h1>${BODY}</div>`,
    ],
  ])('is not misled by %s', (_, body) => {
    expect(articleOf(html(body)).body).toBe(PARAGRAPHS.join('\n\n'))
  })

  it.each<[string, string, string]>([
    ['<aside>Read this too, it is about another river and stands in a box.</aside>', 'pages/sidebar', 'Read this too'],
    ['<div class="share-buttons"><span>Send to a friend</span></div>', 'pages/sharing', 'Send to a friend'],
    ['<p><a href="/b">Another river rises too</a></p>', 'pages/related-link', 'Another river'],
    ['<p>Advertisement</p>', 'pages/phrase', 'Advertisement'],
    [
      '<div class="newsletter-signup"><p>Get our letter every morning, with all the news.</p></div>',
      'pages/newsletter',
      'Get our letter',
    ],
  ])('removes %s', (extra, by, words) => {
    const article = articleOf(
      html(`<main><h1>River rises by two metres</h1>${BODY}${extra}${BODY.replaceAll('river', 'stream')}</main>`),
    )
    expect(article.removed.filter((one) => one.text.startsWith(words)).map((one) => one.by)).toEqual([by])
  })

  it('finds the parts of an article, in order', () => {
    const given =
      html(`<main><h1>River rises by two metres</h1><p class="standfirst">Cellars flooded, and the road to the harbour is closed</p>
      <p class="byline">By Ana Roth and Pavel Lenz</p><time class="date" datetime="2026-05-13T10:00:00+02:00">13 May 2026</time>
      <figure><img src="/river.jpg" alt="A street under water"><figcaption>Water in Quay Street on Tuesday. (Ana Roth/Courier)</figcaption></figure>
      <p>ORMOZ, Slovenia (Courier) — ${PARAGRAPHS[0]}</p><h2>The road to the harbour</h2><p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p>
      <p>Correction: an earlier version of this article said that the river rose by three metres.</p></main>`)
    expect(partsOf(given).map(([part]) => part)).toEqual([
      'headline', 'standfirst', 'byline', 'caption', 'credit', 'dateline', 'paragraph', 'subheading', 'paragraph', 'paragraph', 'correction',
    ]) // biome-ignore format: a list to be read
    const article = articleOf({ ...given, url: 'https://courier.example/river' })
    expect(article.authors).toEqual(['Ana Roth', 'Pavel Lenz'])
    expect(article.dateline).toBe('ORMOZ, Slovenia (Courier)')
    expect(article.captions).toMatchObject([
      {
        caption: 'Water in Quay Street on Tuesday.',
        credit: 'Ana Roth/Courier',
        image: 'https://courier.example/river.jpg',
        alt: 'A street under water',
      },
    ])
    expect(article.blocks.filter(({ n }) => n !== undefined).map(({ n }) => n)).toEqual([1, 2, 3])
  })

  it('points into the HTML', () => {
    const given = html(`<main><h1>River rises by two metres</h1>${BODY}</main>`)
    const source = new TextDecoder().decode(given.bytes)
    const article = articleOf(given)
    for (const { source: place, start, end } of article.blocks)
      expect(source.slice(place?.[0], place?.[1])).toBe(article.text.slice(start, end))
  })

  it('gives nothing of markup, script or style', () => {
    const article = articleOf(
      html(
        `<main><h1>River rises <script>alert(1)</script>by two metres</h1>${BODY}<style>p{}</style><p onclick="x()">It fell &lt;b&gt;again&lt;/b&gt; on Wednesday, they said.</p></main>`,
      ),
    )
    expect(article.text).not.toMatch(/alert|onclick|p\{\}/)
    expect(article.text).toContain('It fell <b>again</b> on Wednesday')
  })
})

describe('articleOf: what a page says of itself', () => {
  const linked = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
  it.each([
    [
      'JSON-LD',
      linked({ '@type': 'NewsArticle', datePublished: '2026-05-13T09:12:00+02:00' }),
      '2026-05-13T09:12:00+02:00',
    ],
    [
      'JSON-LD in a graph',
      linked({ '@graph': [{ '@type': 'WebPage' }, { '@type': 'NewsArticle', datePublished: '2026-05-13' }] }),
      '2026-05-13',
    ],
    ['OpenGraph', '<meta property="article:published_time" content="2026-05-13T07:12:00Z">', '2026-05-13T07:12:00Z'],
    ['a meta date', '<meta name="date" content="13 May 2026">', '2026-05-13'],
  ])('published: %s', (_, head, want) => {
    expect(articleOf(html(`<h1>River rises by two metres</h1>${BODY}`, head)).published).toBe(want)
  })

  it.each([
    ['<p>13 May 2026, 9.30 am</p>', '2026-05-13T09:30'],
    ['<p>Published: May 13, 2026</p>', '2026-05-13'],
    ['<p>13.05.2026</p>', '2026-05-13'],
    ['<p>05/06/2026</p>', undefined],
  ])('published: the visible line %s', (line, want) => {
    expect(articleOf(html(`<main><h1>River rises by two metres</h1>${line}${BODY}</main>`)).published).toBe(want)
  })

  it('takes what the giver knows above what the page says', () => {
    const article = articleOf({
      ...html(`<main><h1>River rises by two metres</h1><p>12 May 2026</p>${BODY}</main>`),
      published: '2026-05-13',
      id: 'mine',
    })
    expect([article.id, article.published, article.found.published?.by]).toEqual(['mine', '2026-05-13', 'pages/given'])
  })

  it('does not believe a date after the day it was fetched', () => {
    expect(
      articleOf({
        ...html(`<main><h1>River rises by two metres</h1><p>13 May 2027</p>${BODY}</main>`),
        fetched: '2026-05-14T08:00:00Z',
      }).published,
    ).toBeUndefined()
  })

  it('has one id for one article, whatever address it came by', () => {
    const head = '<link rel="canonical" href="https://courier.example/river">'
    const ids = [
      'https://courier.example/river?utm_source=x',
      'https://www.courier.example/river/',
      'https://courier.example/amp/river',
    ].map((url) => articleOf({ ...html(`<h1>River rises</h1>${BODY}`, head), url }).id)
    expect(new Set(ids).size).toBe(1)
  })

  it('has another version for other words, and the same for other markup', () => {
    const [a, b, c] = [BODY, BODY.replaceAll('<p>', '<p class="x">'), BODY.replace('two', 'three')].map(
      (body) => articleOf(html(`<h1>River rises</h1>${body}`)).version,
    )
    expect(a).toBe(b)
    expect(c).not.toBe(a)
  })
})

describe('articleOf: bytes', () => {
  it.each([
    ['utf-8', Buffer.from('Pădure și râu', 'utf8'), '', 'Pădure și râu'],
    ['windows-1250', Buffer.from([0x50, 0xe3, 0x64, 0x75, 0x72, 0x65]), 'text/plain; charset=windows-1250', 'Pădure'],
    ['utf-16le', Buffer.from('\ufeffPădure', 'utf16le'), '', 'Pădure'],
    ['utf-8', Buffer.from('Pădure și râu', 'utf8'), 'text/plain; charset=iso-8859-1', 'Pădure și râu'],
  ])('%s', (encoding, bytes, type, want) => {
    const article = articleOf({ bytes, ...(type ? { type } : {}) })
    expect([article.source.encoding, article.text]).toEqual([encoding, want])
  })

  it.each([
    ['an empty page', '', 'pages/empty'],
    [
      'a page of links',
      '<html><body><nav><a href="/a">One</a><a href="/b">Two</a></nav></body></html>',
      'pages/no-article',
    ],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\0\0\0', 'pages/binary'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'pages/binary'],
  ])('%s gives a notice of grade error', (_, text, rule) => {
    const { notices } = articleOf({ bytes: Buffer.from(text, 'latin1') })
    expect(notices.filter(({ grade }) => grade === 'error').map((notice) => notice.rule)).toEqual([rule])
  })

  it('says when a date is missing and when the language is another', () => {
    const german =
      'Der Fluss ist in der Nacht um zwei Meter gestiegen, und die Feuerwehr hat die Straßen am Ufer geräumt, wie die Stadt mitteilte.'
    const { language, notices } = articleOf(page(`${german}\n\n${german.replace('Fluss', 'Bach')}`))
    expect(language).toBe('de')
    expect(notices.map(({ rule }) => rule)).toEqual(['pages/no-date', 'pages/language'])
  })
})

describe('articleOf holds for everything that comes', () => {
  const inOrder = (given: Page) => {
    const article = articleOf(given)
    let at = 0
    for (const { start, end, id } of article.blocks) {
      expect(start).toBeGreaterThanOrEqual(at)
      expect(end).toBeGreaterThan(start)
      expect(id).toBe(`b:${start}-${end}`)
      at = end
    }
    expect(at).toBeLessThanOrEqual(article.text.length)
    expect(articleOf(given).textHash).toBe(article.textHash)
    return article
  }
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="share">',
    '</div>',
    '<h1>',
    '</h1>',
    '<figure>',
    '<figcaption>',
    '<li>',
    '<a href="javascript:x">',
    '<br><br>',
    '<table><td>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&amp;',
    '\ud800',
    '<article>',
    '— ',
    'By Ana Roth',
    '13 May 2026',
  )
  it('HTML, well formed or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(tag, fc.string(), fc.constantFrom(...PARAGRAPHS)), { maxLength: 30 }),
        (pieces) => void inOrder(page(pieces.join(''), { type: 'text/html' })),
      ),
      { numRuns: 150 },
    )
  })
  it('plain text stays as it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('\n', '\n\n', 'Video: ', 'Photo: ', ' | ', ...PARAGRAPHS),
          ),
          { maxLength: 20 },
        ),
        (pieces) => {
          const text = pieces.join('')
          const article = inOrder(page(text, { type: 'text/plain; charset=utf-8' }))
          expect(article.text).toBe(new TextDecoder().decode(new TextEncoder().encode(text)))
        },
      ),
      { numRuns: 150 },
    )
  })
  it('bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void inOrder({ bytes })),
      { numRuns: 150 },
    )
  })
  it.each([
    ['nested 20,000 deep', `${'<div>'.repeat(20_000)}${BODY}`],
    ['one word of 300,000 letters', `<p>${'a'.repeat(300_000)}</p>`],
    ['20,000 paragraphs', BODY.repeat(7_000)],
    ['unclosed tags', `${'<p class="'.repeat(20_000)}`],
    ['spaces and newlines', ' \n'.repeat(200_000)],
  ])(
    'takes a moment for %s',
    (_, text) => {
      const started = performance.now()
      inOrder(page(text, { type: 'text/html' }))
      expect(performance.now() - started).toBeLessThan(6000)
    },
    20_000,
  )
})
