import { hedgeBefore } from './amounts.ts'
import { ends, isPlural, phraseEnd } from './counted.ts'
import { isCapital, type Line } from './line.ts'
import {
  DETERMINERS,
  FOLD_AUX,
  FOLD_BARS,
  FOLD_BEFORE,
  FOLD_OF,
  FOLD_PREPOSITIONS,
  FOLD_UNREAL,
  FOLDS,
  MONTHS,
  STATES,
  TIME_UNITS,
} from './words.ts'

/** A verb that says how many times as much there came to be, by the indices of its sentence's tokens: "doubled". */
export interface Fold extends Told {
  readonly at: number
  readonly times: number
  readonly hedge?: readonly [from: number, to: number]
}

interface Told {
  readonly of: readonly [from: number, to: number]
  readonly state?: string
}

const LONGEST = 6
const FARTHEST = 12

/** Whether a lower-case word may be such a verb. */
export const opensFold = (word: string): boolean => FOLDS.has(word)

const ARTICLE = /^(?:the|its|their|his|her|our|my)$/
const isDeterminer = (word: string): boolean => DETERMINERS.has(word) || ARTICLE.test(word)

const isCut = (word: string): boolean =>
  (FOLD_PREPOSITIONS.has(word) && word !== 'of') || STATES.has(word) || /(?:ing|ed|wn)$/.test(word)

// "The number of new cases in the city": new cases; "the price of crude oil": that; "the number of miners killed": miners, killed.
function toldIn(line: Line, first: number, to: number): Told | undefined {
  const { low } = line
  let from = first
  while (isDeterminer(low[from] ?? '')) from++
  const of = low.indexOf('of', from)
  if (of > from && of < to && FOLD_OF.has(low[of - 1] ?? '')) return toldIn(line, of + 1, to)
  let end = from
  while (end < to && !(end > from && isCut(low[end] ?? ''))) end++
  if (end === from || end - from > LONGEST || !isNoun(line, from, end)) return undefined
  const state = end < to ? low[end] : undefined
  return { of: [from, end], ...(state !== undefined && STATES.has(state) ? { state } : {}) }
}

// A sentence's first word has a capital letter whatever it is.
const isName = (line: Line, at: number): boolean =>
  isCapital(line, at) && !((at === 0 || /^["“‘']$/.test(line.low[at - 1] ?? '')) && isPlural(line, at))

// Whoever "doubled" by name scored or went on; what a time did is none of ours.
function isNoun(line: Line, from: number, end: number): boolean {
  const last = line.low[end - 1] ?? ''
  if (FOLD_PREPOSITIONS.has(line.low[from] ?? '') || FOLD_PREPOSITIONS.has(last) || isDeterminer(last)) return false
  return !TIME_UNITS.has(last) && !/(?:ly|['’]s?)$/.test(last) && !isName(line, end - 1)
}

// Whether a subject may begin after a word.
const mayBegin = (word: string): boolean => FOLD_BEFORE.has(word) || MONTHS.has(word) || word.endsWith('day')

// Where the noun phrase begins that ends before a word; undefined where something else may end there.
function beginOf(line: Line, end: number): number | undefined {
  const { low } = line
  for (let at = end; at >= Math.max(0, end - FARTHEST); at--) {
    const before = low[at - 1] ?? ''
    if (at === 0) return at
    if (isDeterminer(low[at] ?? '') && !FOLD_PREPOSITIONS.has(before)) return mayBegin(before) ? at : undefined
    const goesOn =
      !ends(line, at - 1) || FOLD_PREPOSITIONS.has(before) || isDeterminer(before) || /^['’]s?$/.test(before)
    if (!goesOn) return mayBegin(before) ? at : undefined
  }
  return undefined
}

// "Doubled the price of gas": with what it is of.
function objectEnd(line: Line, from: number): number {
  const end = phraseEnd(line, from)
  if (line.low[end] !== 'of') return end
  return phraseEnd(line, isDeterminer(line.low[end + 1] ?? '') ? end + 2 : end + 1)
}

function subjectOf(line: Line, end: number): Told | undefined {
  const begin = beginOf(line, end)
  return begin === undefined ? undefined : toldIn(line, begin, end)
}

// "Doubled over in pain" and "doubled down" are no numbers; "doubled over the year" is.
const isBarred = ({ low }: Line, at: number): boolean =>
  FOLD_BARS.has(low[at] ?? '') || (low[at] === 'over' && !isDeterminer(low[at + 1] ?? ''))

// Before the hedge and the forms that go with a verb: "prices |have more than| doubled".
function leadOf({ low }: Line, before: number): number {
  let at = before
  while (FOLD_AUX.has(low[at - 1] ?? '')) at--
  return at
}

// "Has not doubled", "will have doubled", "to have doubled".
const isUnreal = (word: string): boolean => FOLD_UNREAL.has(word) || word.endsWith("n't")

/** The verb at a token with what it tells of: "prices more than doubled", "doubled its staff"; none where that is not told beside it. */
export function foldAt(line: Line, at: number): Fold | undefined {
  const times = FOLDS.get(line.low[at] ?? '')
  if (times === undefined || isBarred(line, at + 1)) return undefined
  const hedge = hedgeBefore(line.low, at)
  const lead = leadOf(line, hedge?.[0] ?? at)
  if (isUnreal(line.low[lead - 1] ?? '')) return undefined
  const isTransitive = ARTICLE.test(line.low[at + 1] ?? '')
  const told = isTransitive ? toldIn(line, at + 1, objectEnd(line, at + 2)) : subjectOf(line, lead)
  return told && { at, times, ...(hedge ? { hedge } : {}), ...told }
}
