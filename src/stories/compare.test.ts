import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { type Comparison, compare, type Side } from './compare.ts'

const FIRST = 'Operators opened all four gates of the dam before dawn on Wednesday, the company said.'
const SECOND = '“We had no choice,” said Ana Kral, who runs the dam. “Nobody takes such a decision lightly.”'
const THIRD = 'Schools in both towns were closed until the end of the week.'

const text = (body: readonly string[], headline?: string) =>
  made({ id: `a${body.length}`, published: '2026-04-02', body, ...(headline === undefined ? {} : { headline }) })
const litOf = (side: Side | undefined): readonly string[] | undefined =>
  side?.only.map(({ start, end }) => side.of.exact.slice(start - side.of.start, end - side.of.start))
const shown = ({ rows }: Comparison) => rows.map(({ left, right }) => [litOf(left), litOf(right)])

describe('two texts beside each other', () => {
  it.each<[string, readonly string[], readonly string[], readonly unknown[]]>([
    [
      'that are the same',
      [FIRST, SECOND],
      [FIRST, SECOND],
      [
        [[], []],
        [[], []],
      ],
    ],
    [
      'of which one was reworded',
      [FIRST],
      ['Operators opened three of the four gates of the dam before dawn on Wednesday, the company said.'],
      [[['all'], ['three of the']]],
    ],
    [
      'of which one lost a paragraph',
      [FIRST, SECOND, THIRD],
      [FIRST, THIRD],
      [
        [[], []],
        [[SECOND.slice(0, 52), SECOND.slice(53)], undefined],
        [[], []],
      ],
    ],
    [
      'of which one was given a clause',
      [THIRD],
      ['Schools in both towns were closed until the end of the week, which many had asked for.'],
      [[[], ['which many had asked for']]],
    ],
    [
      'of which one joined two sentences',
      ['The gates were opened before dawn. The river had risen for three days by then.'],
      ['The gates were opened before dawn, and the river had risen for three days by then.'],
      [[[], ['and']]],
    ],
    [
      'that have nothing in common',
      [FIRST],
      [THIRD],
      [
        [[FIRST], undefined],
        [undefined, [THIRD]],
      ],
    ],
  ])('%s', (_, left, right, want) => {
    expect(shown(compare(text(left), text(right)))).toEqual(want)
  })

  it('are compared by their headlines, too', () => {
    const { rows } = compare(
      text([FIRST], 'All gates of the dam are opened'),
      text([FIRST], 'Three gates of the dam are opened'),
    )
    expect([litOf(rows[0]?.left), litOf(rows[0]?.right)]).toEqual([['All'], ['Three']])
    const other = compare(text([FIRST], 'All gates of the dam are opened'), text([FIRST], 'Towns flooded')).rows[0]
    expect([litOf(other?.left), litOf(other?.right)]).toEqual([['All gates of the dam are opened'], ['Towns flooded']])
  })

  it('have nothing cut that stands elsewhere', () => {
    const { cut, added, kept } = compare(text([FIRST, SECOND, THIRD]), text([THIRD, FIRST, SECOND]))
    expect([cut, added, kept]).toEqual([[], [], 1])
  })

  it('name what was cut by its paragraph, and how much was kept', () => {
    const { cut, added, kept } = compare(text([FIRST, SECOND, THIRD]), text([FIRST, SECOND.slice(0, 52)]))
    expect(cut.map(({ exact, n }) => [exact, n])).toEqual([
      [SECOND.slice(53), 2],
      [THIRD, 3],
    ])
    expect(added).toEqual([])
    expect(kept).toBeGreaterThan(0.5)
    expect(kept).toBeLessThan(0.7)
  })

  it('are each shown once, whole and in order, whatever they are', () => {
    const words = fc.array(fc.constantFrom('the', 'gates', 'dam', 'opened', 'river', 'rose', 'Ana', 'said'), {
      minLength: 1,
      maxLength: 9,
    })
    const bodies = fc.array(
      words.map((list) => `${list.join(' ')}.`),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(bodies, bodies, (left, right) => {
        const { rows, kept } = compare(text(left), text(right))
        expect(rows.flatMap((row) => row.left?.of.exact ?? [])).toEqual(left)
        expect(rows.flatMap((row) => row.right?.of.exact ?? [])).toEqual(right)
        for (const side of rows.flatMap((row) => [row.left ?? [], row.right ?? []].flat()))
          for (const { start, end } of side.only)
            expect(side.of.start <= start && start < end && end <= side.of.end).toBe(true)
        expect(kept >= 0 && kept <= 1).toBe(true)
      }),
    )
  })
})
