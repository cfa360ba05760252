import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Amount, boundOf, canBoth, intervalOf, isWithin } from './amount.ts'

const one = (low: number, hedge?: string): Amount => ({ low, high: low, ...(hedge ? { hedge } : {}) })

describe('what a hedge does', () => {
  it.each([
    ['at least', 'least'],
    ['At  least', 'least'],
    ['about more than', 'least'],
    ['up to', 'most'],
    ['an estimated', 'near'],
    ['reportedly', undefined],
    [undefined, undefined],
  ] as const)('%s', (hedge, want) => expect(boundOf(hedge)).toBe(want))
})

describe('whether two numbers can both hold', () => {
  it.each<readonly [string, Amount, Amount, boolean]>([
    ['at least 40 and 41', one(40, 'at least'), one(41), true],
    ['at least 40 and 39', one(40, 'at least'), one(39), false],
    ['up to 40 and 39', one(40, 'up to'), one(39), true],
    ['up to 40 and more than 50', one(40, 'up to'), one(50, 'more than'), false],
    ['38 and 41', one(38), one(41), false],
    ['about 40 and 41', one(40, 'about'), one(41), true],
    ['25 to 30 and 28', { low: 25, high: 30 }, one(28), true],
    ['25 to 30 and 31 to 35', { low: 25, high: 30 }, { low: 31, high: 35 }, false],
    ['dozens and 527', { low: 24, high: 99, by: 'quantities/vague' }, one(527), true],
    ['hundreds and 18', { low: 200, high: 999, by: 'quantities/vague' }, one(18), false],
  ])('%s', (_, a, b, want) => {
    expect(canBoth(a, b)).toBe(want)
    expect(canBoth(b, a)).toBe(want)
  })

  const amounts = fc
    .tuple(fc.nat(10_000), fc.nat(100), fc.option(fc.constantFrom('at least', 'up to', 'about'), { nil: undefined }))
    .map(([low, more, hedge]): Amount => ({ low, high: low + more, ...(hedge ? { hedge } : {}) }))
  it('of any two, one within the other can hold with it, and each is within itself', () =>
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const { from, to } = intervalOf(a)
        expect(from <= to && isWithin(a, a)).toBe(true)
        if (isWithin(a, b)) expect(canBoth(a, b)).toBe(true)
      }),
    ))
})
