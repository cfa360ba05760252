import words from './abbreviations.json' with { type: 'json' }
import type { Span } from './span.ts'
import { trimmed } from './span.ts'

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))
/** A name or a number follows these: their full stop never ends a sentence. */
const BEFORE = setOf(words.before)
/** Their full stop ends no sentence when a number follows. */
const NUMBERED = setOf(words.numbered)
/** Their full stop ends a sentence only when a word follows that sentences begin with. */
const EITHER = setOf(words.either)
const LABELS = setOf(words.labels)
const STARTERS = setOf(words.starters)
/** Languages whose ordinals take a full stop, with words that sentences begin with and no ordinal goes before. */
const ORDINALS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(words.ordinals).map(([language, list]) => [language, setOf(list)]),
)

/** As much of a word before or after a stop as is looked at. */
const REACH = 24
/** A line of at least so many UTF-16 units was broken for its length, not for its sense. */
const FULL_LINE = 50

const CLOSERS = /["'”’»›)\]*_]*(?:\s?\[[\w ]{1,4}\])*/y
const OPENERS = /[\s"'“‘„«‹([*_•–—-]{0,16}/y
const WORD = /[\p{L}\p{M}\p{N}.'’&-]+$/u
const FIRST = /^[\p{L}\p{M}]+(?:['’][\p{L}]+)?/u
const ACRONYM = /^(?:\p{L}\.)+\p{L}$/u
const BULLET = /^\s*(?:[•*·▪‣◦–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s/

/** A run of stops, as far as it was looked at: the text of its block, where the sentence before it began, and the run itself. */
interface Stop {
  readonly text: string
  readonly from: number
  readonly start: number
  readonly end: number
  /** Whether quotation marks, brackets or notes close after it. */
  readonly closed: boolean
  /** Words from the first letter or digit after it. */
  readonly next: string
  /** What stands before those, such as an opening quotation mark. */
  readonly opening: string
  /** Where the language's ordinals take a full stop: the words that begin sentences. */
  readonly ordinals: ReadonlySet<string> | undefined
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

const starts = (next: string): boolean => STARTERS.has((FIRST.exec(next)?.[0] ?? '').toLowerCase().replace('’', "'"))

/** Whether a single full stop after `word` ends a sentence, when what follows could begin one. */
function endsAfter(word: string, stop: Stop): boolean {
  const low = word.toLowerCase()
  const digit = /^\p{N}/u.test(stop.next)
  if (low.length === 0) return true
  if (isOrdinal(word, stop)) return false
  if (/^\(?\p{N}{1,3}(?:\.\p{N}{1,2})*$/u.test(word)) return !isListNumber(word, stop)
  if (stop.closed && !EITHER.has(low)) return low.length > 1 || stop.opening.length > 0
  if (digit && NUMBERED.has(low)) return false
  if (EITHER.has(low) || ACRONYM.test(word)) return starts(stop.next) && !isNameOfTwo(low, stop)
  if (BEFORE.has(low)) return false
  return isLetter(word) ? /^[A-Z]$/.test(word) && starts(stop.next) && !isInitial(stop) : true
}

// "Am 3. März", "im 19. Jahrhundert".
const isOrdinal = (word: string, { ordinals, next }: Stop): boolean =>
  ordinals !== undefined && /^\d{1,2}$/.test(word) && !ordinals.has((FIRST.exec(next)?.[0] ?? '').toLowerCase())

const isLetter = (word: string): boolean => /^\p{L}\p{M}?$/u.test(word)

// "St. In" may end a street; "Sr. A" may not: what can be a title stays one before a single letter.
const isNameOfTwo = (low: string, stop: Stop): boolean => BEFORE.has(low) && /^\p{Lu}\./u.test(stop.next)

// "Ana B. In" ends; "by A. It" hardly: initials come first or after a capital word.
const isInitial = (stop: Stop): boolean => /^I\b/.test(stop.next) || /(?:^|\.\s?)$/.test(before(stop, 1, 4))

const before = (stop: Stop, skip: number, length: number): string =>
  stop.text.slice(Math.max(stop.from, stop.start - skip - length), stop.start - skip)

// "1." opening a sentence, and "Figure 2." opening a caption.
function isListNumber(word: string, stop: Stop): boolean {
  const lead = before(stop, word.length, REACH).trim()
  if (stop.start - stop.from > REACH) return false
  return lead === '' || LABELS.has(lead.toLowerCase())
}

// What follows a question or a cry in quotation marks and belongs to its sentence: "Ana Ruiz asked".
const SAYING =
  /^(?:\p{Lu}[\p{L}'’-]*\s){1,3}(?:said|says?|ask(?:s|ed)|told|tells|wrote|adde?d|repli(?:es|ed)|cried|shouted|called)\b/u

function endsSentence(stop: Stop): boolean {
  if (stop.next === '') return !/^[.!?…,;:]/.test(stop.text.slice(stop.end).trimStart())
  if (/^\p{Ll}/u.test(stop.next)) return false
  const mark = stop.text.charAt(stop.end - 1)
  if (mark === '?' || mark === '!') {
    if (/[([]/.test(stop.opening) && /^\p{N}/u.test(stop.next)) return false
    return !(stop.closed && SAYING.test(stop.next))
  }
  if (mark === '…' || stop.end - stop.start > 1) return !/^\p{N}/u.test(stop.next)
  return endsAfter(WORD.exec(before(stop, 0, REACH))?.[0] ?? '', stop)
}

/** Where the sentence with this run of stops ends, past closing marks and notes; undefined when it goes on. */
function endAt(text: string, from: number, start: number, end: number, ordinals: Stop['ordinals']): number | undefined {
  const close = matchAt(CLOSERS, text, end)
  const after = end + close.length
  const following = text.charAt(after)
  const glued = following !== '' && !/\s/.test(following)
  const opening = matchAt(OPENERS, text, after)
  const next = text.slice(after + opening.length, after + opening.length + 40)
  if (glued && !isLostSpace(text, start, after)) return undefined
  if (/^\s*[,;:)\]%.!?…]/.test(next)) return undefined
  const closed = close.length > 0
  return endsSentence({ text, from, start, end, closed, next, opening: opening.trim(), ordinals }) ? after : undefined
}

// "left.The": the space after a sentence was lost.
const isLostSpace = (text: string, start: number, after: number): boolean =>
  /\p{Ll}{3}$/u.test(text.slice(Math.max(0, start - 3), start)) &&
  /^\p{Lu}\p{Ll}*\s/u.test(text.slice(after, after + 12)) &&
  starts(text.slice(after, after + 12))

/** Whether a line break parts two sentences: a wrapped line goes on, a heading or a list item does not. */
function breaksAt(text: string, from: number, at: number): boolean {
  const rest = text.slice(at + 1, at + 1 + REACH)
  if (/^[^\S\n]*(?:\n|$)/.test(rest) || BULLET.test(rest)) return true
  if (/^\s*\p{Ll}/u.test(rest)) return false
  const line = text.slice(Math.max(from, at - FULL_LINE), at)
  if (/[,;]\s*$/.test(line)) return false
  return line.length < FULL_LINE || line.includes('\n')
}

const MARKS = /[.!?…]+|\n/g

/**
 * The sentences of one block of a text, in order, without the white space around them. A full stop after an abbreviation, an initial, a list
 * number or inside a number ends none, nor one after a day of the month in a language (ISO 639-1) that writes it so; closing quotation marks, brackets and notes ("[3]") belong to the sentence they close.
 */
export function sentencesIn(text: string, block: Span, language = 'en'): readonly Span[] {
  const ordinals = ORDINALS.get(language)
  const piece = text.slice(block.start, block.end)
  const found: Span[] = []
  let from = 0
  const cut = (end: number): void => {
    const span = trimmed(text, { start: block.start + from, end: block.start + end })
    if (span) found.push(span)
    from = end
  }
  for (const { 0: mark, index } of piece.matchAll(MARKS)) {
    if (index < from) continue
    if (mark === '\n') {
      if (breaksAt(piece, from, index)) cut(index)
      continue
    }
    const end = endAt(piece, from, index, index + mark.length, ordinals)
    if (end !== undefined) cut(end)
  }
  cut(piece.length)
  return found
}
