import { overlapping } from '../../text/buckets.ts'
import { covers, type Span } from '../../text/span.ts'
import { wordFrom } from '../mentions/words.ts'
import type { Place } from '../places.ts'
import type { Time } from '../times.ts'
import type { Cast } from './assemble.ts'
import { lineStart, type Paragraph, type Stretch, spanOf } from './paragraph.ts'
import type { Link } from './rules.ts'

/** When, where and to whom a statement was made, as ids. */
export interface Circumstances {
  readonly when?: string
  readonly where?: string
  readonly to?: string
}

const REACH = 14

/** What stands around the cue, in its own sentence, outside quotations and statements. */
function nearCue<S extends Span>(p: Paragraph, link: Link, cue: Stretch, items: readonly S[]): readonly S[] {
  const around = spanOf(p, { from: Math.max(0, cue.from - REACH), to: Math.min(p.words.length, cue.to + REACH) })
  const contents = link.content.map((piece) => spanOf(p, piece))
  return overlapping(items, around).filter(
    (item) => covers(around, item) && !contents.some((content) => covers(content, item)) && sameLine(p, cue, item),
  )
}

function sameLine(p: Paragraph, cue: Stretch, { start }: Span): boolean {
  const at = wordFrom(p.words, start)
  return at < p.words.length && p.line[at] === p.line[cue.from] && (p.quoted[at] ?? -1) < 0
}

const closest = <S extends Span>(items: readonly S[], place: number): S | undefined =>
  items.toSorted((a, b) => Math.abs(a.start - place) - Math.abs(b.start - place))[0]

const APART = /^(?:since|from|until|till|by|before|after|,|;|:|—|–|-|that|when|who|which|and|but|as|while)$/
const NEAR = 8

// "Speaking in August 2025, the mayor said": a month, too.
const isSpeaking = (p: Paragraph, from: number): boolean =>
  p.words.slice(Math.max(0, from - 3), from).some(({ lower }) => /^(?:speaking|writing|testifying)$/.test(lower))

// "said on Tuesday", "On Tuesday, the mayor said": a day that no clause parts from the cue; a month or year is seldom the day of saying.
function isSaidOn(p: Paragraph, cue: Stretch, { start, end, value, type }: Time): boolean {
  if (type !== 'DATE' && type !== 'TIME') return false
  const [from, to] = [wordFrom(p.words, start), wordFrom(p.words, end)]
  if (from < cue.from && isSpeaking(p, from)) return true
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return false
  const opens = from - lineStart(p, from) <= 2
  const [low, high] = from >= cue.to ? [cue.to, from] : [to, cue.from]
  const between = p.words.slice(low, high).map(({ lower }) => lower)
  if (opens && from < cue.from) return between.length <= REACH
  return (
    between.length <= NEAR && !between.some((word) => APART.test(word)) && !APART.test(p.words[from - 1]?.lower ?? '')
  )
}

const isBefore = (p: Paragraph, place: Place): boolean =>
  /\b(?:in|at|from|near) (?:the )?$/i.test(p.text.slice(Math.max(0, place.start - 10), place.start))

// "told |defence ministers|", "urged |the council|": the mention between verb and content.
function addressee(p: Paragraph, link: Link, cast: Cast): string | undefined {
  const [cue] = link.cue
  if (
    !cue ||
    !/^(?:told|tells|tell|telling|informed|assured|warned|reminded|urged|asked|advised|urging|warning|asking)$/.test(
      p.words[cue.to - 1]?.lower ?? '',
    )
  )
    return undefined
  for (let at = cue.to; at < cue.to + 4; at++) {
    const found = p.starting.get(at)
    const inside = link.content.some(({ from, to }) => from <= at && at < to)
    if (found && !inside && !link.source.some(({ from, to }) => from <= at && at < to))
      return cast.get(found.mention.id)?.id
  }
  return undefined
}

/** What stands around the cue: a day or hour, a place, and the one spoken to. */
export function circumstancesOf(
  p: Paragraph,
  link: Link,
  cast: Cast,
  times: readonly Time[],
  places: readonly Place[],
): Circumstances {
  const [cue] = link.cue
  if (!cue) return {}
  const { start } = spanOf(p, cue)
  const when = closest(
    nearCue(p, link, cue, times).filter((time) => isSaidOn(p, cue, time)),
    start,
  )
  const where = closest(
    nearCue(p, link, cue, places).filter((place) => place.kind === 'literal' && isBefore(p, place)),
    start,
  )
  const to = addressee(p, link, cast)
  return { ...(when ? { when: when.id } : {}), ...(where ? { where: where.id } : {}), ...(to ? { to } : {}) }
}
