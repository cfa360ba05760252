import type { Caption } from '../../articles/article.ts'
import type { Span } from '../../text/span.ts'
import { captionLead, endsSentence, isAgency, isCredit } from '../classify.ts'
import type { DraftBlock } from '../draft.ts'
import { isNext, wordsOf } from './block.ts'

/** The caption and the credit in one line, by place. */
export interface Captioned {
  readonly caption: Span
  readonly credit?: Span
}

const LONGEST = 450
/** Longest credit before a bar. */
const LEFT = 90

/** Finds the caption in a line that is one: a credit before a bar, at its head or at its end, or words that only captions have. */
export function captionIn(line: string): Captioned | undefined {
  if (line.length > LONGEST) return undefined
  return barred(line) ?? labelled(line) ?? tailed(line) ?? headed(line) ?? cued(line)
}

/** "Ana Roth, AFP | The bridge on Tuesday". */
function barred(line: string): Captioned | undefined {
  const m = /\s*[|]\s+/.exec(line)
  if (!m || m.index < 2 || m.index > LEFT) return undefined
  const [left, from] = [line.slice(0, m.index), m.index + m[0].length]
  const right = line.slice(from)
  if (right.split(/\s+/).length < 4 || /[.!?]/.test(left.replace(/\b\p{Lu}{1,3}\./gu, '')) || right.includes(' | '))
    return undefined
  const named = left.split(/\s*,\s*/).every((part) => /^(?:©\s?)?\p{Lu}\S*(?: \S+){0,3}$/u.test(part.trim()))
  if (!isCredit(left) && !/^©/.test(left) && !(left.includes(',') && named)) return undefined
  return { caption: { start: from, end: line.length }, credit: { start: 0, end: m.index } }
}

/** "Image copyright Meridian Image caption The bridge", "Photos: The flood The bridge on Tuesday. Hide Caption 3 of 9". */
function labelled(line: string): Captioned | undefined {
  const m = /^image (?:copyright|source,?)\s+(.{2,60}?)\s+(?:image|media) caption,?\s+(?=.{10})/i.exec(line)
  const from = m?.[1] === undefined ? -1 : line.indexOf(m[1], 14)
  if (m?.[1])
    return { caption: { start: m[0].length, end: line.length }, credit: { start: from, end: from + m[1].length } }
  const playback = /^media playback is .{5,40} device\s+media caption,?\s+(?=.{10})/i.exec(line)
  if (playback) return { caption: { start: playback[0].length, end: line.length } }
  const hidden = /^(?:photos?:\s+)?(?=.{20})(.*?)\s+hide caption(?: \d+ of \d+)?$/i.exec(line)
  const label = /^photos?:\s+/i.exec(line)?.[0].length ?? 0
  return hidden?.[1] ? { caption: { start: label, end: label + hidden[1].length } } : undefined
}

/** "Getty Images A victim is treated beside the road": an agency before a sentence that has no end. */
function headed(line: string): Captioned | undefined {
  if (line.length > 250 || endsSentence(line)) return undefined
  const words = line.slice(0, 60).split(' ')
  const count = [3, 2, 1].find((n) => /^\p{Lu}/u.test(words[n] ?? '') && isAgency(words.slice(0, n).join(' ')))
  const credit = words.slice(0, count ?? 0).join(' ').length
  return count && line.length - credit > 20 && words.length > count + 3
    ? { caption: { start: credit + 1, end: line.length }, credit: { start: 0, end: credit } }
    : undefined
}

const NAME = "\\p{Lu}[\\p{L}.'’-]*"
/** Credits at the end of a line, in brackets or behind a mark; each is sure enough by itself. */
const TAILS = [
  /[([]\s?((?:photo|photograph|image|picture|credit|foto|file(?: photo)?|source|video|screengrab)s?\b(?:\s?(?:by|courtesy of|credit)\b)?[:\s/]{1,3}[^)\]]{2,90})[)\]]\.?$/iu,
  /[.!?"”’)|]\s+((?:photo|photograph|photographer|photography|image|picture|credit|foto|image credit|photo credit|photos)(?: by|:|\/)\s?\p{Lu}[^.]{2,80})\.?$/iu,
  /\s((?:photo|photograph|image|picture|credit): \p{Lu}[^.]{2,60})\.?$/iu,
  new RegExp(`[([]\\s?((?:[A-Z]+ via )?${NAME}(?: ${NAME}){0,4}\\s?(?:/|\\bvia\\b)\\s?[^)\\]]{2,60})[)\\]]\\.?$`, 'u'),
  new RegExp(`[.!?"”’)]\\s+(${NAME}(?: ${NAME}){0,3}\\s?/\\s?\\p{Lu}[\\p{L}.'’ /-]{1,60})$`, 'u'),
  /\s(©\s?\p{L}[^.©]{2,80})\.?$/u,
]

function tailed(line: string): Captioned | undefined {
  for (const pattern of TAILS) {
    const m = pattern.exec(line)
    if (m?.[1] && m.index > 15) return tail(line, m.index, m[1])
  }
  return bracketed(line) ?? glued(line)
}

