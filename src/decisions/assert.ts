import type { Attribution } from '../layers/attributions.ts'
import type { Entity } from '../layers/entities.ts'
import type { Event } from '../layers/events.ts'
import type { Mention } from '../layers/mentions.ts'
import type { Quantity } from '../layers/quantities.ts'
import type { Time } from '../layers/times.ts'
import type { Reading } from '../readings/reading.ts'
import { byPlace, idOf, type Span, wordsOf } from '../text/span.ts'
import { daysOf } from './days.ts'
import type { Asserted } from './decision.ts'
import { entityAt, spanOf } from './target.ts'

/** A reading with an asserted item in it, and the item's id. */
export interface Placed {
  readonly reading: Reading
  readonly item: string
}

const BY = { by: 'person', score: 1 } as const
const bare = ({ start, end }: Span): Span => ({ start, end })

// Put where it stands in the order of the text, in place of what the machine found under the same id.
function put<T extends { readonly id: string }>(items: readonly T[], item: T, place: (item: T) => Span): readonly T[] {
  return [...items.filter(({ id }) => id !== item.id), item].sort((a, b) => byPlace(place(a), place(b)))
}

function asserting<K extends Asserted['layer']>(
  layer: K,
  make: (reading: Reading, span: Span, item: Extract<Asserted, { readonly layer: K }>) => Placed | undefined,
): typeof make {
  return (reading, span, item) => (item.layer === layer ? make(reading, span, item) : undefined)
}

const events = asserting('events', (reading, span, { type, modality, day }) => {
  const days = day === undefined ? undefined : daysOf(day)
  const event: Event = {
    id: idOf('v', span),
    ...bare(span),
    type,
    polarity: 'positive',
    modality,
    ...(days ? { day: { ...days, stated: true, ...BY } } : {}),
    roles: [],
    ...BY,
  }
  return { reading: { ...reading, events: put(reading.events, event, bare) }, item: event.id }
})

const attributions = asserting('attributions', (reading, span, { speaker }) => {
  const source = spanOf(reading, speaker)
  if (!source) return undefined
  const entity = entityAt(reading, source)
  const quoted = /^["“«‘']/.test(wordsOf(reading.text, span))
  const attribution: Attribution = {
    id: idOf('a', span),
    source: [bare(source)],
    cue: [],
    content: [bare(span)],
    kind: quoted ? 'direct' : 'indirect',
    ...(entity ? { speaker: entity.id } : {}),
    ...BY,
  }
  const place = ({ content }: Attribution) => content[0] ?? span
  return { reading: { ...reading, attributions: put(reading.attributions, attribution, place) }, item: attribution.id }
})

// A mention of a name that the article already has joins that entity; another is an entity of its own.
const mentions = asserting('mentions', (reading, span, { type }) => {
  const mention: Mention = { id: idOf('m', span), ...bare(span), type, form: 'name', ...BY }
  const name = wordsOf(reading.text, span)
  const known = reading.entities.find((one) => one.type === type && (one.name === name || one.aliases.includes(name)))
  const mentions = put(reading.mentions, mention, bare)
  const order = new Map(mentions.map(({ id }, at) => [id, at]))
  const inOrder = (ids: readonly string[]) =>
    [...new Set(ids)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const entity: Entity = known
    ? { ...known, mentions: inOrder([...known.mentions, mention.id]) }
    : { id: idOf('e', span), name, type, aliases: [], roles: [], mentions: [mention.id], ...BY }
  const others = reading.entities
    .filter(({ id }) => id !== entity.id)
    .map((one) => ({ ...one, mentions: one.mentions.filter((id) => id !== mention.id) }))
    .filter((one) => one.mentions.length > 0)
  return { reading: { ...reading, mentions, entities: [...others, entity] }, item: mention.id }
})

const times = asserting('times', (reading, span, { value }) => {
  const days = daysOf(value) ?? {}
  const time: Time = { id: idOf('t', span), ...bare(span), type: 'DATE', value, ...days, stated: true, ...BY }
  return { reading: { ...reading, times: put(reading.times, time, bare) }, item: time.id }
})

const quantities = asserting('quantities', (reading, span, { low, high, unit }) => {
  const kind = unit === undefined ? 'count' : unit === '%' ? 'percent' : /^[A-Z]{3}$/.test(unit) ? 'money' : 'measure'
  const quantity: Quantity = {
    id: idOf('q', span),
    ...bare(span),
    low,
    high,
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...BY,
  }
  return { reading: { ...reading, quantities: put(reading.quantities, quantity, bare) }, item: quantity.id }
})

const ASSERTING: {
  readonly [K in Asserted['layer']]: (reading: Reading, span: Span, item: never) => Placed | undefined
} = {
  events,
  attributions,
  mentions,
  times,
  quantities,
}

/** Puts what a person says the words of a span are into the reading; undefined when the speaker's words are lost. */
export const asserted = (reading: Reading, span: Span, item: Asserted): Placed | undefined =>
  ASSERTING[item.layer](reading, span, item as never)
