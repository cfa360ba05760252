import type { Span } from '../../text/span.ts'
import type { Token } from '../../text/tokens.ts'
import { BOUNDARIES } from './cues.ts'

/** A sentence laid out for reading events. */
export interface Scene extends Span {
  readonly tokens: readonly Token[]
  /** The tokens in lower case. */
  readonly low: readonly string[]
  /** Whether it stands in a headline or subheading, where the present tells what happened. */
  readonly headline: boolean
  /** Number of its paragraph among the article's, from 0. */
  readonly paragraph: number
}

/** Index of the first token that starts at or after a place in the text. */
export function tokenAt({ tokens }: Scene, place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? place) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** How many clause edges lie between two tokens, and how many words; neither token counted. */
export function apart({ low }: Scene, a: number, b: number): { readonly edges: number; readonly words: number } {
  const [from, to] = a < b ? [a, b] : [b, a]
  let edges = 0
  for (let at = from + 1; at < to; at++) if (BOUNDARIES.has(low[at] ?? '')) edges++
  return { edges, words: Math.max(0, to - from - 1) }
}