/** "… at the gate [AFP]", "… the gate. (Reuters)": an agency alone in brackets credits a caption of one sentence, and closes a longer text. */
function bracketed(line: string): Captioned | undefined {
  const m = /[([]([^()[\]]{2,60})[)\]]\.?$/.exec(line)
  const before = line.slice(0, m?.index ?? 0).trim()
  if (!m?.[1] || before.length < 15 || before.length > 250 || !isCredit(m[1])) return undefined
  return /[.!?] ["“]?\p{Lu}|["“”]/u.test(before) ? undefined : tail(line, m.index, m[1])
}

/** "… in the harbour on Friday.AFP". */
function glued(line: string): Captioned | undefined {
  const m = /[.!?](\p{Lu}[\p{Lu}/]{1,20})$/u.exec(line)
  return m?.[1] && isCredit(m[1]) ? tail(line, m.index + 1, m[1]) : undefined
}

function tail(line: string, index: number, credit: string): Captioned {
  const [from, lead] = [line.indexOf(credit, index), captionLead(line)]
  const end = line
    .slice(0, /[.!?"”’]/.test(line.charAt(index)) ? index + 1 : index)
    .trimEnd()
    .replace(/\s*[([|]$/, '')
    .trimEnd().length
  return { caption: { start: lead < end ? lead : 0, end }, credit: { start: from, end: from + credit.length } }
}

/** "FILE – In this photo …". */
const OF_FILE = /^(?:file photo\b|file\s?[-–—:])/i
const CUES =
  /^photo (?:taken on|shows)\b|\((?:L|R|C|left|right|centre|center)\)|\b(?:in this (?:\p{L}+\.? \d{1,2}, \d{4},? )?(?:file |handout |combination )?(?:photo|image|picture|photograph|frame grab)|(?:is|are) (?:pictured|seen here)|pictured (?:here|above|left|right)|file photo|file image)\b/iu

/** Words at its head ("Image caption …", "FILE – …") or within ("(L)", "in this photo") that only captions have. */
function cued(line: string): Captioned | undefined {
  const start = captionLead(line)
  if (start > 0) return line.length - start > 10 ? { caption: { start, end: line.length } } : undefined
  const quoted = /^["“]/.test(line) || /["”],? (?:he|she|they|said)\b/.test(line)
  return (OF_FILE.test(line) || (CUES.test(line) && line.length < 320)) && !quoted
    ? { caption: { start: 0, end: line.length } }
    : undefined
}

/** A caption's block cut into what it says and its credit, in the order of the line. */
export function splitCaption(text: string, block: DraftBlock): DraftBlock[] {
  const found = captionIn(wordsOf(text, block))
  if (!found) return [block]
  const at = (span: Span): Span => ({ start: block.start + span.start, end: block.start + span.end })
  const caption: DraftBlock = { ...block, ...at(found.caption) }
  if (!found.credit) return [caption]
  const credit: DraftBlock = { ...block, ...at(found.credit), part: 'credit', by: 'pages/plain-credit' }
  return credit.start < caption.start ? [credit, caption] : [caption, credit]
}

/** "Photo: Ana Roth , AFP" is "Ana Roth, AFP". */
const bare = (credit: string): string =>
  credit
    .replace(/\s+,/g, ',')
    .replace(/^[([]\s*(.*?)\s*[)\]]\.?$/, '$1')
    .replace(
      /^(?:(?:photograph|photo|image|picture|foto|file)s?(?: (?:copyright|source|credit|courtesy of|by))?\s*[:,/]*\s+|credit:\s*|©\s*|copyright:?\s+)+(?=\S)/i,
      '',
    )
    .trim()

/** Captions with their credit: on their line, else on a line of its own just below or above. */
export function captionsOf(text: string, blocks: readonly DraftBlock[]): Caption[] {
  const taken = new Set<DraftBlock>()
  const claim = (credit: DraftBlock | undefined): DraftBlock | undefined => {
    if (credit?.part !== 'credit' || taken.has(credit)) return undefined
    taken.add(credit)
    return credit
  }
  return blocks.flatMap((block, i) => {
    if (block.part !== 'caption') return []
    const [above, below] = [blocks[i - 1], blocks[i + 1]]
    const own = [below, above].find((other) => other?.part === 'credit' && isSameLine(text, block, other))
    const credit =
      claim(own) ?? (above && isNext(text, above, block) ? claim(above) : undefined) ?? claim(below) ?? claim(above)
    const words = credit && bare(wordsOf(text, credit))
    const { start, end } = block
    return [{ caption: wordsOf(text, block), ...(words ? { credit: words } : {}), start, end }]
  })
}

const isSameLine = (text: string, a: Span, b: Span): boolean =>
  !text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).includes('\n')

/** Whether a short line may be a caption where its neighbours say so. */
export const mayBeCaption = (line: string): boolean =>
  line.length > 20 && line.length < 300 && (endsSentence(line) || line.includes(' '))
