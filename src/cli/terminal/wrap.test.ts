import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { padded, tame, widthOf, wrap } from './wrap.ts'

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['Oldmarsh', 8],
    ['Vlădescu', 8],
    ['Vla\u0306descu', 8],
    ['北京', 4],
    ['ﾊﾝｶｸ', 4],
    ['🚒', 2],
    ['👩‍🚒', 2],
  ])('%j', (text, want) => {
    expect(widthOf(text)).toBe(want)
  })
})

describe('tame', () => {
  it.each([
    ['red \u001b[31malert\u001b[0m', 'red [31malert[0m'],
    ['title \u001b]0;owned\u0007 set', 'title ]0;owned set'],
    ['back\b\b\bspace\rline', 'backspaceline'],
    ['\u202eevil\u202c', 'evil'],
    ['a\u0085b\u009bc', 'abc'],
    ['tab\tand\nline', 'tab\tand\nline'],
  ])('%j', (text, want) => {
    expect(tame(text)).toBe(want)
  })

  it('lets no control character through to a terminal', () => {
    const controls = fc.string({ unit: fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCodePoint(code)) })
    fc.assert(fc.property(controls, (text) => !/[\p{Cc}\u202a-\u202e]/u.test(tame(text).replace(/[\t\n]/g, ''))))
    fc.assert(fc.property(controls, fc.integer({ min: 1, max: 60 }), (text, columns) => wrap(text, columns).every((line) => !/\p{Cc}/u.test(line)))) // biome-ignore format: one line
  })
})

describe('wrap', () => {
  it.each([
    ['', 10, []],
    ['one two three', 7, ['one two', 'three']],
    ['a  b\n\nc', 10, ['a b c']],
    ['incomprehensible', 5, ['incomprehensible']],
    ['北京 北京', 5, ['北京', '北京']],
  ])('%j in %i columns', (text, columns, want) => {
    expect(wrap(text, columns)).toEqual(want)
  })

  it('keeps every word in order, and no line that could be broken is too long', () =>
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 1, max: 60 }), (text, columns) => {
        const lines = wrap(text, columns)
        expect(lines.join(' ')).toBe(text.split(/\s+/).join(' '))
        for (const line of lines) expect(widthOf(line) <= columns || !line.includes(' ')).toBe(true)
      }),
    ))
})

describe('padded', () => {
  it.each([
    ['ab', 4, 'ab  '],
    ['北', 4, '北  '],
    ['abcde', 4, 'abcde'],
  ])('%j to %i columns', (text, columns, want) => {
    expect(padded(text, columns)).toBe(want)
  })
})
