import { createHash } from 'node:crypto'

/** Mixed into each id before hashing, so that this split shares nothing with the one that took the corpora's held-out parts away. */
export const SALT = 'onrecord/names-split/1'

/**
 * Whether a document of a corpus without a train part is kept to measure on: one in five, by the SHA-256 of salt, slash and id.
 * The other four are trained on; no document is both.
 */
export function isMeasured(id: string): boolean {
  const hash = createHash('sha256').update(`${SALT}/${id}`).digest()
  return hash.readUInt32BE(0) % 5 === 0
}
