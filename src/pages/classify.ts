import { findDate } from './dates.ts'
import lists from './furniture.json' with { type: 'json' }
import { tightened } from './lines.ts'

const WHOLE: ReadonlySet<string> = new Set(lists.whole)
const PLAIN: ReadonlySet<string> = new Set(lists.plain)
const BUTTONS: ReadonlySet<string> = new Set(lists.buttons)
const AGENCIES: ReadonlySet<string> = new Set(lists.agencies)
const WIRES: ReadonlySet<string> = new Set(lists.wires)
const LABELS: ReadonlySet<string> = new Set(lists.related)

const fold = (text: string): string => tightened(text.toLowerCase())
const beginsWith = (text: string, list: readonly string[]): boolean => list.some((start) => text.startsWith(start))

/** Whether a line ends as a sentence does. */
export const endsSentence = (line: string): boolean => /[.!?…][)\]]?\s?["”’'»]*$/.test(line)

/** Whether a line is furniture of a page wherever it stands: an invitation, a button, a notice of the site. */
export function isFurniture(line: string): boolean {
  const text = fold(line.slice(0, 400))
  if (WHOLE.has(text.replace(/[.:!…»›>]+$/, '').trimEnd())) return true
  if (/^https?:\/\/\S+$/.test(text) || !/[\p{L}\p{N}]/u.test(text)) return true
  if (/^(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}|.{0,80}\brights\b)/.test(text)) return true
  if (/^follow .{1,50} on (?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin|bluesky)\b/.test(text))
    return true
  if (text.length < 110 && !endsSentence(line) && beginsWith(text, lists.openings)) return true
  if (text.length < 250 && lists.contains.some((words) => text.includes(words))) return true
  return text.length < 300 && beginsWith(text, lists.starts)
}

/** Rows of buttons ("Facebook Twitter Email"), counters ("1 of 12", "214 comments", "View 3 images", "3 min read") and the trail to a page ("Home » News"). */
export function isControl(line: string): boolean {
  const text = fold(line.slice(0, 200))
  if (PLAIN.has(text.replace(/[:.]+$/, '')) || /^list (?:of )?\d+/.test(text)) return true
  if (
    (/^[\d.,\s]+[km]?$/.test(text) && !/^(?:1\d|20)\d\d$/.test(text)) ||
    /^(?:\D{0,12}\s)?\d+ (?:of|\/) \d+$/.test(text)
  )
    return true
  if (/^\d[\d.,]*[km]? (?:shares?|comments?|views?|likes?|reads?)$/.test(text)) return true
  if (
    /^(?:(?:view|see|show|open) )?(?:all )?\d+ (?:images?|photos?|pictures?|fotos|bilder|fotografías|immagini)$/.test(
      text,
    )
  )
    return true
  if (/^\d+[ -]min(?:ute)?s?(?:[ -]read)?$/.test(text)) return true
  if (/^[^»›]{1,40}(?:\s[»›]\s[^»›]{1,60})+$/.test(text)) return true
  const words = text.split(/[\s,|/·•]+/).filter(Boolean)
  return words.length <= 12 && words.every((word) => BUTTONS.has(word))
}

