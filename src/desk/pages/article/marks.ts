import type { Decided } from '../../../decisions/decided.ts'
import type { Attribution } from '../../../layers/attributions.ts'
import type { Quantity } from '../../../layers/quantities.ts'
import type { LayerKey, Reading } from '../../../readings/reading.ts'
import { byPlace, firstFrom, overlaps, type Span } from '../../../text/span.ts'
import { dateOf, rangeOf } from '../../days.ts'
import type { Label } from '../../labels.ts'

/** What can be shown on an article, by the letter that marks it. */
export const SHOWN = [
  ['p', 'people'],
  ['o', 'organizations'],
  ['l', 'places'],
  ['t', 'times'],
  ['n', 'figures'],
  ['s', 'statements, bar at the left'],
  ['e', 'events'],
] as const satisfies readonly (readonly [string, Label])[]

/** The letter of a layer, as it stands in an address. */
export type Letter = (typeof SHOWN)[number][0]

/** The layers that show unless an address says otherwise. */
export const USUAL: ReadonlySet<string> = new Set(['p', 'o', 'l', 't', 'n', 's'])

/** One annotation, as the article page lists it. */
export interface Noted {
  readonly id: string
  readonly layer: LayerKey
  readonly kind: Label
  /** The words it is about; at least one span. */
  readonly spans: readonly Span[]
  readonly by: string
  readonly score: number
  /** What was read out of the words: values, in order. */
  readonly facts: readonly { readonly is: Label; readonly value: string }[]
  /** Words of other places that belong to it. */
  readonly words: readonly { readonly is: Label; readonly span: Span }[]
}

/** A stretch of text that is underlined and leads to its reasons. */
export interface Mark extends Span {
  readonly letter: Letter
}

const LETTERS = { person: 'p', organization: 'o', location: 'l' } as const

/** Mentions of those who have a name or speak: "people" and "the roof" would only clutter a page. */
function knownIn(reading: Reading): ReadonlySet<string> {
  const named = new Set(reading.mentions.flatMap(({ id, form }) => (form === 'name' ? [id] : [])))
  const speakers = new Set(reading.attributions.map(({ speaker }) => speaker))
  return new Set(
    reading.entities
      .filter(({ unnamed }) => !unnamed)
      .filter(({ id, mentions }) => speakers.has(id) || mentions.some((mention) => named.has(mention)))
      .flatMap(({ mentions }) => mentions),
  )
}

/** What is underlined: names, times, figures, events of the chosen layers; where two overlap, the first layer's. */
export function marksOf(reading: Reading, shown: ReadonlySet<string>): readonly Mark[] {
  const known = knownIn(reading)
  const names = reading.mentions.flatMap((mention): readonly Mark[] => {
    const letter = mention.type === 'misc' || mention.form === 'pronoun' ? undefined : LETTERS[mention.type]
    return letter && known.has(mention.id) ? [{ start: mention.start, end: mention.end, letter }] : []
  })
  const found: Mark[] = []
  const candidates: readonly (readonly Mark[])[] = [
    names,
    reading.places.map(({ start, end }) => ({ start, end, letter: 'l' })),
    reading.times.map(({ start, end }) => ({ start, end, letter: 't' })),
    reading.quantities.map(({ start, end }) => ({ start, end, letter: 'n' })),
    reading.events.map(({ start, end }) => ({ start, end, letter: 'e' })),
  ]
  for (const marks of candidates) {
    const free = marks.filter((mark) => shown.has(mark.letter) && !clashes(found, mark))
    found.push(...free)
    found.sort(byPlace)
  }
  return found.filter((mark, at) => at === 0 || (found[at - 1]?.end ?? 0) <= mark.start)
}

// `found` is sorted and does not overlap itself, so its neighbours by start decide.
function clashes(found: readonly Mark[], mark: Span): boolean {
  const before = found[firstFrom(found, mark.end) - 1]
  return before !== undefined && overlaps(before, mark)
}

const fact = (is: Label, value: string | number | undefined) =>
  value === undefined || value === '' ? [] : [{ is, value: String(value) }]

function entitiesIn(reading: Reading): readonly Noted[] {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  return reading.entities
    .filter(({ unnamed }) => !unnamed)
    .map((entity) => ({
      id: entity.id,
      layer: 'entities' as const,
      kind: entity.type,
      spans: entity.mentions.flatMap((id) => mentions.get(id) ?? []),
      by: entity.by,
      score: entity.score,
      facts: [],
      words: entity.roles.map((span) => ({ is: 'role' as const, span })),
    }))
}

