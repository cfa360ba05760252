import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Named, put } from './labels.ts'

const BESIDE = ['right', 'left', 'up', 'down'] as const
const town = (x: number, y: number, letters = 8): Named => ({ x, y, mark: 5, letters, sides: BESIDE })

describe('names on a drawing', () => {
  it.each<readonly [string, readonly Named[], readonly (string | undefined)[]]>([
    ['at the right where there is room', [town(50, 50)], ['right']],
    ['at the left by the right edge', [town(97, 50)], ['left']],
    ['on the other side of a neighbour', [town(50, 50), town(53, 50)], ['left', 'right']],
    [
      'nowhere where all is taken',
      [50, 50.1, 50.2, 50.3, 50.4, 50.5].map((x) => town(x, 50, 120)),
      Array(6).fill(undefined),
    ],
  ])('stand %s', (_, names, want) => {
    expect(put(names, 800, 0.6).map((one) => one?.side)).toEqual(want)
  })

  it('that a phone has no room for are minor', () => {
    const found = put([town(50, 50, 12), town(72, 50, 6)], 800, 0.6)
    expect(found.map((one) => one?.minor)).toEqual([true, false])
  })

  it('give the first the first choice, whoever else is there', () => {
    const names = fc.array(fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(names, (points) => {
        const all = put(
          points.map(({ x, y }) => ({ x, y, mark: 0, letters: 6, sides: BESIDE })),
          800,
          0.6,
        )
        const some = put(
          points.slice(0, 5).map(({ x, y }) => ({ x, y, mark: 0, letters: 6, sides: BESIDE })),
          800,
          0.6,
        )
        expect(all.slice(0, 5)).toEqual(some)
      }),
    )
  })
})
