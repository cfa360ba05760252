import type { Document } from './document.ts'
import { addUp, type Field } from './field.ts'
import { mix } from './hash.ts'
import { EDGE, MOST_NAMES, ownFeatures, SIDES } from './names.ts'
import type { Word } from './words.ts'

/** Writes what a token's words add to its labels one by one, before their features together are added. */
export type Base = (token: number, scores: Float64Array, at: number) => void

/** Distinct forms that are kept at once; past them all are forgotten, so that memory stays bounded. */
const KEPT = 30_000

/**
 * What words by themselves add to the labels of names, kept from document to document: most of every page is the same few thousand words.
 * Changes no answer: whole numbers are added, in whatever order.
 */
export function nameMemory(field: Field): (doc: Document) => Base {
  const { size } = field.moves
  const raw: Field = { ...field, unit: 1 }
  const keys = new Int32Array(MOST_NAMES)
  const known = new Map<string, Float64Array>()
  const rows = 1 + SIDES.length

  // Its own row, then one for each side that it may stand on.
  const sumsOf = (lower: number, word?: Word): Float64Array => {
    const sums = new Float64Array(rows * size)
    if (word) addUp(raw, keys, ownFeatures(word, keys), sums, 0)
    SIDES.forEach((template, side) => {
      keys[0] = mix(template, lower)
      addUp(raw, keys, 1, sums, (side + 1) * size)
    })
    return sums
  }
  const edge = sumsOf(EDGE.lower)
  const recalled = (word: Word): Float64Array => {
    const met = known.get(word.text)
    if (met) return met
    if (known.size >= KEPT) known.clear()
    const sums = sumsOf(word.lower, word)
    known.set(word.text, sums)
    return sums
  }

  // Adds a row of sums: 0 the word's own, then the sides.
  const add = (sums: Float64Array, row: number, scores: Float64Array, at: number): void => {
    const from = row * size
    for (let y = 0; y < size; y++) scores[at + y] = (scores[at + y] as number) + (sums[from + y] as number)
  }

  return (doc) => {
    const met = new Map<Word, Float64Array>()
    const own = doc.words.map((word) => {
      const sums = met.get(word) ?? recalled(word)
      met.set(word, sums)
      return sums
    })
    return (i, scores, at) => {
      const from = doc.from[i] as number
      const to = doc.to[i] as number
      add(own[i] as Float64Array, 0, scores, at)
      add(i > from ? (own[i - 1] as Float64Array) : edge, 1, scores, at)
      add(i + 1 < to ? (own[i + 1] as Float64Array) : edge, 2, scores, at)
      add(i - 1 > from ? (own[i - 2] as Float64Array) : edge, 3, scores, at)
      add(i + 2 < to ? (own[i + 2] as Float64Array) : edge, 4, scores, at)
    }
  }
}
