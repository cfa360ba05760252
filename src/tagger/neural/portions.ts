import type { Span } from '../../text/span.ts'

/** Characters that are laid out at once: what is held of a text beside its tags stays small, however long it is. */
const LONGEST = 100_000

/** Passages in portions of so many characters at most. A longer passage is cut, after white space where it has some. */
export function* portionsOf(text: string, passages: readonly Span[], longest = LONGEST): Iterable<readonly Span[]> {
  let portion: Span[] = []
  let size = 0
  for (const passage of passages)
    for (const part of cut(text, passage, longest)) {
      if (size + part.end - part.start > longest && portion.length > 0) {
        yield portion
        portion = []
        size = 0
      }
      portion.push(part)
      size += part.end - part.start
    }
  if (portion.length > 0) yield portion
}

function* cut(text: string, { start, end }: Span, longest: number): Iterable<Span> {
  let from = start
  while (end - from > longest) {
    const to = placeToCut(text, from, from + longest)
    yield { start: from, end: to }
    from = to
  }
  yield { start: from, end }
}

// White space near the end; else the end, moved so that no pair of surrogates is parted.
function placeToCut(text: string, from: number, to: number): number {
  for (let at = to; at > from + (to - from) / 2; at--) if (/\s/.test(text[at - 1] ?? '')) return at
  return /[\ud800-\udbff]/.test(text[to - 1] ?? '') ? to - 1 : to
}
