import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorsIn, isByline, isOfOthers, isPersonName, mayBeName, saysBy, standInOf } from './names.ts'

describe('names in a byline', () => {
  it.each<[string, string[]]>([
    ['By Ana Roth', ['Ana Roth']],
    ['by Ana Roth and Pavel Lenz', ['Ana Roth', 'Pavel Lenz']],
    ['By Ana Roth, Pavel Lenz & Ida Marušič', ['Ana Roth', 'Pavel Lenz', 'Ida Marušič']],
    ['By Ana Roth, Staff Writer', ['Ana Roth']],
    ['By Ana Roth in Ormoz', ['Ana Roth']],
    ['By Ana Roth | 12 May 2026', ['Ana Roth']],
    ['The Courier | Updated: 12 May 2026 | Written by Ana Roth', ['Ana Roth']],
    ['Posted by Ana Roth on May 12, 2026', ['Ana Roth']],
    ['Author: Ana Roth', ['Ana Roth']],
    ['Von Ana Roth und Pavel Lenz', ['Ana Roth', 'Pavel Lenz']],
    ['Par Ana Roth et Pavel Lenz', ['Ana Roth', 'Pavel Lenz']],
    ['Ana Roth og Pavel Lenz', ['Ana Roth', 'Pavel Lenz']],
    ['By Jean-Luc d’Aubigny', ['Jean-Luc d’Aubigny']],
    ['By Maria van der Berg', ['Maria van der Berg']],
    ['By J. R. Lenz', ['J. R. Lenz']],
    ['By Ana Roth, Ana Roth', ['Ana Roth']],
    ['ByAna Roth', ['Ana Roth']],
    ['Eingestellt von Ana Roth', ['Ana Roth']],
    ['Von Ana Roth am 5. Mai 2026', ['Ana Roth']],
    ['12.05.2026 - Ana Roth', ['Ana Roth']],
    ['By Ana Roth ⋅ Founder', ['Ana Roth']],
    ['By Ana Roth (aro)', ['Ana Roth']],
    ['By Ana Roth Reviewed by Pavel Lenz', ['Ana Roth']],
    ['By Ana Roth | Photographs by Pavel Lenz', ['Ana Roth']],
    ['Ana Roth | Rate Story | Font Size', ['Ana Roth']],
    ['Reviewed by Pavel Lenz', []],
    ['By The Courier Staff', []],
    ['By Associated Press', []],
    ['Foto: Ana Roth', []],
    ['By courier.example', []],
    ['Updated 12 May 2026', []],
    ['', []],
  ])('%s', (line, want) => expect(authorsIn(line)).toEqual(want))
})

it.each<[string, boolean]>([
  ['By Ana Roth', true],
  ['By the river', false],
  ['By Tuesday the water had gone.', false],
  ['Bypass closed', false],
])('a byline: %s', (line, want) => expect(isByline(line)).toBe(want))

it.each<[string, boolean]>([
  ['Written by Ana Roth', true],
  ['Courier | Reporting by Ana Roth', true],
  ['It was written by Ana Roth', false],
  ['Posted by someone', false],
])('says who by: %s', (line, want) => expect(saysBy(line)).toBe(want))

it.each<[string, boolean, boolean]>([
  ['Ana Roth', true, true],
  ['Ana', false, true],
  ['구현모', false, true],
  ['Newsroom', false, false],
  ['ana roth', false, false],
  ['Ana Roth 3', false, false],
  ['Ana Roth Of The Very Long Name', false, false],
])('%s', (name, person, declared) => expect([isPersonName(name), mayBeName(name)]).toEqual([person, declared]))

it.each<[string, string | undefined]>([
  ['Paddy', 'Paddy'],
  ['von Thilo am 5. Mai 2026', 'Thilo'],
  ['Eingestellt von der Michel', 'der Michel'],
  ['By The_Rat', 'The_Rat'],
  ['R. R.', 'R. R.'],
  ['Courier Staff', 'Courier Staff'],
  ['12 May 2026', undefined],
  ['Tuesday', undefined],
  ['Written by', undefined],
  ['Read more', undefined],
  ['Is this the end?', undefined],
  ['https://courier.example', undefined],
])('in the place of an author: %s', (text, want) => expect(standInOf(text)).toBe(want))

it.each<[string, boolean]>([
  ['Reviewed by Pavel Lenz', true],
  ['Photographs by Pavel Lenz', true],
  ['Posted by', false],
  ['Posted by Ana Roth', false],
  ['By Ana Roth, photographs by Pavel Lenz', false],
])('of others than the author: %s', (line, want) => expect(isOfOthers(line)).toBe(want))

it('no line throws, and every name stands in it', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('By ', 'Von ', ' and ', ', ', ' | ', 'Ana Roth', ' in ', '12 May 2026'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const line = pieces.join('')
      for (const name of authorsIn(line)) expect(line).toContain(name)
      expect(line).toContain(standInOf(line) ?? '')
    }),
    { numRuns: 300 },
  )
})
