import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from './html.ts'

const PARAGRAPHS = [
  'The river rose by two metres in the night, and the fire brigade cleared the streets beside it, the mayor said on Tuesday.',
  'Nobody was hurt, although several cellars were under water, and the road to the harbour stayed closed until noon.',
  'The water is expected to fall by the weekend, according to the river authority, which measures it at three places.',
]
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
const HEADLINE = 'River rises by two metres'
const page = (head: string, between = '') =>
  `<html><head>${head}</head><body><main><h1>${HEADLINE}</h1>${between}<div>${BODY}</div></main></body></html>`
const linked = (value: object | string) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`
const article = (fields: object) => linked({ '@type': 'NewsArticle', ...fields })
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

type Field =
  | 'authors'
  | 'headline'
  | 'outlet'
  | 'published'
  | 'modified'
  | 'section'
  | 'canonical'
  | 'language'
  | 'standfirst'
const fieldOf = (html: string, field: Field) => {
  const draft = readHtml(html, { url: 'https://www.courier.example/river' })
  return field === 'authors' ? draft.authors?.value : draft.fields[field]?.value
}

describe('what a page declares', () => {
  it.each<[string, Field, string, string | string[] | undefined]>([
    ['a person', 'authors', article({ author: { '@type': 'Person', name: 'Ana Roth' } }), ['Ana Roth']],
    ['several', 'authors', article({ author: [{ name: 'Ana Roth' }, { name: 'Pavel Lenz' }] }), ['Ana Roth', 'Pavel Lenz']],
    ['a text', 'authors', article({ author: 'Ana Roth and Pavel Lenz' }), ['Ana Roth', 'Pavel Lenz']],
    ['parts of a name', 'authors', article({ author: { givenName: 'Ana', familyName: 'Roth' } }), ['Ana Roth']],
    ['a reference', 'authors', linked({ '@graph': [{ '@type': 'Person', '@id': '#a', name: 'Ana Roth' }, { '@type': 'NewsArticle', author: { '@id': '#a' } }] }), ['Ana Roth']],
    ['the outlet where it names nobody else', 'authors', article({ author: { '@type': 'Organization', name: 'Ormoz Courier' } }), ['Ormoz Courier']],
    ['an agency where it names nobody else', 'authors', article({ author: { '@type': 'Person', name: 'AFP' } }), ['AFP']],
    ['no name of the site’s own making', 'authors', article({ author: { '@type': 'Person', name: 'admin' } }), undefined],
    ['who is told to networks', 'authors', meta('twitter:label1', 'Written by') + meta('twitter:data1', 'Ana Roth'), ['Ana Roth']],
    ['a person and an agency', 'authors', article({ author: 'Ana Roth, dpa' }), ['Ana Roth']],
    ['a name without capitals', 'authors', article({ author: { '@type': 'Person', name: '구현모' } }), ['구현모']],
    ['a meta author', 'authors', '<meta name="author" content="Ana Roth">', ['Ana Roth']],
    ['no address', 'authors', meta('article:author', 'https://social.example/ana.roth'), undefined],
    ['the site', 'outlet', meta('og:site_name', 'Ormoz Courier'), 'Ormoz Courier'],
    ['the publisher', 'outlet', article({ publisher: { '@type': 'Organization', name: 'Ormoz Courier' } }), 'Ormoz Courier'],
    ['behind the title', 'outlet', '<title>River rises by two metres | Ormoz Courier</title>', 'Ormoz Courier'],
    ['the host', 'outlet', '', 'courier.example'],
    ['when it was changed', 'modified', article({ dateModified: '2026-05-13T10:00:00Z' }), '2026-05-13T10:00:00Z'],
    ['when it was changed, as meta', 'modified', meta('article:modified_time', '2026-05-13'), '2026-05-13'],
    ['its section', 'section', meta('article:section', 'Local'), 'Local'],
    ['its section, as linked data', 'section', article({ articleSection: ['Local', 'Rivers'] }), 'Local'],
    ['its own address', 'canonical', '<link rel="canonical" href="/2026/river">', 'https://www.courier.example/2026/river'],
    ['the address it gives to those who share it', 'canonical', meta('og:url', 'https://courier.example/river'), 'https://courier.example/river'],
    ['no address of another kind', 'canonical', '<link rel="canonical" href="javascript:x">', undefined],
    ['a live blog', 'published', linked({ '@type': 'LiveBlogPosting', datePublished: '2026-05-12' }), '2026-05-12'],
    ['the fullest of several', 'published', article({ headline: 'x' }) + article({ headline: 'y', author: 'z', datePublished: '2026-05-12' }), '2026-05-12'],
    ['a comment around the data', 'published', linked('<!-- {"@type":"NewsArticle","datePublished":"2026-05-12"} -->'), '2026-05-12'],
    ['a newline in a text of the data', 'published', linked('{"@type":"NewsArticle","description":"a\nb","datePublished":"2026-05-12"}'), '2026-05-12'],
    ['a comma too many', 'published', linked('{"@type":"NewsArticle","datePublished":"2026-05-12",}'), '2026-05-12'],
    ['data that is cut off', 'published', linked('{"@type":"NewsArticle","datePublished":"2026-05-12"'), undefined],
    ['a date in the address', 'published', '<meta property="og:url" content="https://courier.example/2026/05/12/river">', '2026-05-12'],
    ['a date of the page that holds it', 'published', linked({ '@type': 'WebPage', datePublished: '2026-05-12' }), '2026-05-12'],
    ['when it was changed, where nothing else is known', 'published', meta('article:modified_time', '2026-05-13'), '2026-05-13'],
    ['a kicker that is declared twice', 'headline', article({ headline: `Ormoz: ${HEADLINE}` }) + meta('og:title', `Ormoz: ${HEADLINE} | Courier`), `Ormoz: ${HEADLINE}`],
    ['no kicker that is declared once', 'headline', article({ headline: `Ormoz: ${HEADLINE}` }) + meta('og:title', HEADLINE), HEADLINE],
    ['no other headline, though declared twice', 'headline', article({ headline: 'Floods in Ormoz rise' }) + meta('og:title', 'Floods in Ormoz rise'), HEADLINE],
    ['no date that is none', 'published', meta('article:published_time', 'soon'), undefined],
  ])('%s', (_, field, head, want) => expect(fieldOf(page(head), field)).toEqual(want)) // biome-ignore format: a table

  it.each<[string, string, string | undefined]>([
    ['behind when it was published', '<p>By Ana Roth, 12 May 2026 at 06:30. Last updated 13 May 2026 at 09:12</p>', '2026-05-13T09:12'],
    ['alone', '<p>12 May 2026</p><p>Updated: 13 May 2026</p>', '2026-05-13'],
    ['not where it says so of the weather', '<p>Updated daily since 12 May 2026</p>', undefined],
  ])('when it was changed, as shown: %s', (_, shown, want) => expect(fieldOf(page('', shown), 'modified')).toBe(want)) // biome-ignore format: a table

  it.each<[string, string, string]>([
    ['an earlier day than is declared', '<p class="date">12 May 2024</p>', '2024-05-12'],
    ['the day of the same instant in another zone', '<p class="date">12 May 2026</p>', '2026-05-12'],
    ['its time in another zone', '<p class="date">12 May 2026 19:00</p>', '2026-05-12T19:00:00-07:00'],
    ['no time that is another', '<p class="date">13 May 2026 02:17:40</p>', '2026-05-13T02:00:00Z'],
    ['no day on which it was changed', '<p class="date">Updated 12 May 2024</p>', '2026-05-13T02:00:00Z'],
    ['no day that a sentence tells', '<p>The harbour road had been closed since 12 May 2024</p>', '2026-05-13T02:00:00Z'],
  ])('when it was published, as shown: %s', (_, shown, want) =>
    expect(fieldOf(page(article({ datePublished: '2026-05-13T02:00:00Z' }), shown), 'published')).toBe(want)) // biome-ignore format: a table

  it.each<[string, string, string]>([
    ['the heading like what is declared', `${meta('og:title', 'River rises by two metres')}`, HEADLINE],
    ['the heading, whatever is declared', meta('og:title', 'Breaking: floods'), HEADLINE],
  ])('headline: %s', (_, head, want) => expect(fieldOf(page(head), 'headline')).toBe(want))
  it.each<[string, string, string]>([
    ['as the linked data spell it', article({ headline: 'River rises by “two” metres' }), 'River rises by “two” metres'],
    ['not where these say something else', article({ headline: 'River rises by ten metres' }), 'River rises by "two" metres'],
  ])('headline: %s', (_, head, want) => expect(fieldOf(page(head).replace(`>${HEADLINE}<`, '>River rises by "two" metres<'), 'headline')).toBe(want)) // biome-ignore format: a table
  it.each<[string, string]>([
    ['<title>River rises by two metres - Ormoz Courier</title>', HEADLINE],
    ['<title>Ormoz Courier | River rises by two metres</title>', HEADLINE],
    ['<title>Floods | Ormoz Courier</title>', 'Floods'],
  ])('headline: %s where no heading is shown', (head, want) =>
    expect(fieldOf(`<html><head>${head}</head><body>${BODY}</body></html>`, 'headline')).toBe(want),
  )
})

describe('what stands between headline and text', () => {
  const parts = (between: string, head = '') => {
    const { blocks, text, removed } = readHtml(page(head, between), {})
    const kept = blocks.filter(({ part }) => part !== 'paragraph' && part !== 'headline')
    return [
      ...kept.map(({ part, start, end }) => [part, text.slice(start, end)]),
      ...removed.map(({ by, text: words }) => [by, words]),
    ]
  }
  it.each<[string, [string, string][]]>([
    ['<p class="byline">By Ana Roth</p>', [['byline', 'By Ana Roth']]],
    ['<p>By Ana Roth and Pavel Lenz</p>', [['byline', 'By Ana Roth and Pavel Lenz']]],
    ['<p class="standfirst">Cellars are flooded, and the harbour road is closed</p>', [['standfirst', 'Cellars are flooded, and the harbour road is closed']]],
    ['<figure><img src="/a.jpg"><figcaption class="summary">Water in Quay Street on Monday evening</figcaption></figure>', [['caption', 'Water in Quay Street on Monday evening']]],
    ['<p>Published: 12 May 2026</p>', [['pages/date-line', 'Published: 12 May 2026']]],
    ['<nav>World</nav>', [['pages/navigation', 'World']]],
    ['<div role="complementary">Weather today</div>', [['pages/sidebar', 'Weather today']]],
    ['<button>Listen</button>', [['pages/form', 'Listen']]],
    ['<p hidden>Secret</p><p style="display:none">Secret</p><template>x</template>', [['pages/hidden', 'Secret'], ['pages/hidden', 'Secret']]],
  ])('%s', (between, want) => expect(parts(between)).toEqual(want)) // biome-ignore format: a table

  it('a standfirst by the page’s own description', () => {
    const words = 'Cellars are flooded, and the road to the harbour is closed until noon'
    expect(parts(`<p>${words}</p>`, meta('og:description', `${words}.`))).toEqual([['standfirst', words]])
  })
})

describe('pictures', () => {
  it.each<[string, string[]]>([
    ['<figure><img src="/a.jpg"><figcaption>Water in Quay Street. Photo: Ana Roth</figcaption></figure>', ['Water in Quay Street.', 'Ana Roth', 'https://courier.example/a.jpg']],
    ['<figure><img src="/a.jpg" alt="A street"><figcaption>Water in Quay Street <span class="credit">© Ana Roth</span></figcaption></figure>', ['Water in Quay Street', 'Ana Roth', 'https://courier.example/a.jpg', 'A street']],
    ['<figure><img srcset="/b.jpg 2x"><figcaption>Water in Quay Street (Ana Roth/Meridian)</figcaption></figure>', ['Water in Quay Street', 'Ana Roth/Meridian', 'https://courier.example/b.jpg']],
    ['<div class="wp-caption"><img data-src="/c.jpg"><p class="wp-caption-text">Water in Quay Street</p></div>', ['Water in Quay Street', 'https://courier.example/c.jpg']],
    ['<figure><figcaption>Water in Quay Street</figcaption></figure>', ['Water in Quay Street']],
    ['<figure><img src="/a.jpg"><p>View 3 images</p><figcaption>Water in Quay Street</figcaption></figure>', ['Water in Quay Street', 'https://courier.example/a.jpg']],
  ])('%s', (figure, want) => {
    const { captions } = readHtml(page('', figure), { url: 'https://courier.example/river' })
    expect(captions.map(({ caption, credit, image, alt }) => [caption, credit, image, alt].filter(Boolean))).toEqual([want])
  }) // biome-ignore format: a table
})

describe('the body', () => {
  const bodyOf = (inside: string) => {
    const { blocks, text } = readHtml(page('', '').replace('</div></main>', `${inside}</div></main>`), {})
    return blocks.filter(({ part }) => part === 'paragraph').map(({ start, end }) => text.slice(start, end))
  }
  const last = 'Boats will carry people over the river until the bridge is open again, the mayor said.'
  it.each<[string, string, string[]]>([
    ['keeps what stands behind a paywall', `<div class="paywall"><p>${last}</p></div>`, [last]],
    ['not the paywall’s notice', '<div class="paywall"><p>Subscribe to read on.</p></div>', []],
    ['keeps a short last sentence', '<p>“No,” he said.</p>', ['“No,” he said.']],
    ['not an invitation', '<p>Like this story? Share it with a friend!</p>', []],
    ['not who reported it', '<p>Pavel Lenz of the Courier contributed to this report.</p>', []],
  ])('%s', (_, inside, want) => expect(bodyOf(inside)).toEqual([...PARAGRAPHS, ...want])) // biome-ignore format: a table
})

describe('any HTML', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '<p>', '</p>', '<div class="comments">', '<div class="article-body">', '</div>', '<h1>', '<h2>', '</h1>', '<figure>', '<figcaption>', '<br>', '<br/>', '<table>', '<td>',
      '<li>', '<a href="//x">', '</a>', '<b>', '<span class=credit>', '<!--', '-->', '<script type="application/ld+json">', '</script>', '{"@type":"NewsArticle","author":', '[[',
      '<meta property="article:published_time" content="', '">', '<svg>', '<math>', '<template>', '&#x1F600;', '&amp', '\u0000', '\ud800', '<html lang=de>', '<base href="http://[">', ...PARAGRAPHS,
    ), // biome-ignore format: a list
  )
  it('has blocks in order, whose sources lie in the page, and reads the same twice', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        const draft = readHtml(html, { url: 'https://courier.example/' })
        expect(readHtml(html, { url: 'https://courier.example/' })).toEqual(draft)
        let at = 0
        for (const { start, end, source } of draft.blocks) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
          const [from, to] = source ?? [-1, -1]
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(html.length)
        }
        for (const { caption, start, end } of draft.captions) expect(draft.text.slice(start, end)).toBe(caption)
      }),
      { numRuns: 200 },
    )
  })
  it.each<[string, (n: number) => string]>([
    ['deep', (n) => `${'<div class="a b">'.repeat(n)}${BODY}`],
    ['deep inline', (n) => `<p>${'<b>'.repeat(Math.min(n, 2000))}${'word '.repeat(n)}`],
    ['wide', (n) => BODY.repeat(n / 4)],
    ['links', (n) => '<p><a href="/x">A link to another page of this site</a></p>'.repeat(n)],
    ['tables', (n) => '<table><tr><td>One cell of a table, which is long'.repeat(n / 20)],
    ['many dates', (n) => `<main><h1>${HEADLINE}</h1>${'12 May 2026 '.repeat(n)}</main>`],
    ['open brackets', (n) => `<p>${'([{"“'.repeat(n)}</p>`],
    ['linked data', (n) => linked(`${'['.repeat(n)}`)],
  ])('takes time in line with its size: %s', (_, make) => {
    const secondsFor = (n: number) => {
      const html = make(n)
      const started = performance.now()
      readHtml(html, {})
      return performance.now() - started
    }
    secondsFor(500)
    expect(secondsFor(16_000)).toBeLessThan(Math.max(1500, secondsFor(2_000) * 40))
  }, 30_000) // biome-ignore format: a table
})
