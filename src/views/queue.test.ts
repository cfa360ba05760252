import { describe, expect, it } from 'vitest'
import type { Line } from './line.ts'
import { queueOf } from './queue.ts'

const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  shape: 'event',
  text: [],
  from: [{ article: 'a', version: '1', start: Number(id.slice(1)), end: 99, exact: id }],
  sure: true,
  score: 0.5,
  origins: 1,
  reports: [],
  ...more,
})
const who = (id: string) => ({ who: [{ id, name: id, type: 'person' as const }] })
const order = (...views: readonly (readonly Line[])[]) => queueOf(views).open.map(({ line: { id } }) => id)

describe('the order of checking', () => {
  it.each<[string, readonly (readonly Line[])[], readonly string[]]>([
    ['the least sure first', [[line('h1', { score: 0.9 }), line('h2', { score: 0.4 })]], ['h2', 'h1']],
    ['the one that more outlets tell first', [[line('h1'), line('h2', { origins: 4 })]], ['h2', 'h1']],
    ['the one that more views use first', [[line('h1'), line('h2')], [line('q2', { shape: 'series' })]], ['h2', 'h1']],
    [
      'what central people do first',
      [
        [line('h1', who('e1')), line('h2', who('e2'))],
        [
          line('e1', { shape: 'card', score: 1, counts: { mentions: 2, articles: 1 }, ...who('e1') }),
          line('e2', { shape: 'card', score: 1, counts: { mentions: 9, articles: 4 }, ...who('e2') }),
        ],
      ],
      ['h2', 'h1', 'e1', 'e2'],
    ],
    ['sure things that much rests on before doubtful ones of no use', [[line('h1', { score: 0.6 }), line('h2', { score: 0.7, origins: 9 })]], ['h2', 'h1']],
    ['each once, and none that is put together', [[line('h1')], [line('h1'), line('p1', { shape: 'pin' })]], ['h1']],
    ['of equal ones by id', [[line('h2'), line('h1')]], ['h1', 'h2']],
  ])('%s', (_, views, want) => {
    expect(order(...views)).toEqual(want)
  }) // biome-ignore format: a table to be read

  it('leaves out what was checked, and counts it', () => {
    const { open, confirmed, disputed } = queueOf([
      [
        line('h1', { status: { confirmed: true } }),
        line('h2', { status: { disputed: true } }),
        line('h3', { status: { disputed: true, confirmed: true } }),
        line('h4'),
      ],
    ])
    expect([open, confirmed, disputed].map((lines) => lines.length)).toEqual([1, 1, 2])
  })
})
