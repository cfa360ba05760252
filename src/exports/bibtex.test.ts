import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../test/browser/story.ts'
import { lineOf, told, viewOf, writtenOf } from '../../test/exported.ts'
import { bibtex, key, value } from './bibtex.ts'

// How BibTeX sees a file: braces in pairs, an entry wherever none is open.
function entriesOf(text: string): readonly string[] {
  const entries: string[] = []
  let depth = 0
  let from = 0
  for (const [at, char] of [...text].entries()) {
    if (char === '{' && depth++ === 0) from = at
    if (char === '}' && --depth === 0) entries.push([...text].slice(from, at + 1).join(''))
    if (depth < 0) throw new Error('a brace too many')
  }
  if (depth !== 0) throw new Error('a brace too few')
  return entries
}

describe('bibtex', () => {
  it.each([
    ['Ferry & tugs: 100% #1_a $5', 'Ferry \\& tugs: 100\\% \\#1\\_a \\$5'],
    ['{open', '{\\textbraceleft}open'],
    ['close}', 'close{\\textbraceright}'],
    ['a\\b ~ ^', 'a{\\textbackslash}b {\\textasciitilde} {\\textasciicircum}'],
    ['two\nlines\u0000', 'two lines'],
    ['Ärger in Łódź', 'Ärger in Łódź'],
  ])('writes %j as %j', (words, want) => {
    expect(value(words)).toBe(want)
  })

  it('has one entry for each cited article, with its paragraphs', async () => {
    const { lines, written } = await told(ferryStory)
    const text = await written(bibtex)
    const cited = new Set(lines.flatMap(({ from }) => from.map(({ article }) => article)))
    const keys = [...text.matchAll(/^@online\{([^,]+),$/gm)].map(([, found]) => found)
    expect(new Set(keys)).toEqual(new Set([...cited].map(key)))
    expect(keys).toHaveLength(cited.size)
    expect(text).toMatch(/date = \{2026-04-08\}/)
    expect(text).toMatch(/note = \{¶1, ¶2/)
  })

  it('gives each article a key of its own, whatever else is cited', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(key(a)).toMatch(/^[a-z0-9._-]*$/)
        expect(key(a) === key(b)).toBe(a === b)
      }),
    )
    expect(key('Bugle') === key('bugle')).toBe(false)
  })

  it('keeps braces in pairs and has no control characters, whatever the words', async () => {
    const wild = fc.string({ unit: fc.oneof(fc.constantFrom('{', '}', '\\', '%', '\n', '\u0007', '"', '@', ','), fc.string({ minLength: 1, maxLength: 1 })) }) // biome-ignore format: one line
    await fc.assert(
      fc.asyncProperty(wild, wild, wild, wild, async (article, headline, outlet, path) => {
        const url = `https://a.example/${path}`
        const line = lineOf({ reports: [{ article, headline, outlet, url }], from: [{ article, version: 'v', start: 0, end: 1, exact: 'x' }] }) // biome-ignore format: one line
        const text = await writtenOf(bibtex, [viewOf([line, { ...line, id: 'h2' }])], {})
        expect(entriesOf(text)).toHaveLength(1)
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})
