const BY = /^(?:(?:written|posted|reported|report|reporting|text|words|story|published|updated|edited)\s+)?by\s*:?\s+/i
const NOT_NAMES =
  /\b(?:staff|correspondent|reporter|editor|desk|team|news|agency|agencies|press|contributor|bureau|writer|wire|associated|newsroom|service|online|redaktion|media|times|post|published|updated|the)\b/i

/** "By Ada Munteanu and Victor Sandu | 9 March 2026": who wrote it. */
export const isByline = (line: string): boolean =>
  line.length < 160 && /^[Bb][Yy]:?\s+\p{Lu}/u.test(line) && !/[.!?]["”]?$/.test(line.replace(/\b\p{Lu}\.$/u, ''))

/** The same with more words before the name ("Written by …"), or among other things parted by bars ("The Courier | Written by …"). */
export const saysBy = (line: string): boolean =>
  line.length < 200 &&
  line
    .split(/\s*[|•·]\s*/)
    .some((part) => BY.test(part) && /^\p{Lu}/u.test(part.replace(BY, '')) && !/[.!?]$/.test(part))

/** Names in a byline: without "By", roles, dates, places of work; several are told apart by commas, "and", "&" or bars. */
export function authorsIn(line: string): string[] {
  const parts = line.split(/\s*[|•·]\s*/)
  const said = parts.filter((part) => BY.test(part))
  const names = (said.length ? said.map((part) => part.replace(BY, '')) : parts).flatMap((part) =>
    part
      .replace(/\s+on\s+\p{L}*,?\s*\p{L}*\.?\s*\d.*$/u, '')
      .replace(/\s+(?:in|at|for)\s+\p{Lu}[^,|]*$/u, '')
      .split(/\s*(?:,|;|\/|\band\b|\bund\b|\bet\b|&)\s*/i),
  )
  return [...new Set(names.map((name) => name.replace(BY, '').trim()).filter(isPersonName))]
}

/** Whether a text looks like a person's name: two to five words, most with a capital, no digits. */
export function isPersonName(text: string): boolean {
  if (/\d|@|https?:/.test(text) || text.length > 60 || text.length < 4) return false
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 5 || NOT_NAMES.test(text)) return false
  return (
    words.filter((word) => /^[\p{Lu}'’"]/u.test(word)).length >= words.length - 2 && /^\p{Lu}/u.test(words.at(-1) ?? '')
  )
}
