import { describe, expect, it } from 'vitest'
import { all, type Given, given, withRecord } from '../../test/record.ts'
import type { FigureRow } from '../stories/rows.ts'
import type { OnRecord } from './record.ts'

const FRAME = 'The Alder broke its banks at Oldmarsh on Monday night, and the flood swept through the lower town.'
const OWN = [
  'Pigeons settled on the quay while a crane driver watched from his cabin.',
  'Two tugs lay idle at the pontoon; their skippers played cards under a lamp.',
  'A choir rehearsed for its spring concert behind the shutters of the market hall.',
  'On the hill the orchards stood dry, and a farmer counted his sheep twice.',
]

const toll = (at: number, low: number): Given =>
  given({
    id: `page-${at}`,
    outlet: `Outlet ${at % 2}`,
    published: `2026-04-0${at + 1}`,
    headline: 'Flood at Oldmarsh',
    body: [FRAME, `The flood killed ${low} people, the county said.`, OWN[at] ?? ''],
    figures: [{ words: `${low}`, of: 'people', state: 'killed' }],
  })

const PAGES = [toll(0, 12), toll(1, 14), toll(2, 17), toll(3, 12)] as const

const ORDERS = [
  [0, 1, 2, 3],
  [3, 2, 1, 0],
  [2, 0, 3, 1],
] as const

async function rowsOf(record: OnRecord): Promise<readonly FigureRow[]> {
  const rows = await record.rows()
  return rows ? all(rows.figures()) : []
}

async function figuresOf(record: OnRecord): Promise<string> {
  const rows = await rowsOf(record)
  return JSON.stringify(rows, (key, value) => (key === 'keys' ? undefined : value))
}

const idsOf = async (record: OnRecord) => (await rowsOf(record)).map(({ id }) => id)

describe('figures of a record', () => {
  it('are the same whatever the order of adding', async () => {
    const found = new Set<string>()
    for (const order of ORDERS)
      await withRecord(async (record) => {
        for (const at of order) await record.add(PAGES[at].page, PAGES[at].reading)
        found.add(await figuresOf(record))
      })
    expect(found.size).toBe(1)
    expect(JSON.parse([...found][0] ?? '')).toMatchObject([
      { points: [{ low: 12 }, { low: 14 }, { low: 17 }, { low: 12 }] },
    ])
  })

  it('keep their ids when the record is linked anew', () =>
    withRecord(async (record) => {
      for (const { page, reading } of PAGES) await record.add(page, reading)
      const before = await figuresOf(record)
      await record.relink()
      expect(await figuresOf(record)).toBe(before)
    }))

  it('answer to every id that was shown, after a merge and after a removal', () =>
    withRecord(async (record) => {
      await record.add(PAGES[2].page, PAGES[2].reading)
      const [alone = ''] = await idsOf(record)
      await record.add(PAGES[0].page, PAGES[0].reading)
      const [joined = ''] = await idsOf(record)
      expect(alone).toMatch(/^f[0-9a-f]{10}$/)
      expect(await record.resolve(alone)).toBe(joined)
      await record.remove('page-0')
      expect([await record.resolve(joined), await idsOf(record)]).toEqual([alone, [alone]])
      expect(await all(record.verify())).toEqual([])
    }))
})