// With the day that it was counted from, so that nobody need take it on trust.
function timesIn(reading: Reading): readonly Noted[] {
  const times = new Map(reading.times.map((time) => [time.id, time]))
  return reading.times.map((time) => {
    const { from, to, anchor } = time
    const before = anchor?.kind === 'time' ? times.get(anchor.ref ?? '') : undefined
    return {
      ...{ id: time.id, layer: 'times' as const, kind: 'time' as const, spans: [time], by: time.by, score: time.score },
      facts: [
        ...fact('value', time.value),
        ...fact('kind', time.mod),
        ...fact('day', from && to && rangeOf(from, to, true)),
        { is: 'certainty', value: time.stated ? 'stated' : 'implied' },
        ...fact(
          'counted from publication',
          anchor?.kind === 'published' ? reading.published && dateOf(reading.published, true) : undefined,
        ),
      ],
      words: before ? [{ is: 'counted from' as const, span: before }] : [],
    }
  })
}

function placesIn(reading: Reading): readonly Noted[] {
  return reading.places.map((place) => ({
    ...{
      id: place.id,
      layer: 'places' as const,
      kind: 'place' as const,
      spans: [place],
      by: place.by,
      score: place.score,
    },
    facts: [...fact('where', [place.name, place.country].filter(Boolean).join(', ')), ...fact('kind', place.precision)],
    words: [],
  }))
}

const amountText = ({ low, high, unit }: Pick<Quantity, 'low' | 'high' | 'unit'>): string =>
  [low === high ? `${low}` : `${low}–${high}`, unit].filter(Boolean).join(' ')

function figuresIn(reading: Reading): readonly Noted[] {
  return reading.quantities.map((figure) => {
    return {
      ...{
        id: figure.id,
        layer: 'quantities' as const,
        kind: 'figure' as const,
        spans: [figure],
        by: figure.by,
        score: figure.score,
      },
      facts: [...fact('value', amountText(figure)), ...fact('in units of the SI', figure.si && amountText(figure.si))],
      words: (figure.of ?? []).map((span) => ({ is: 'who' as const, span })),
    }
  })
}

// To whom, when and where, in the words that tell it.
function circumstancesOf(reading: Reading, { to, when, where, cue }: Attribution): Noted['words'] {
  const [time, place] = [reading.times.find(({ id }) => id === when), reading.places.find(({ id }) => id === where)]
  const named = new Set(reading.entities.find(({ id }) => id === to)?.mentions)
  const spoken = reading.mentions.find(({ id, start }) => named.has(id) && start >= (cue[0]?.end ?? 0))
  return [
    ...(spoken ? [{ is: 'to whom' as const, span: spoken }] : []),
    ...(time ? [{ is: 'when' as const, span: time }] : []),
    ...(place ? [{ is: 'where' as const, span: place }] : []),
  ]
}

function statementsIn(reading: Reading): readonly Noted[] {
  return reading.attributions.map((said) => ({
    ...{
      id: said.id,
      layer: 'attributions' as const,
      kind: 'statement' as const,
      spans: said.content,
      by: said.by,
      score: said.score,
    },
    facts: [{ is: 'kind', value: said.kind }, ...fact('Stance', said.stance)],
    words: [
      ...said.source.map((span) => ({ is: 'said by' as const, span })),
      ...said.cue.map((span) => ({ is: 'cue' as const, span })),
      ...circumstancesOf(reading, said),
    ],
  }))
}

function eventsIn(reading: Reading): readonly Noted[] {
  return reading.events.map((event) => ({
    ...{
      id: event.id,
      layer: 'events' as const,
      kind: 'event' as const,
      spans: [event],
      by: event.by,
      score: event.score,
    },
    facts: [
      ...fact('kind', event.type),
      ...fact('modality', event.modality === 'called-for' ? 'called for' : event.modality),
      ...(event.polarity === 'negative' ? fact('certainty', 'denied') : []),
      ...fact('day', event.day && rangeOf(event.day.from, event.day.to, true)),
      ...fact('certainty', event.day && (event.day.stated ? 'stated' : 'implied')),
    ],
    words: event.roles.flatMap(({ role, start, end }) =>
      start === undefined || end === undefined ? [] : [{ is: role, span: { start, end } }],
    ),
  }))
}

/** Every annotation of a reading that touches a span, statements and events first. */
export function notedIn({ reading }: Decided, span: Span): readonly Noted[] {
  return [eventsIn, statementsIn, entitiesIn, timesIn, placesIn, figuresIn]
    .flatMap((notes) => notes(reading))
    .filter((noted) => noted.spans.some((one) => overlaps(one, span)))
}

/** The sentences that a span touches, as one stretch; the span itself where none is known. */
export function sentenceOf(reading: Reading, span: Span): Span {
  const held = reading.sentences.filter((sentence) => overlaps(sentence, span))
  return { start: held[0]?.start ?? span.start, end: held.at(-1)?.end ?? span.end }
}
