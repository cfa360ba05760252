import { rarity } from '../fold.ts'

/** Length of the longest common subsequence of two word lists, at most 200 words of each. */
export function common(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.slice(0, 200), b.slice(0, 200)]
  let row = new Uint16Array(right.length + 1)
  for (const word of left) {
    const next = new Uint16Array(right.length + 1)
    right.forEach((other, at) => {
      next[at + 1] = word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0)
    })
    row = next
  }
  return row[right.length] ?? 0
}

/** What follows from a thing alone, worked out once for each: linking compares an item with up to fifty others. */
export function once<T extends object, Made>(make: (thing: T) => Made): (thing: T) => Made {
  const known = new WeakMap<T, { readonly made: Made }>()
  return (thing) => {
    const found = known.get(thing)
    if (found) return found.made
    const made = make(thing)
    known.set(thing, { made })
    return made
  }
}

/** What is made when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const weightOf = once((words: ReadonlySet<string>): number => {
  let sum = 0
  for (const word of words) sum += rarity(word)
  return sum
})

/** How many of the words of one set another holds. */
export function inBoth(a: Iterable<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const word of a) if (b.has(word)) count++
  return count
}

/** Weighted share of the words that two sets have in common, of the lighter one's weight or the heavier's: 0 to 1; each word weighs its rarity. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>, of: 'lighter' | 'heavier' = 'lighter'): number {
  const weight = of === 'lighter' ? Math.min(weightOf(a), weightOf(b)) : Math.max(weightOf(a), weightOf(b))
  let both = 0
  for (const word of a) if (b.has(word)) both += rarity(word)
  return weight === 0 ? 0 : both / weight
}
