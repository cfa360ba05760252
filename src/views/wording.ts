import type { StatementItem } from '../stories/items.ts'
import type { Citation } from '../text/citation.ts'
import { differing } from '../text/differing.ts'
import type { Wording } from './line.ts'
import { part } from './lines.ts'

/** Tellings of one statement that are held against the first. */
const MOST = 24

const textOf = (cited: readonly Citation[]): string => cited.map(({ exact }) => exact).join(' ')

// Words next to each other are one phrase.
function phrasesIn(
  cited: Citation,
  words: readonly { readonly start: number; readonly end: number }[],
): readonly Citation[] {
  const found: { start: number; end: number }[] = []
  for (const { start, end } of words) {
    const last = found.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(cited.exact.slice(last.end - cited.start, start - cited.start))) last.end = end
    else found.push({ start, end })
  }
  return found.map(({ start, end }) => part(cited, start - cited.start, end - cited.start))
}

/** The words of one telling that another has not, in the same order, neighbours together. */
export const wordsOnlyIn = (own: readonly Citation[], other: readonly Citation[]): readonly Citation[] =>
  own.flatMap((cited) => phrasesIn(cited, differing(textOf(other), cited)))

/** What a telling has of the first one's words, and of its own. */
const wordingOf = (first: StatementItem, item: StatementItem): Wording => ({
  cut: wordsOnlyIn(first.content, item.content),
  other: wordsOnlyIn(item.content, first.content),
})

/** Each telling's wording beside the first's, in their order; none of the first, nor of those after so many. */
export const wordingsOf = (items: readonly StatementItem[]): readonly (Wording | undefined)[] =>
  items.map((item, at) => (items[0] && at > 0 && at < MOST ? wordingOf(items[0], item) : undefined))
