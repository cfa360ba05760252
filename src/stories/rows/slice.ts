import type { Slice } from '../rows.ts'

/** A part of what comes, in its order; nothing where no item has the id of `after`. Asks for no more than it gives. */
export async function* sliceOf<R extends { readonly id: string }>(
  items: AsyncIterable<R> | Iterable<R>,
  { after, limit = Number.POSITIVE_INFINITY }: Slice,
): AsyncIterable<R> {
  let [begun, left] = [after === undefined, limit]
  if (left <= 0) return
  for await (const item of items) {
    if (begun) {
      yield item
      if (--left <= 0) return
    } else begun = item.id === after
  }
}
