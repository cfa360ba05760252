import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation } from './citation.ts'
import { altered, differing } from './differing.ts'

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

describe('whether a quotation was altered', () => {
  it.each([
    ['We took everybody off within the hour', '“We took everybody off, within the hour”', false],
    ['We took everybody off within the hour', 'We took everybody off within one hour', true],
    ['We took everybody off', 'We took almost everybody off', true],
    ['We took almost everybody off', 'We took everybody off', true],
    ['We took everybody off within the hour', 'everybody off', false],
    ['We took everybody off', 'At noon we took everybody off, and left', false],
    ['We took everybody off within the hour', 'We took everybody … within the hour', false],
    ['We took everybody off within the hour', 'We took everybody off within [sixty minutes of] the hour', false],
    ['We don’t know', "We don't know", false],
    ['all of it', 'none', false],
    [
      'It will only destabilise the e-mail & the travelling',
      'It will only destabilize the email and the traveling',
      false,
    ],
    [
      'It will be my red car, and Mars is where it goes. Will be up there for years',
      'Will be up there for years',
      false,
    ],
    [
      'During the flight the crew saw that one of the passengers was wrong',
      'As part of the rules the pilot turned back',
      false,
    ],
  ])('%j beside %j: %s', (base, other, want) => {
    expect(altered(base, other)).toBe(want)
  })

  it('is never so of a part of the same words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.nat(), fc.nat(), (words, from, to) => {
        const [base, part] = [words.join(' '), words.slice(from, to).join(' ')]
        expect([altered(base, base), altered(part, part)]).toEqual([false, false])
      }),
    )
  })
})
