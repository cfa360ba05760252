import words from './numbers.json' with { type: 'json' }
import type { Reading } from './pattern.ts'
import type { Amount } from './senses.ts'

/** The lower-case word at a place; empty past the end. */
export type WordAt = (at: number) => string

const ONES = new Map(words.ones.split(' ').map((word, i) => [word, i]))
const TENS = new Map(words.tens.split(' ').map((word, i) => [word, 20 + 10 * i]))
const ORDINALS = new Map(words.ordinals.split(' ').map((word, i) => [word, i + 1]))
const PHRASES: readonly (readonly [phrase: readonly string[], count: number | 'X'])[] = [
  ...Object.keys(words.vague).map((phrase) => [phrase.split(' '), 'X'] as const),
  ...Object.entries(words.known).map(([phrase, count]) => [phrase.split(' '), count] as const),
]
const FIRSTS = new Set(PHRASES.map(([phrase]) => phrase[0] ?? ''))

// "twenty", "twenty-four", "seven": below a hundred.
function small(word: WordAt, at: number): Reading<number> | undefined {
  const one = ONES.get(word(at))
  if (one !== undefined) return { end: at + 1, value: one }
  const ten = TENS.get(word(at))
  if (ten === undefined) return undefined
  const next = word(at + 1) === '-' ? at + 2 : at + 1
  const unit = ONES.get(word(next))
  return unit && unit < 10 ? { end: next + 1, value: ten + unit } : { end: at + 1, value: ten }
}

// "two hundred and ten", "a thousand": number words above a hundred.
function spelled(word: WordAt, at: number): Reading<number> | undefined {
  const scaled = (w: string): number => (w === 'hundred' ? 100 : w === 'thousand' ? 1000 : w === 'million' ? 1e6 : 0)
  const article = word(at) === 'a' && scaled(word(at + 1)) > 0
  const first = article ? { end: at + 1, value: 1 } : small(word, at)
  if (!first) return undefined
  let { end, value } = first
  for (let scale = scaled(word(end)); scale > 0; scale = scaled(word(end))) {
    value *= scale
    end++
    const rest = small(word, word(end) === 'and' ? end + 1 : end)
    if (!rest || scaled(word(rest.end)) > 0) continue
    value += rest.value
    end = rest.end
  }
  return { end, value }
}

const DIGITS = /^\d{1,3}(?:,\d{3})+$|^\d{1,6}(?:\.\d{1,2})?$/

function digits(word: WordAt, at: number): Reading<number> | undefined {
  const text = word(at)
  if (!DIGITS.test(text)) return undefined
  const value = Number(text.replaceAll(',', ''))
  if (word(at + 1) === '½') return { end: at + 2, value: value + 0.5 }
  if (word(at + 2) === '/' && /^[1-3]$/.test(word(at + 1)) && /^[234]$/.test(word(at + 3)))
    return { end: at + 4, value: value + Number(word(at + 1)) / Number(word(at + 3)) }
  return { end: at + 1, value }
}

/** A whole number in digits or words, without articles: "two hundred and ten", "3,000", "2 1/2". */
export const numberAt = (word: WordAt, at: number): Reading<number> | undefined => digits(word, at) ?? spelled(word, at)

/** Every count that can be read at a place, longest first: "twenty-four", "a couple of", "several", "an". */
export function amountsAt(word: WordAt, at: number): readonly Reading<Amount>[] {
  const found: Reading<Amount>[] = []
  const exact = numberAt(word, at)
  if (exact) {
    const half = word(exact.end) === 'and' && word(exact.end + 1) === 'a' && word(exact.end + 2) === 'half'
    if (half) found.push({ end: exact.end + 3, value: { count: exact.value + 0.5, article: false } })
    found.push({ end: exact.end, value: { count: exact.value, article: false } })
  }
  if (!FIRSTS.has(word(at))) return found
  for (const [phrase, count] of PHRASES) {
    if (!phrase.every((part, i) => word(at + i) === part)) continue
    found.push({ end: at + phrase.length, value: { count, article: phrase.length === 1 && count === 1 } })
  }
  return found.sort((a, b) => b.end - a.end)
}

/** An ordinal: "3rd", "third", "twenty-first". */
export function ordinalAt(word: WordAt, at: number): Reading<number> | undefined {
  const figure = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word(at))?.[1]
  if (figure) return { end: at + 1, value: Number(figure) }
  const low = ORDINALS.get(word(at))
  if (low) return { end: at + 1, value: low }
  if (word(at) === 'thirtieth') return { end: at + 1, value: 30 }
  const ten = TENS.get(word(at))
  const unit = ten === undefined ? undefined : ORDINALS.get(word(word(at + 1) === '-' ? at + 2 : at + 1))
  if (ten === undefined || !unit || unit > 9) return undefined
  return { end: at + (word(at + 1) === '-' ? 3 : 2), value: ten + unit }
}

/** A year: "1996", "nineteen ninety-six", "two thousand and five", "twenty sixteen". */
export function yearAt(word: WordAt, at: number): Reading<number> | undefined {
  if (/^(?:1\d|20|21)\d\d$/.test(word(at))) return { end: at + 1, value: Number(word(at)) }
  const century = ONES.get(word(at)) ?? TENS.get(word(at)) ?? 0
  if (century === 2 && word(at + 1) === 'thousand') return spelled(word, at)
  if (century < 15 || century > 20) return undefined
  const rest = small(word, word(at + 1) === '-' ? at + 2 : at + 1)
  return rest && rest.value >= 10 ? { end: rest.end, value: century * 100 + rest.value } : undefined
}

/** A day of the month: "3", "3rd", "third". */
export function monthDayAt(word: WordAt, at: number): Reading<number> | undefined {
  const found = /^\d{1,2}$/.test(word(at)) ? { end: at + 1, value: Number(word(at)) } : ordinalAt(word, at)
  return found && found.value >= 1 && found.value <= 31 ? found : undefined
}

/** Whether a number, an ordinal or a year may begin with a word. */
export const mayCount = (low: string): boolean =>
  /^[\d'‘]/.test(low) || ONES.has(low) || TENS.has(low) || ORDINALS.has(low) || FIRSTS.has(low) || low === 'thirtieth'
