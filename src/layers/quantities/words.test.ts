import { describe, expect, it } from 'vitest'
import words from './words.json' with { type: 'json' }
import { mayHold, opensNumber } from './words.ts'

const { ones, tens, none } = words
const openers = [ones, tens, none, 'nobody none'].flatMap((list) => list.split(' '))
const phrases = [words.scales, words.vague, words.fixed, words.fractions, words.folds].flatMap((table) =>
  Object.keys(table),
)

describe('words of numbers', () => {
  it.each([...openers, ...phrases, '14', 'sh50,000', '2½'])('%s may hold a number', (phrase) => {
    expect(mayHold(`We saw ${phrase}.`)).toBe(true)
    expect(mayHold(phrase.toUpperCase())).toBe(true)
  })
  it.each(['a', 'an', 'november', 'note', 'tent', 'often'])('%s holds none', (word) =>
    expect(mayHold(`${word} of them.`)).toBe(false),
  )
  it.each(['14', 'sh50,000', 'twenty-four', 'dozens', 'half'])('%s opens one', (word) =>
    expect(opensNumber(word)).toBe(true),
  )
  it.each(['ship', 'a7', 'covid19', 'tks5'])('%s opens none', (word) => expect(opensNumber(word)).toBe(false))
})
