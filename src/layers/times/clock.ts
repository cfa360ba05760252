import type { Marks } from './languages/language.ts'
import type { Numbers, WordAt } from './numbers.ts'
import type { Reading } from './pattern.ts'

/** Reads a time of day: "10:35 a.m.", "5pm", "21:40", "1400 GMT", "nine o'clock", "4 in the morning". */
export type Clock = (word: WordAt, at: number) => Reading<string> | undefined

const DIGITS = /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)?(\p{L}[\p{L}.]*)?$/u

function timeText(hour: number, minute: string | undefined, half: number | undefined): string | undefined {
  if (hour > 24 || Number(minute ?? 0) > 59 || (half !== undefined && (hour > 12 || hour === 0))) return undefined
  const hours = half === undefined ? hour : (hour % 12) + half
  return `T${`${hours}`.padStart(2, '0')}:${minute ?? '00'}`
}

const withValue = (end: number, value: string | undefined): Reading<string> | undefined =>
  value ? { end, value } : undefined

// "10:35 a.m.", "5pm", "21:40".
function digital({ halves }: Marks): Clock {
  return (word, at) => {
    const met = DIGITS.exec(word(at))
    if (!met) return undefined
    const glued = met[4]
    if (glued !== undefined && halves[glued] === undefined) return undefined
    const half = halves[glued ?? word(at + 1)]
    const colon = met[2] !== undefined && (half !== undefined || word(at).includes(':'))
    const value = half !== undefined || colon ? timeText(Number(met[1]), met[2], half) : undefined
    return withValue(at + (half !== undefined && glued === undefined ? 2 : 1), value)
  }
}

// "1400 GMT"; "at 1653 (2153 GMT)": here, and elsewhere.
function military({ zoned }: Marks): Clock {
  const zones = new Set(zoned.split(' '))
  return (word, at) => {
    const met = /^(\d\d)(\d\d)$/.exec(word(at))
    if (!met) return undefined
    const value = timeText(Number(met[1]), met[2], undefined)
    if (zones.has(word(at + 1))) return withValue(at + (/^h/.test(word(at + 1)) ? 2 : 1), value)
    const elsewhere = word(at + 1) === '(' && /^\d{4}$/.test(word(at + 2)) && /^(?:gmt|utc)$/.test(word(at + 3))
    return elsewhere ? withValue(at + 1, value) : undefined
  }
}

const EARLY = 5

// "4 in the morning", "9 o'clock at night", "six a.m."
function spoken({ dayParts, nights, oclock, halves }: Marks, { numberAt }: Numbers): Clock {
  const late = new Set(nights.split(', '))
  const parts = Object.entries(dayParts).map(([phrase, half]) => ({ words: phrase.split(' '), half, isNight: late.has(phrase) })) // biome-ignore format: one thought
  return (word, at) => {
    const hour = numberAt(word, at)
    if (!hour || hour.value < 1 || hour.value > 12 || !Number.isInteger(hour.value)) return undefined
    const full = oclock !== '' && word(hour.end) === oclock
    const from = full ? hour.end + 1 : hour.end
    const part = parts.find(({ words }) => words.every((said, i) => word(from + i) === said))
    if (part) {
      const early = part.isNight && (hour.value < EARLY || hour.value === 12)
      return withValue(from + part.words.length, timeText(hour.value, undefined, early ? 0 : part.half))
    }
    if (full) return withValue(from, timeText(hour.value, undefined, undefined))
    const half = halves[word(hour.end)]
    const isWord = /^\p{L}/u.test(word(at))
    return half !== undefined && isWord ? withValue(hour.end + 1, timeText(hour.value, undefined, half)) : undefined
  }
}

// "14.30 Uhr", "15 Uhr".
function full({ oclock }: Marks): Clock {
  return (word, at) => {
    const met = oclock === '' || word(at + 1) !== oclock ? undefined : DIGITS.exec(word(at))
    return met && met[4] === undefined ? withValue(at + 2, timeText(Number(met[1]), met[2], undefined)) : undefined
  }
}

/** What reads times of day in a language. */
export function clockOf(marks: Marks, numbers: Numbers): Clock {
  const ways = [digital(marks), military(marks), spoken(marks, numbers), full(marks)]
  return (word, at) => {
    for (const way of ways) {
      const found = way(word, at)
      if (found) return found
    }
    return undefined
  }
}
