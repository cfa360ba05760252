import words from './names.json' with { type: 'json' }

const any = (list: readonly string[]): string => list.map((word) => word.replaceAll(' ', '\\s+')).join('|')
const BY = new RegExp(`^[(\\s]*(?:${any(words.by)})(?:\\s*:\\s*|\\s+)(?=\\p{L})`, 'iu')
const BY_ALONE = new RegExp(`^(?:${any(words.by)})\\s*:?$`, 'i')
const JOINT = new RegExp(`\\s*(?:[,;/&]|\\b(?:${any(words.joints)})\\b)\\s*`, 'i')
const NEVER = new RegExp(`(?<![\\p{L}'’-])(?:${any(words.never)})(?![\\p{L}'’-])`, 'iu')
/** Bars and dots that part a byline from what stands beside it. */
const BAR = /\s*[|•·]\s*/

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
  const rest = text.replace(BY, '')
  return /^\p{Ll}/u.test(rest) ? text : rest
}

/** Names in a byline: without "By", roles, dates, places of work; several are told apart by commas, "and", "&" or bars. */
export function authorsIn(line: string): string[] {
  const parts = line.split(BAR)
  const said = parts.filter((part) => BY.test(part))
  const names = (said.length ? said : parts).flatMap((part) =>
    withoutBy(part)
      .replace(/\s+on\s+\p{L}*,?\s*\p{L}*\.?\s*\d.*$/u, '')
      .replace(/\s+(?:in|at|for)\s+\p{Lu}[^,|]*$/u, '')
      .split(JOINT),
  )
  return [...new Set(names.map((name) => withoutBy(name).trim()).filter(isPersonName))]
}

/** Whether a text looks like a person's name: two to five words, most with a capital, no digits. */
export function isPersonName(text: string): boolean {
  if (/[\d@:()[\]]|https?:|^\p{Ll}/u.test(text.replace(/^(?:de|di|da|van|von|al|el|ten|ter)\b/, 'A'))) return false
  const parts = text.split(/\s+/)
  if (text.length > 60 || text.length < 4 || parts.length < 2 || parts.length > 5) return false
  if (NEVER.test(text) || BY_ALONE.test(text)) return false
  return (
    parts.filter((word) => /^[\p{Lu}'’"]/u.test(word)).length >= parts.length - 2 &&
    /^(?:[dlo]['’])?\p{Lu}/u.test(parts.at(-1) ?? '')
  )
}

/** Whether a name that the page declares to be a person's may be one: as above, or in a script without capitals, or one word alone. */
export const mayBeName = (text: string): boolean =>
  isPersonName(text) || (/^(?:\p{Lu}\p{Ll}{2,}|\p{Lo}{2,}(?: \p{Lo}+)?)$/u.test(text) && !NEVER.test(text))
