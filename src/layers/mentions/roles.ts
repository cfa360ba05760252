import type { Span } from '../../text/span.ts'
import table from './roles.json' with { type: 'json' }
import { isCapital, isPossessive, type Word } from './words.ts'

const lower = (list: readonly string[]): ReadonlySet<string> => new Set(list.map((word) => word.toLowerCase()))

/** Forms of address ("Mr", "Dame"). */
export const HONORIFICS = lower([...table.honorifics, ...table.short])
/** What one person is: "minister", "spokeswoman". */
export const HEADS = lower(table.heads)
/** What a body is: "ministry", "company". */
export const BODIES = lower(table.bodies)
/** Those of BODIES that a person may be, too: "an operator who …". */
export const EITHER = lower(table.either)
/** Those of HEADS that are adjectives, too: "an independent inquiry". */
export const ADJECTIVES = lower(table.adjectives)
/** Several people or bodies: "officials", "police". */
export const PLURAL = lower(table.plural)
/** Those of PLURAL that name bodies rather than people. */
export const COLLECTIVE = lower(table.collective)
/** Writings that are said to say things: "the report". */
export const DOCUMENTS = lower(table.documents)
/** What a land is: "the country". */
export const LANDS = lower(table.lands)
/** What goes before a role: "former", "deputy", "foreign". */
export const MODIFIERS = lower(table.modifiers)

const FEMALE = lower(table.female)
const MALE = lower(table.male)

/** Gender that a word of role or address tells, if any. */
export function genderOfRole(word: string): 'male' | 'female' | undefined {
  const key = word.toLowerCase()
  if (FEMALE.has(key)) return 'female'
  return MALE.has(key) ? 'male' : undefined
}

const FUNCTION = lower(
  'the a an and or but as at by for from in into of on to with when while though although because since unless until once whereas whether despite during amid yet however meanwhile after before if that this these those he she it they we i you his her its their our my who which what where why how not no yes so then now also is are was were be been has have had do does did will would can could may might must said says'.split(
    ' ',
  ),
)

/** Whether a word is a function word: never part of a name or a role by itself. */
export const isFunction = (word: Word): boolean => FUNCTION.has(word.lower)

const LONGEST_ROLE = 9

const isLink = (word: Word): boolean => /^(?:of|for|and|&|-|–)$/.test(word.lower)
const isHead = (word: Word): boolean => HEADS.has(word.lower) || /(?:-general|-elect|-in-chief)$/.test(word.lower)
const isPart = (word: Word): boolean =>
  word.kind === 'word' &&
  !isPossessive(word) &&
  !isFunction(word) &&
  (isCapital(word) || MODIFIERS.has(word.lower) || isHead(word))

/**
 * The role in front of a name: "US Defence Secretary" of "US Defence Secretary Ashton Carter", without article or honorific.
 * `words[at]` is the first word of the name; `blocked` tells words that belong to another person's name.
 */
export function roleBefore(words: readonly Word[], at: number, blocked: (word: Word) => boolean): Span | undefined {
  const last = skipHonorifics(words, at)
  let first = last
  let headed = false
  while (first > 0 && last - first < LONGEST_ROLE) {
    const word = words[first - 1]
    // Words of another line or sentence are further off than one space.
    if (!word || blocked(word) || (words[first]?.start ?? word.end) - word.end > 1) break
    const before = words[first - 2]
    const linked = isLink(word) && before !== undefined && isPart(before) && !blocked(before) && first < last
    if (!linked && !isPart(word)) break
    headed ||= isHead(word)
    first--
  }
  const [head, tail] = [words[first], words[last - 1]]
  return headed && head && tail && first < last ? { start: head.start, end: tail.end } : undefined
}

/** Index of the word before which the honorifics in front of a name stand: "Senator |Dr. Lee" for `at` on "Lee". */
export function skipHonorifics(words: readonly Word[], at: number): number {
  let last = at
  for (;;) {
    const dotted = words[last - 1]?.text === '.' ? last - 1 : last
    const word = words[dotted - 1]
    if (!word || !HONORIFICS.has(word.lower) || !isCapital(word) || (HEADS.has(word.lower) && dotted === last))
      return last
    last = dotted - 1
  }
}

const LONGEST_APPOSITION = 16
const STOPS = new Set([',', '|', '/', '•', '.', ';', ':', '(', ')', '—', '–', '"', '“', '”', '?', '!'])

const COPULA = /^(?:is|was|became|remains)$/

/** The role that a name is said to have: "harbour chief" of "Tomas Odell is the harbour chief". */
export function roleIs(words: readonly Word[], end: number, blocked: (word: Word) => boolean): Span | undefined {
  if (!COPULA.test(words[end]?.lower ?? '') || !/^(?:the|a|an|its|their)$/.test(words[end + 1]?.lower ?? ''))
    return undefined
  const first = words[end + 2]
  for (let at = end + 2; at < end + 7; at++) {
    const [word, next] = [words[at], words[at + 1]]
    if (!first || !word || blocked(word) || word.kind !== 'word' || isFunction(word)) return undefined
    if (isHead(word) && !(next && isHead(next))) return { start: first.start, end: word.end }
  }
  return undefined
}

/** The role after a name and a comma: "the US defence chief" of "Ashton Carter, the US defence chief, said", without its article. */
export function roleAfter(words: readonly Word[], end: number, blocked: (word: Word) => boolean): Span | undefined {
  if (words[end]?.text !== ',') return undefined
  let first = end + 1
  if (/^(?:the|a|an|his|her|its|their|who is|now)$/.test(words[first]?.lower ?? '')) first++
  let at = first
  let head = -1
  while (at < words.length && at - first < LONGEST_APPOSITION && !STOPS.has(words[at]?.text ?? '.')) {
    const word = words[at]
    if (!word || blocked(word)) return undefined
    if (/^(?:said|says|told|is|was|were|has|had|have|will|who|which|and|but|when|while|after|as)$/.test(word.lower))
      break
    if (head < 0 && at - first < 6 && isHead(word)) head = at
    at++
  }
  const [from, tail, next] = [words[first], words[at - 1], words[at]]
  if (head < 0 || !from || !tail || isFunction(from)) return undefined
  // A list ("Ms Reed, Senator Cole and …") goes on with a name where a role would end.
  if (STOPS.has(words[at]?.text ?? '') && /^[|/•]$/.test(words[at]?.text ?? '')) return undefined
  const listed =
    words.slice(first, head + 1).every(isCapital) && words[head + 1] !== undefined && isCapital(words[head + 1] as Word)
  if (listed || next === undefined || !(STOPS.has(next.text) || next.lower === 'who')) return undefined
  return { start: from.start, end: tail.end }
}
