import { covers, overlaps, type Span } from '../../text/span.ts'
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

/** The literal place that a quantity is told of: the next one led in by "in" or "near", else the one that opens the sentence. */
export function whereOf(line: Line, end: number, places: readonly Place[]): string | undefined {
  let opening: string | undefined
  for (const place of places) {
    const at = tokenAt(line, place.start)
    if (place.kind !== 'literal' || !isLed(line, at)) continue
    if (at >= end && at - end <= REACH && !line.low.slice(end, at).includes(';')) return place.id
    if (at <= 2) opening = place.id
  }
  return opening
}

/** The time that a quantity holds for: "as of Friday", "by Tuesday evening". */
export function asOf(line: Line, times: readonly Time[]): string | undefined {
  return times.find((time) => {
    const at = tokenAt(line, time.start)
    return (line.low[at - 1] === 'of' && line.low[at - 2] === 'as') || line.low[at - 1] === 'by'
  })?.id
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

/** Whether any of the spans shares words with one. */
export const meets = (spans: readonly Span[], span: Span): boolean => spans.some((other) => overlaps(other, span))
