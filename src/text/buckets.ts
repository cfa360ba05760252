import type { Span } from './span.ts'

/** For each of some stretches, in order and apart from one another, the items that overlap it; items may be in any order. */
export function bucketsOf<Item extends Span>(
  stretches: readonly Span[],
  items: readonly Item[],
): readonly (readonly Item[])[] {
  const buckets: Item[][] = stretches.map(() => [])
  for (const item of items) {
    for (let at = firstEndingAfter(stretches, item.start); at < stretches.length; at++) {
      const stretch = stretches[at]
      if (!stretch || stretch.start >= item.end) break
      buckets[at]?.push(item)
    }
  }
  return buckets
}

function firstEndingAfter(stretches: readonly Span[], place: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** The items of a sorted list, apart from one another, that overlap a span: by binary search. */
export function overlapping<Item extends Span>(sorted: readonly Item[], span: Span): readonly Item[] {
  const from = firstEndingAfter(sorted, span.start)
  let to = from
  while (to < sorted.length && (sorted[to]?.start ?? span.end) < span.end) to++
  return sorted.slice(from, to)
}
