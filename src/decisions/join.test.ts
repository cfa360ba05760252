import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision, Target } from './decision.ts'
import { join } from './join.ts'
import { type Making, makeDecision, undoOf } from './make.ts'
import { standing } from './order.ts'
import { decisionFromJson } from './schema.ts'

const TARGET: Target = { article: 'a', layer: 'entities', exact: 'Marta Hollen', prefix: '', suffix: ' said' }
const OTHER: Target = { ...TARGET, exact: 'M. Hollen' }
const decide = (by: string, minute: number, making: object): Decision =>
  makeDecision({ target: TARGET, by, at: `2026-05-01T10:${String(minute).padStart(2, '0')}:00Z`, ...making } as Making)

describe('joining decisions', () => {
  it.each([
    ['two names', { kind: 'rename', name: 'Marta J. Hollen' }, { kind: 'rename', name: 'Marta K. Hollen' }, 1],
    ['the same name', { kind: 'rename', name: 'Marta J. Hollen' }, { kind: 'rename', name: 'Marta J. Hollen' }, 0],
    ['hidden and confirmed', { kind: 'hide' }, { kind: 'confirm' }, 1],
    ['hidden twice', { kind: 'hide' }, { kind: 'hide' }, 0],
    ['asserted and confirmed', { kind: 'assert', item: { layer: 'mentions', type: 'person' } }, { kind: 'confirm' }, 0],
    [
      'asserted as two things',
      { kind: 'assert', item: { layer: 'mentions', type: 'person' } },
      { kind: 'assert', item: { layer: 'mentions', type: 'misc' } },
      1,
    ],
    ['merged and split', { kind: 'merge', other: OTHER }, { kind: 'split', other: OTHER }, 1],
    [
      'merged with one, split from another',
      { kind: 'merge', other: OTHER },
      { kind: 'split', other: { ...OTHER, article: 'b' } },
      0,
    ],
    ['two notes', { kind: 'note', note: 'x' }, { kind: 'note', note: 'y' }, 0],
    ['other words', { kind: 'hide' }, { kind: 'confirm', target: OTHER }, 0],
    ['other questions', { kind: 'hide' }, { kind: 'rename', name: 'x' }, 0],
  ])('%s: %#', (_, one, two, want) => {
    const [ana, ben] = [decide('ana', 1, one), decide('ben', 2, two)]
    expect(join([ana], [ben]).conflicts).toHaveLength(want)
    expect(join([ben], [ana]).conflicts).toEqual(join([ana], [ben]).conflicts)
  })

  it('lets one person change their mind', () => {
    expect(join([decide('ana', 1, { kind: 'hide' }), decide('ana', 2, { kind: 'confirm' })]).conflicts).toEqual([])
  })

  it('sees no conflict with what was undone', () => {
    const hide = decide('ana', 1, { kind: 'hide' })
    const undo = undoOf(hide, '2026-05-01T10:05:00Z', 'ana')
    expect(join([hide, undo], [decide('ben', 2, { kind: 'confirm' })]).conflicts).toEqual([])
  })

  it('keeps each decision once, by time and who, whoever brings it', () => {
    const all = [0, 1, 2, 3, 4].map((minute) =>
      decide(minute % 2 ? 'ana' : 'ben', minute, { kind: 'note', note: `${minute}` }),
    )
    const some = fc.subarray(all)
    fc.assert(
      fc.property(some, some, (one, two) => {
        const { decisions } = join(one, two)
        expect(decisions).toEqual(all.filter((decision) => one.includes(decision) || two.includes(decision)))
        expect(join(two, one).decisions).toEqual(decisions)
      }),
    )
  })

  it('orders by the instant, not by how the time is written', () => {
    const early = makeDecision({ kind: 'hide', target: TARGET, by: 'ana', at: '2026-05-01T12:00:00+05:00' })
    const late = makeDecision({ kind: 'confirm', target: TARGET, by: 'ben', at: '2026-05-01T09:00:00Z' })
    expect(standing([late, early])).toEqual([early, late])
  })
})

describe('decisions as JSON', () => {
  const hide = decide('ana', 1, { kind: 'hide' })
  it('gives the same id however it was put together', () => {
    const again = makeDecision({ at: '2026-05-01T10:01:00Z', by: 'ana', target: { ...TARGET }, kind: 'hide' })
    expect(again.id).toBe(hide.id)
    expect(decide('ben', 1, { kind: 'hide' }).id).not.toBe(hide.id)
  })

  it.each([
    ['hide', { kind: 'hide' }],
    ['rename', { kind: 'rename', name: 'Marta' }],
    ['merge', { kind: 'merge', other: OTHER }],
    ['date', { kind: 'date', value: '2026-05' }],
    ['place', { kind: 'place', geonamesId: 12 }],
    ['assert', { kind: 'assert', item: { layer: 'events', type: 'OTHER', modality: 'planned', day: '2026-05-13' } }],
  ])('reads %s back as it was', (_, making) => {
    const decision = decide('ana', 1, making)
    expect(decisionFromJson(JSON.parse(JSON.stringify(decision)))).toEqual(decision)
  })

  it.each([
    ['nothing', null],
    ['another kind', { ...hide, kind: 'forget' }],
    ['no target', { ...hide, target: undefined }],
    ['a key it does not know', { ...hide, colour: 'red' }],
    ['a time that is none', { ...hide, at: 'yesterday' }],
    ['an empty name', { ...decide('ana', 1, { kind: 'rename', name: 'x' }), name: ' ' }],
    ['no words', { ...hide, target: { ...TARGET, exact: '' } }],
    ['an id of another form', { ...hide, id: 'd1' }],
  ])('refuses %s', (_, value) => {
    expect(() => decisionFromJson(value)).toThrow(TypeError)
  })
})
