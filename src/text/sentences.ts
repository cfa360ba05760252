import type { Span } from './span.ts'
import { trimmed } from './span.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentences of one block of a text, in order, without the white space around them. */
export function sentencesIn(text: string, block: Span): readonly Span[] {
  const found: Span[] = []
  for (const { index, segment } of segmenter.segment(text.slice(block.start, block.end))) {
    const span = trimmed(text, { start: block.start + index, end: block.start + index + segment.length })
    if (span) found.push(span)
  }
  return found
}
