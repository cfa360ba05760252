import type { Span } from '../../text/span.ts'
import { tokensOf } from '../../text/tokens.ts'

/** A word of a sentence as the grammar sees it: compounds are cut at their hyphens, and a hyphen is a word. */
export interface Word extends Span {
  /** Lower case, without the full stop of an abbreviation: "Sept." is `sept`; "a.m." keeps its own. */
  readonly low: string
  /** Whether it begins with a capital. */
  readonly capital: boolean
}

/** A pattern of a language's data; those without classes of letters are quicker without the flag that these need. */
export const patternOf = (source: string, flags = ''): RegExp =>
  new RegExp(source, source.includes('\\p') ? `${flags}u` : flags)

const CUT = /[-\u2010\u2011]|[^-\u2010\u2011]+/g
const HYPHENS = '-\u2010\u2011'
const LONG = 40

function lowOf(text: string): string {
  const low = text.toLowerCase()
  return low.length > 2 && low.endsWith('.') && low.indexOf('.') === low.length - 1 ? low.slice(0, -1) : low
}

function wordOf(text: string, start: number): Word {
  const end = start + text.length
  if (text.length === 1 && HYPHENS.includes(text)) return { start, end, low: '-', capital: false }
  const low = text.length > LONG ? '' : lowOf(text)
  const plain = low.includes('’') ? low.replaceAll('’', "'") : low
  return { start, end, low: plain, capital: low !== '' && low.charCodeAt(0) !== text.charCodeAt(0) }
}

const isCompound = (text: string): boolean =>
  text.length > 2 &&
  (text.includes('-') || text.includes('\u2010') || text.includes('\u2011')) &&
  /.[-\u2010\u2011]./.test(text)

/** The words of a sentence, in order. */
export function wordsOf(text: string, sentence: Span): readonly Word[] {
  const found: Word[] = []
  for (const token of tokensOf(text, sentence)) {
    if (!isCompound(token.text)) found.push(wordOf(token.text, token.start))
    else for (const { 0: part, index } of token.text.matchAll(CUT)) found.push(wordOf(part, token.start + index))
  }
  return found
}
