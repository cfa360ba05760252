/** Shingles: runs of words that stand for a text, so that copies and retold quotations are found by exact look-up (Broder 1997). */

// FNV-1a from two seeds: not secret, only spread evenly and the same on every machine.
function fnv(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

/** Hash of one shingle: sixteen hexadecimal digits. */
export const shingleHash = (shingle: string): string => hex(fnv(shingle, 0x811c9dc5)) + hex(fnv(shingle, 0x7ee3623b))

/** Hashes of all runs of `size` words, each once, lowest first; a text shorter than that is one shingle. */
export function shingles(words: readonly string[], size: number): readonly string[] {
  if (words.length === 0) return []
  const found = new Set<string>()
  for (let at = 0; at + size <= words.length; at++) found.add(shingleHash(words.slice(at, at + size).join(' ')))
  if (found.size === 0) found.add(shingleHash(words.join(' ')))
  return [...found].sort()
}

/**
 * Share of the smaller text's shingles that the other holds, 0 to 1, from samples of the lowest `limit` hashes.
 * Only the stretch of hashes that both samples cover is compared.
 */
export function containment(a: readonly string[], b: readonly string[], limit: number): number {
  const top = [a, b].filter((prints) => prints.length >= limit).map((prints) => prints.at(-1) ?? '')
  const bound = top.sort()[0]
  const inBound = (prints: readonly string[]) => (bound ? prints.filter((print) => print <= bound) : prints)
  const [left, right] = [inBound(a), new Set(inBound(b))]
  const shared = left.filter((print) => right.has(print)).length
  const smaller = Math.min(left.length, right.size)
  return smaller === 0 ? 0 : shared / smaller
}
