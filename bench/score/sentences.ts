import type { Span } from '../../src/text/span.ts'
import { trimmed } from '../../src/text/span.ts'
import { byId, type Doc, type Figures, rates, sharedOf, Tally } from './figures.ts'

export interface SentenceDoc extends Doc {
  readonly sentences?: readonly (Span | readonly [number, number])[]
  readonly genre?: string
}

const spansOf = (text: string, doc: SentenceDoc | undefined): Span[] =>
  (doc?.sentences ?? []).flatMap((s) => {
    const span = 'start' in s ? s : { start: s[0], end: s[1] }
    return trimmed(text, span) ?? []
  })

/** Sentence ends, and sentences with both edges right, white space at the edges left out; micro-averaged over documents. */
export function scoreSentences(gold: readonly SentenceDoc[], predicted: readonly SentenceDoc[]): Figures {
  const found = byId(predicted)
  const end = new Tally()
  const exact = new Tally()
  for (const doc of gold) {
    const want = spansOf(doc.text ?? '', doc)
    const got = spansOf(doc.text ?? '', found.get(doc.id))
    count(end, want, got, (s) => `${s.end}`)
    count(exact, want, got, (s) => `${s.start}-${s.end}`)
  }
  return { documents: gold.length, ...rates('end', end), ...rates('exact', exact) }
}

function count(tally: Tally, want: readonly Span[], got: readonly Span[], key: (span: Span) => string): void {
  const a = new Set(want.map(key))
  const b = new Set(got.map(key))
  tally.add(sharedOf(a, b), b.size, a.size)
}
