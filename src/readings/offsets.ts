import { pointsBefore } from '../text/points.ts'

/** Offsets in UTF-16 units and in code points, turned into one another. A text without characters beyond U+FFFF needs no turning. */

/** For every code point of a text, and its end, how many UTF-16 units stand before it. */
function unitsBefore(text: string): Uint32Array {
  const units: number[] = []
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at)
  return Uint32Array.from([...units, text.length])
}

// Every `start` and `end` of a reading is a place in its text; `source` places are in the HTML, and are pairs.
function turned(value: unknown, table: Uint32Array): unknown {
  if (Array.isArray(value)) return value.map((one) => turned(one, table))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => {
    const isPlace = (key === 'start' || key === 'end') && typeof one === 'number'
    return [key, isPlace ? placeIn(table, one) : turned(one, table)] as const
  })
  return Object.fromEntries(entries)
}

function placeIn(table: Uint32Array, place: number): number {
  const found = table[place]
  if (found === undefined) throw new TypeError(`offset ${place} is not in a text that ends at ${table.length - 1}`)
  return found
}

const hasPairs = (text: string): boolean => /[\ud800-\udbff][\udc00-\udfff]/.test(text)

/** A value whose places count UTF-16 units, with places that count code points. A place inside a pair becomes the place of its character. */
export const toPoints = <T>(value: T, text: string): T =>
  hasPairs(text) ? (turned(value, pointsBefore(text)) as T) : value

/** A value whose places count code points, with places that count UTF-16 units. Throws a TypeError for a place beyond the text. */
export const toUnits = <T>(value: T, text: string): T =>
  hasPairs(text) ? (turned(value, unitsBefore(text)) as T) : value
