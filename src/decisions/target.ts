import type { LayerKey, Reading } from '../readings/reading.ts'
import type { Span } from '../text/span.ts'
import type { Target } from './decision.ts'

const CONTEXT = 32

/** An item that a decision met: its id, and its place in the text. */
export interface Met extends Span {
  readonly id: string
}

interface Loose extends Partial<Span> {
  readonly id: string
  readonly content?: readonly Span[]
  readonly mentions?: readonly string[]
}

// The place that stands for an item: its own span, a statement's first content, an entity's first mention.
function placeOf(reading: Reading, item: Loose): Span | undefined {
  if (item.start !== undefined && item.end !== undefined) return { start: item.start, end: item.end }
  if (item.content?.[0]) return item.content[0]
  const first = item.mentions?.[0]
  return first === undefined ? undefined : reading.mentions.find(({ id }) => id === first)
}

/**
 * Words that stand for an item of a reading, or for a span that a person selected, so that a later reading finds it again.
 * Throws a RangeError for an id that the layer does not have, or a span outside the text.
 */
export function targetOf(reading: Reading, layer: LayerKey, item: string | Span, slot?: string): Target {
  const span = typeof item === 'string' ? placeOfId(reading, layer, item) : item
  const { start, end } = span
  const { text } = reading
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`span ${start}-${end} is not in a text of ${text.length} units`)
  return {
    article: reading.id,
    layer,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    ...(slot === undefined ? {} : { slot }),
  }
}

function placeOfId(reading: Reading, layer: LayerKey, id: string): Span {
  const item = (reading[layer] as readonly Loose[]).find((one) => one.id === id)
  const place = item && placeOf(reading, item)
  if (!place) throw new RangeError(`${layer} has no item ${id}`)
  return place
}

// The one place of some words; undefined when they are not there or stand more than once.
function onlyPlace(text: string, sought: string, isThere: (start: number) => boolean = () => true): number | undefined {
  let found: number | undefined
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (!isThere(at)) continue
    if (found !== undefined) return undefined
    found = at
  }
  return found
}

const BREAK = '\n\n'

// Paragraphs may be moved or put between: what counts is what stands around the words in their own.
function within({ prefix, exact, suffix }: Target): Pick<Target, 'prefix' | 'exact' | 'suffix'> {
  const before = prefix.lastIndexOf(BREAK)
  const after = suffix.indexOf(BREAK)
  return {
    prefix: before < 0 ? prefix : prefix.slice(before + BREAK.length),
    exact,
    suffix: after < 0 ? suffix : suffix.slice(0, after),
  }
}

function placeIn(text: string, target: Target): number | undefined {
  const { prefix, exact, suffix } = target
  const whole = prefix + exact + suffix
  if (text.includes(whole)) {
    const start = onlyPlace(text, whole)
    return start === undefined ? undefined : start + prefix.length
  }
  const own = within(target)
  const opens = own.prefix.length < prefix.length || prefix.length < CONTEXT
  const closes = own.suffix.length < suffix.length || suffix.length < CONTEXT
  // What began or ended its paragraph still does; where neither, all of what stood around it was sought above.
  if (!opens && !closes) return undefined
  const sought = own.prefix + exact + own.suffix
  const start = onlyPlace(
    text,
    sought,
    (at) =>
      (!opens || at === 0 || text.startsWith(BREAK, at - BREAK.length)) &&
      (!closes || at + sought.length === text.length || text.startsWith(BREAK, at + sought.length)),
  )
  return start === undefined ? undefined : start + own.prefix.length
}

/**
 * The one place whose words and surroundings are the target's; undefined when none matches, or more than one does. A paragraph that was moved
 * whole is the same place.
 */
export function spanOf(reading: Reading, target: Target): Span | undefined {
  if (target.article !== reading.id) return undefined
  const start = placeIn(reading.text, target)
  return start === undefined ? undefined : { start, end: start + target.exact.length }
}

/** Of all places of words in a text, the one that begins nearest to a place; undefined where they are nowhere. */
export function nearestPlace(text: string, words: string, near: number): Span | undefined {
  let best: number | undefined
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1))
    if (best === undefined || Math.abs(at - near) < Math.abs(best - near)) best = at
  return best === undefined ? undefined : { start: best, end: best + words.length }
}

/** The item of the target's layer that stands in its one place: an entity by any of its mentions. Undefined when it is lost. */
export function itemAt(reading: Reading, target: Target): Met | undefined {
  const span = spanOf(reading, target)
  if (!span) return undefined
  const isThere = (place: Span | undefined) => place?.start === span.start && place.end === span.end
  const items = reading[target.layer] as readonly Loose[]
  const found =
    target.layer === 'entities' ? entityAt(reading, span) : items.find((item) => isThere(placeOf(reading, item)))
  return found && { id: found.id, ...span }
}

/** The entity that one of its mentions in exactly this place stands for. */
export function entityAt(reading: Reading, { start, end }: Span): { readonly id: string } | undefined {
  const there = new Set(reading.mentions.filter((one) => one.start === start && one.end === end).map(({ id }) => id))
  return reading.entities.find(({ mentions }) => mentions.some((id) => there.has(id)))
}
