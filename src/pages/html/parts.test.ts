import { describe, expect, it } from 'vitest'
import { readHtml } from '../html.ts'

const FIRST =
  'The river rose by two metres in the night, and the fire brigade cleared the streets beside it, the mayor said on Tuesday.'
const SECOND =
  'Nobody was hurt, although several cellars were under water, and the road to the harbour stayed closed until noon.'
const THIRD =
  'The water is expected to fall by the weekend, according to the river authority, which measures it at three places.'
const FOURTH =
  'Schools beside the river stay shut on Wednesday, the council said, and buses go by way of the upper bridge until the road is clear.'
const p = (text: string, attrs = '') => `<p${attrs}>${text}</p>`
const page = (body: string, head = '', above = '') =>
  `<html><head>${head}</head><body><article><h1>River rises by two metres</h1>${above}<div class="article-body">${body}</div></article></body></html>`

/** Part, or the rule that removed it, of the block with a text. */
function partOf(html: string, text: string): string | undefined {
  const { text: whole, blocks, removed } = readHtml(html, { url: 'https://www.courier.example/river' })
  const block = blocks.find(({ start, end }) => whole.slice(start, end) === text)
  return block?.part ?? removed.find((one) => one.text === text)?.by
}

const description = (text: string) => `<meta name="description" content="${text}">`
const POST =
  '<blockquote class="twitter-tweet"><p>The harbour road is open again.</p>— Ormoz Fire Brigade (@ormozfire) March 9, 2026</blockquote>'
const DIALOG = 'Empfohlener redaktioneller Inhalt'

describe('what a block of a page is', () => {
  it.each<[string, string, string, string]>([
    ['a first paragraph whose words the page describes itself by', page(p(FIRST) + p(SECOND) + p(THIRD) + p(FOURTH), description(FIRST)), FIRST, 'paragraph'],
    ['what is marked as a standfirst and set apart', page(p(SECOND) + p(THIRD) + p(FOURTH), '', p(FIRST, ' class="standfirst"')), FIRST, 'standfirst'],
    ['a deck under the headline', page(p(SECOND) + p(THIRD) + p(FOURTH), '', '<h2 class="deck">Fire brigade clears streets beside the river</h2>'), 'Fire brigade clears streets beside the river', 'standfirst'],
    ['a deck, rather than a summary further down', page(`<div class="summary">${FOURTH}</div>${p(FIRST)}${p(SECOND)}${p(THIRD)}${p(SECOND)}`, description(FOURTH), '<h2 class="deck">Fire brigade clears streets beside the river</h2>'), 'Fire brigade clears streets beside the river', 'standfirst'],
    ['a link under the headline', page(p(FIRST) + p(SECOND) + p(THIRD), '', '<p class="teaser-text"><a href="/b">Bridge at Arklow closed to all traffic</a></p>'), 'Bridge at Arklow closed to all traffic', 'pages/related'],
    ['a heading that the body stands around', page(`${p(FIRST)}${p(SECOND)}<h2>SCHOOLS</h2>${p(THIRD)}${p(FOURTH)}`), 'SCHOOLS', 'subheading'],
    ['a line between the parts of an article', page(p(FIRST) + p(SECOND) + p('___') + p(THIRD) + p(FOURTH)), '___', 'paragraph'],
    ['such a line outside of it', page(p(FIRST) + p(SECOND) + p(THIRD), '', '<div class="tools"><p>___</p></div>'), '___', 'pages/phrase'],
    ['a link to another page in the midst of the body', page(p(FIRST) + p(SECOND) + p('<b>Les også: <a href="/b">Bridge at Arklow closed</a></b>') + p(THIRD)), 'Les også: Bridge at Arklow closed', 'pages/related-link'],
    ['what an embedded post says', page(p(FIRST) + p(SECOND) + POST + p(THIRD)), 'The harbour road is open again.', 'paragraph'],
    ['who wrote it', page(p(FIRST) + p(SECOND) + POST + p(THIRD)), '— Ormoz Fire Brigade (@ormozfire) March 9, 2026', 'paragraph'],
    ['a post above the headline', page(p(FIRST) + p(SECOND) + p(THIRD)).replace('<article>', `${POST}<article>`), 'The harbour road is open again.', 'pages/outside-article'],
    ['what asks to show something of another site', page(p(FIRST) + p(SECOND) + p(DIALOG) + p(THIRD)), DIALOG, 'pages/phrase'],
    ['a time that stands as a line of its own', page(p('4:14 p.m.') + p(FIRST) + p(SECOND) + p('11:05 a.m.') + p(THIRD) + p(FOURTH)), '11:05 a.m.', 'subheading'],
    ['a linked name that is marked as a player', page(p(FIRST) + p(`The mayor, <a class="player-link" href="/r">Ana Roth</a>, said that the harbour road is closed until noon.`) + p(THIRD)), 'The mayor, Ana Roth, said that the harbour road is closed until noon.', 'paragraph'],
  ])('%s', (_, html, text, want) => expect(partOf(html, text)).toBe(want)) // biome-ignore format: a table

  it('names embedded posts and their authors as such, and as quotes', () => {
    const { blocks } = readHtml(page(p(FIRST) + p(SECOND) + POST + p(THIRD)), {})
    const posts = blocks.filter(({ by }) => by === 'pages/embedded-post' || by === 'pages/post-author')
    expect(posts.map(({ by, layout }) => [by, layout?.quote])).toEqual([
      ['pages/embedded-post', true],
      ['pages/post-author', true],
    ])
  })
})
