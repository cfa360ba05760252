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

/** The one place whose words and surroundings are the target's; undefined when none matches, or more than one does. */
export function spanOf(reading: Reading, target: Target): Span | undefined {
  if (target.article !== reading.id) return undefined
  const sought = target.prefix + target.exact + target.suffix
  const first = reading.text.indexOf(sought)
  if (first < 0 || reading.text.indexOf(sought, first + 1) >= 0) return undefined
  const start = first + target.prefix.length
  return { start, end: start + target.exact.length }
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
