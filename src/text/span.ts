/** A stretch of a text: UTF-16 code units, `end` exclusive, `0 <= start < end <= text.length`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words that a span stands for. */
export const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Whether `inner` lies wholly inside `outer`; equal spans do. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Order of reading: by start, a longer span before the shorter ones that begin with it. */
export const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The span without the white space at its edges; undefined when nothing else is in it. */
export function trimmed(text: string, span: Span): Span | undefined {
  let { start, end } = span
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : undefined
}

/** The id of an item of a reading: its layer's letter and its place, as in `t:120-127`. */
export const idOf = (letter: string, span: Span): string => `${letter}:${span.start}-${span.end}`

/** The index of the first span of a list sorted by start that starts at or after `place`, by binary search; its length when none does. */
export function firstFrom(spans: readonly Span[], place: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The last span of a sorted list that starts at or before `place`, by binary search.
 * `spans` must be sorted by start and must not overlap.
 */
export function spanAt<S extends Span>(spans: readonly S[], place: number): S | undefined {
  const found = spans[firstFrom(spans, place + 1) - 1]
  return found && place < found.end ? found : undefined
}
