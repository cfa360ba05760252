import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legalMoves } from '../scheme.ts'
import type { Passage } from '../tagger.ts'
import type { Network } from './network.ts'
import { MOST, neuralTagger, type Settings } from './neural.ts'
import { portionsOf } from './portions.ts'
import { vocabularyOf } from './vocabulary.ts'
import { LONGEST, windowsOf } from './windows.ts'
import { wordsOf } from './words.ts'

const vocabulary = vocabularyOf(
  '[PAD] [UNK] [CLS] [SEP] mina ko ##vac said the dam , . " “ ” broke cafe un ##aff ##able 9'.split(' '),
)
const names = '[PAD] [UNK] [CLS] [SEP] mina ko ##vac said the dam , . " “ ” broke cafe un ##aff ##able 9'.split(' ')

const wholly = (text: string): readonly Passage[] => [{ start: 0, end: text.length, sentences: [] }]
const linesOf = (text: string): readonly Passage[] => {
  let start = 0
  return text.split('\n').map((line) => {
    const passage = { start, end: start + line.length, sentences: [] }
    start += line.length + 1
    return passage
  })
}

describe('pieces', () => {
  it.each([
    ['Kovač', 'ko ##vac'],
    ['CAFÉ', 'cafe'],
    ['unaffable', 'un ##aff ##able'],
    ['zzz', '[UNK]'],
    ['a'.repeat(101), '[UNK]'],
    ['da\u00adm', 'dam'],
  ])('of %j are %s', (word, pieces) => {
    expect(vocabulary.piecesOf(word).map((id) => names[id])).toEqual(pieces.split(' '))
  })
})

describe('words', () => {
  it('stand where they stand in the text, with their case, what they stand against, and quotation marks about them', () => {
    const text = '“The dam,” said MINA Kovač. 9'
    const words = wordsOf(text, wholly(text), vocabulary)
    const shown = words.starts.map((start, at) => [
      text.slice(start, words.ends[at]),
      words.shapes[at],
      words.glued[at],
      words.quoted[at],
    ])
    expect(shown).toEqual([
      ['“', 8, 0, 2],
      ['The', 2, 1, 1],
      ['dam', 1, 0, 1],
      [',', 8, 1, 1],
      ['”', 8, 1, 3],
      ['said', 1, 0, 0],
      ['MINA', 3, 0, 0],
      ['Kovač', 2, 0, 0],
      ['.', 8, 1, 0],
      ['9', 6, 0, 0],
    ])
  })
})

describe('windows', () => {
  it('hold all words once, in order, and no more pieces than fit; they end with a passage where one ends late', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 30 }), (lengths) => {
        const text = lengths.map((count) => Array(count).fill('unaffable dam').join(' ')).join('\n')
        const words = wordsOf(text, linesOf(text), vocabulary)
        const windows = windowsOf(words)
        let at = 0
        for (const { from, to, length } of windows) {
          expect(from).toBe(at)
          expect(length).toBeLessThanOrEqual(LONGEST)
          at = to
        }
        expect(at).toBe(words.starts.length)
      }),
    )
  })

  it('end with a passage', () => {
    const text = [100, 60, 100].map((count) => Array(count).fill('dam').join(' ')).join('\n')
    expect(windowsOf(wordsOf(text, linesOf(text), vocabulary)).map(({ from, to }) => [from, to])).toEqual([
      [0, 160],
      [160, 260],
    ])
  })
})

describe('portions', () => {
  it.each([
    [['the dam broke'], 13, [['the dam broke']]],
    [['the dam', 'broke', 'a dam'], 12, [['the dam', 'broke'], ['a dam']]],
    [['the dam broke'], 9, [['the dam '], ['broke']]],
    [['unaffable'], 4, [['unaf'], ['fabl'], ['e']]],
    [['ab😀cd'], 3, [['ab'], ['😀c'], ['d']]],
    [[''], 4, [['']]],
    [[], 4, []],
  ])('of %j, %d characters each, are %j', (lines, longest, want) => {
    const text = lines.join('\n')
    const passages = lines.length > 0 ? linesOf(text) : []
    const shown = [...portionsOf(text, passages, longest)].map((portion) =>
      portion.map(({ start, end }) => text.slice(start, end)),
    )
    expect(shown).toEqual(want)
  })
})

/** Takes a run of words with capitals for a person, and marks nothing else. */
const byCapitals: Network = async ({ shapes }) => ({
  scores: Float32Array.from([...shapes].flatMap((shape) => (shape === 2n || shape === 3n ? [0, 8, 13] : [8, 0, 0]))),
})

const settings: Settings = {
  version: 'test',
  heads: [{ kinds: ['person'], moves: [...legalMoves(3)], curves: [[]] }],
}
const tagger = neuralTagger('neural', byCapitals, { vocabulary, settings })

describe('neuralTagger', () => {
  it('marks spans by the network’s scores and legal moves', async () => {
    const text = 'the dam broke, said Mina Kovač.\nMINA said “the dam”'
    const tags = await tagger.tag(text, linesOf(text))
    expect(tags.map(({ start, end, label }) => [text.slice(start, end), label])).toEqual([
      ['Mina Kovač', 'person'],
      ['MINA', 'person'],
    ])
    expect(tags.every(({ score }) => score > 0.9)).toBe(true)
  })

  it('ends spans where a passage ends', async () => {
    const text = 'the flood took MINA\nKovač said so'
    const tags = await tagger.tag(text, linesOf(text))
    expect(tags.map(({ start, end }) => text.slice(start, end))).toEqual(['MINA', 'Kovač'])
  })

  it('never throws, and its tags lie in their passage, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (text) => {
        const passages = linesOf(text)
        for (const { start, end, score } of await tagger.tag(text, passages)) {
          expect(passages.some((passage) => passage.start <= start && start < end && end <= passage.end)).toBe(true)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it.each([
    ['one word of 100,000 letters', 'A'.repeat(100_000)],
    ['10,000 sentences in one line', 'The dam broke. '.repeat(10_000)],
    ['right-to-left text and emoji', 'قال محمد إن السد انهار 😀 Mina 👩‍👩‍👧 Kovač'.repeat(50)],
    ['nothing', ''],
  ])('reads %s', async (_, text) => {
    for (const { start, end } of await tagger.tag(text, wholly(text)))
      expect(text.slice(start, end)).toMatch(/^\p{Lu}/u)
  })

  it('reads no more windows of five million characters than it may', async () => {
    let read = 0
    const counted: Network = (input) => {
      read++
      return byCapitals(input)
    }
    const text = 'MINA said “the dam broke”. '.repeat(185_000)
    const counting = neuralTagger('neural', counted, { vocabulary, settings })
    const tags = await counting.tag(text, wholly(text))
    expect(read).toBe(MOST)
    expect(tags.length).toBeGreaterThan(30_000)
    expect(new Set(tags.map(({ start, end }) => text.slice(start, end)))).toEqual(new Set(['MINA']))
    const unread = counting.unread?.(text, wholly(text))
    expect(unread?.end).toBe(text.length)
    expect(tags.every(({ end }) => end <= (unread?.start ?? 0))).toBe(true)
    expect(counting.unread?.(text.slice(0, 100_000), wholly(text.slice(0, 100_000)))).toBeUndefined()
  })

  it('refuses settings that do not fit', () => {
    expect(() =>
      neuralTagger('neural', byCapitals, {
        vocabulary,
        settings: { version: 'x', heads: [{ kinds: ['person'], moves: [0], curves: [] }] },
      }),
    ).toThrow('3 labels need 12 moves, not 1')
  })
})
