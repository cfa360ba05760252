import { findDate } from './dates.ts'
import lists from './furniture.json' with { type: 'json' }

const WHOLE: ReadonlySet<string> = new Set(lists.whole)
const AGENCIES: ReadonlySet<string> = new Set(lists.agencies)

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()
const beginsWith = (text: string, list: readonly string[]): boolean => list.some((start) => text.startsWith(start))

/** Whether a line is furniture of a page wherever it stands: an invitation, a button, a notice of the site. */
export function isFurniture(line: string): boolean {
  const text = fold(line.slice(0, 400))
  if (WHOLE.has(text.replace(/[.:!…]+$/, ''))) return true
  if (/^https?:\/\/\S+$/.test(text) || !/[\p{L}\p{N}]/u.test(text)) return true
  return text.length < 300 && beginsWith(text, lists.starts)
}

/** "Video: …", "Read more: …": a link to another page. */
export const isRelated = (line: string): boolean => line.length < 200 && beginsWith(fold(line), lists.related)

/** A note by the editors on what the article said before. */
export const isCorrection = (line: string): boolean => beginsWith(fold(line.slice(0, 80)), lists.correction)

/** Whether a short text gives credit for a picture: an agency, or words like "Photo:". */
export function isCredit(text: string): boolean {
  if (text.length > 120) return false
  const line = fold(text)
  if (beginsWith(line, lists.credit)) return true
  return line
    .replace(/[()]/g, '')
    .split(/\s*[,/|–—-]\s*/)
    .some((part) => AGENCIES.has(part))
}

/** "By Ada Munteanu and Victor Sandu | 9 March 2026": who wrote it. */
export const isByline = (line: string): boolean =>
  line.length < 160 && /^by\s+\p{Lu}/iu.test(line) && !/[.!?]["”]?$/.test(line.replace(/\b\p{Lu}\.$/u, ''))

/** A line that is a date and little else ("Published: 9 March 2026, 14:05 CET"). */
export function isDateline(line: string): boolean {
  const found = line.length < 120 ? findDate(line) : undefined
  return found !== undefined && line.length - (found.end - found.start) < 45 && !/[.!?]["”]?$/.test(line)
}

/** A short line without the end of a sentence, as headlines and subheadings are. */
export const isHeading = (line: string, longest = 110): boolean =>
  line.length <= longest &&
  /^[\p{Lu}\p{N}"'“‘«¿¡(]/u.test(line) &&
  !/[.,;:…]["”’']?$/.test(line) &&
  line.split(/\s+/).length <= 18

/** Names in a byline: without "By", roles, dates, places of work; several are told apart by commas, "and", "&" or bars. */
export function authorsIn(line: string): string[] {
  const names = line
    .replace(/^(?:written |reporting |story |text |words )?by:?\s+/i, '')
    .replace(/\s+(?:in|at|for)\s+\p{Lu}[^,|]*$/u, '')
  return [
    ...new Set(
      names
        .split(/\s*(?:,|\||;|·|•|\/|\band\b|\bund\b|\bet\b|&)\s*/i)
        .map((name) => name.trim())
        .filter(isPersonName),
    ),
  ]
}

/** Whether a text looks like a person's name: two to five words, most with a capital, no digits. */
export function isPersonName(text: string): boolean {
  if (/\d|@|https?:/.test(text) || text.length > 60 || text.length < 4) return false
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 5) return false
  if (
    /\b(?:staff|correspondent|reporter|editor|desk|team|news|agency|press|contributor|bureau|writer|wire|associated|newsroom|service|online|redaktion|media|times|post|published|updated)\b/i.test(
      text,
    )
  )
    return false
  return (
    words.filter((word) => /^[\p{Lu}'’"]/u.test(word)).length >= words.length - 2 && /^\p{Lu}/u.test(words.at(-1) ?? '')
  )
}

const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’\- ]{2,}(?:, \p{L}[\p{L}. ]{2,20})?(?: \([^)]{2,30}\))?|\p{Lu}[\p{L}.'’\- ]{2,24}(?:, \p{Lu}[\p{L}. ]{2,20})? \([\p{L} /.]{2,30}\))\s?[—–-]{1,2}\s/u

/** "BEIRUT (AP) —", "GALATI, Romania (Meridian) –": its length with the dash, and the words before the dash. */
export function datelineOf(paragraph: string): { readonly text: string; readonly length: number } | undefined {
  const m = DATELINE.exec(paragraph.slice(0, 90))
  return m ? { text: m[0].replace(/\s?[—–-]{1,2}\s$/, ''), length: m[0].length } : undefined
}
