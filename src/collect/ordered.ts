/** Works on what comes, up to `ahead` of it at once, and gives each with its result, in the order in which it came. */
export async function* ordered<T, R>(
  items: AsyncIterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncIterable<readonly [item: T, result: R]> {
  const begun: (readonly [T, Promise<R>])[] = []
  for await (const item of items) {
    const result = work(item)
    // Whoever waits for it hears of a failure; until its turn comes, nobody does.
    result.catch(() => undefined)
    begun.push([item, result])
    const [first, waited] = (begun.length >= ahead && begun.shift()) || []
    if (waited) yield [first as T, await waited]
  }
  for (const [item, result] of begun) yield [item, await result]
}
