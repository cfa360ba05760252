import type { Block } from '../src/articles/article.ts'
import type { Attribution } from '../src/layers/attributions.ts'
import type { Entity, Role } from '../src/layers/entities.ts'
import type { Day, Event } from '../src/layers/events.ts'
import type { Mention } from '../src/layers/mentions.ts'
import type { Place } from '../src/layers/places.ts'
import type { Quantity } from '../src/layers/quantities.ts'
import type { Time } from '../src/layers/times.ts'
import { FORMAT, READER_VERSION, type Reading } from '../src/readings/reading.ts'
import { hashOf } from '../src/text/hash.ts'
import { sentencesIn } from '../src/text/sentences.ts'
import { idOf, type Span } from '../src/text/span.ts'

/** What a made reading is to hold: words of its text, each standing for its first occurrence. */
export interface Making {
  readonly id: string
  readonly outlet?: string
  readonly published?: string
  readonly modified?: string
  readonly headline?: string
  readonly body: readonly string[]
  readonly entities?: readonly {
    readonly names: readonly [string, ...string[]]
    readonly type?: Entity['type']
    readonly roles?: readonly string[]
    readonly score?: number
  }[]
  readonly places?: readonly (Partial<Place> & { readonly words: string })[]
  readonly said?: readonly {
    readonly words: string
    readonly source?: string
    readonly cue?: string
    /** First name of the entity that says it. */
    readonly speaker?: string
    readonly kind?: Attribution['kind']
    readonly stance?: string
    readonly score?: number
    /** First name of the entity spoken to; words of the time and the place of saying, and of the statement that holds this one. */
    readonly to?: string
    readonly when?: string
    readonly where?: string
    readonly within?: string
  }[]
  readonly events?: readonly (Partial<Pick<Event, 'type' | 'polarity' | 'modality' | 'score'>> & {
    readonly words: string
    /** ISO day, or first and last day. */
    readonly day?: string | readonly [string, string]
    readonly implied?: true
    readonly dayScore?: number
    readonly place?: string
    readonly actor?: string
    /** Words of the statement that tells it. */
    readonly said?: string
  })[]
  readonly times?: readonly (Pick<Time, 'from' | 'to'> & { readonly words: string })[]
  readonly figures?: readonly (Partial<
    Pick<Quantity, 'low' | 'high' | 'kind' | 'unit' | 'hedge' | 'state' | 'score' | 'by'>
  > & {
    /** The number, which is taken from its digits unless `low` is given. */
    readonly words: string
    readonly of?: string
    readonly place?: string
    /** Words of the time for which it holds, and of the statement that tells it. */
    readonly asOf?: string
    readonly said?: string
    /** Words of the number that it takes up. */
    readonly again?: string
    /** Words of the number that came after it. */
    readonly later?: string
  })[]
}

const BY = { by: 'made', score: 0.9 } as const

interface Page {
  readonly text: string
  readonly blocks: readonly Block[]
}

function pageOf({ headline, body }: Making): Page {
  const parts = [
    ...(headline === undefined ? [] : [{ part: 'headline' as const, words: headline }]),
    ...body.map((words, at) => ({ part: 'paragraph' as const, words, n: at + 1 })),
  ]
  let text = ''
  const blocks = parts.map(({ words, ...rest }): Block => {
    const span = { start: text.length, end: text.length + words.length }
    text += `${words}\n\n`
    return { id: idOf('b', span), ...span, ...rest, by: 'made' }
  })
  return { text: text.trimEnd(), blocks }
}

function finder(text: string): (words: string) => Span {
  return (words) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`the made text does not say "${words}"`)
    return { start, end: start + words.length }
  }
}

type At = (words: string) => Span

function mentionsOf({ entities = [] }: Making, at: At): readonly Mention[] {
  return entities
    .flatMap(({ names, type = 'person' }) =>
      names.map((name): Mention => {
        const span = at(name)
        const form = type === 'source' ? 'nominal' : 'name'
        return { id: idOf('m', span), ...span, type: type === 'source' ? 'person' : type, form, ...BY }
      }),
    )
    .sort((a, b) => a.start - b.start)
}

function entitiesOf({ entities = [] }: Making, at: At): readonly Entity[] {
  return entities.map(({ names: [name, ...aliases], type = 'person', roles = [], score = 0.9 }) => ({
    id: idOf('e', at(name)),
    name,
    type,
    aliases,
    roles: roles.map((text): Role => ({ text, ...at(text) })),
    mentions: [name, ...aliases].map((one) => idOf('m', at(one))),
    by: 'made',
    score,
  }))
}

