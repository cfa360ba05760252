import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { storyOf } from '../stories/index.ts'
import type { RowFilter } from '../stories/rows.ts'
import { coverage } from './coverage.ts'
import type { Line } from './line.ts'
import { copiesOf, outletsOf, plainText } from './lines.ts'

const TEXT = [
  'A cargo barge struck the old road bridge at Oldmarsh on Wednesday evening and sank within minutes, the harbour office said.',
  'All five crew members were taken from the water by a fishing boat, and two of them were treated for cold at the clinic.',
]
const OWN = ['The barge that sank below the Oldmarsh road bridge on Wednesday carried gravel for the harbour office.']

const READINGS = [
  made({
    id: 'wire',
    outlet: 'Danube Wire',
    published: '2026-04-02T08:00:00Z',
    headline: 'Barge strikes bridge',
    body: TEXT,
  }),
  made({
    id: 'post',
    outlet: 'Oldmarsh Post',
    published: '2026-04-02T09:00:00Z',
    headline: 'Barge sinks at bridge',
    body: OWN,
  }),
  made({
    id: 'star',
    outlet: 'Harbour Star',
    published: '2026-04-03T08:00:00Z',
    headline: 'Bridge struck',
    body: TEXT,
  }),
]

async function linesOf(filter: RowFilter = {}): Promise<readonly Line[]> {
  const rows = await (await storyOf(READINGS)).rows()
  const lines: Line[] = []
  for await (const line of rows ? coverage.lines(rows, filter) : []) lines.push(line)
  return lines
}

describe('coverage', () => {
  it('is a line an article, by its headline, copies below the text they carry', async () => {
    const lines = await linesOf()
    expect(lines.map(({ id }) => id)).toEqual(['wire', 'star', 'post'])
    expect(lines.map(({ text }) => plainText(text))).toEqual([
      'Barge strikes bridge', 'Bridge struck', 'Barge sinks at bridge',
    ]) // biome-ignore format: a list to be read
    for (const { from, reports } of lines)
      expect(from.map(({ article }) => article)).toEqual(reports.map(({ article }) => article))
  })

  it('says whose report each is, and by how many it was taken over', async () => {
    const told = (await linesOf()).map((line) => [line.printed?.source, line.origins, outletsOf(line), copiesOf(line)])
    expect(told).toEqual([
      ['Danube Wire', 1, 2, 1],
      ['Danube Wire', 0, 1, 1],
      ['Oldmarsh Post', 1, 1, 0],
    ])
  })

  it('shows a copy whose origin is filtered out where it was printed', async () => {
    expect((await linesOf({ from: '2026-04-03' })).map(({ id, origins }) => [id, origins])).toEqual([['star', 0]])
    expect((await linesOf({ outlet: 'Oldmarsh Post' })).map(({ id }) => id)).toEqual(['post'])
  })
})
