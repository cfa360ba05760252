import { describe, expect, it } from 'vitest'
import { EXAMPLES, ran } from '../../../test/terminal.ts'
import type { Article, Block, Layout, Part } from '../../articles/article.ts'
import { articleOf } from '../../pages/index.ts'
import { markdownOf } from './markdown.ts'
import { textOf } from './text.ts'

type Given = readonly [part: Part, text: string, layout?: Layout]

/** An article of these blocks, in their order. */
function made(given: readonly Given[], more: Partial<Article> = {}): Article {
  let text = ''
  const blocks = given.map(([part, words, layout]): Block => {
    const start = text.length
    text += `${words}\n\n`
    return { id: `b:${start}`, part, start, end: start + words.length, by: 'test', ...(layout ? { layout } : {}) }
  })
  const empty = articleOf({ bytes: new Uint8Array(), type: 'text/plain' })
  return { ...empty, text, blocks, ...more }
}

const P: Given = ['paragraph', 'Water rose in the night.']
const item = (n: number, depth = 1, ordered = false, list = depth): Layout => ({ item: { list, n, depth, ordered } })
const cell = (row: number, n: number): Layout => ({ cell: { table: 1, row, n } })

describe('an article alone, as Markdown and as text', () => {
  it.each<[string, readonly Given[], string, string]>([
    ['paragraphs', [P, P], 'Water rose in the night.\n\nWater rose in the night.\n', 'Water rose in the night.\n\nWater rose in the night.\n'],
    ['marks of Markdown', [['paragraph', '# 5*4 [x](y) <b>']], '\\# 5\\*4 \\[x\\](y) \\<b\\>\n', '# 5*4 [x](y) <b>\n'],
    ['a dateline before its paragraph', [['dateline', 'ORMOZ (Courier)'], P], 'ORMOZ (Courier) Water rose in the night.\n', 'ORMOZ (Courier) Water rose in the night.\n'],
    ['subheadings by level', [['subheading', 'The road', { level: 3 }], ['subheading', 'The bridge']], '### The road\n\n## The bridge\n', 'The road\n\nThe bridge\n'],
    ['no second headline', [['subheading', 'The road', { level: 1 }]], '## The road\n', 'The road\n'],
    ['a standfirst', [['standfirst', 'Cellars flooded']], '**Cellars flooded**\n', 'Cellars flooded\n'],
    ['a quote of two paragraphs', [['paragraph', 'We left.', { quote: true }], ['paragraph', 'All of us.', { quote: true }]], '> We left.\n>\n> All of us.\n', 'We left.\n\nAll of us.\n'],
    ['a list', [['paragraph', 'Soup', item(1)], ['paragraph', 'Bread', item(2)], P], '- Soup\n- Bread\n\nWater rose in the night.\n', '- Soup\n- Bread\n\nWater rose in the night.\n'],
    ['an item of two paragraphs', [['paragraph', 'Soup', item(1)], ['paragraph', 'It is hot.', item(1)]], '- Soup\n\n  It is hot.\n', '- Soup\n  It is hot.\n'],
    ['a list in a list, with numbers', [['paragraph', 'Soup', item(1)], ['paragraph', 'Hot', item(2, 2, true)], ['paragraph', 'Cold', item(3, 2, true)]], '- Soup\n   1. Hot\n   2. Cold\n', '- Soup\n  1. Hot\n  2. Cold\n'],
    ['a table', [['paragraph', 'Town', cell(1, 1)], ['paragraph', 'Rise', cell(1, 2)], ['paragraph', 'Ormoz | old', cell(2, 3)], ['paragraph', '2', cell(2, 4)], ['paragraph', 'm', cell(2, 4)]], '| Town | Rise |\n| --- | --- |\n| Ormoz \\| old | 2 m |\n', 'Town\tRise\nOrmoz | old\t2 m\n'],
    ['a correction', [['correction', 'Correction: it rose by two metres.']], '*Correction: it rose by two metres.*\n', 'Correction: it rose by two metres.\n'],
    ['a credit without a caption', [['credit', 'Ana Roth']], '*(Ana Roth)*\n', '(Ana Roth)\n'],
    ['nothing of what is not the article', [['related', 'Another river'], ['furniture', 'Share']], '', ''],
  ])('%s', (_, given, markdown, text) => expect([markdownOf(made(given)), textOf(made(given))]).toEqual([markdown, text])) // biome-ignore format: a table

  it('a picture, its caption and its credit', () => {
    const article = made([['caption', 'Quay Street'], ['credit', 'Photo: Ana Roth'], P], {
      captions: [{ caption: 'Quay Street', credit: 'Ana Roth', image: 'https://x.example/a>b.jpg', alt: 'A [street]', start: 0, end: 11 }],
    }) // biome-ignore format: one line
    expect(markdownOf(article)).toBe(
      '![A \\[street\\]](<https://x.example/a%3Eb.jpg>)\n*Quay Street (Ana Roth)*\n\nWater rose in the night.\n',
    )
    expect(textOf(article)).toBe('Quay Street (Ana Roth)\n\nWater rose in the night.\n')
  })

  it.each<[string, readonly Given[], Partial<Article>, string]>([
    ['the byline as it stands', [['byline', 'By Ana Roth'], P], { authors: ['Ana Roth'], published: '2026-05-12' }, 'By Ana Roth · 2026-05-12\n\nWater rose in the night.\n'],
    ['who is declared', [P], { authors: ['Ana Roth', 'Pavel Lenz'] }, 'Ana Roth, Pavel Lenz\n\nWater rose in the night.\n'],
    ['headline first, then the standfirst', [['headline', 'River'], P, ['standfirst', 'Cellars flooded']], { headline: 'River', published: '2026-05-12' }, 'River\n\nCellars flooded\n\n2026-05-12\n\nWater rose in the night.\n'],
  ])('%s', (_, given, more, want) => expect(textOf(made(given, more))).toBe(want)) // biome-ignore format: a table
})

describe('read --format', () => {
  it.each([
    ['markdown', /^# .+\n\n[\s\S]+\n\n---\n\n# .+\n/],
    ['text', /^\S.+\n\n[\s\S]+\n\f\n\S.+\n/],
  ])('%s: several pages, parted; no tagger is opened, so none is missed', async (format, want) => {
    const pages = ['ledger-0319-hearing.txt', 'meridian-0305-toll.html'].map((name) => `${EXAMPLES}/${name}`)
    const { code, out, err } = await ran(['read', ...pages, '--format', format])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(want)
    expect((await ran(['read', ...pages, '--format', format, '--jobs', '2'])).out).toBe(out)
  })

  it('prints nothing of a page without an article, and names it', async () => {
    const stdin = `${JSON.stringify({ id: 'front', html: '<html><body><ul><li><a href="/1">One</a></li></ul></body></html>' })}\n`
    const { code, out, err } = await ran(['read', '-', '--format', 'markdown'], { stdin })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^not read {2}/)
  })

  it('sends no control characters to a terminal', async () => {
    const stdin = `${JSON.stringify({ id: 'a', text: 'Rain\u001b[2J fell in Lyon on Tuesday, the mayor said.\n\nIt was cold.' })}\n`
    expect((await ran(['read', '-', '--format', 'text'], { stdin, terminal: true })).out).not.toContain('\u001b')
  })
})
