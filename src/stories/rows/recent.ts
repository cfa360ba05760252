/** Some values by name, those asked for last: no more than `most`. */
export interface Recent<T> {
  get(name: string): T | undefined
  put(name: string, value: T): void
  /** All that are kept. */
  entries(): Iterable<readonly [string, T]>
}

/** Keeps values for as long as they are among the last that were asked for. */
export function recent<T>(most: number): Recent<T> {
  let [young, old] = [new Map<string, T>(), new Map<string, T>()]
  const put = (name: string, value: T): void => {
    young.set(name, value)
    if (young.size <= most / 2) return
    old = young
    young = new Map()
  }
  return {
    put,
    entries: () => new Map([...old, ...young]),
    get: (name) => {
      const known = young.get(name)
      if (known !== undefined) return known
      const older = old.get(name)
      if (older !== undefined) put(name, older)
      return older
    },
  }
}
