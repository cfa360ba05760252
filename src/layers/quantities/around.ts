import { overlapping } from '../../text/buckets.ts'
import { covers, type Span } from '../../text/span.ts'
import type { Place } from '../places.ts'
import type { Time } from '../times.ts'
import type { Line } from './line.ts'

const LEADS = new Set('in at near across around outside inside throughout on off'.split(' '))
const REACH = 10

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

function isLed({ low }: Line, at: number): boolean {
  const lead = low[at - 1] === 'the' ? low[at - 2] : low[at - 1]
  return LEADS.has(lead ?? '')
}

const leads = (line: Line, { start, kind }: Place): boolean => kind === 'literal' && isLed(line, tokenAt(line, start))

// What stands beyond is told of something else: "9.6% in the north, while in the south".
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
  if (next && !between.some((word) => TURNS.has(word) || (!counts && word === ','))) return next.id
  return opening && tokenAt(line, opening.start) <= 2 && leads(line, opening) ? opening.id : undefined
}

/** The time that a sentence's quantities hold for: "as of Friday", "by Tuesday evening". */
export function asOf(line: Line, times: readonly Time[]): string | undefined {
  return times.find((time) => {
    const at = tokenAt(line, time.start)
    return (line.low[at - 1] === 'of' && line.low[at - 2] === 'as') || line.low[at - 1] === 'by'
  })?.id
}

const HELD = new Set(['to', 'at', 'reached', 'was', 'is', 'were', 'are'])
const LED = new Set(['on', 'by', 'late', 'early'])

/** The time at which a number came to stand: "rose to 11 on Thursday", "put the number at 11 on Saturday". */
export function standingOn(line: Line, from: number, to: number, times: readonly Time[]): string | undefined {
  if (!HELD.has(line.low[from - 1] ?? '')) return undefined
  const at = to + Number(LED.has(line.low[to] ?? ''))
  return times.find(({ type, start }) => (type === 'DATE' || type === 'TIME') && tokenAt(line, start) === at)?.id
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
