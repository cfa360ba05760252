import { slotOf } from '../../src/tagger/linear/field.ts'
import type { Samples } from './samples.ts'

const BITS = 26

// Counts each distinct key, up to 255, in an open table.
function countsOf(keys: Int32Array, count: number): { readonly table: Int32Array; readonly counts: Uint8Array } {
  const table = new Int32Array(1 << BITS)
  const counts = new Uint8Array(1 << BITS)
  const mask = (1 << BITS) - 1
  for (let i = 0; i < count; i++) {
    const key = keys[i] ?? 0
    let slot = (Math.imul(key, 0x9e3779b1) >>> (32 - BITS)) & mask
    while (counts[slot] !== 0 && table[slot] !== key) slot = (slot + 1) & mask
    table[slot] = key
    const seen = counts[slot] ?? 0
    if (seen < 255) counts[slot] = seen + 1
  }
  return { table, counts }
}

/**
 * Gives a slot to each feature met at least `least` times, the most frequent first, until its two slots are taken; puts the slots in
 * place of the keys and gives back the checks.
 */
export function settle(
  samples: Samples,
  bits: number,
  least: number,
): { readonly checks: Uint8Array; readonly known: number } {
  const total = samples.offsets.at(-1) ?? 0
  const { table, counts } = countsOf(samples.keys, total)
  const byCount: number[][] = Array.from({ length: 256 }, () => [])
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] ?? 0
    if (count >= least) byCount[count]?.push(table[slot] ?? 0)
  }
  const checks = new Uint8Array(1 << bits)
  let known = 0
  for (let count = 255; count >= least; count--) for (const key of byCount[count] ?? []) if (place(checks, key)) known++
  for (let i = 0; i < total; i++) {
    const key = samples.keys[i] ?? 0
    const slot = slotOf(checks, key)
    samples.keys[i] = slot >= 0 ? slot : -1
  }
  return { checks, known }
}

function place(checks: Uint8Array, key: number): boolean {
  const slot = key & (checks.length - 1)
  const check = key >>> 24 || 1
  if (slotOf(checks, key) >= 0) return false
  const free = checks[slot] === 0 ? slot : checks[slot ^ 1] === 0 ? slot ^ 1 : -1
  if (free < 0) return false
  checks[free] = check
  return true
}
