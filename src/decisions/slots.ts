import type { Attribution } from '../layers/attributions.ts'
import type { Entity } from '../layers/entities.ts'
import type { Event } from '../layers/events.ts'
import type { Mention } from '../layers/mentions.ts'
import type { Place } from '../layers/places.ts'
import type { Time } from '../layers/times.ts'
import type { Reading } from '../readings/reading.ts'
import { byPlace, idOf, overlaps, type Span, wordsOf } from '../text/span.ts'
import { type Days, daysOf } from './days.ts'
import type { PlaceData } from './decision.ts'
import { without } from './hide.ts'
import { entityAt } from './target.ts'

const BY = { by: 'person', score: 1 } as const

const changed = <T extends { readonly id: string }>(items: readonly T[], id: string, change: (item: T) => T) =>
  items.map((item) => (item.id === id ? change(item) : item))

// Of several places of the same words the one nearest to whom they are said of; the words are the same wherever they stand.
function nearest(text: string, words: string, to: number): Span | undefined {
  let best: Span | undefined
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    if (!best || Math.abs(start - to) < Math.abs(best.start - to)) best = { start, end: start + words.length }
  return best
}

/** The reading with a role of somebody, in words that the article has, in place of those found; undefined where it has them nowhere. */
export function withRole(reading: Reading, id: string, role: string, near: number): Reading | undefined {
  const span = nearest(reading.text, role, near)
  return (
    span && {
      ...reading,
      entities: changed(reading.entities, id, (entity) => ({ ...entity, roles: [{ text: role, ...span }] })),
    }
  )
}

/** An entity of a reading, made where it was not there. */
export interface Voice {
  readonly reading: Reading
  readonly entity: string
}

/** The entity that the words of a span stand for; words that nothing was found in stand for somebody whom the text does not name. */
export function voiceAt(reading: Reading, span: Span): Voice {
  const exact = entityAt(reading, span)
  if (exact) return { reading, entity: exact.id }
  const near = reading.mentions.filter((mention) => overlaps(mention, span)).map(({ id }) => id)
  const held = reading.entities.find(({ mentions }) => mentions.some((id) => near.includes(id)))
  if (held) return { reading, entity: held.id }
  const mention: Mention = { id: idOf('m', span), ...span, type: 'person', form: 'nominal', ...BY }
  const entity: Entity = {
    id: idOf('e', span),
    name: wordsOf(reading.text, span),
    type: 'source',
    aliases: [],
    roles: [],
    mentions: [mention.id],
    ...BY,
  }
  const mentions = [...reading.mentions, mention].sort(byPlace)
  return { reading: { ...reading, mentions, entities: [...reading.entities, entity] }, entity: entity.id }
}

/** The reading in which the words of a span say a statement, or do what an event tells. */
export function withSpeaker(reading: Reading, id: string, span: Span): Reading {
  const { reading: voiced, entity } = voiceAt(reading, span)
  const said = (one: Attribution): Attribution => ({ ...one, source: [span], speaker: entity })
  const done = (one: Event): Event => ({
    ...one,
    roles: [{ role: 'actor', entity, ...span }, ...one.roles.filter(({ role }) => role !== 'actor')],
  })
  return {
    ...voiced,
    attributions: changed(voiced.attributions, id, said),
    events: changed(voiced.events, id, done),
  }
}

const sameDays = (time: Time | undefined, days: Days): boolean =>
  time?.from?.slice(0, 10) === days.from && time.to?.slice(0, 10) === days.to

// The words that date an event stay its date's only where they say the same days.
function datedEvent({ times }: Reading, event: Event, days: Days | undefined): Event {
  const { day: _, time, ...bare } = event
  if (!days) return bare
  const kept = time !== undefined && sameDays(times.find(({ id }) => id === time), days) // biome-ignore format: one thought
  return { ...bare, ...(kept ? { time } : {}), day: { ...days, stated: true, ...BY } }
}

function datedStatement(one: Attribution, days: Days | undefined): Attribution {
  const { day: _, when: __, ...bare } = one
  return days ? { ...bare, day: { ...days, stated: true, ...BY } } : bare
}

// Whatever a time dates is dated with it.
function datedTime(reading: Reading, id: string, value: string, days: Days | undefined): Reading {
  const dated = (time: Time): Time => {
    const { from: _, to: __, ...bare } = time
    return { ...bare, ...BY, value, stated: true, ...(days ?? {}) }
  }
  const events = reading.events.map((event) =>
    event.time === id ? datedEvent({ ...reading, times: [] }, event, days) : event,
  )
  return {
    ...reading,
    times: changed(reading.times, id, dated),
    events: events.map((event, at) => (reading.events[at]?.time === id && days ? { ...event, time: id } : event)),
  }
}

/** The reading with the days of an event, a statement or a time: see `daysOf`; what is `undated` has none. */
export function withDays(reading: Reading, id: string, value: string): Reading {
  const days = daysOf(value)
  if (reading.times.some((time) => time.id === id)) return datedTime(reading, id, value, days)
  return {
    ...reading,
    attributions: changed(reading.attributions, id, (one) => datedStatement(one, days)),
    events: changed(reading.events, id, (event) => datedEvent(reading, event, days)),
  }
}

/** Which place is meant: an id of GeoNames, and what is known of it. */
export interface Meant {
  readonly geonamesId: number | null
  readonly as?: PlaceData
}

function knownOf({ places }: Reading, { geonamesId, as }: Meant, held: Place): PlaceData | undefined {
  if (as) return as
  const same = places.find((place) => place.geonamesId === geonamesId)
  if (same) return same
  const rival = held.rivals?.find((one) => one.geonamesId === geonamesId)
  if (!rival) return undefined
  const { name, country } = rival
  return { name, precision: held.precision, ...(country === undefined ? {} : { country }) }
}

// What is known of a place, and nothing of what was thought before.
function placed(held: Place, geonamesId: number, known: PlaceData): Place {
  const { id, start, end, kind } = held
  const { name, precision, lat, lon, country } = known
  return {
    ...{ id, start, end, kind, name, precision, geonamesId, ...BY },
    ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
    ...(country === undefined ? {} : { country }),
  }
}

function resolvedAnew(reading: Reading, id: string, meant: Meant): Reading | undefined {
  const held = reading.places.find((place) => place.id === id)
  if (!held) return undefined
  if (meant.geonamesId === null) return without(reading, id)
  const known = knownOf(reading, meant, held)
  const { geonamesId } = meant
  return known && { ...reading, places: changed(reading.places, id, (place) => placed(place, geonamesId, known)) }
}

/**
 * The reading in which a place's words, or an event, are at another place, or at none. An event goes to other words of the article that stand for
 * the place; where there are none, its own place's words stand for it. Undefined where neither is there: a place that is nowhere named is not shown.
 */
export function withPlace(reading: Reading, id: string, meant: Meant): Reading | undefined {
  const event = reading.events.find((one) => one.id === id)
  if (!event) return resolvedAnew(reading, id, meant)
  const { place: own, ...bare } = event
  if (meant.geonamesId === null)
    return own === undefined ? undefined : { ...reading, events: changed(reading.events, id, () => bare) }
  const there = reading.places
    .filter(({ geonamesId }) => geonamesId === meant.geonamesId)
    .sort((a, b) => Math.abs(a.start - event.start) - Math.abs(b.start - event.start))[0]
  if (there) return { ...reading, events: changed(reading.events, id, () => ({ ...bare, place: there.id })) }
  return own === undefined ? undefined : resolvedAnew(reading, own, meant)
}
