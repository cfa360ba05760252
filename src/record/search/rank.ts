import { rarity, stem, wordsIn } from '../../stories/fold.ts'
import type { Span } from '../../text/span.ts'
import { MARKS } from './candidates.ts'

/** Usual length of a sentence of news, in words. */
const USUAL = 22
const COMMON = 0.1

/** The spans that are marked in a sentence's words; none where the sentence itself holds such signs. */
export function litIn(words: string, marked: string): readonly Span[] {
  const [open, close] = MARKS
  const found: Span[] = []
  let [at, plain, start] = [0, 0, 0]
  while (at < marked.length) {
    const char = marked.charAt(at++)
    if (char === open) start = plain
    else if (char === close) found.push({ start, end: plain })
    else plain++
  }
  return plain === words.length && !words.includes(open) && !words.includes(close) ? found : []
}

/**
 * How well a sentence matches (Okapi BM25): each different word that was sought, by how rare it is in news at large, how often it is there, and how
 * long the sentence is. By a fixed table of rarities, so that no other article changes it.
 */
export function rankOf(words: string, lit: readonly Span[]): number {
  const counts = new Map<string, number>()
  for (const { start, end } of lit)
    for (const word of wordsIn(words.slice(start, end)).map(stem)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const length = 0.25 + (0.75 * (words.match(/\s+/g)?.length ?? 0)) / USUAL
  let sum = 0
  for (const [word, count] of counts) sum += ((rarity(word) + COMMON) * count * 2.2) / (count + 1.2 * length)
  return Math.round(sum * 1000) / 1000
}
