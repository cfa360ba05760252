import { describe, expect, it } from 'vitest'
import type { Article } from '../../articles/article.ts'
import { articleOf } from '../index.ts'

const BODY =
  `<p>${'The water rose over the dam in the night, and the town was cleared before dawn. '.repeat(4)}</p>`.repeat(8)
const page = (top: string, { head = '', foot = '', above = '', url = 'https://courier.example/dam' } = {}): Article =>
  articleOf({
    url,
    bytes: new TextEncoder().encode(
      `<html><head><title>Dam breaks near Ormoz</title>${head}</head><body>${above}<main><h1>Dam breaks near Ormoz</h1>${top}${BODY}${foot}</main></body></html>`,
    ),
    type: 'text/html; charset=utf-8',
  })
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`
const UTC = meta('article:published_time', '2026-05-12T02:11:00Z')

describe('when a page was published', () => {
  it.each<[string, Article, string | undefined, string | undefined]>([
    ['declared', page('', { head: UTC }), '2026-05-12T02:11:00Z', 'meta-date'],
    [
      'declared in Greenwich time, shown in that of the place',
      page('<p>May 11, 2026 at 10:11 PM</p>', { head: UTC }),
      '2026-05-11T22:11:00-04:00',
      'date-line',
    ],
    ['shown as a day', page('<p>May 11, 2026</p>', { head: UTC }), '2026-05-11', 'date-line'],
    ['shown as the same day', page('<p>May 12, 2026</p>', { head: UTC }), '2026-05-12T02:11:00Z', 'meta-date'],
    ['of a change', page('<p>Updated May 13, 2026</p>', { head: UTC }), '2026-05-12T02:11:00Z', 'meta-date'],
    [
      'a tag that may mean any day',
      page('<p>10.05.2026</p>', { head: meta('date', '2026-05-13') }),
      '2026-05-10',
      'date-line',
    ],
    [
      'the nearer of two lines',
      page('<p>10.05.2026</p>', { above: '<p>14.05.2026</p><p>Water</p>' }),
      '2026-05-10',
      'date-line',
    ],
    [
      'an element of another kind',
      page('<p>Ormoz <span itemprop="datePublished" content="2026-05-12">yesterday</span></p>'),
      '2026-05-12',
      'time-element',
    ],
    [
      'in a sentence at the foot',
      page('', {
        foot: '<p>This article was posted by Ana Roth on 12 May 2026 and filed under water, dams and towns</p>',
      }),
      '2026-05-12',
      'date-line-below',
    ],
    [
      'a press release',
      page(`<p>Press release of 12 May 2026 | Ormoz – ${'The water rose. '.repeat(12)}</p>`),
      '2026-05-12',
      'opening-date',
    ],
    ['in its address', page('', { url: 'https://courier.example/2026/5/12/dam' }), '2026-05-12', 'address'],
    ['in one number', page('', { url: 'https://courier.example/20260512-dam' }), '2026-05-12', 'address'],
    ['only when it was changed', page('<p>Letzte Änderung: 12.05.2026</p>'), '2026-05-12', 'modified-only'],
    ['nowhere', page(''), undefined, undefined],
  ])('%s', (_, { published, found }, want, by) =>
    expect([published, found.published?.by]).toEqual([want, by && `pages/${by}`]),
  )
})
