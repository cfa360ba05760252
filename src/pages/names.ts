import { findDate } from './dates.ts'
import words from './names.json' with { type: 'json' }

const any = (list: readonly string[]): string => list.map((word) => word.replaceAll(' ', '\\s+')).join('|')
const BY = new RegExp(`^[(\\s]*(?:${any(words.by)})(?:\\s*:\\s*|\\s+)(?=\\p{L})`, 'iu')
const BY_ALONE = new RegExp(`^(?:${any(words.by)})\\s*:?$`, 'i')
const JOINT = new RegExp(`\\s*(?:[,;/&]|\\b(?:${any(words.joints)})\\b)\\s*`, 'i')
const word = (list: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}_'’-])(?:${any(list)})(?![\\p{L}_'’-])`, 'iu')
const [DESK, NEVER, ENDS] = [word(words.desks), word(words.never), word(words.ends)]
/** "ByAna Roth", "Byby Ana Roth": the words glued together that two elements hold. */
const GLUED = /^(?:[Bb]y)+(?=\p{Lu})/u
/** Bars and dots that part a byline from what stands beside it. */
const BAR = /\s*[|•·]\s*/
/** These, other bullets and lone dashes part names from roles, places and dates. */
const PIECE = /\s*[|•·∙⋅*>»]\s*|\s+[-–—]+(?:\s+|$)/

/** "By Ada Munteanu and Victor Sandu | 9 March 2026": who wrote it. */
export const isByline = (line: string): boolean =>
  line.length < 160 && /^[Bb][Yy]:?\s+\p{Lu}/u.test(line) && !/[.!?]["”]?$/.test(line.replace(/\b\p{Lu}\.$/u, ''))

/** The same with other words before the name ("Written by …"), or among other things parted by bars ("The Courier | Written by …"). */
export const saysBy = (line: string): boolean =>
  line.length < 200 &&
  line.split(BAR).some((part) => BY.test(part) && /^\p{Lu}/u.test(part.replace(BY, '')) && !/[.!?]$/.test(part))

/** "Written by:" with nobody behind it. */
export const saysByAlone = (text: string): boolean => BY_ALONE.test(text.trim())

/** A name without the words before it; "von" and the like go only where a capital follows, since names begin with them too. */
function withoutBy(text: string): string {
  const rest = text.replace(BY, '').replace(GLUED, '')
  return /^\p{Ll}/u.test(rest) && !/^\p{L}+\s+\p{L}+/u.test(text.slice(0, text.length - rest.length)) ? text : rest
}

/** A name without what follows it: a date, a place of work, who reviewed it or took the pictures, a mark in parentheses. */
function withoutEnd(text: string): string {
  const date = findDate(text)
  const head =
    date === undefined ? text : text.slice(0, date.start).replace(/(?:,?\s+\p{Ll}{2,3}(?:\s+\p{L}+,?)?)?\s*$/u, '')
  return head
    .slice(0, ENDS.exec(head)?.index ?? head.length)
    .replace(/\s+on\s+\p{L}*,?\s*\p{L}*\.?\s*\d.*$/u, '')
    .replace(/\s+(?:in|at|for)\s+\p{Lu}[^,|]*$/u, '')
    .replace(/\s*\([^()]*\)?\s*$/, '')
}

/** "Reviewed by …", "Photographs by …": who did something else for it. */
export const isOfOthers = (line: string): boolean =>
  ENDS.exec(line)?.index === 0 && !BY.test(line) && !BY_ALONE.test(line.trim())

/** Pieces of a byline that may be names: those that words like "By" introduce, where there are such words; else all of them. */
function piecesOf(line: string): readonly string[] {
  const parts = line.split(PIECE).filter((part) => !BY_ALONE.test(part.trim()))
  const said = parts.filter((part) => BY.test(part) || GLUED.test(part))
  return (said.length ? said : parts).map((part) => withoutEnd(withoutBy(part.trim())))
}

/** Names in a byline: without "By", roles, dates, places of work; several are told apart by commas, "and", "&" or bars. */
export function authorsIn(line: string): string[] {
  const names = piecesOf(line).flatMap((piece) => piece.split(JOINT))
  return [...new Set(names.map((name) => withoutEnd(withoutBy(name).trim()).trim()).filter(isPersonName))]
}

/**
 * What stands in a person's place, in a text whose markup says that an author does: a first name, a nickname, a desk; undefined where it
 * is none.
 */
export function standInOf(text: string): string | undefined {
  const [name = ''] = piecesOf(text)
    .map((piece) => piece.replace(/[\s,;:]+$/, ''))
    .filter(Boolean)
  const fits =
    name.length >= 2 && name.length <= 40 && name.split(/\s+/).length <= 4 && /\p{L}{2}|\p{Lu}\. ?\p{Lu}/u.test(name)
  return fits &&
    !NEVER.test(name) &&
    !BY_ALONE.test(name) &&
    !/https?:|[@<>{}:?!/,]|\.$|^\d/.test(name.replace(/\b\p{Lu}\.$/u, ''))
    ? name
    : undefined
}

/** Whether a text looks like a person's name: two to five words, most with a capital, no digits. */
export function isPersonName(text: string): boolean {
  if (/[\d@:()[\]]|https?:|^\p{Ll}/u.test(text.replace(/^(?:de|di|da|van|von|al|el|ten|ter)\b/, 'A'))) return false
  const parts = text.split(/\s+/)
  if (text.length > 60 || text.length < 4 || parts.length < 2 || parts.length > 5) return false
  if (NEVER.test(text) || DESK.test(text) || BY_ALONE.test(text)) return false
  return (
    parts.filter((word) => /^[\p{Lu}'’"]/u.test(word)).length >= parts.length - 2 &&
    /^(?:[dlo]['’])?\p{Lu}/u.test(parts.at(-1) ?? '')
  )
}

/** Whether a name that the page declares to be a person's may be one: as above, or in a script without capitals, or one word alone. */
export const mayBeName = (text: string): boolean =>
  isPersonName(text) ||
  (/^(?:\p{Lu}\p{Ll}{2,}|\p{Lo}{2,}(?: \p{Lo}+)?)$/u.test(text) && !NEVER.test(text) && !DESK.test(text))