/** Who reported, edited or sent it, behind the text: "(Reporting by …)", "(COURIER with AFP)", "Source: …", "ar/pl (AFP, dpa)". */
export function isSignOff(line: string): boolean {
  if (line.length < 500 && CONTRIBUTED.test(line)) return true
  if (line.length > 300) return false
  if (/^[([]?\s*(?:additional )?(?:reporting|writing|editing|compiled|translated|edited)\b[^.]{0,60}\bby\b/i.test(line))
    return true
  if (/^[([]\s*(?:editors?|sources?|quellen?)\s*:/i.test(line)) return true
  if (/^(?:\p{Ll}{2,3}\/)*\p{Ll}{2,3} \([^)]{2,40}\)$/u.test(line)) return true
  if (/^\(except for the headline\b/i.test(line)) return true
  const inside = /^[([]([^()[\]]{2,80})[)\]]\.?$/.exec(line)?.[1] ?? ''
  return inside.split(/\s*(?:,|\/|;|&|\bwith\b|\band\b)\s*/i).some((part) => AGENCIES.has(fold(part)))
}

const CONTRIBUTED = /\bcontributed to this (?:report|story|article)\b[^.]{0,60}[.)]*$/i

/** "Video: …", "Read more: …", "Also read | …": a link to another page. */
export function isRelated(line: string): boolean {
  if (line.length >= 200) return false
  if (/^[»►▶→>]+\s*\p{L}/u.test(line)) return !endsSentence(line)
  const label = /^\W{0,3}([\p{L}’' -]{3,24}?)\s*[:|›»>–—]\s*\S/u.exec(line)?.[1]
  if (/^(?:also read|read also|see also|also see|watch also)\s\p{Lu}/iu.test(line)) return !endsSentence(line)
  return label !== undefined && LABELS.has(fold(label))
}

/** The heading of a list of links to other pages, or of the words that the page is filed under. */
export function listHeadOf(line: string): 'related' | 'tags' | undefined {
  const text = fold(line.slice(0, 60))
    .replace(/[:»›>]+$/, '')
    .trim()
  if (lists.tags.includes(text)) return 'tags'
  return lists.lists.includes(text) ? 'related' : undefined
}

/** A note by the editors on what the article said before. */
export const isCorrection = (line: string): boolean => beginsWith(fold(line.slice(0, 80)), lists.correction)

/** "Image caption …": the length of words that say that a caption follows. */
export function captionLead(line: string): number {
  const text = line.slice(0, 40).toLowerCase()
  const lead = lists.captions.find((start) => text.startsWith(start) && /^\W?$/.test(text.charAt(start.length)))
  return lead === undefined ? 0 : lead.length + (/^[\s:.–—-]*/.exec(line.slice(lead.length))?.[0].length ?? 0)
}

const AGENCY = /\s+(?:photo|photos|images?|tv|archives?|pool|file|file photo|staff)$/

/** What a news agency calls itself, whoever it is: "Meridian Wire", "Levant News Agency". */
const CALLED =
  /^(?!(?:by|von|par|por|da|di|door|av|af) )(?:\S+\s+){1,4}(?:wire|newswire|(?:news|press|wire) (?:agency|service)|presseagentur|nachrichtenagentur)$/

/** Whether a text is the name of an agency or an archive of pictures. */
export const isAgency = (text: string): boolean => {
  const name = fold(text)
  return AGENCIES.has(name) || AGENCIES.has(name.replace(AGENCY, '')) || CALLED.test(name)
}

/** The news agency that a line of names gives ("Ana Roth, AFP", "red/dpa", "Meridian with AP"), as it is written there. Two letters are one in capitals only. */
export const wireIn = (line: string): string | undefined =>
  line
    .split(/\s*[,;/|()+&·•:]\s*|\s-\s|\s+(?:and|with|via|by|und|mit|et|avec|y|con|e|og|och)\s+/i)
    .map((part) => part.trim())
    .find(
      (part) =>
        CALLED.test(fold(part)) || (WIRES.has(fold(part)) && (part.length > 3 || /\p{Lu}{2}|^\p{Ll}{3}$/u.test(part))),
    )

/** Whether a short text gives credit for a picture: an agency, or words like "Photo:". */
export function isCredit(text: string): boolean {
  if (text.length > 120) return false
  const line = fold(text)
  if (beginsWith(line, lists.credit)) return true
  return line
    .replace(/[()©[\]]/g, '')
    .split(/\s*[,/|–—-]\s*|\s+via\s+/)
    .some((part) => isAgency(part.trim()))
}

/** A line that is a date and little else ("Published: 9 March 2026, 14:05 CET"): few units beside it, and fewer words in lower case. */
export function isDateline(line: string): boolean {
  const found = line.length < 120 ? findDate(line) : undefined
  if (!found || line.length - (found.end - found.start) >= 45 || /[.!?]["”]?$/.test(line)) return false
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`
  return (rest.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}/gu)?.length ?? 0) < 4
}

/** A short line without the end of a sentence, as headlines and subheadings are. */
export const isHeading = (line: string, longest = 110): boolean =>
  line.length <= longest &&
  /^[\p{Lu}\p{N}"'“‘«¿¡(]/u.test(line) &&
  !/[.,;:…]["”’']?$/.test(line) &&
  line.split(/\s+/).length <= 18
