import { beforeAll, describe, expect, it } from 'vitest'
import { memoryRecord } from '../../test/browser/memory.ts'
import { type Making, made } from '../../test/made.ts'
import { deskApp } from './app.ts'
import { givenText, numberOf } from './parts/plot.tsx'

const FRAME = 'The Alder broke its banks at Oldmarsh on Monday night, and the flood swept through the lower town.'

const told = (id: string, published: string, sentence: string, figure: NonNullable<Making['figures']>[number]) =>
  made({
    id,
    outlet: `The ${id}`,
    published,
    headline: 'Flood at Oldmarsh',
    body: [
      FRAME,
      sentence,
      `A choir of ${id} rehearsed for the spring concert; the ${id} kiosk sold soup until midnight.`,
    ],
    figures: [{ state: 'killed', of: 'people', ...figure }],
  })

const STORY = [
  told('Star', '2026-04-01', 'At least 12 people were killed in the flood.', { words: '12', hedge: 'At least' }),
  told('Post', '2026-04-02', 'Between 25 and 30 people were killed in the flood.', { words: '25 and 30', low: 25, high: 30 }),
  told('Wire', '2026-04-04', 'The flood killed 38 people.', { words: '38' }),
  told('Bell', '2026-04-04', 'The flood killed 41 people.', { words: '41' }),
  told('Gull', '2026-04-05', 'The flood killed 60 people nationwide.', { words: '60' }),
] // biome-ignore format: a table to be read

let text = ''
let story = ''
beforeAll(async () => {
  const record = memoryRecord(STORY)
  story = (await record.stories())[0]?.id ?? ''
  text = await (await deskApp(record).request(`http://127.0.0.1/stories/${story}/figures`)).text()
})

const rows = (): readonly string[] =>
  [...text.matchAll(/<tr class="(\w+)">(.*?)<\/tr>/gs)].map(([, relation = '', row = '']) => {
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, '').trim(),
    )
    return [relation, ...cells.slice(0, 4)].join(' | ')
  })

describe('the ledger of figures', () => {
  it('sets every number of a series in a table, with how it stands to those before', () => {
    expect(rows()).toEqual([
      'first | 1 April | At least 12 people | 12 | open',
      'supersedes | 2 April | 25 and 30 people | 25 | 30',
      'supersedes | 4 April | 38 people | 38 | 38',
      'conflicts | 4 April | 41 people | 41 | 41',
    ])
  })

  it('draws ranges as bars, bounds as arrows, conflicts hollow and other scopes as diamonds', () => {
    const [plot = ''] = /<nav class="plot".*?<\/nav>/s.exec(text) ?? []
    const count = (mark: string) => plot.split(`class="${mark}"`).length - 1
    expect(['pt range', 'pt arrow', 'pt open', 'pt scope'].map(count)).toEqual([1, 1, 2, 2])
    expect(plot).toContain('<title>2 April, 25–30, reported</title>')
    expect(plot).not.toContain('style=')
  })

  it('leads from each mark to its sentence, and to the neighbour of another scope', () => {
    const [plot = ''] = /<nav class="plot".*?<\/nav>/s.exec(text) ?? []
    const marks = [...plot.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(marks.filter((href) => href.startsWith('/articles/'))).toHaveLength(4)
    const [other = ''] = marks.filter((href) => href.startsWith('#'))
    expect(text).toContain(`id="${other.slice(1)}"`)
  })

  it('says how many conflict', () => expect(text).toContain('2 series · 5 figures · one conflict'))
})

it.each([
  [{ low: 12, high: 12, bound: 'least' as const }, '≥ 12'],
  [{ low: 2300, high: 2300, bound: 'near' as const }, '≈ 2,300'],
  [{ low: 25, high: 30 }, '25–30'],
])('%j is written %s', (given, want) => expect(givenText(given)).toBe(want))

it('writes numbers in thousands', () => expect([1_500_000, 0.5].map(numberOf)).toEqual(['1,500,000', '0.5']))
