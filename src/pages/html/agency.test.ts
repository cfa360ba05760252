import { describe, expect, it } from 'vitest'
import type { Article } from '../../articles/article.ts'
import { wireIn } from '../classify.ts'
import { articleOf } from '../index.ts'

const BODY =
  `<p>${'The water rose over the dam in the night, and the town was cleared before dawn. '.repeat(4)}</p>`.repeat(4)
const page = (head: string, top = '', foot = ''): Article =>
  articleOf({
    bytes: new TextEncoder().encode(
      `<html><head><title>Dam breaks near Ormoz</title>${head}</head><body><main><h1>Dam breaks near Ormoz</h1>${top}${BODY}${foot}</main></body></html>`,
    ),
    type: 'text/html; charset=utf-8',
  })
const linked = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Dam breaks near Ormoz', ...fields })}</script>`

describe('the agency of a wire copy', () => {
  it.each<[string, Article, string | undefined, string | undefined]>([
    ['beside an author', page('', '<p>By Ana Roth, AFP</p>'), 'AFP', 'byline'],
    ['in linked data', page(linked({ author: { '@type': 'Organization', name: 'dpa' } })), 'dpa', 'json-ld'],
    ['in a tag', page('<meta name="author" content="Reuters">'), 'Reuters', 'meta-author'],
    ['in the dateline', page('', `<p>ORMOZ (AP) — ${'The water rose over the dam. '.repeat(6)}</p>`), 'AP', 'dateline'],
    ['behind the text', page('', '', '<p>ar/pl (AFP, dpa)</p>'), 'AFP', 'sign-off'],
    [
      'not of a picture',
      page('', `<figure><img src="/a.jpg"><figcaption>The dam on Monday. AFP</figcaption></figure>`),
      undefined,
      undefined,
    ],
  ])('%s', (_, { agency, found }, want, by) => expect([agency, found.agency?.by]).toEqual([want, by && `pages/${by}`]))
  it.each<[string, string | undefined]>([
    ['red/dpa', 'dpa'],
    ['Ana Roth with AP', 'AP'],
    ['Ana Roth', undefined],
    ['ap', undefined],
    ['Meridian Wire', 'Meridian Wire'],
    ['By Levant News Agency', undefined],
    ['Wire', undefined],
    ['Keystone-SDA', 'Keystone-SDA'],
  ])('in a line of names: %s', (line, want) => expect(wireIn(line)).toBe(want))
})

describe('whether a page is free to read', () => {
  it.each<[string, string, boolean | undefined]>([
    ['said', linked({ isAccessibleForFree: true }), true],
    ['denied in words', linked({ isAccessibleForFree: 'False' }), false],
    ['denied by an address', linked({ isAccessibleForFree: 'http://schema.org/False' }), false],
    ['a free tier', '<meta property="article:content_tier" content="free">', true],
    ['a locked one', '<meta property="article:content_tier" content="locked">', false],
    ['one that is free so often', '<meta property="article:content_tier" content="metered">', undefined],
    ['not said', '', undefined],
  ])('%s', (_, head, want) => expect(page(head).free).toBe(want))
})