const attributionsOf = ({ said = [] }: Making, at: At): readonly Attribution[] =>
  said.map(({ words, source, cue, speaker, kind = 'direct', stance, score = 0.9, to, when, where, within }) => ({
    id: idOf('a', at(words)),
    source: source === undefined ? [] : [at(source)],
    cue: cue === undefined ? [] : [at(cue)],
    content: [at(words)],
    kind,
    ...(speaker === undefined ? {} : { speaker: idOf('e', at(speaker)) }),
    ...(stance === undefined ? {} : { stance }),
    ...(to === undefined ? {} : { to: idOf('e', at(to)) }),
    ...(when === undefined ? {} : { when: idOf('t', at(when)) }),
    ...(where === undefined ? {} : { where: idOf('p', at(where)) }),
    ...(within === undefined ? {} : { parent: idOf('a', at(within)) }),
    by: 'made',
    score,
  }))

function dayOf(day: string | readonly [string, string], implied: boolean, score: number): Day {
  const [from, to] = typeof day === 'string' ? [day, day] : day
  return { from, to, stated: !implied, by: 'made', score }
}

const eventsOf = ({ events = [] }: Making, at: At): readonly Event[] =>
  events.map((event) => ({
    id: idOf('v', at(event.words)),
    ...at(event.words),
    type: event.type ?? 'OTHER',
    polarity: event.polarity ?? 'positive',
    modality: event.modality ?? 'happened',
    ...(event.day === undefined ? {} : { day: dayOf(event.day, event.implied ?? false, event.dayScore ?? 0.9) }),
    ...(event.place === undefined ? {} : { place: idOf('p', at(event.place)) }),
    roles:
      event.actor === undefined
        ? []
        : [{ role: 'actor' as const, entity: idOf('e', at(event.actor)), ...at(event.actor) }],
    ...(event.said === undefined ? {} : { said: idOf('a', at(event.said)) }),
    by: 'made',
    score: event.score ?? 0.9,
  }))

const placesOf = ({ places = [] }: Making, at: At): readonly Place[] =>
  places.map(({ words, ...rest }) => ({
    id: idOf('p', at(words)),
    ...at(words),
    name: words,
    kind: 'literal',
    precision: 'city',
    ...BY,
    ...rest,
  }))

const timesOf = ({ times = [] }: Making, at: At): readonly Time[] =>
  times.map(({ words, from, to }) => ({
    id: idOf('t', at(words)),
    ...at(words),
    type: 'DATE',
    value: from ?? '',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    stated: true,
    ...BY,
  }))

const quantitiesOf = ({ figures = [] }: Making, at: At): readonly Quantity[] =>
  figures.map(
    ({ words, of, place, asOf, said, again, later, low = Number(/\d+/.exec(words)?.[0]), high = low, ...rest }) => ({
      id: idOf('q', at(words)),
      ...at(words),
      low,
      high,
      kind: 'count',
      ...(of === undefined ? {} : { of: [at(of)] }),
      ...(place === undefined ? {} : { where: idOf('p', at(place)) }),
      ...(asOf === undefined ? {} : { asOf: idOf('t', at(asOf)) }),
      ...(said === undefined ? {} : { said: idOf('a', at(said)) }),
      ...(again === undefined ? {} : { again: idOf('q', at(again)) }),
      ...(later === undefined ? {} : { later: idOf('q', at(later)) }),
      ...BY,
      ...rest,
    }),
  )

/** A reading made by hand, so that what comes after reading is tested apart from it. */
export function made(making: Making): Reading {
  const { text, blocks } = pageOf(making)
  const at = finder(text)
  const hash = hashOf(text)
  return {
    format: FORMAT,
    offsets: 'utf-16',
    reader: { version: READER_VERSION, tagger: 'none', gazetteer: 'none' },
    id: making.id,
    version: hash.slice(0, 12),
    textHash: hash,
    source: { sha256: hash, type: 'text/plain', encoding: 'utf-8', url: `https://news.example/${making.id}` },
    language: 'en',
    ...(making.outlet === undefined ? {} : { outlet: making.outlet }),
    ...(making.headline === undefined ? {} : { headline: making.headline }),
    ...(making.published === undefined ? {} : { published: making.published }),
    ...(making.modified === undefined ? {} : { modified: making.modified }),
    authors: [],
    found: {},
    body: making.body.join('\n\n'),
    captions: [],
    related: [],
    corrections: [],
    text,
    blocks,
    removed: [],
    notices: [],
    sentences: blocks.flatMap((block) => sentencesIn(text, block)).map((span) => ({ id: idOf('s', span), ...span })),
    mentions: mentionsOf(making, at),
    entities: entitiesOf(making, at),
    times: timesOf(making, at),
    places: placesOf(making, at),
    quantities: quantitiesOf(making, at),
    attributions: attributionsOf(making, at),
    events: eventsOf(making, at),
  }
}
