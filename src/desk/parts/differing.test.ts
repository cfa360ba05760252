import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../text/citation.ts'
import { differing } from './differing.ts'

const cited = (exact: string, start = 100): Citation => ({
  article: 'a',
  version: 'v',
  start,
  end: start + exact.length,
  exact,
})
const changed = (base: string, other: string): readonly string[] =>
  differing(base, cited(other)).map(({ start, end }) => other.slice(start - 100, end - 100))

describe('the words that another outlet changed', () => {
  it.each([
    ['We took everybody off within the hour', '“We took everybody off, within the hour”', []],
    ['We took everybody off within the hour', 'We took everybody off within one hour', ['one']],
    ['We took everybody off', 'We took almost everybody off', ['almost']],
    ['We took everybody off', 'WE TOOK everybody', []],
    ['the dog and the cat', 'the cat and the dog', ['cat', 'dog']],
    ['', 'all of it', ['all', 'of', 'it']],
  ])('%j beside %j: %j', (base, other, want) => {
    expect(changed(base, other)).toEqual(want)
  })

  it('are words of the other text, in order, and none of the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (base, other) => {
        const found = differing(base, cited(other))
        expect(found.every(({ start, end }, at) => start >= (found[at - 1]?.end ?? 100) && start < end)).toBe(true)
        expect(found.every(({ end }) => end <= 100 + other.length)).toBe(true)
        expect(differing(other, cited(other))).toEqual([])
      }),
    )
  })

  it('of very long texts are not sought', () => {
    expect(changed('word '.repeat(10_000), 'other '.repeat(10_000))).toEqual([])
  })
})
