import type { NumberWords } from './languages/language.ts'
import type { Reading } from './pattern.ts'
import type { Amount } from './senses.ts'

/** The lower-case word at a place; empty past the end. */
export type WordAt = (at: number) => string

/** What reads a language's numbers. */
export interface Numbers {
  /** A whole number in digits or words, without articles: "two hundred and ten", "3,000", "2 1/2". */
  numberAt(word: WordAt, at: number): Reading<number> | undefined
  /** Every count that can be read at a place, longest first: "twenty-four", "a couple of", "several", "an". */
  amountsAt(word: WordAt, at: number): readonly Reading<Amount>[]
  /** An ordinal: "3rd", "third", "twenty-first". */
  ordinalAt(word: WordAt, at: number): Reading<number> | undefined
  /** A year: "1996", "nineteen ninety-six", "two thousand and five". */
  yearAt(word: WordAt, at: number): Reading<number> | undefined
  /** A day of the month: "3", "3rd", "third". */
  monthDayAt(word: WordAt, at: number): Reading<number> | undefined
  /** Whether a number, an ordinal or a year may begin with a word. */
  mayCount(low: string): boolean
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

function onesOf({ ones, tens, compounds }: NumberWords): ReadonlyMap<string, number> {
  const found = new Map(ones.split(' ').map((word, i) => [word, i]))
  if (!compounds) return found
  const before = compounds.ones.split(' ')
  for (const [ten, word] of tens.split(' ').entries())
    for (const [one, lead] of before.entries()) found.set(`${lead}${compounds.joiner}${word}`, 20 + 10 * ten + one + 1)
  return found
}

/** "Twenty", "twenty-four", "seven"; "two hundred and ten", "a thousand". */
function spelling(words: NumberWords, ones: ReadonlyMap<string, number>, tens: ReadonlyMap<string, number>) {
  const small = (word: WordAt, at: number): Reading<number> | undefined => {
    const one = ones.get(word(at))
    if (one !== undefined) return { end: at + 1, value: one }
    const ten = tens.get(word(at))
    if (ten === undefined) return undefined
    const next = word(at + 1) === '-' ? at + 2 : at + 1
    const unit = ones.get(word(next))
    return unit && unit < 10 ? { end: next + 1, value: ten + unit } : { end: at + 1, value: ten }
  }
  const scaled = (low: string): number => words.scales[low] ?? 0
  const spelled = (word: WordAt, at: number): Reading<number> | undefined => {
    const article = word(at) === words.one && scaled(word(at + 1)) > 0
    const first = article ? { end: at + 1, value: 1 } : small(word, at)
    if (!first) return undefined
    let { end, value } = first
    for (let scale = scaled(word(end)); scale > 0; scale = scaled(word(end))) {
      value *= scale
      end++
      const rest = small(word, word(end) === words.and ? end + 1 : end)
      if (!rest || scaled(word(rest.end)) > 0) continue
      value += rest.value
      end = rest.end
    }
    return { end, value }
  }
  return { small, spelled }
}

function amounts(words: NumberWords, numberAt: Numbers['numberAt']) {
  const phrases: readonly (readonly [phrase: readonly string[], count: number | 'X'])[] = [
    ...Object.keys(words.vague).map((phrase) => [phrase.split(' '), 'X'] as const),
    ...Object.entries(words.known).map(([phrase, count]) => [phrase.split(' '), count] as const),
  ]
  const firsts = new Set(phrases.map(([phrase]) => phrase[0] ?? ''))
  const half = words.half.split(' ')
  const says = (phrase: readonly string[], word: WordAt, at: number): boolean =>
    phrase.every((part, i) => word(at + i) === part)
  const amountsAt = (word: WordAt, at: number): readonly Reading<Amount>[] => {
    const found: Reading<Amount>[] = []
    const exact = numberAt(word, at)
    if (exact) {
      if (says(half, word, exact.end))
        found.push({ end: exact.end + half.length, value: { count: exact.value + 0.5, article: false } })
      found.push({ end: exact.end, value: { count: exact.value, article: false } })
    }
    if (!firsts.has(word(at))) return found
    for (const [phrase, count] of phrases) {
      if (!says(phrase, word, at)) continue
      found.push({ end: at + phrase.length, value: { count, article: phrase.length === 1 && count === 1 } })
    }
    return found.sort((a, b) => b.end - a.end)
  }
  return { amountsAt, firsts }
}

function ordinalsOf(words: NumberWords, tens: ReadonlyMap<string, number>): Numbers['ordinalAt'] {
  const ordinals = new Map(Object.entries(words.ordinals))
  const figures = new RegExp(`^(\\d{1,2})${words.ordinalFigure}$`)
  return (word, at) => {
    const figure = figures.exec(word(at))?.[1]
    if (figure) return { end: at + 1, value: Number(figure) }
    const low = ordinals.get(word(at))
    if (low) return { end: at + 1, value: low }
    const ten = tens.get(word(at))
    const unit = ten === undefined ? undefined : ordinals.get(word(word(at + 1) === '-' ? at + 2 : at + 1))
    if (ten === undefined || !unit || unit > 9) return undefined
    return { end: at + (word(at + 1) === '-' ? 3 : 2), value: ten + unit }
  }
}

// "1996", "'96".
const isFigure = (low: string): boolean => {
  const first = low.charCodeAt(0)
  return (first >= 0x30 && first <= 0x39) || first === 0x27 || first === 0x2018
}

const YEAR = /^(?:1\d|20|21)\d\d$/

/** What reads numbers by a language's words. */
export function numbersOf(words: NumberWords): Numbers {
  const ones = onesOf(words)
  const tens = new Map(words.tens.split(' ').map((word, i) => [word, 20 + 10 * i]))
  const { small, spelled } = spelling(words, ones, tens)
  const numberAt: Numbers['numberAt'] = (word, at) => digits(word, at) ?? spelled(word, at)
  const { amountsAt, firsts } = amounts(words, numberAt)
  const ordinalAt = ordinalsOf(words, tens)
  const yearAt: Numbers['yearAt'] = (word, at) => {
    if (YEAR.test(word(at))) return { end: at + 1, value: Number(word(at)) }
    if (!words.yearWords) return undefined
    const century = ones.get(word(at)) ?? tens.get(word(at)) ?? 0
    if (century === 2 && words.scales[word(at + 1)] === 1000) return spelled(word, at)
    if (century < 15 || century > 20) return undefined
    const rest = small(word, word(at + 1) === '-' ? at + 2 : at + 1)
    return rest && rest.value >= 10 ? { end: rest.end, value: century * 100 + rest.value } : undefined
  }
  const day = new RegExp(`^(\\d{1,2})${words.dayFigure}$`)
  const monthDayAt: Numbers['monthDayAt'] = (word, at) => {
    const figure = day.exec(word(at))?.[1]
    const found = figure ? { end: at + 1, value: Number(figure) } : ordinalAt(word, at)
    return found && found.value >= 1 && found.value <= 31 ? found : undefined
  }
  const counting = new Set([...ones.keys(), ...tens.keys(), ...Object.keys(words.ordinals), ...firsts])
  const mayCount = (low: string): boolean => isFigure(low) || counting.has(low)
  return { numberAt, amountsAt, ordinalAt, yearAt, monthDayAt, mayCount }
}
