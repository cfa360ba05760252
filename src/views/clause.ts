import type { Citation } from '../text/citation.ts'
import type { Span } from '../text/span.ts'
import words from './clause.json' with { type: 'json' }
import type { Piece } from './line.ts'
import { part, quote } from './lines.ts'

/** Units over which a sentence is cut to the clause that a line is about. */
const LONG = 260

const EDGE = new RegExp(String.raw`;\s+|\s+[–—]\s+|,\s+(?=(?:and\s+|but\s+)?(?:${words.openers.join('|')})\b)`, 'giu')
const GUARD = new RegExp(String.raw`\b(?:${words.guards.join('|')})\b|n['’]t\b|["“”]`, 'iu')

// The sentence's parts between clause edges, as spans of the article; the mark at an edge stays with the part before it.
function partsOf({ exact, start }: Citation): readonly Span[] {
  const parts: Span[] = []
  let from = 0
  for (const { 0: mark, index } of exact.matchAll(EDGE)) {
    const to = index + mark.trimEnd().length
    parts.push({ start: start + from, end: start + to })
    from = index + mark.length
  }
  return [...parts, { start: start + from, end: start + exact.length }]
}

// The last place before a cut, without the comma or dash that led to what is cut.
const bareEnd = (text: string): number => text.replace(/[\s,;–—]+$/u, '').length

/**
 * A sentence as pieces: whole when it is short, else the clauses that hold `focus` (the event's words, its time, place and people), cut at
 * clause edges alone and never so that a denial, a doubt, a speaker or half a quotation is lost.
 */
export function clause(sentence: Citation, focus: readonly Span[]): readonly [Piece] {
  if (sentence.exact.length <= LONG) return [quote(sentence, false, false)]
  const parts = partsOf(sentence)
  const needed = parts.map(
    (one, at) =>
      at === 0 ||
      focus.some((span) => span.start < one.end && one.start < span.end) ||
      GUARD.test(sentence.exact.slice(one.start - sentence.start, one.end - sentence.start)),
  )
  const last = parts[needed.lastIndexOf(true)]
  if (!last || last.end === sentence.end) return [quote(sentence, false, false)]
  const kept = sentence.exact.slice(0, last.end - sentence.start)
  return [quote(part(sentence, 0, bareEnd(kept)), false, true)]
}
