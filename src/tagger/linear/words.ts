import { both, hashOf } from './hash.ts'
import lists from './lists.json' with { type: 'json' }

/** Bits of a word's `lists`, in the order of lists.json. */
export const LIST = Object.fromEntries(Object.keys(lists).map((name, i) => [name, 1 << i])) as {
  readonly [name in keyof typeof lists]: number
}
/** How many lists there are. */
export const LISTS = Object.keys(lists).length

const LISTED = new Map<string, number>()
for (const [name, words] of Object.entries(lists))
  for (const word of words.split(' ')) LISTED.set(word, (LISTED.get(word) ?? 0) | LIST[name as keyof typeof lists])

/** Kinds of capitals of a word. */
export const FORM = {
  lower: 0,
  initial: 1,
  capitals: 2,
  letter: 3,
  mixed: 4,
  number: 5,
  alphanumeric: 6,
  mark: 7,
} as const

/** What is known of one distinct word form of a document; hashes are 32-bit integers. */
export interface Word {
  readonly text: string
  readonly exact: number
  readonly lower: number
  /** Letters as classes ("Xx", "X.X."), runs squeezed. */
  readonly shape: number
  readonly form: number
  /** Hashes of the first and last one to four units, lower case; 0 where the word is no longer than that. */
  readonly prefixes: readonly [number, number, number, number]
  readonly suffixes: readonly [number, number, number, number]
  /** Bits of `LIST`. */
  readonly lists: number
  /** Bits of the learnt lexicon. */
  readonly lexicon: number
  /** What the document says of this form: bits of `SEEN`, filled by `remember`. */
  seen: number
  /** Lower-case hashes of the first and last word of the longest run of capitals it stands in, and how many words that has. */
  first: number
  last: number
  run: number
}

const UPPER = /\p{Lu}/u
const LOWER = /[\p{Ll}\p{Lo}\p{M}]/u

// X upper, x lower, 0 digit, else the unit itself.
function classOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return 120
  if (unit >= 65 && unit <= 90) return 88
  if (unit >= 48 && unit <= 57) return 48
  if (unit < 128) return unit
  const char = String.fromCharCode(unit)
  return UPPER.test(char) ? 88 : LOWER.test(char) ? 120 : unit
}

function shapeOf(text: string): { shape: number; form: number } {
  let shape = 17
  let last = 0
  let upper = 0
  let lower = 0
  let digits = 0
  const length = Math.min(text.length, 40)
  for (let at = 0; at < length; at++) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === 88) upper++
    else if (kind === 120) lower++
    else if (kind === 48) digits++
    if (kind !== last) shape = Math.imul(shape ^ kind, 0x01000193)
    last = kind
  }
  return { shape, form: formOf(upper, lower, digits, classOf(text.charCodeAt(0)) === 88) }
}

function formOf(upper: number, lower: number, digits: number, initial: boolean): number {
  if (upper + lower === 0) return digits > 0 ? FORM.number : FORM.mark
  if (digits > 0) return FORM.alphanumeric
  if (upper === 0) return FORM.lower
  if (lower === 0) return upper === 1 ? FORM.letter : FORM.capitals
  return initial && upper === 1 ? FORM.initial : FORM.mixed
}

const edge = (text: string, size: number, last: boolean): number => {
  if (text.length <= size) return 0
  return last ? hashOf(text, text.length - size) : hashOf(text, 0, size)
}

/** The facts of a word form. `lexicon` gives the learnt bits of a lower-case hash. */
export function wordOf(text: string, lexicon: (lower: number) => number): Word {
  // Words beyond any real one are cut, so that a page of one endless word costs no more than its reading.
  const short = text.length > 60 ? text.slice(0, 60) : text
  const low = short.toLowerCase().replaceAll('’', "'")
  const lower = hashOf(low)
  const { shape, form } = shapeOf(short)
  return {
    text: short,
    exact: both(lower, form),
    lower,
    shape,
    form,
    prefixes: [edge(low, 1, false), edge(low, 2, false), edge(low, 3, false), edge(low, 4, false)],
    suffixes: [edge(low, 1, true), edge(low, 2, true), edge(low, 3, true), edge(low, 4, true)],
    lists: LISTED.get(low) ?? 0,
    lexicon: lexicon(lower),
    seen: 0,
    first: 0,
    last: 0,
    run: 0,
  }
}

/** Whether a word begins with a capital. */
export const isCapital = (word: Word): boolean =>
  word.form === FORM.initial ||
  word.form === FORM.capitals ||
  word.form === FORM.letter ||
  word.form === FORM.mixed ||
  (word.form === FORM.alphanumeric && classOf(word.text.charCodeAt(0)) === 88)
