/** 32-bit FNV-1a hash of a stretch of a string's UTF-16 units, as a signed integer. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5 | 0
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Hash of a value under a template's number: the key of one feature (finalizer of MurmurHash3). */
export function mix(template: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 14)
}

/** Hash of two values in order. */
export const both = (a: number, b: number): number => Math.imul(a ^ (a >>> 13), 0x5bd1e995) ^ Math.imul(b, 0x27d4eb2f)
