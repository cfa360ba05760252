import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../articles/article.ts'
import { articleOf } from './index.ts'

const FOLDER = join(import.meta.dirname, '../../test/pages')
const STORY = join(import.meta.dirname, '../../examples/story/pages')
const PAGES = [
  ...readdirSync(FOLDER).filter((name) => name.startsWith('html-')).map((name) => join(FOLDER, name, 'page.html')),
  ...readdirSync(STORY).filter((name) => name.endsWith('.html')).slice(0, 8).map((name) => join(STORY, name)),
].map((file) => readFileSync(file, 'utf8')) // biome-ignore format: a list

const read = (html: string): Article =>
  articleOf({ bytes: new TextEncoder().encode(html), type: 'text/html; charset=utf-8', url: 'https://news.example/a' })

/** Whether a source holds the letters of a text in their order: between them stands what changes put into words, and markup. */
function hasLetters(source: string, text: string): boolean {
  let from = 0
  for (const [letter] of text.matchAll(/[a-z]/gi)) {
    from = source.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}

/** What holds of every article of HTML: blocks in order that never overlap, each with its words where its source says they are. */
function held(html: string, article: Article): void {
  let at = 0
  for (const { start, end, source } of article.blocks) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThan(start)
    at = end
    if (!source) continue
    expect([source[0] >= 0, source[1] <= html.length]).toEqual([true, true])
    expect(hasLetters(html.slice(...source), article.text.slice(start, end))).toBe(true)
  }
  expect(at).toBeLessThanOrEqual(article.text.length)
}

type Change = readonly [kind: 'cut' | 'drop' | 'twice' | 'put' | 'swap', at: number, size: number, text: string]
const PIECES = ['<', '>', '"', '<p>', '</p>', '</div>', '<div class="comments">', '<b>', '<table><tr><td>', '<!--', '-->', '<script>', '</script>', '<svg>', '<template>', '<title>', '\u0000', '\r\n', '\ufeff', '&', '&#0;', '𝒳'] // biome-ignore format: a list
const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom('cut', 'drop', 'twice', 'put', 'swap'),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat({ max: 200 }),
  fc.constantFrom(...PIECES),
)

/** A page with one change made to it. */
function changed(html: string, [kind, share, size, text]: Change): string {
  const at = Math.floor(share * html.length)
  const [before, piece, after] = [html.slice(0, at), html.slice(at, at + size), html.slice(at + size)]
  if (kind === 'cut') return size > 150 ? before : html
  if (kind === 'drop') return before + after
  if (kind === 'twice') return before + piece + piece + after
  return kind === 'put' ? before + text + piece + after : after + piece + before
}

describe('pages that went wrong on their way', () => {
  it('are read, in order, with every word where its block says it is, and the same twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), fc.array(change, { minLength: 1, maxLength: 6 }), (page, changes) => {
        const html = changes.reduce(changed, page).toWellFormed()
        const article = read(html)
        held(html.replace(/^\ufeff/, ''), article)
        expect(read(html)).toEqual(article)
      }),
      { seed: 20, numRuns: 120 },
    )
  }, 60_000)
})

describe('pages that mean no good', () => {
  const P =
    '<p>The river rose by two metres in the night, and the fire brigade cleared the streets beside it, the mayor said on Tuesday.</p>'
  const BODY = `<main><h1>River rises by two metres</h1>${P.repeat(5)}</main>`
  const many = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i)).join('')
  it.each<[string, string]>([
    ['20,000 nested elements', '<div class="a b">'.repeat(20_000) + BODY],
    ['15,000 unclosed formatting tags', '<b><i>word '.repeat(7_500) + BODY],
    ['15,000 unclosed formatting tags in blocks', '<p><b class=x>word '.repeat(15_000) + BODY],
    ['50,000 attributes', `<div ${many(50_000, (i) => `a${i}="x" `)}>${BODY}`],
    ['50,000 names in one class', `<div class="${many(50_000, (i) => `c${i} `)}">${BODY}`],
    ['null bytes', BODY.replaceAll('e', 'e\u0000')],
    ['one line of a million words', `<p>${'word '.repeat(1_000_000)}`],
    ['a page that is cut off in a tag', `${BODY}<p class="`],
    ['a million open lists', '<ul><li>'.repeat(1_000_000)],
  ])('%s', (_, html) => {
    const started = process.cpuUsage()
    held(html, read(html))
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1e6).toBeLessThan(25)
  }, 60_000) // biome-ignore format: a table

  it('says so where a page has more elements than are read', () => {
    const { notices, blocks } = read(`${BODY}${'<i>x</i>'.repeat(100_000)}`)
    expect(notices.map(({ rule }) => rule)).toContain('pages/too-many-nodes')
    expect(blocks.length).toBeGreaterThan(1)
  }, 30_000)
})
