import { describe, expect, it } from 'vitest'
import { all, allRows, given, withRecord } from '../../test/record.ts'
import { apply, type Decision, type Making, makeDecision, type Target, targetOf, undoOf } from '../decisions/index.ts'
import { type EntityRow, storyOf } from '../stories/index.ts'
import type { OnRecord } from './record.ts'

const tell = (n: number, name: string, words: string) =>
  given({
    id: `a${n}`,
    outlet: `Outlet ${n}`,
    published: `2026-04-0${n}`,
    headline: 'Barge strikes the old bridge at Oldmarsh',
    body: [
      'The barge struck the old bridge at Oldmarsh at dawn, and crews pumped water from its hold for hours.',
      `${name} ${words}.`,
    ],
    entities: [{ names: [name] }],
    events: [{ words: 'struck', day: '2026-04-01' }],
  })

// Four are one by their name; the fifth is called by another.
const PAGES = [
  tell(1, 'Maria Holt', 'spoke to reporters on the quay'),
  tell(2, 'Maria Holt', 'met the crew of the barge'),
  tell(3, 'Maria Holt', 'grows apples upstream of the bridge'),
  tell(4, 'Maria Holt', 'sold apples on the market'),
  tell(5, 'M. Holt-Berg', 'thanked the crews'),
]
const person = (n: number): Target => {
  const { reading } = PAGES[n - 1] ?? PAGES[0] ?? tell(1, '', '')
  return targetOf(reading, 'entities', reading.entities[0]?.id ?? '')
}
let minute = 0
const decide = (making: object, by = 'Ann'): Decision =>
  makeDecision({ at: new Date(Date.UTC(2026, 4, 1, 9, minute++)).toISOString(), by, ...making } as unknown as Making)
const merge = (a: number, b: number, by?: string) => decide({ kind: 'merge', target: person(a), other: person(b) }, by)
const split = (a: number, b: number, by?: string) => decide({ kind: 'split', target: person(a), other: person(b) }, by)

async function people(from: Pick<OnRecord, 'stories' | 'rows'>): Promise<readonly EntityRow[]> {
  const rows = await from.rows((await from.stories())[0]?.id)
  return rows ? (await all(rows.entities())).filter(({ type }) => type === 'person') : []
}
/** The articles of each person, and the id: "1234 e…". */
const shapes = async (from: Pick<OnRecord, 'stories' | 'rows'>): Promise<readonly string[]> =>
  (await people(from)).map(({ occurrences }) => occurrences.map(({ article }) => article.slice(1)).join('')).sort()
const withAll = (use: (record: OnRecord) => Promise<void>, order = PAGES) =>
  withRecord(async (record) => {
    for (const { page, reading } of order) await record.add(page, reading)
    await use(record)
  })
const inMemory = (decisions: readonly Decision[]) => storyOf(PAGES.map(({ reading }) => apply(reading, decisions)))

