import { describe, expect, it } from 'vitest'
import type { Phrase } from '../../tagger/tagger.ts'
import type { Span } from '../../text/span.ts'
import { namedBy } from './extents.ts'
import { wordsIn } from './words.ts'

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

const phraseOf = (text: string, words: string, head: string): Phrase => {
  const span = spanOf(text, words)
  const inner = spanOf(words, head)
  const empty = new Float32Array()
  return {
    ...span,
    head: { start: span.start + inner.start, end: span.start + inner.end },
    kind: 'person',
    score: 0.9,
    meaning: { later: empty, earlier: empty },
  }
}

describe('the phrase of a name', () => {
  it.each([
    [
      'The late Mina Kovač of Galati spoke.',
      'Mina Kovač',
      [['The late Mina Kovač of Galati', 'Mina']],
      'The late Mina Kovač of Galati',
    ],
    [
      'Mr Kovač spoke.',
      'Kovač',
      [
        ['Mr Kovač', 'Mr'],
        ['Kovač', 'Kovač'],
      ],
      'Mr Kovač',
    ],
    [
      'Mina Kovač and Ada Roth spoke.',
      'Mina Kovač',
      [
        ['Mina Kovač and Ada Roth', 'Mina'],
        ['Mina Kovač', 'Mina'],
      ],
      'Mina Kovač',
    ],
    ['The family of Mina Kovač spoke.', 'Mina Kovač', [['The family of Mina Kovač', 'family']], undefined],
    ['The engineer spoke to Mina Kovač.', 'Mina Kovač', [['The engineer', 'engineer']], undefined],
  ] as const)('in %j, of %j', (text, name, phrases, wanted) => {
    const found = namedBy(
      wordsIn(text, { start: 0, end: text.length }),
      [spanOf(text, name)],
      phrases.map(([words, head]) => phraseOf(text, words, head)),
    )
    expect(found.map(({ phrase }) => text.slice(phrase.start, phrase.end))).toEqual(wanted ? [wanted] : [])
  })
})
