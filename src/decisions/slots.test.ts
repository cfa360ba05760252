import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { apply } from './apply.ts'
import { daysOf } from './days.ts'
import type { Decision, Target } from './decision.ts'
import { type Making, makeDecision } from './make.ts'
import { targetOf } from './target.ts'

const PLACE = { geonamesId: 1, country: 'SI', lat: 46.4, lon: 15.9 } as const
const READING = made({
  id: 'dam',
  published: '2026-05-14',
  body: [
    'Operators opened the gates at Formin on Wednesday, said Maria Kos, the director of the dam.',
    'A woman in a red coat said the siren never sounded in Ormoz.',
    'Luka Kos, a farmer, is no relation of Maria Kos. Kos spoke of the night.',
  ],
  entities: [
    { names: ['Maria Kos', 'Luka Kos'], roles: ['a farmer'] },
    { names: ['Formin'], type: 'location' },
    { names: ['Ormoz'], type: 'location' },
  ],
  places: [
    { words: 'Formin', ...PLACE, rivals: [{ name: 'Formin', geonamesId: 9, country: 'HR', score: 0.3 }] },
    { words: 'Ormoz', geonamesId: 2, country: 'SI' },
  ],
  said: [{ words: 'the siren never sounded', cue: 'said', source: 'Maria Kos', speaker: 'Maria Kos' }],
  events: [{ words: 'opened', day: '2026-05-13', place: 'Formin', actor: 'Maria Kos' }],
})
const { text } = READING
const at = (words: string): Target => {
  const start = text.indexOf(words)
  return targetOf(READING, 'mentions', { start, end: start + words.length })
}
const of = (layer: Target['layer'], words: string): Target => ({ ...at(words), layer })
const GATES = of('events', 'opened')
const SIREN = of('attributions', 'the siren never sounded')
const KOS = of('entities', 'Maria Kos')

const decide = (making: object, by = 'ana', minute = 0): Decision =>
  makeDecision({ at: `2026-06-01T10:${String(minute).padStart(2, '0')}:00Z`, by, ...making } as Making)
const laid = (making: object) => apply(READING, [decide(making)])

describe('dates', () => {
  it.each([
    ['2026-05-12', { from: '2026-05-12', to: '2026-05-12' }],
    ['2026-05', { from: '2026-05-01', to: '2026-05-31' }],
    ['2026', { from: '2026-01-01', to: '2026-12-31' }],
    ['2026-05-12/2026-05-14', { from: '2026-05-12', to: '2026-05-14' }],
    ['2026-05-14/2026-05-12', undefined],
    ['2026-02-30', undefined],
    ['2026-13', undefined],
    ['12 May', undefined],
    ['2026-05-12/2026-05-13/2026-05-14', undefined],
    ['', undefined],
  ])('%s is %o', (value, want) => {
    expect(daysOf(value)).toEqual(want)
  })

  it.each([
    ['an event', GATES, 'events'],
    ['a statement', SIREN, 'attributions'],
  ] as const)('are given to %s', (_, target, layer) => {
    const { reading } = laid({ kind: 'date', target, value: '2026-05-12' })
    expect(reading[layer][0]?.day).toEqual({
      ...{ from: '2026-05-12', to: '2026-05-12' },
      ...{ stated: true, by: 'person', score: 1 },
    })
  })

  it('are taken from an event that has none', () => {
    expect(laid({ kind: 'date', target: GATES, value: 'undated' }).reading.events[0]).not.toHaveProperty('day')
  })

  it('of a time are those of what it dates', () => {
    const span = { start: text.indexOf('Wednesday'), end: text.indexOf('Wednesday') + 9 }
    const time = {
      id: 't:w',
      ...span,
      type: 'DATE',
      value: '2026-05-13',
      stated: true,
      by: 'made',
      score: 0.9,
    } as const
    const [event] = READING.events
    const timed = { ...READING, times: [time], events: event ? [{ ...event, time: time.id }] : [] }
    const { reading } = apply(timed, [decide({ kind: 'date', target: of('times', 'Wednesday'), value: '2026-05-06' })])
    expect(reading.times[0]).toMatchObject({ value: '2026-05-06', from: '2026-05-06', by: 'person' })
    expect(reading.events[0]).toMatchObject({ time: 't:w', day: { from: '2026-05-06' } })
  })
})

describe('who', () => {
  it.each([
    ['somebody who is known', 'Luka Kos', READING.entities[0]?.id, 'person'],
    [
      'words that were no name',
      'A woman in a red coat',
      `e:${text.indexOf('A woman')}-${text.indexOf('A woman') + 21}`,
      'source',
    ],
  ])('a statement is said by %s', (_, words, id, type) => {
    const { reading } = laid({ kind: 'speaker', target: SIREN, speaker: at(words) })
    expect(reading.attributions[0]).toMatchObject({ speaker: id, source: [{ start: text.indexOf(words) }] })
    expect(reading.entities.find((one) => one.id === id)?.type).toBe(type)
  })

  it('an event is done by somebody else', () => {
    const { reading } = laid({ kind: 'speaker', target: GATES, speaker: at('Operators') })
    expect(reading.events[0]?.roles).toEqual([expect.objectContaining({ role: 'actor', start: 0, end: 9 })])
  })

  it('is lost where the speaker’s words are', () => {
    const decided = laid({ kind: 'speaker', target: SIREN, speaker: { ...at('Luka Kos'), exact: 'Luka Koš' } })
    expect([decided.lost.length, decided.reading]).toEqual([1, READING])
  })

  it('somebody’s role is in words of the article, in place of those found', () => {
    const { reading } = laid({ kind: 'role', target: KOS, role: 'the director of the dam' })
    expect(reading.entities[0]?.roles.map((role) => text.slice(role.start, role.end))).toEqual([
      'the director of the dam',
    ])
    expect(laid({ kind: 'role', target: KOS, role: 'the mayor' }).lost).toHaveLength(1)
  })
})

