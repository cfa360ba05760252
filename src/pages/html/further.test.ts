import { describe, expect, it } from 'vitest'
import { furtherIn } from './further.ts'
import { elementsOf, treeOf } from './tree.ts'

const URL = 'https://courier.example/2026/river'
const link = (href: string, rel = 'next') => `<link rel="${rel}" href="${href}">`
const found = (html: string, url: string | undefined = URL) =>
  furtherIn(html, elementsOf(treeOf(html).document), url)?.reason

describe('an article that goes on on another page', () => {
  it.each<[string, string | undefined, string | undefined]>([
    [link('/2026/river/2'), URL, `${URL}/2`],
    [link('/2026/river?page=2'), URL, `${URL}?page=2`],
    [link('/2026/river/page/3/'), `${URL}/page/2/`, `${URL}/page/3/`],
    ['<a rel="next" href="river-2.html">2</a>', `${URL}.html`, `${URL}-2.html`],
    [link('/2026/bridge'), URL, undefined],
    [link('https://other.example/2026/river/2'), URL, undefined],
    [link('/2026/river'), URL, undefined],
    [link('/2026/river/2', 'prev'), URL, undefined],
    [link('javascript:x'), URL, undefined],
    [link('/2026/river/2'), 'no address', undefined],
    ['', URL, undefined],
  ])('%s from %s', (html, url, want) => {
    expect(found(html, url)).toBe(want && `the article goes on on another page: ${want}`)
  }) // biome-ignore format: a table

  it('is not said where the page has no address', () => expect(furtherIn('', [], undefined)).toBeUndefined())
})
