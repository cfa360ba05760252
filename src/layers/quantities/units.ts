import words from './words.json' with { type: 'json' }

/** What a measure is in units of the SI, to six figures. */
export interface Si {
  readonly low: number
  readonly high: number
  readonly unit: string
}

const units: ReadonlyMap<string, readonly (string | number)[]> = new Map(Object.entries(words.si))
const FIGURES = 6
const FAHRENHEIT = 32

/**
 * A measure in metres, kilograms, seconds or what is made of them, and degrees Celsius. Undefined where it stands in such a unit as it is, and for
 * units that say too little: gallons and tons are of two sizes. `change`: a difference of degrees, not so many of them.
 */
export function siOf(low: number, high: number, unit: string | undefined, change = false): Si | undefined {
  const [name, factor] = units.get(unit ?? '') ?? []
  if (typeof name !== 'string' || typeof factor !== 'number') return undefined
  const zero = unit === '°F' && !change ? FAHRENHEIT : 0
  const convert = (value: number): number => Number(((value - zero) * factor).toPrecision(FIGURES))
  return { low: convert(low), high: convert(high), unit: name }
}
