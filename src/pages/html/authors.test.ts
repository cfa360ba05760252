import { describe, expect, it } from 'vitest'
import type { Article } from '../../articles/article.ts'
import { articleOf } from '../index.ts'

const BODY =
  `<p>${'The water rose over the dam in the night, and the town was cleared before dawn. '.repeat(4)}</p>`.repeat(4)
const page = (top: string, { head = '', foot = '' } = {}): Article =>
  articleOf({
    bytes: new TextEncoder().encode(
      `<html><head><title>Dam breaks near Ormoz</title>${head}</head><body><main><h1>Dam breaks near Ormoz</h1>${top}${BODY}</main>${foot}</body></html>`,
    ),
    type: 'text/html; charset=utf-8',
  })
const linked = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Dam breaks near Ormoz', author })}</script>`
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`

describe('who wrote a page', () => {
  it.each<[string, Article, string[], string | undefined]>([
    ['linked data', page('', { head: linked({ '@type': 'Person', name: 'Ana Roth' }) }), ['Ana Roth'], 'json-ld'],
    ['signs', page('', { head: linked('Ana Roth (aro), Pavel Lenz (pl)') }), ['Ana Roth', 'Pavel Lenz'], 'json-ld'],
    ['a byline', page('<p>By Ana Roth</p>'), ['Ana Roth'], 'byline'],
    ['in two blocks', page('<p>Written by</p><p>Ana Roth</p>'), ['Ana Roth'], 'byline'],
    ['glued', page('<div class="byline"><span>By</span><span>Ana Roth</span></div>'), ['Ana Roth'], 'author-markup'],
    [
      'a link',
      page('<p>12 May 2026 / <a rel="author" href="/x">Ana Roth</a> / Water</p>'),
      ['Ana Roth'],
      'author-markup',
    ],
    [
      'a page of hers',
      page('<p>12 May 2026 <a href="/author/ana-roth">Ana Roth</a> Water</p>'),
      ['Ana Roth'],
      'author-markup',
    ],
    [
      'microdata',
      page('<p>In Water <span itemprop="author"><b itemprop="name">Ana Roth</b><i>Ormoz</i></span></p>'),
      ['Ana Roth'],
      'author-markup',
    ],
    ['a nickname', page('<p>12 May 2026 / <a rel="author" href="/x">wave_77</a></p>'), ['wave_77'], 'author-markup'],
    [
      'at the foot',
      page('', { foot: '<div class="post-footer">Posted by <a rel="author" href="/x">Ana Roth</a></div>' }),
      ['Ana Roth'],
      'byline',
    ],
    [
      'in comments',
      page('', { foot: '<div class="comments"><a rel="author" href="/x">Ana Roth</a> at last!</div>' }),
      [],
      undefined,
    ],
    ['who reviewed it', page('<p class="meta">Reviewed by <a href="/authors/lenz">Pavel Lenz</a></p>'), [], undefined],
    ['beside the date', page('<p>Ana Roth |</p><p>12.05.2026</p>'), ['Ana Roth'], 'name-line'],
    ['a name without a date', page('<p>Ana Roth</p>'), [], undefined],
    ['bold at the end', page('', { foot: '<p><strong>Ana Roth</strong></p>' }), ['Ana Roth'], 'name-line'],
    [
      'a later tag',
      page('', { head: meta('author', 'Courier') + meta('sailthru.author', 'Ana Roth') }),
      ['Ana Roth'],
      'meta-author',
    ],
    [
      'a second label',
      page('', { head: `<meta name="twitter:label2" value="Written by"><meta name="twitter:data2" value="Ana Roth">` }),
      ['Ana Roth'],
      'meta-author',
    ],
    ['an outlet', page('', { head: meta('author', 'ORMOZ.example') }), ['ORMOZ.example'], 'declared-institution'],
    [
      'a work that is cited',
      page('<ul><li itemprop="citation" itemscope><meta itemprop="author" content="Pavel Lenz">Lenz 2019</li></ul>'),
      [],
      undefined,
    ],
  ])('%s', (_, { authors, found }, want, by) =>
    expect([authors, found.authors?.by]).toEqual([want, by && `pages/${by}`]),
  )
})
