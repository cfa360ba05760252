import type { Span } from './span.ts'

/** A word, a number, or one mark of a text; the white space between is in none. */
export interface Token extends Span {
  /** Its words: `text.slice(start, end)`. */
  readonly text: string
}

const SPACE = 1
const LETTER = 2
const DIGIT = 3
const MARK = 4
// Classes of UTF-16 units, worked out when first met: 0 is not yet known.
const known = new Uint8Array(0x10000)

function classOf(unit: number): number {
  const met = known[unit] ?? 0
  if (met) return met
  const char = String.fromCharCode(unit)
  // Zero-width signs part words as white space does; a letter outside the basic plane is a mark of its own.
  const found = /[\s\u200B-\u200F\u2060\uFEFF]/.test(char)
    ? SPACE
    : /\p{N}/u.test(char)
      ? DIGIT
      : /[\p{L}\p{M}\u00AD]/u.test(char)
        ? LETTER
        : MARK
  known[unit] = found
  return found
}

const isWord = (unit: number): boolean => classOf(unit) === LETTER || classOf(unit) === DIGIT
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019
const HYPHEN = 0x2d
const POINT = 0x2e
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/** Abbreviations that keep their full stop; what consists of single letters ("U.S.", "J.") keeps it anyway. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof st rev hon gen col lt sgt maj capt cmdr adm gov sen rep jr sr inc corp co ltd bros dept ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mt ft'
  ).split(' '),
)

// Whether the mark at `at` stands inside a word: "O'Neill", "twenty-one", "U.S", "1,000", "3.5", "10:30".
function joins(text: string, at: number, end: number): boolean {
  if (at + 1 >= end) return false
  const mark = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (!isWord(after)) return false
  if (isApostrophe(mark)) return !isPossessive(text, at, end)
  if (mark === HYPHEN || mark === 0x2010 || mark === 0x2011 || mark === POINT || mark === 0x26) return true
  return (mark === 0x2c || mark === 0x3a) && classOf(before) === DIGIT && classOf(after) === DIGIT
}

// "'s" at the end of a word, with either apostrophe.
function isPossessive(text: string, at: number, end: number): boolean {
  const s = text.charCodeAt(at + 1) | 0x20
  return s === 0x73 && (at + 2 >= end || !isWord(text.charCodeAt(at + 2)))
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start + 1
  let single = true
  let run = 1
  for (; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isWord(unit)) {
      run++
      if (run > 1) single = false
    } else if (joins(text, at, end)) run = 0
    else break
  }
  if (at >= end || text.charCodeAt(at) !== POINT) return at
  if (single && classOf(text.charCodeAt(start)) === LETTER) return at + 1
  return at - start <= 5 && ABBREVIATIONS.has(text.slice(start, at).toLowerCase()) ? at + 1 : at
}

function markEnd(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start)
  if (isApostrophe(unit) && start + 1 < end && isPossessive(text, start, end) && start > 0) {
    if (isWord(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === POINT) return start + 2
  }
  let at = start + 1
  // Three points, two hyphens, two single quotation marks: one mark.
  if (unit === POINT || unit === HYPHEN || unit === 0x27 || unit === 0x60)
    while (at < end && text.charCodeAt(at) === unit) at++
  else if (isHigh(unit) && at < end && isLow(text.charCodeAt(at))) at++
  return at
}

/**
 * The words, numbers and marks of a span of a text, in order, in one pass. A word keeps its inner apostrophes, hyphens and full stops
 * ("O'Neill", "ex-minister", "U.S."), a number its commas, points and colons; "'s" is a token of its own.
 */
export function tokensOf(text: string, span: Span): readonly Token[] {
  const found: Token[] = []
  const end = Math.min(span.end, text.length)
  let at = Math.max(0, span.start)
  while (at < end) {
    const unit = text.charCodeAt(at)
    if (classOf(unit) === SPACE) {
      at++
      continue
    }
    const stop = isWord(unit) ? wordEnd(text, at, end) : markEnd(text, at, end)
    found.push({ start: at, end: stop, text: text.slice(at, stop) })
    at = stop
  }
  return found
}
