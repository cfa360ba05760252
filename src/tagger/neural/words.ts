import type { Span } from '../../text/span.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text's passages laid out for the encoder: words with their pieces and what an uncased word table does not see of them. */
export interface Words {
  /** Places of the words in the text, UTF-16 units. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Case and kind of each word: an index of `SHAPES`. */
  readonly shapes: readonly number[]
  /** Whether each stands against the word before, without white space: 0 or 1. */
  readonly glued: readonly number[]
  /** Each word's place about quotation marks: an index of `QUOTED`. */
  readonly quoted: readonly number[]
  /** The pieces of all words, one after another, and where each word's first stands; one more entry closes the last. */
  readonly pieces: readonly number[]
  readonly firsts: readonly number[]
  /** The first word of each passage; one more entry closes the last. */
  readonly passages: readonly number[]
}

/** Kinds of words by their case; 0 is for what is no word. */
export const SHAPES = ['none', 'lower', 'initial', 'capitals', 'one capital', 'mixed', 'digits', 'digits and letters', 'mark'] as const // biome-ignore format: a list to be read
export const QUOTED = ['outside', 'inside', 'opening', 'closing'] as const

// A word is letters, digits and what joins them; each mark is a word, and each ideograph.
const WORD =
  /[\p{Script=Han}\p{P}\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]|[^\s\p{Script=Han}\p{P}\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]+/gu
const OPENING = /^[“„«‟]$/
const CLOSING = /^[”»]$/

function shapeOf(word: string): number {
  if (!/[\p{L}\p{N}]/u.test(word)) return 8
  if (/\p{N}/u.test(word)) return /\p{L}/u.test(word) ? 7 : 6
  if (!/\p{Lu}/u.test(word)) return 1
  if (word.length === 1) return 4
  if (!/\p{Ll}/u.test(word)) return 3
  return /^\p{Lu}\P{Lu}*$/u.test(word) ? 2 : 5
}

/** Lays out passages of a text, words of each in order. */
export function wordsOf(text: string, passages: readonly Span[], vocabulary: Vocabulary): Words {
  const words = {
    starts: [] as number[],
    ends: [] as number[],
    shapes: [] as number[],
    glued: [] as number[],
    quoted: [] as number[],
    pieces: [] as number[],
    firsts: [] as number[],
    passages: [] as number[],
  }
  for (const passage of passages) {
    words.passages.push(words.starts.length)
    addPassage(words, text.slice(passage.start, passage.end), passage.start, vocabulary)
  }
  words.passages.push(words.starts.length)
  words.firsts.push(words.pieces.length)
  return words
}

type Growing = { readonly [Key in keyof Words]: number[] }

function addPassage(words: Growing, text: string, offset: number, vocabulary: Vocabulary): void {
  let inside = false
  let last = -1
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const mark = /^["“”„«»‟]$/.test(word)
    const opens: boolean = mark && (OPENING.test(word) || (word === '"' && !inside))
    const closes = mark && !opens && (CLOSING.test(word) || word === '"')
    words.starts.push(offset + index)
    words.ends.push(offset + index + word.length)
    words.shapes.push(shapeOf(word))
    words.glued.push(index === last ? 1 : 0)
    words.quoted.push(opens ? 2 : closes ? 3 : inside ? 1 : 0)
    words.firsts.push(words.pieces.length)
    words.pieces.push(...vocabulary.piecesOf(word))
    if (mark) inside = opens
    last = index + word.length
  }
}
