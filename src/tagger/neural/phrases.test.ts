import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers, type Span } from '../../text/span.ts'
import type { Meaning } from '../tagger.ts'
import { LONGEST, phrasesIn, WIDTH } from './phrases.ts'
import { vocabularyOf } from './vocabulary.ts'
import { wordsOf } from './words.ts'

const vocabulary = vocabularyOf(['[UNK]', '[CLS]', '[SEP]'])
const [FIRST_ALONE, LAST_ALONE, HEAD] = [160, 164, 168]
const widths = new Float32Array(LONGEST * 4)
const asIs = (numbers: Float32Array): Meaning => ({ later: numbers, earlier: numbers })

/** The phrases of a text, each of its sentences a line, whose words have numbers as told. */
function phrasesOf(text: string, tell: (word: string, numbers: Float32Array, at: number) => void) {
  let start = 0
  const lines = text.split('\n').map((line) => {
    const span = { start, end: start + line.length }
    start += line.length + 1
    return span
  })
  const words = wordsOf(text, lines, vocabulary)
  const numbers = new Float32Array(words.starts.length * WIDTH)
  words.starts.forEach((from, at) => {
    tell(text.slice(from, words.ends[at]), numbers.subarray(at * WIDTH, (at + 1) * WIDTH), at)
  })
  return phrasesIn({ words, numbers }, lines, { widths, curve: { slope: 1, shift: 0, length: 0 }, meaning: asIs })
}

const shown = (text: string, { start, end }: Span): string => text.slice(start, end)

describe('phrases', () => {
  it('begin and end where the network says, hang on the likeliest head, and lie in one sentence', () => {
    const text = 'the engineer of the dam spoke\nthe dam broke'
    const person = 0
    const found = phrasesOf(text, (word, numbers) => {
      numbers.fill(-4, FIRST_ALONE, HEAD)
      if (word === 'the') numbers[FIRST_ALONE + person] = 3
      if (word === 'engineer') numbers[HEAD] = 2
      if (word === 'dam') {
        numbers[LAST_ALONE + person] = 3
        numbers[HEAD] = 1
      }
    })
    expect(found.map((phrase) => [shown(text, phrase), shown(text, phrase.head), phrase.kind])).toEqual([
      ['the engineer of the dam', 'engineer', 'person'],
      ['the dam', 'dam', 'person'],
      ['the dam', 'dam', 'person'],
    ])
  })

  it('nest and never cross, whatever the numbers are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ',', '\n'), { minLength: 1, maxLength: 60 }),
        fc.infiniteStream(fc.float({ min: -3, max: 3, noNaN: true })),
        (words, stream) => {
          const text = words.join(' ')
          const found = phrasesOf(text, (_, numbers) => {
            for (let i = 0; i < WIDTH; i += 7) numbers[i] = stream.next().value as number
          })
          for (const [at, one] of found.entries()) {
            expect(covers(one, one.head)).toBe(true)
            expect(shown(text, one)).not.toContain('\n')
            expect(one.score).toBeGreaterThan(0.5)
            expect(one.score).toBeLessThanOrEqual(1)
            for (const other of found.slice(at + 1))
              expect(other.start >= one.end || covers(one, other) || covers(other, one)).toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('are found in a sentence of 20,000 words as fast a word as in a short one', () => {
    const text = 'the dam '.repeat(10_000)
    const begun = performance.now()
    const found = phrasesOf(text, (word, numbers) => {
      if (word === 'the') numbers[FIRST_ALONE] = 1
      else numbers[LAST_ALONE] = 1
    })
    expect(found.length).toBeGreaterThan(10_000)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})
