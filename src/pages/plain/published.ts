import { findDate } from '../dates.ts'
import type { Claim, DraftBlock } from '../draft.ts'
import { wordsOf } from './block.ts'

/** Blocks of the head, in which a date line needs no words to say what it is. */
const HEAD = 20
const UPDATE = /\b(?:update|updated|modified|edited|amended|revised|last change|aktualisiert)\b/i
const ISSUE = /\b(?:published|posted|issued|created|first published|publication|date)\b/i

interface DateLine {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly update: boolean
}

/** When a text was published and last changed, by its date lines; failing these, by what its captions and its first lines imply. */
export function datesIn(
  text: string,
  blocks: readonly DraftBlock[],
): { readonly published?: Claim; readonly modified?: Claim } {
  const lines = dateLines(text, blocks)
  const [issue, update] = [lines.find((line) => !line.update), lines.findLast((line) => line.update)]
  const published = issue
    ? said(issue, 'date-line', 0.92)
    : update
      ? said(update, 'update-line', 0.7)
      : impliedDate(text, blocks)
  return {
    ...(published ? { published } : {}),
    ...(update && issue && update.value.slice(0, 10) >= issue.value.slice(0, 10)
      ? { modified: said(update, 'update-line', 0.9) }
      : {}),
  }
}

const said = ({ value, start, end }: DateLine, rule: string, score: number): Claim => ({
  value,
  found: { by: `pages/plain-${rule}`, score, stated: true, start, end },
})

const mayDate = ({ by, part }: DraftBlock, line: string): boolean =>
  by === 'pages/plain-date' || part === 'byline' || (part === 'furniture' && line.includes(' | '))

function dateLines(text: string, blocks: readonly DraftBlock[]): DateLine[] {
  return blocks.flatMap((block, i): DateLine[] => {
    const line = wordsOf(text, block).slice(0, 300)
    if (!mayDate(block, line)) return []
    const found = findDate(line)
    if (!found || (i >= HEAD && !ISSUE.test(line) && !UPDATE.test(line))) return []
    const update = UPDATE.test(line.slice(0, found.start)) && !ISSUE.test(line.slice(0, found.start))
    return [{ value: found.value, start: block.start + found.start, end: block.start + found.end, update }]
  })
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'i')
const EACH_WEEKDAY = new RegExp(WEEKDAY, 'g')
/** Pictures from an archive say nothing of the day. */
const ARCHIVE = /\b(?:file|archive|archives|stock|undated)\b/i
const DAY = 86_400_000

/**
 * A caption often dates the day itself ("… on October 25, 2016"), and so do the first paragraphs with a weekday beside the date. The weekdays of the
 * first paragraphs must bear it out: the same one, or one that falls a day or two later, which is then the day. A caption above the text may stand
 * without such evidence where the first paragraphs name no weekday.
 */
function impliedDate(text: string, blocks: readonly DraftBlock[]): Claim | undefined {
  const paragraphs = blocks.filter(({ part }) => part === 'paragraph').slice(0, 3)
  const weekdays = paragraphs.map((block) => weekdaysIn(wordsOf(text, block)))
  const implied = blocks.flatMap((block) => impliedBy(text, block, paragraphs, weekdays) ?? [])
  return implied.sort((a, b) => b.found.score - a.found.score || b.value.localeCompare(a.value))[0]
}

function impliedBy(
  text: string,
  block: DraftBlock,
  paragraphs: readonly DraftBlock[],
  weekdays: readonly (readonly number[])[],
): Claim | undefined {
  const [isLead, line] = [paragraphs.includes(block), wordsOf(text, block)]
  const found = (isLead || block.part === 'caption') && !ARCHIVE.test(line) ? findDate(line) : undefined
  if (!found) return undefined
  const [day, named] = [found.value.slice(0, 10), hasWeekday(line, found.start, found.end)]
  const borne = laterBy(day, 0, weekdays.flat()) ?? laterBy(day, 2, weekdays[0] ?? []) ?? (named ? day : undefined)
  const above = !isLead && !weekdays.flat().length && block.start < (paragraphs[0]?.start ?? 0)
  if ((isLead && !named) || (!borne && !above)) return undefined
  const [start, end] = [block.start + found.start, block.start + found.end]
  const score = borne ? (isLead ? 0.6 : 0.75) : 0.5
  return { value: borne ?? day, found: { by: `pages/implied-by-${block.part}`, score, stated: false, start, end } }
}

const hasWeekday = (line: string, start: number, end: number): boolean =>
  WEEKDAY.test(line.slice(Math.max(0, start - 14), start)) || WEEKDAY.test(line.slice(end, end + 14))

const weekdaysIn = (text: string): readonly number[] =>
  [...text.toLowerCase().matchAll(EACH_WEEKDAY)].map(([name]) => WEEKDAYS.indexOf(name))

/** The first day from this one on, at most so many days later, that is one of the weekdays. */
function laterBy(day: string, most: number, weekdays: readonly number[]): string | undefined {
  const time = Date.parse(day)
  const later = [0, 1, 2].find((days) => days <= most && weekdays.includes((new Date(time).getUTCDay() + days) % 7))
  return later === undefined ? undefined : new Date(time + later * DAY).toISOString().slice(0, 10)
}
