import type { Span } from '../../text/span.ts'
import type { Match } from './grammar.ts'
import type { Word } from './words.ts'

/** The words of a sentence that a match covers, as a place in the text. */
export const spanOf = (words: readonly Word[], { from, to }: Match): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
})

const NEAR = 4
const EDGE = /^[,;:.!?"“”„«»]$/

/** "She said on 3 March", "told reporters on Monday": whether a verb of saying stands right before, in its clause. */
export function isOfSaying(words: readonly Word[], { from }: Match, saying: ReadonlySet<string>): boolean {
  for (let at = from - 1; at >= Math.max(0, from - NEAR); at--) {
    const low = words[at]?.low ?? ''
    if (saying.has(low)) return true
    if (EDGE.test(low)) return false
  }
  return false
}

/** Whether a match stands inside one of the quotations. */
export function isQuoted(words: readonly Word[], match: Match, quotes: readonly Span[]): boolean {
  const { start, end } = spanOf(words, match)
  return quotes.some((quote) => quote.start <= start && end <= quote.end)
}
