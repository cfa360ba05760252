import { overlapping } from '../../text/buckets.ts'
import { covers, type Span } from '../../text/span.ts'
import type { Place } from '../places.ts'
import type { Time } from '../times.ts'
import type { Line } from './line.ts'
import { BASED, DIRECTIONS, PLACE_NOUNS, STILL } from './words.ts'

const LEADS = new Set('in at near across around outside inside throughout through on off along'.split(' '))
const REACH = 15
/** Beyond so many words another number or a comma tells of something else. */
const NEAR = 10

/** Index of the first token that starts at or after a place in the text, by binary search. */
export function tokenAt({ tokens }: Line, place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? place) < place) low = middle + 1
    else high = middle
  }
  return low
}

// "in Mali", "in the north", "in northern Mali", "in the streets of Warsaw", "off the coast of Libya".
function isLed({ low }: Line, at: number): boolean {
  let lead = at - 1
  while (low[lead] === 'the' || DIRECTIONS.has(low[lead] ?? '')) lead--
  if (low[lead] === 'of' && PLACE_NOUNS.has(low[lead - 1] ?? '')) return true
  return LEADS.has(low[lead] ?? '')
}

const leads = (line: Line, { start, kind }: Place): boolean => kind === 'literal' && isLed(line, tokenAt(line, start))

// What stands beyond is told of something else: "9.6% in the north, while in the south".
// A sum or a share is told of no place of another clause.
const LATER = new Set([',', 'as', 'when', 'after', 'because', 'amid', 'since'])
const TURNS = new Set([';', 'while', 'whereas', 'but'])

/**
 * The literal place that a quantity is told of: the next one led in by "in" or "near", else the one that opens the sentence. A sum or a share is
 * told of no place beyond a comma.
 */
export function whereOf(line: Line, end: number, counts: boolean, places: readonly Place[]): string | undefined {
  const [first, last] = [line.tokens[end], line.tokens[Math.min(end + REACH, line.tokens.length - 1)]]
  const ahead = first && last ? overlapping(places, { start: first.start, end: last.end }) : []
  const next = ahead.find((place) => leads(line, place))
  const [opening] = places
  const between = next ? line.low.slice(end, tokenAt(line, next.start)) : []
  const isFar = between.length > NEAR && between.some((word) => word === ',' || /^\d/.test(word))
  if (next && !isFar && !between.some((word) => TURNS.has(word) || (!counts && LATER.has(word)))) return next.id
  if (opening && tokenAt(line, opening.start) <= 2 && leads(line, opening)) return opening.id
  return counts ? subjectPlace(line, end, places) : undefined
}

const BEFORE = 12
const CLOSED = new Set([
  ',',
  ';',
  ':',
  '–',
  '—',
  '(',
  ')',
  'while',
  'whereas',
  'but',
  'after',
  'before',
  'since',
  'when',
  'who',
  'which',
])

// "The blast in Izmir left six dead": of the subject, with no clause between.
function subjectPlace(line: Line, end: number, places: readonly Place[]): string | undefined {
  const { low } = line
  const place = places.findLast((one) => tokenAt(line, one.start) < end)
  if (!place || !leads(line, place)) return undefined
  const at = tokenAt(line, place.start)
  if (end - at > BEFORE || low.slice(Math.max(0, at - 4), at).some((word) => BASED.has(word))) return undefined
  return low.slice(0, end).some((word) => CLOSED.has(word)) ? undefined : place.id
}

const PAST = new Set(['had', 'has', 'have', 'was', 'were'])
const PROMISED = new Set(
  'will would shall should must could may plan plans planned aim aims aimed goal target hope hopes pledged promised promises expected expects due'.split(
    ' ',
  ),
)

// "by the end of the decade": what lies ahead is no time for which a number stands, but one for which it is promised.
function isAhead({ low }: Line, { from, to }: Time, published: string | undefined): boolean {
  const printed = published?.slice(0, 10)
  const isOver = printed !== undefined && to !== undefined && to.slice(0, 10) <= printed
  if (!isOver && low.some((word) => PROMISED.has(word))) return true
  const isLater = printed !== undefined && from !== undefined && from.slice(0, 10) > printed
  return isLater && !low.some((word) => PAST.has(word))
}

/** The time that a sentence's quantities hold for: "as of Friday", "by Tuesday evening"; none for which they are only promised. */
export function asOf(line: Line, times: readonly Time[], published: string | undefined): string | undefined {
  return times.find((time) => {
    const at = tokenAt(line, time.start)
    if (line.low[at - 1] === 'of' && line.low[at - 2] === 'as') return true
    return line.low[at - 1] === 'by' && !isAhead(line, time, published)
  })?.id
}

const HELD = new Set(['to', 'at', 'reached', 'was', 'is', 'were', 'are', 'from'])
const LED = new Set(['on', 'by', 'in', 'late', 'early'])

const isPoint = ({ type }: Time): boolean => type === 'DATE' || type === 'TIME'

/** The time at which a number came to stand: "rose to 11 on Thursday", "put the number at 11 on Saturday", "11 were still missing on Sunday". */
export function standingOn(line: Line, from: number, to: number, times: readonly Time[]): string | undefined {
  if (!HELD.has(line.low[from - 1] ?? '')) return lastingOn(line, to, times)
  const at = to + Number(LED.has(line.low[to] ?? ''))
  return times.find((time) => isPoint(time) && tokenAt(line, time.start) === at)?.id
}

const LASTING = 8

function lastingOn(line: Line, to: number, times: readonly Time[]): string | undefined {
  if (times.length === 0) return undefined
  const { low, tokens, end } = line
  const after = tokens[to]?.start ?? end
  const time = times.find((one) => isPoint(one) && one.start >= after)
  const at = time ? tokenAt(line, time.start) : 0
  if (!time || low[at - 1] !== 'on' || at - to > LASTING) return undefined
  const between = low.slice(to, at - 1)
  return between.some((word) => STILL.has(word)) && between.every((word) => /^\p{L}/u.test(word)) ? time.id : undefined
}

/** Contents of attributions, by id. */
export interface Content extends Span {
  readonly id: string
}

/** The innermost attribution that tells the words. */
export function tellerOf(contents: readonly Content[], span: Span): Content | undefined {
  let best: Content | undefined
  for (const content of contents)
    if (covers(content, span) && (!best || content.end - content.start < best.end - best.start)) best = content
  return best
}
