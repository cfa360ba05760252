import type { Span } from '../../text/span.ts'
import { tokensOf } from '../../text/tokens.ts'

/** A word of a sentence as the grammar sees it: compounds are cut at their hyphens, and a hyphen is a word. */
export interface Word extends Span {
  /** Lower case, without the full stop of an abbreviation: "Sept." is `sept`; "a.m." keeps its own. */
  readonly low: string
  /** Whether it begins with a capital. */
  readonly capital: boolean
}

const CUT = /[-\u2010\u2011]|[^-\u2010\u2011]+/g
const LONG = 40

function lowOf(text: string): string {
  const low = text.toLowerCase()
  return low.length > 2 && low.endsWith('.') && low.indexOf('.') === low.length - 1 ? low.slice(0, -1) : low
}

function wordOf(text: string, start: number): Word {
  const first = text.charAt(0)
  const low = /^[-\u2010\u2011]$/.test(text) ? '-' : text.length > LONG ? '' : lowOf(text).replaceAll('’', "'")
  return { start, end: start + text.length, low, capital: first !== first.toLowerCase() }
}

/** The words of a sentence, in order. */
export function wordsOf(text: string, sentence: Span): readonly Word[] {
  const found: Word[] = []
  for (const token of tokensOf(text, sentence)) {
    if (!/.[-\u2010\u2011]./.test(token.text)) found.push(wordOf(token.text, token.start))
    else for (const { 0: part, index } of token.text.matchAll(CUT)) found.push(wordOf(part, token.start + index))
  }
  return found
}
