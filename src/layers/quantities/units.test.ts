import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { siOf } from './units.ts'
import words from './words.json' with { type: 'json' }

const TABLE: readonly (readonly [low: number, high: number, unit: string | undefined, want: string | undefined])[] = [
  [6, 6, 'mi', '9656.06 m'],
  [3, 4, 'km', '3000..4000 m'],
  [15, 15, 'ft', '4.572 m'],
  [90, 90, 'mg', '0.00009 kg'],
  [1.7, 1.7, 't', '1700 kg'],
  [90, 90, 'km/h', '25 m/s'],
  [50, 50, '°F', '10 °C'],
  [4500, 4500, 'ha', '45000000 m2'],
  [2500, 2500, 'bbl', '397.468 m3'],
  [41, 41, '°C', undefined],
  [2, 2, 'ton', undefined],
  [2, 2, 'gal', undefined],
  [2, 2, 'EUR', undefined],
  [2, 2, undefined, undefined],
] // biome-ignore format: a table to be read

describe('units of the SI', () => {
  it.each(TABLE)('%s to %s %s is %s', (low, high, unit, want) => {
    const si = siOf(low, high, unit)
    const value = (one: number): string => one.toFixed(6).replace(/\.?0+$/, '')
    expect(si && `${si.low === si.high ? value(si.low) : `${value(si.low)}..${value(si.high)}`} ${si.unit}`).toBe(want)
  })
  it('a difference of degrees has no zero', () =>
    expect(siOf(9, 9, '°F', true)).toEqual({ low: 5, high: 5, unit: '°C' }))
  it('keeps the order of a range', () =>
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(words.si)), fc.integer(), fc.nat(), (unit, low, more) => {
        const si = siOf(low, low + more, unit)
        expect(si && si.low <= si.high).toBe(true)
      }),
    ))
})
