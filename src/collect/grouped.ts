import { setTimeout as after } from 'node:timers/promises'

/**
 * What comes, in its order, in groups of at most `most`; what is there is given out `patience` milliseconds after its first at the latest, however
 * long the next one takes.
 */
export async function* grouped<T>(
  items: AsyncIterable<T>,
  most: number,
  patience: number,
): AsyncIterable<readonly T[]> {
  const source = items[Symbol.asyncIterator]()
  let group: T[] = []
  let due = 0
  let next = source.next()
  try {
    for (;;) {
      const come = group.length === 0 ? await next : await before(next, due)
      if (come && !come.done) {
        if (group.length === 0) due = performance.now() + patience
        group.push(come.value)
        next = source.next()
        // Whoever waits for it hears of a failure; while a group is out, nobody does.
        next.catch(() => undefined)
      }
      if (group.length > 0 && (!come || come.done || group.length === most)) {
        yield group
        group = []
      }
      if (come?.done) return
    }
  } finally {
    await source.return?.()
  }
}

// What is waited for; undefined when the time is up first.
async function before<T>(waited: Promise<T>, due: number): Promise<T | undefined> {
  const left = due - performance.now()
  const stop = new AbortController()
  try {
    return await Promise.race([waited, after(Math.max(0, left), undefined, { signal: stop.signal })])
  } finally {
    stop.abort()
  }
}
