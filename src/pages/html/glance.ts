/** What one look at a text gives. */
export interface Glance {
  readonly words: number
  readonly letters: number
  readonly digits: number
  /** Words that begin with a capital. */
  readonly capitals: number
  readonly lowers: number
  readonly uppers: number
  readonly commas: number
  /** Ends of sentences within and at the end. */
  readonly stops: number
  readonly quotes: number
  readonly bars: number
  /** A number for each word, case folded: one word, one number. */
  readonly hashes: readonly number[]
}

const OTHER = 0
const LETTER = 1
const LOWER = 2
const UPPER = 3
const DIGIT = 4
const COMMA = 5
const STOP = 6
const QUOTE = 7
const BAR = 8
const SPACE = 9

const classes = new Uint8Array(65_536)
const lower = new Uint16Array(65_536)
const known = new Uint8Array(65_536)

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{Lu}/u, UPPER],
  [/\p{Ll}/u, LOWER],
  [/[\p{L}\p{M}\p{Cs}]/u, LETTER],
  [/\p{N}/u, DIGIT],
  [/[,;،、，]/, COMMA],
  [/[.!?…。؟।！？]/, STOP],
  [/["“”„«»]/, QUOTE],
  [/[|•·›/]/, BAR],
  [/\s/, SPACE],
]

function classOf(code: number): number {
  const char = String.fromCharCode(code)
  lower[code] = char.toLowerCase().charCodeAt(0)
  known[code] = 1
  const found = CLASSES.find(([pattern]) => pattern.test(char))?.[1] ?? OTHER
  classes[code] = found
  return found
}

/** Looks once over a text of at most `limit` units: counts of kinds of characters, and its words as numbers. */
export function glanceAt(text: string, limit = 4000): Glance {
  const end = Math.min(text.length, limit)
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  const hashes: number[] = []
  let [hash, inWord, capitals, stops] = [0, false, 0, 0]
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    const kind = known[code] ? (classes[code] ?? 0) : classOf(code)
    counts[kind] = (counts[kind] ?? 0) + 1
    if (kind >= LETTER && kind <= DIGIT) {
      if (!inWord) {
        inWord = true
        hash = 0x811c9dc5
        if (kind === UPPER) capitals++
      }
      hash = Math.imul(hash ^ (lower[code] ?? 0), 0x01000193)
    } else {
      if (inWord) hashes.push(hash)
      inWord = false
      if (kind === STOP && closes(text, i + 1)) stops++
    }
  }
  if (inWord) hashes.push(hash)
  const of = (kind: number): number => counts[kind] ?? 0
  return {
    words: hashes.length,
    letters: of(LETTER) + of(LOWER) + of(UPPER),
    digits: of(DIGIT),
    capitals,
    lowers: of(LOWER),
    uppers: of(UPPER),
    commas: of(COMMA),
    stops,
    quotes: of(QUOTE),
    bars: of(BAR),
    hashes,
  }
}

const CLOSING = /["”’»)\s]/
const closes = (text: string, at: number): boolean => at >= text.length || CLOSING.test(text[at] ?? '')

/** Jaccard similarity of two texts' words. */
export function likenessOf(a: readonly number[] | ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (!b.size) return 0
  const own = a instanceof Set ? a : new Set(a)
  let same = 0
  for (const hash of own) if (b.has(hash)) same++
  return same / (own.size + b.size - same || 1)
}

const gram = (a: number, b: number, c: number): number => Math.imul(Math.imul(a, 31) ^ b, 131) ^ c

/** Runs of three words, each as a number. */
export function gramsOf({ hashes }: Glance): Set<number> {
  const grams = new Set<number>()
  for (let i = 0; i + 2 < hashes.length; i++) grams.add(gram(hashes[i] ?? 0, hashes[i + 1] ?? 0, hashes[i + 2] ?? 0))
  return grams
}

/** Share of a text's runs of three words that are among others; 0 for fewer than three words. */
export function shareIn(grams: ReadonlySet<number>, { hashes }: Glance): number {
  let hit = 0
  for (let i = 0; i + 2 < hashes.length; i++)
    if (grams.has(gram(hashes[i] ?? 0, hashes[i + 1] ?? 0, hashes[i + 2] ?? 0))) hit++
  return hashes.length < 3 ? 0 : hit / (hashes.length - 2)
}
