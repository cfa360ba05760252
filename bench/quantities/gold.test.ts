import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/text/span.ts'
import { quantitySentences, sentenceOf } from './gold.ts'

const TABLE: readonly (readonly [marked: string, text: string, quantities: readonly object[]])[] = [
  ['At least {40|of=people|s=killed} died.', 'At least 40 died.', [{ start: 9, end: 11, low: 40, high: 40, kind: 'count', of: 'people', state: 'killed' }]],
  ['{1,500} of {30 to 40 km|n=30-40|u=km}.', '1,500 of 30 to 40 km.', [{ start: 0, end: 5, low: 1500, high: 1500, kind: 'count' }, { start: 9, end: 20, low: 30, high: 40, kind: 'measure', unit: 'km' }]],
  ['It fell {7%|n=-7|u=%|k=change}.', 'It fell 7%.', [{ start: 8, end: 10, low: -7, high: -7, kind: 'change', unit: '%' }]],
  ['Up from {$1.40|u=USD|was|said=her}.', 'Up from $1.40.', [{ start: 8, end: 13, low: 1.4, high: 1.4, kind: 'money', unit: 'USD', said: 'her', was: true }]],
  ['Chapter 3.', 'Chapter 3.', []],
] // biome-ignore format: a table to be read

describe('sentences with their quantities', () => {
  it.each(TABLE)('%s', (marked, text, quantities) =>
    expect(sentenceOf(marked, 's')).toEqual({ id: 's', text, quantities }),
  )
  it.each(['{many}', '{4|x=y}'])('%s is refused', (marked) => expect(() => sentenceOf(marked, 's')).toThrow())
  it.each(['seen', 'aside'] as const)('%s: every word that is told of a quantity stands in its sentence', (name) => {
    for (const { text, quantities } of quantitySentences(name))
      for (const one of quantities) {
        const { of, state, where, asOf, said } = one
        for (const words of [of, state, where, asOf, said])
          if (words) expect(text.toLowerCase()).toContain(words.toLowerCase())
        expect(wordsOf(text, one).trim()).toBe(text.slice(one.start, one.end))
      }
  })
})
