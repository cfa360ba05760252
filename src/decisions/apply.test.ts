import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { itemsOf } from '../stories/offer.ts'
import { apply } from './apply.ts'
import type { Decision, Target } from './decision.ts'
import { type Making, makeDecision, undoOf } from './make.ts'
import { itemAt, spanOf, targetOf } from './target.ts'

const READING = made({
  id: 'bridge',
  outlet: 'Oldmarsh Times',
  published: '2026-04-02',
  headline: 'Barge hits bridge',
  body: [
    'A barge struck the bridge on Wednesday. Marta Hollen, the harbour master, said: “Nobody was on deck.”',
    'The bridge will reopen in May. The bridge will reopen in May.',
  ],
  entities: [{ names: ['Marta Hollen', 'Hollen'], roles: ['the harbour master'] }],
  said: [{ words: '“Nobody was on deck.”', source: 'Marta Hollen', cue: 'said', speaker: 'Marta Hollen' }],
  events: [
    { words: 'struck', day: '2026-04-01', said: '“Nobody was on deck.”', actor: 'Marta Hollen' },
    { words: 'reopen', modality: 'planned', score: 0.4 },
  ],
})
const { text } = READING

let hour = 0
const decide = (making: object, by = 'ana'): Decision =>
  makeDecision({ at: `2026-05-01T${String(hour++ % 24).padStart(2, '0')}:00:00Z`, by, ...making } as Making)

const idIn = (layer: 'entities' | 'events' | 'attributions' | 'mentions', words: string): string => {
  const item = READING[layer].find(
    (one) => itemAt(READING, targetOf(READING, layer, one.id))?.start === text.indexOf(words),
  )
  if (!item) throw new Error(`no item of ${layer} stands at "${words}"`)
  return item.id
}
const target = (layer: 'entities' | 'events' | 'attributions' | 'mentions', words: string): Target =>
  targetOf(READING, layer, idIn(layer, words))
const words = (exact: string, layer: Target['layer'] = 'events'): Target => {
  const start = text.indexOf(exact)
  return targetOf(READING, layer, { start, end: start + exact.length })
}

describe('targets in words', () => {
  const plain = { article: 'bridge', layer: 'events', prefix: '', suffix: '' } as const
  it.each([
    ['one place', { ...plain, exact: 'struck' }, 'struck'],
    ['no place', { ...plain, exact: 'strikes' }, undefined],
    ['two places', { ...plain, exact: 'reopen' }, undefined],
    ['two places with the same words around', { ...plain, exact: 'will reopen', prefix: 'bridge ' }, undefined],
    [
      'two places, one with these words around',
      { ...plain, exact: 'reopen', prefix: 'deck.”\n\nThe bridge will ' },
      'reopen',
    ],
    ['other words before', { ...plain, exact: 'struck', prefix: 'ferry ' }, undefined],
    ['other words after', { ...plain, exact: 'struck', suffix: ' the ferry' }, undefined],
    ['another article', { ...plain, article: 'ferry', exact: 'struck' }, undefined],
  ] as const)('%s', (_, sought, want) => {
    const span = spanOf(READING, sought)
    expect(span && text.slice(span.start, span.end)).toBe(want)
  })

  it('finds every item again by its own target', () => {
    for (const layer of ['mentions', 'attributions', 'entities', 'events'] as const)
      for (const { id } of READING[layer]) expect(itemAt(READING, targetOf(READING, layer, id))?.id).toBe(id)
  })

  it('finds it in another version whose other words changed, and loses it when its own changed', () => {
    const of = (first: string) =>
      made({
        id: 'bridge',
        body: [`${first} The tug came at noon. It left the harbour before the evening tide.`],
        events: [{ words: 'came' }],
      })
    const [before, after, changed] = [
      of('Short.'),
      of('A much longer beginning of the page.'),
      made({ id: 'bridge', body: ['Short. The tug was late.'] }),
    ]
    const sought = targetOf(before, 'events', before.events[0]?.id ?? '')
    expect(itemAt(after, { ...sought, prefix: ' The tug ' })?.id).toBe(after.events[0]?.id)
    expect(itemAt(changed, sought)).toBeUndefined()
  })

  it.each([
    ['a span outside the text', () => targetOf(READING, 'events', { start: 0, end: text.length + 1 })],
    ['an empty span', () => targetOf(READING, 'events', { start: 3, end: 3 })],
    ['an id that is not there', () => targetOf(READING, 'events', 'v:1-2')],
  ])('throws for %s', (_, make) => {
    expect(make).toThrow(RangeError)
  })
})

