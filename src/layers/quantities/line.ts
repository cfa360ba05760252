import type { Span } from '../../text/span.ts'
import type { Token } from '../../text/tokens.ts'

/** A sentence laid out for reading its numbers. */
export interface Line extends Span {
  readonly tokens: readonly Token[]
  /** The tokens in lower case, typographic apostrophes made plain. */
  readonly low: readonly string[]
  /** Whether it stands in a headline or subheading, where every word may be capitalised. */
  readonly headline: boolean
}

/** Whether a word that no sentence begins with has a capital letter. */
export const isCapital = ({ tokens }: Line, at: number): boolean => /^\p{Lu}/u.test(tokens[at]?.text ?? '')

/** Whether a token is a word, not a number or a mark. */
export const isWord = ({ tokens }: Line, at: number): boolean => /^\p{L}/u.test(tokens[at]?.text ?? '')

/** The span from one token to the one before another. */
export function spanOf({ tokens, start, end }: Line, from: number, to: number): Span {
  return { start: tokens[from]?.start ?? start, end: tokens[to - 1]?.end ?? end }
}
