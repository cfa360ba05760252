import type { Citation } from '../../text/citation.ts'
import type { Span } from '../../text/span.ts'
import table from './figures.json' with { type: 'json' }

const patterns: readonly (readonly [name: string, pattern: RegExp])[] = Object.entries(table.scopes).map(
  ([name, words]) => [name, new RegExp(String.raw`\b(?:${words})\b`, 'iu')],
)
const rate = new RegExp(String.raw`^\s+(?:${table.rates})\b`, 'iu')
const area = new RegExp(String.raw`\b${table.areas}\b`, 'iu')

/** What a number covers, by a name of ours, and the words that say so. */
export interface Scope {
  /** `country`, `side`, `province` … */
  readonly name: string
  readonly words: Span
}

// The words around a number: back to the number or the semicolon before it, on to the number or the mark after it.
function around({ exact, start }: Citation, number: Span, room: Span): { readonly text: string; readonly at: number } {
  const before = exact.slice(room.start - start, number.start - start)
  const open = room.start - start + before.lastIndexOf(';') + 1
  const after = exact.slice(number.end - start, room.end - start)
  const close = after.search(/[;:]|,(?!\d)/u)
  return { text: exact.slice(open, number.end - start + (close < 0 ? after.length : close)), at: open }
}

/**
 * What a number covers beside its place: the whole country, its province, one side of a border, a day, a litre. Looked for in the room that the
 * numbers beside it leave; a rate right after what it counts, which ends at `end`. Undefined where nothing says so.
 */
export function scopeOf(sentence: Citation, number: Span, room: Span, end = number.end): Scope | undefined {
  const each = rate.exec(sentence.exact.slice(end - sentence.start))
  if (each) return { name: 'rate', words: { start: end + each[0].search(/\S/u), end: end + each[0].length } }
  const { text, at } = around(sentence, number, room)
  const spanOf = (match: RegExpExecArray): Span => {
    const start = sentence.start + at + match.index
    return { start, end: start + match[0].length }
  }
  for (const [name, pattern] of patterns) {
    const match = pattern.exec(text)
    if (match) return { name, words: spanOf(match) }
  }
  const narrow = area.exec(text)
  return narrow ? { name: (narrow[1] ?? '').toLowerCase(), words: spanOf(narrow) } : undefined
}
