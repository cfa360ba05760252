import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOf } from './tokens.ts'

const words = (text: string): string =>
  tokensOf(text, { start: 0, end: text.length })
    .map((t) => t.text)
    .join(' ')

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['“We’re ready,” she said.', '“ We’re ready , ” she said .'],
  ["Ms. O'Neill's aide", "Ms. O'Neill 's aide"],
  ['the ministers’ cars', 'the ministers ’ cars'],
  ['the U.S. and U.N.', 'the U.S. and U.N.'],
  ['ex-minister (left)', 'ex-minister ( left )'],
  ['1,200 people at 10:30, 3.5%', '1,200 people at 10:30 , 3.5 %'],
  ['No... wait--here', 'No ... wait -- here'],
  ['J. K. Mbeki of AT&T Inc. spoke.', 'J. K. Mbeki of AT&T Inc. spoke .'],
  ["''Yes'', he said", "'' Yes '' , he said"],
  ['São Paulo/Rio', 'São Paulo / Rio'],
  ["the U.S.'s view", "the U.S. 's view"],
  ['😀 ok', '😀 ok'],
]

describe('tokens', () => {
  it.each(TABLE)('%s', (text, want) => expect(words(text)).toBe(want))

  it('stays inside its span', () =>
    expect(tokensOf('one two three', { start: 4, end: 7 }).map((t) => t.text)).toEqual(['two']))

  it('covers every visible unit once, in order, on any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0
        for (const token of tokensOf(text, { start: 0, end: text.length })) {
          expect(token.start).toBeGreaterThanOrEqual(at)
          expect(token.text).toBe(text.slice(token.start, token.end))
          expect(token.text.length).toBeGreaterThan(0)
          expect(text.slice(at, token.start)).toMatch(/^[\s\u200B-\u200F\u2060\uFEFF]*$/)
          at = token.end
        }
        expect(text.slice(at)).toMatch(/^[\s\u200B-\u200F\u2060\uFEFF]*$/)
      }),
    ))

  it('takes one word of a million letters, and a million marks, in linear time', () => {
    expect(tokensOf('a'.repeat(1e6), { start: 0, end: 1e6 })).toHaveLength(1)
    expect(tokensOf("a.'".repeat(3e5), { start: 0, end: 9e5 }).length).toBeGreaterThan(1e5)
  })
})
