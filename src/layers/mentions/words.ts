import { firstFrom, type Span } from '../../text/span.ts'
import { type Token, tokensOf } from '../../text/tokens.ts'

/** A token with what rules ask of it. A possessive "'s" is a word of its own, so that names end before it. */
export interface Word extends Token {
  /** Lower case, without an abbreviation's full stop: "mr" of "Mr." */
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark'
}

const LETTER = /\p{L}/u
const DIGIT = /^\p{N}/u

const kindOf = (text: string): Word['kind'] => {
  if (DIGIT.test(text)) return 'number'
  return LETTER.test(text) ? 'word' : 'mark'
}

const lowerOf = (text: string): string => {
  const lower = text.toLowerCase()
  return lower.length > 1 && lower.endsWith('.') && !lower.startsWith('.') ? lower.slice(0, -1) : lower
}

/** The words of a span, in order. Linear in its length. */
export const wordsIn = (text: string, span: Span): readonly Word[] =>
  tokensOf(text, span).map((token) => ({ ...token, lower: lowerOf(token.text), kind: kindOf(token.text) }))

const CAPITAL = /^\p{Lu}/u

/** Whether a word begins with a capital letter. */
export const isCapital = (word: Word): boolean => word.kind === 'word' && CAPITAL.test(word.text)

/** Whether a word is the possessive "'s". */
export const isPossessive = (word: Word | undefined): boolean => word?.lower === "'s" || word?.lower === '’s'

/** The index of the first word that starts at or after a place; `words.length` when none does. */
export const wordFrom = (words: readonly Word[], place: number): number => firstFrom(words, place)
