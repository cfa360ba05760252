/** Bits that the lexicon knows of a lower-case word: learnt from the training text, or from a list of places. */
export const LEXICON = {
  country: 1,
  city: 2,
  town: 4,
  firstname: 8,
  lastname: 16,
  location: 32,
  organization: 64,
  orgend: 128,
  misc: 256,
  cue: 512,
  maycue: 1024,
  rarecue: 2048,
  common: 4096,
  sometimes: 8192,
  source: 16384,
} as const
/** How many bits there are. */
export const FACTS = Object.keys(LEXICON).length

const SLOTS_EACH = 4

/** A table of 16-bit checks and 16-bit facts, four slots a bucket; `facts.length` is a power of two. */
export interface Lexicon {
  readonly checks: Uint16Array
  readonly facts: Uint16Array
}

const bucketOf = (table: Lexicon, hash: number): number => (hash & (table.facts.length / SLOTS_EACH - 1)) * SLOTS_EACH
// From the product, since the high bits of FNV alone are weak for short words.
const checkOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 16 || 1

/** The bits of a word by the hash of its lower case; 0 for an unknown word. */
export function factsOf(table: Lexicon, hash: number): number {
  const bucket = bucketOf(table, hash)
  const check = checkOf(hash)
  for (let slot = bucket; slot < bucket + SLOTS_EACH; slot++)
    if (table.checks[slot] === check) return table.facts[slot] ?? 0
  return 0
}

/** Builds the table; entries that find no free slot in their bucket are left out, so give the most useful first. */
export function lexiconOf(entries: Iterable<readonly [hash: number, facts: number]>, bits: number): Lexicon {
  const table = { checks: new Uint16Array(1 << bits), facts: new Uint16Array(1 << bits) }
  for (const [hash, facts] of entries) {
    const bucket = bucketOf(table, hash)
    const check = checkOf(hash)
    for (let slot = bucket; slot < bucket + SLOTS_EACH; slot++) {
      if (table.checks[slot] !== 0 && table.checks[slot] !== check) continue
      table.checks[slot] = check
      table.facts[slot] = (table.facts[slot] ?? 0) | facts
      break
    }
  }
  return table
}
