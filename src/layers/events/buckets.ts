import type { Span } from '../../text/span.ts'

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
