import { describe, expect, it } from 'vitest'
import { all, allRows, given, withRecord } from '../../test/record.ts'
import { type Making, makeDecision, targetOf, undoOf } from '../decisions/index.ts'
import type { EntityRow } from '../stories/index.ts'
import type { OnRecord } from './record.ts'

const AT = '2026-05-01T10:00:00Z'
const BODY = [
  'The barge struck the bridge at dawn, said Maria Holt of the harbour office.',
  'Crews pumped water from the hold. Crews pumped water from the hold.',
  'Ferries ran until midnight.',
]
const one = given({
  id: 'one',
  published: '2026-04-02',
  body: BODY,
  entities: [{ names: ['Maria Holt'] }],
  events: [{ words: 'struck', day: '2026-04-02' }, { words: 'pumped' }],
})
const other = given({
  id: 'one',
  published: '2026-04-02',
  modified: '2026-04-03T09:00:00Z',
  body: [`Correction. ${BODY[0]}`],
})

const struck = targetOf(one.reading, 'events', one.reading.events[0]?.id ?? '')
const holt = targetOf(one.reading, 'entities', one.reading.entities[0]?.id ?? '')
const ran = (() => {
  const start = one.reading.text.indexOf('ran until')
  return targetOf(one.reading, 'events', { start, end: start + 3 })
})()
const twice = { ...struck, exact: 'pumped', prefix: 'Crews ', suffix: ' water' }

const take = (record: OnRecord, making: Record<string, unknown>, at = AT, by = 'Ann') => {
  const decision = makeDecision({ at, by, ...making } as unknown as Making)
  return record.decide(decision).then(({ state }) => ({ state, decision }))
}
const happenings = async (record: OnRecord) => all((await record.rows())?.happenings() ?? none())
const people = async (record: OnRecord): Promise<readonly EntityRow[]> =>
  all((await record.rows())?.entities() ?? none())
async function* none(): AsyncIterable<never> {}

const withOne = (use: (record: OnRecord) => Promise<void>) =>
  withRecord(async (record) => {
    await record.add(one.page, one.reading)
    await use(record)
  })

describe('decisions', () => {
  it('hides, and an undo shows again', () =>
    withOne(async (record) => {
      const before = await allRows(record)
      const { state, decision } = await take(record, { kind: 'hide', target: struck })
      expect(state).toBe('applied')
      expect((await happenings(record)).map(({ tellings }) => tellings[0].item.words.exact)).toEqual(['pumped'])
      expect(await record.decide(undoOf(decision, '2026-05-02T10:00:00Z', 'Ben'))).toEqual({ state: 'applied' })
      expect(await allRows(record)).toBe(before)
      expect(await record.decisions()).toHaveLength(2)
    }))

  it('renames a person, who is still found by the old name', () =>
    withOne(async (record) => {
      const [before] = await people(record)
      await take(record, { kind: 'rename', target: holt, name: 'Maria E. Holt' })
      expect(await people(record)).toMatchObject([{ id: before?.id, name: 'Maria E. Holt', aliases: ['Maria Holt'] }])
    }))

  it('confirms, and asserts what was missed', () =>
    withOne(async (record) => {
      await take(record, { kind: 'confirm', target: struck })
      await take(record, {
        kind: 'assert',
        target: ran,
        item: { layer: 'events', type: 'OTHER', modality: 'happened' },
      })
      const confirmed = (await happenings(record)).filter((row) => row.confirmed)
      expect(confirmed.map(({ tellings }) => tellings[0].item.words.exact).sort()).toEqual(['ran', 'struck'])
      expect(await all(record.verify())).toEqual([])
    }))

  it('is lost where its words stand nowhere or twice, and moves to no similar place', () =>
    withOne(async (record) => {
      const before = await allRows(record)
      expect((await take(record, { kind: 'hide', target: twice })).state).toBe('lost')
      expect((await take(record, { kind: 'hide', target: { ...struck, prefix: 'A barge ' } })).state).toBe('lost')
      expect(await allRows(record)).toBe(before)
      expect(await record.decisions()).toHaveLength(2)
    }))

  it('is kept once, however often it is taken', () =>
    withOne(async (record) => {
      const { decision } = await take(record, { kind: 'hide', target: struck })
      await record.decide(decision)
      expect(await record.decisions()).toEqual([decision])
    }))

  it('holds when the page is read again, linked anew and changed', () =>
    withOne(async (record) => {
      await take(record, { kind: 'hide', target: struck })
      const hidden = await allRows(record)
      await record.reread('one', one.reading.version, one.reading)
      await record.relink()
      expect(await allRows(record)).toBe(hidden)
      const { lost, applied } = (await record.reading('one')) ?? {}
      expect([lost?.length, applied?.length]).toEqual([0, 1])
      // Of the new version the words before are others: lost there, and still applied where it was taken.
      await record.add(other.page, other.reading)
      expect((await record.reading('one'))?.applied).toEqual([])
      expect((await record.reading('one', one.reading.version))?.applied).toHaveLength(1)
    }))

  it('joins by time and who, whatever the order of keeping', () =>
    withOne(async (record) => {
      const late = await take(record, { kind: 'rename', target: holt, name: 'M. Holt' }, '2026-05-03T00:00:00Z', 'Ben')
      const early = await take(
        record,
        { kind: 'rename', target: holt, name: 'Mary Holt' },
        '2026-05-02T00:00:00Z',
        'Ann',
      )
      expect((await record.decisions()).map(({ id }) => id)).toEqual([early.decision.id, late.decision.id])
      expect((await people(record))[0]?.name).toBe('M. Holt')
    }))

  it('heeds an undo that is kept before what it undoes', () =>
    withOne(async (record) => {
      const before = await allRows(record)
      const decision = makeDecision({ kind: 'hide', target: struck, at: AT, by: 'Ann' })
      expect(await record.decide(undoOf(decision, '2026-05-02T00:00:00Z', 'Ann'))).toEqual({ state: 'waiting' })
      await record.decide(decision)
      expect(await allRows(record)).toBe(before)
    }))

  it('refuses what is no decision', () =>
    withOne(async (record) => {
      await expect(take(record, { kind: 'hide', target: { ...struck, layer: 'moods' } })).rejects.toThrow(
        /not a decision/,
      )
      expect(await record.decisions()).toEqual([])
    }))
})