describe('decisions laid over a reading', () => {
  it('hides an item, and what referred to it lets go', () => {
    const quote = target('attributions', '“Nobody')
    const { reading, applied } = apply(READING, [decide({ kind: 'hide', target: quote })])
    expect(reading.attributions).toEqual([])
    expect(reading.events[0]).not.toHaveProperty('said')
    expect(applied).toHaveLength(1)
  })

  it('hides an entity from all that it takes part in', () => {
    const { reading } = apply(READING, [decide({ kind: 'hide', target: target('entities', 'Marta') })])
    expect(reading.entities).toEqual([])
    expect(reading.attributions[0]).not.toHaveProperty('speaker')
    expect(JSON.stringify(reading.events)).not.toContain('e:')
  })

  it('renames an entity and keeps the printed name among the others', () => {
    const { reading } = apply(READING, [
      decide({ kind: 'rename', target: target('entities', 'Marta'), name: 'Marta J. Hollen' }),
    ])
    expect(reading.entities[0]).toMatchObject({ name: 'Marta J. Hollen', aliases: ['Marta Hollen', 'Hollen'] })
  })

  it('confirms, and the story is told so', () => {
    const decided = apply(READING, [decide({ kind: 'confirm', target: target('events', 'reopen') })])
    const item = itemsOf(decided).find((one) => one.kind === 'happening' && one.words.exact === 'reopen')
    expect(item?.confirmed).toBe(true)
  })

  it.each([
    [
      'an event',
      'events',
      'A barge struck',
      { layer: 'events', type: 'DISASTER', modality: 'happened', day: '2026-04' },
      { type: 'DISASTER', day: { from: '2026-04-01', to: '2026-04-30' } },
    ],
    ['a name', 'mentions', 'the bridge', { layer: 'mentions', type: 'misc' }, { type: 'misc', form: 'name' }],
    [
      'a date',
      'times',
      'Wednesday',
      { layer: 'times', value: '2026-04-01' },
      { value: '2026-04-01', from: '2026-04-01' },
    ],
    ['a figure', 'quantities', 'Nobody', { layer: 'quantities', low: 0, high: 0 }, { low: 0, kind: 'count' }],
  ] as const)('asserts %s', (_, layer, exact, item, want) => {
    const { reading, applied, lost } = apply(READING, [decide({ kind: 'assert', target: words(exact, layer), item })])
    expect(lost).toEqual([])
    const made = (reading[layer] as readonly { readonly id: string }[]).find(({ id }) => id === applied[0]?.item)
    expect(made).toMatchObject({
      ...want,
      by: 'person',
      score: 1,
      start: text.indexOf(exact),
      end: text.indexOf(exact) + exact.length,
    })
  })

  it('asserts a statement of a named speaker', () => {
    const item = { layer: 'attributions', speaker: words('Marta Hollen', 'mentions') }
    const { reading } = apply(READING, [
      decide({ kind: 'assert', target: words('A barge struck the bridge', 'attributions'), item }),
    ])
    expect(reading.attributions[0]).toMatchObject({ kind: 'indirect', speaker: READING.entities[0]?.id, by: 'person' })
  })

  it('loses what its words no longer say, and says so', () => {
    const gone: Target = { article: 'bridge', layer: 'events', exact: 'sank', prefix: '', suffix: '' }
    const decisions = [
      decide({ kind: 'hide', target: gone }),
      decide({ kind: 'confirm', target: { ...gone, exact: 'bridge' } }),
      decide({ kind: 'rename', target: { ...gone, exact: 'struck' }, name: 'hit' }),
      decide({ kind: 'assert', target: gone, item: { layer: 'events', type: 'OTHER', modality: 'happened' } }),
      decide({ kind: 'assert', target: words('struck'), item: { layer: 'times', value: '2026' } }),
    ]
    const decided = apply(READING, decisions)
    expect(decided.lost).toEqual(decisions)
    expect(decided.reading).toEqual(READING)
  })

  it('passes over other articles; a note stands at its words', () => {
    const note = decide({ kind: 'note', target: words('A barge'), note: 'check with the port' })
    const elsewhere = decide({ kind: 'hide', target: { ...words('struck'), article: 'ferry' } })
    const start = text.indexOf('A barge')
    expect(apply(READING, [note, elsewhere])).toMatchObject({
      reading: READING,
      applied: [{ decision: note, item: `n:${start}-${start + 7}` }],
      lost: [],
      waiting: [],
    })
  })

  it('takes back what was undone, and gives back when the undoing is undone', () => {
    const hide = decide({ kind: 'hide', target: target('events', 'struck') })
    const undo = undoOf(hide, '2026-05-02T00:00:00Z', 'ben')
    const redo = undoOf(undo, '2026-05-03T00:00:00Z', 'ana')
    expect(apply(READING, [hide]).reading.events).toHaveLength(1)
    expect(apply(READING, [undo, hide]).reading).toEqual(READING)
    expect(apply(READING, [redo, undo, hide]).reading.events).toHaveLength(1)
  })

  it('takes back what was undone by a clock that was behind', () => {
    const hide = decide({ kind: 'hide', target: target('events', 'struck') })
    expect(apply(READING, [hide, undoOf(hide, '2020-01-01T00:00:00Z', 'ben')]).reading).toEqual(READING)
  })

  it('leaves the reading that it was given as it was', () => {
    const before = JSON.stringify(READING)
    apply(READING, [
      decide({ kind: 'hide', target: target('entities', 'Marta') }),
      decide({ kind: 'hide', target: target('events', 'struck') }),
    ])
    expect(JSON.stringify(READING)).toBe(before)
  })
})