describe('places', () => {
  const as = { name: 'Formin', precision: 'site', lat: 46, lon: 16, country: 'HR' } as const
  it.each([
    ['with what the place data said', { geonamesId: 9, as }, { ...as, geonamesId: 9, by: 'person' }],
    ['with what a rival says', { geonamesId: 9 }, { name: 'Formin', country: 'HR', geonamesId: 9 }],
    ['with what another place says', { geonamesId: 2 }, { name: 'Ormoz', geonamesId: 2 }],
  ])('are another one %s', (_, meant, want) => {
    const { reading } = laid({ kind: 'place', target: of('places', 'Formin'), ...meant })
    expect(reading.places[0]).toMatchObject(want)
  })

  it.each([
    ['to other words that stand for it', 2, 'Ormoz'],
    ['with its own words, where no others do', 9, 'Formin'],
  ])('an event goes %s', (_, geonamesId, words) => {
    const { reading } = laid({ kind: 'place', target: GATES, geonamesId })
    const place = reading.places.find(({ id }) => id === reading.events[0]?.place)
    expect(place).toMatchObject({ geonamesId, start: text.indexOf(words) })
  })

  it('may be none', () => {
    expect(laid({ kind: 'place', target: GATES, geonamesId: null }).reading.events[0]).not.toHaveProperty('place')
    expect(laid({ kind: 'place', target: of('places', 'Formin'), geonamesId: null }).reading.places).toHaveLength(1)
  })

  it('of which nothing is known are lost', () => {
    expect(laid({ kind: 'place', target: of('places', 'Ormoz'), geonamesId: 77 }).lost).toHaveLength(1)
  })
})

describe('two in one', () => {
  const luka = of('entities', 'Luka Kos')
  it('are taken apart within an article, and both are told', () => {
    const { reading, pairs } = laid({ kind: 'split', target: luka, other: KOS })
    expect(reading.entities.map(({ name }) => name).sort()).toEqual(['Formin', 'Luka Kos', 'Maria Kos', 'Ormoz'])
    expect(pairs).toMatchObject([{ target: `e:${text.indexOf('Luka Kos')}-${text.indexOf('Luka Kos') + 8}` }])
  })

  it('the first of them may be the one who leaves', () => {
    const { reading, lost } = laid({ kind: 'split', target: KOS, other: luka })
    expect(lost).toEqual([])
    expect(new Set(reading.entities.map(({ id }) => id)).size).toBe(4)
  })

  it('that are one already stay so', () => {
    const decided = laid({ kind: 'merge', target: luka, other: KOS })
    expect([decided.reading, decided.applied.length]).toEqual([READING, 1])
  })
})

describe('what two people say', () => {
  const item = READING.events[0]?.id ?? ''
  const [yes, no, hide] = ['confirm', 'dispute', 'hide'].map((kind) => ({ kind, target: GATES }))
  it.each([
    ['confirmed', [decide(yes ?? {})], true, false],
    ['disputed', [decide(no ?? {})], false, true],
    ['disputed, then confirmed by the same', [decide(no ?? {}), decide(yes ?? {}, 'ana', 1)], true, false],
    ['disputed, then confirmed by another', [decide(no ?? {}), decide(yes ?? {}, 'ben', 1)], true, true],
    ['confirmed, then disputed by another', [decide(yes ?? {}), decide(no ?? {}, 'ben', 1)], false, true],
    ['hidden, then confirmed by another', [decide(hide ?? {}), decide(yes ?? {}, 'ben', 1)], true, true],
    [
      'two days',
      [
        decide({ kind: 'date', target: GATES, value: '2026-05-12' }),
        decide({ kind: 'date', target: GATES, value: '2026-05-11' }, 'ben', 1),
      ],
      false,
      true,
    ],
  ])('%s', (_, decisions, confirmed, disputed) => {
    const decided = apply(READING, decisions)
    expect([decided.confirmed.has(item), decided.disputed?.has(item)]).toEqual([confirmed, disputed])
    expect(apply(READING, decisions.toReversed())).toEqual(decided)
  })

  it('the later of two days holds', () => {
    const { reading } = apply(READING, [
      decide({ kind: 'date', target: GATES, value: '2026-05-12' }),
      decide({ kind: 'date', target: GATES, value: '2026-05-11' }, 'ben', 1),
    ])
    expect(reading.events[0]?.day?.from).toBe('2026-05-11')
  })

  it('a hidden thing that was confirmed afterwards is there, and the hiding waits', () => {
    const decided = apply(READING, [decide(hide ?? {}), decide(yes ?? {}, 'ben', 1)])
    expect(decided.reading.events).toHaveLength(1)
    expect(decided.waiting.map(({ kind }) => kind)).toEqual(['hide'])
  })
})

describe('a page that was changed', () => {
  const [first = '', second = '', third = ''] = text.split('\n\n')
  const changed = (body: readonly string[]) =>
    made({ id: 'dam', body, ...(body.join(' ').includes('opened') ? { events: [{ words: 'opened' }] } : {}) })
  it.each([
    ['paragraphs moved', [second, third, first], 'applied'],
    ['a paragraph put between', ['It rained.', first, second], 'applied'],
    ['its paragraph cut', [second, third], 'lost'],
    ['its own words edited', [first.replace('opened', 'had opened half of'), second], 'lost'],
    ['its paragraph twice', [first, second, first], 'lost'],
  ] as const)('%s: %s', (_, body, want) => {
    const decided = apply(changed(body), [decide({ kind: 'confirm', target: GATES })])
    expect(decided[want]).toHaveLength(1)
  })
})