describe('merges and splits', () => {
  it('are one by their names before anything is settled', () =>
    withAll(async (record) => expect(await shapes(record)).toEqual(['1234', '5'])))

  it('merge by a link of a person, and an undo takes that link away', () =>
    withAll(async (record) => {
      const before = await allRows(record)
      const ids = (await people(record)).map(({ id }) => id)
      const decision = merge(5, 2)
      expect(await record.decide(decision)).toEqual({ state: 'applied' })
      const [row] = await people(record)
      expect(await shapes(record)).toEqual(['12345'])
      const why = await (await record.rows())?.reasons(row?.id ?? '')
      expect(why).toContainEqual(expect.objectContaining({ why: 'by a person', score: 1 }))
      for (const id of ids) expect(await record.resolve(id)).toBe(row?.id)
      expect(await record.settled()).toEqual([{ decision, state: 'applied' }])
      await record.decide(undoOf(decision, '2026-06-01T00:00:00Z', 'Ben'))
      expect(await allRows(record)).toBe(before)
      for (const id of ids) expect(await record.resolve(id)).toBe(id)
    }))

  it('split what links held together, and an undo brings it together', () =>
    withAll(async (record) => {
      const before = await allRows(record)
      const [whole] = await people(record)
      const decision = split(1, 3)
      expect(await record.decide(decision)).toEqual({ state: 'applied' })
      const parts = await people(record)
      const of = (article: string) =>
        parts.find(({ occurrences }) => occurrences.some((one) => one.article === article))
      expect(of('a1')?.id).not.toBe(of('a3')?.id)
      expect(of('a1')?.id).toBe(whole?.id)
      expect(await record.resolve(of('a3')?.id ?? '')).toBe(of('a3')?.id)
      await record.decide(undoOf(decision, '2026-06-01T00:00:00Z', 'Ann'))
      expect(await allRows(record)).toBe(before)
    }))

  it.each<[string, () => readonly Decision[]]>([
    ['a merge', () => [merge(5, 1)]],
    ['a split', () => [split(1, 3)]],
    ['two apart from two', () => [split(1, 3), split(1, 4), split(2, 3), split(2, 4)]],
    ['a split and a merge across it', () => [split(1, 3), merge(3, 5), merge(5, 4)]],
    ['a merge that a split contradicts', () => [merge(1, 5), merge(5, 3), split(1, 3)]],
    ['changed minds', () => [merge(1, 5), split(1, 5), split(2, 3), merge(2, 3)]],
  ])('%s: the same whatever comes first, in memory, when linked anew and when read again', async (_, makings) => {
    const decisions = makings()
    const want = await allRows(await inMemory(decisions))
    for (const turn of [1, 2]) {
      await withRecord(async (record) => {
        const order = turn === 2 ? PAGES.toReversed() : PAGES
        if (turn === 1) await record.decideAll(decisions)
        for (const { page, reading } of order) await record.add(page, reading)
        if (turn !== 1) for (const decision of decisions.toReversed()) await record.decide(decision)
        expect(await allRows(record)).toBe(want)
        await record.relink()
        expect(await allRows(record)).toBe(want)
        for (const { reading } of PAGES) await record.reread(reading.id, reading.version, reading)
        expect(await allRows(record)).toBe(want)
        expect(await all(record.verify())).toEqual([])
      })
    }
  })

  it('every undo of several leaves the rest as if it had never been', async () => {
    const decisions = [merge(5, 1), split(2, 3), merge(4, 5), split(1, 4)]
    for (const undone of decisions) {
      const left = decisions.filter((one) => one !== undone)
      await withAll(async (record) => {
        await record.decideAll(decisions)
        await record.decide(undoOf(undone, '2026-06-01T00:00:00Z', 'Ben'))
        expect(await allRows(record)).toBe(await allRows(await inMemory(left)))
      })
    }
  })

  it('wait for an article that is not there, and are lost with its words', () =>
    withRecord(async (record) => {
      const [first, , , , fifth] = PAGES
      if (!first || !fifth) return
      await record.add(first.page, first.reading)
      const decision = merge(1, 5)
      expect(await record.decide(decision)).toEqual({ state: 'waiting' })
      await record.add(fifth.page, fifth.reading)
      expect(await record.settled()).toEqual([{ decision, state: 'applied' }])
      const gone = { kind: 'merge', target: person(1), other: { ...person(5), exact: 'M. Holt-Borg' } }
      expect(await record.decide(decide(gone))).toEqual({ state: 'lost' })
    }))

  it('say which holds where two people oppose each other', () =>
    withAll(async (record) => {
      const [early, late] = [merge(1, 5, 'Ann'), split(5, 1, 'Ben')]
      await record.decideAll([late, early])
      expect(await shapes(record)).toEqual(['1234', '5'])
      expect(await record.settled()).toEqual([
        { decision: early, state: 'waiting' },
        { decision: late, state: 'applied' },
      ])
    }))
})

describe('several decisions at once', () => {
  it('are all kept or none', () =>
    withAll(async (record) => {
      const before = await allRows(record)
      const bad = { ...split(1, 2), kind: 'forget' } as unknown as Decision
      await expect(record.decideAll([merge(1, 5), bad])).rejects.toThrow(/not a decision/)
      expect(await record.decisions()).toEqual([])
      expect(await allRows(record)).toBe(before)
    }))
})
