/** Shingles: runs of words that stand for a text, so that copies and retold quotations are found by exact look-up (Broder 1997). */

const PRIME = 0x01000193
const SEEDS = [0x811c9dc5, 0x7ee3623b] as const
const HIGH = 2 ** 20

/** FNV-1a of a text's code units, 32 bits: not secret, only spread evenly and the same on every machine. */
export function hash32(text: string, seed: number = SEEDS[0]): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return mixed(hash)
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (once ^ (once >>> 12)) >>> 0
}

// Hash of the run of words that starts at a place, from the words' own hashes.
function hashOfRun(hashes: readonly number[], at: number, size: number, seed: number): number {
  let hash = seed
  for (const word of hashes.slice(at, at + size)) hash = Math.imul(hash ^ word, PRIME) ^ (hash >>> 16)
  return mixed(hash)
}

/**
 * Hashes of all runs of `size` words, each once, the lowest `limit` of them in rising order, in thirteen hexadecimal digits; a text shorter than
 * that is one shingle.
 */
export function shingles(words: readonly string[], size: number, limit: number): readonly string[] {
  if (words.length === 0) return []
  const hashes = words.map((word) => hash32(word))
  const count = Math.max(1, words.length - size + 1)
  const found = Float64Array.from(
    { length: count },
    (_, at) => hashOfRun(hashes, at, size, SEEDS[0]) * HIGH + (hashOfRun(hashes, at, size, SEEDS[1]) >>> 12),
  ).sort()
  return [...new Set(found)].slice(0, limit).map((hash) => hash.toString(16).padStart(13, '0'))
}

/**
 * Of shingles in rising order the first `least`, and all that lie in the lowest quarter of all hashes: two long texts that have a run of words in
 * common keep it, or both do not.
 */
export const lowest = (prints: readonly string[], least: number): readonly string[] =>
  prints.filter((print, at) => at < least || print < '4')

/**
 * Share of the smaller text's shingles that the other holds, 0 to 1, from samples of the lowest `limit` hashes.
 * Only the stretch of hashes that both samples cover is compared.
 */
export function containment(a: readonly string[], b: readonly string[], limit: number): number {
  const bound = least(lastOf(a, limit), lastOf(b, limit))
  const [ofA, ofB] = [countUpTo(a, bound), countUpTo(b, bound)]
  let [i, j, shared] = [0, 0, 0]
  while (i < ofA && j < ofB) {
    const [left = '', right = ''] = [a[i], b[j]]
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  const smaller = Math.min(ofA, ofB)
  return smaller === 0 ? 0 : shared / smaller
}

// The last hash that a sample covers, where it is a sample at all.
const lastOf = (prints: readonly string[], limit: number) => (prints.length >= limit ? prints.at(-1) : undefined)
const least = (a: string | undefined, b: string | undefined) => (a === undefined || (b !== undefined && b < a) ? b : a)

function countUpTo(prints: readonly string[], bound: string | undefined): number {
  if (bound === undefined) return prints.length
  let [from, to] = [0, prints.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((prints[middle] ?? '') <= bound) from = middle + 1
    else to = middle
  }
  return from
}
