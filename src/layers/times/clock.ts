import { numberAt, type WordAt } from './numbers.ts'
import type { Reading } from './pattern.ts'

const CLOCK = /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2}))?)?(am|pm|a\.m\.?|p\.m\.?)?$/
const HALF = /^(?:am|pm|a\.m\.?|p\.m\.?)$/

function timeText(hour: number, minute: string | undefined, half: string | undefined): string | undefined {
  if (hour > 24 || Number(minute ?? 0) > 59 || (half && (hour > 12 || hour === 0))) return undefined
  const late = half?.startsWith('p')
  const hours = half ? (hour % 12) + (late ? 12 : 0) : hour
  return `T${`${hours}`.padStart(2, '0')}:${minute ?? '00'}`
}

// "4 in the morning", "9 o'clock at night".
function spoken(word: WordAt, at: number): Reading<string> | undefined {
  const hour = numberAt(word, at)
  if (!hour || hour.value < 1 || hour.value > 12 || !Number.isInteger(hour.value)) return undefined
  const oclock = /^o['’]clock$/.test(word(hour.end))
  const from = oclock ? hour.end + 1 : hour.end
  const part =
    word(from) === 'in' && word(from + 1) === 'the' ? word(from + 2) : word(from) === 'at' ? `at ${word(from + 1)}` : ''
  const half = {
    morning: 'am',
    afternoon: 'pm',
    evening: 'pm',
    'at night': hour.value < 5 || hour.value === 12 ? 'am' : 'pm',
  }[part]
  const value = timeText(hour.value, undefined, half)
  if (!value || (!half && !oclock)) return undefined
  return { end: half ? from + (part === 'at night' ? 2 : 3) : from, value }
}

/** A time of day: "10:35 a.m.", "5pm", "21:40", "1400 GMT", "nine o'clock", "4 in the morning". */
export function clockAt(word: WordAt, at: number): Reading<string> | undefined {
  const met = CLOCK.exec(word(at))
  if (met) {
    const next = word(at + 1)
    const half = met[4] ?? (HALF.test(next) ? next : undefined)
    const colon = met[2] !== undefined && (half !== undefined || word(at).includes(':'))
    const value = half || colon ? timeText(Number(met[1]), met[2], half) : undefined
    if (value) return { end: at + (half && !met[4] ? 2 : 1), value }
  }
  const military = /^(\d\d)(\d\d)$/.exec(word(at))
  if (military && /^(?:gmt|utc|hours|hrs|local)$/.test(word(at + 1)))
    return withValue(at + (/^h/.test(word(at + 1)) ? 2 : 1), timeText(Number(military[1]), military[2], undefined))
  // "at 1653 (2153 GMT)": here, and elsewhere.
  if (military && word(at + 1) === '(' && /^\d{4}$/.test(word(at + 2)) && /^(?:gmt|utc)$/.test(word(at + 3)))
    return withValue(at + 1, timeText(Number(military[1]), military[2], undefined))
  return spoken(word, at) ?? spelledHalf(word, at)
}

const withValue = (end: number, value: string | undefined): Reading<string> | undefined =>
  value ? { end, value } : undefined

// "six a.m."
function spelledHalf(word: WordAt, at: number): Reading<string> | undefined {
  const hour = /^[a-z]/.test(word(at)) ? numberAt(word, at) : undefined
  return hour && HALF.test(word(hour.end))
    ? withValue(hour.end + 1, timeText(hour.value, undefined, word(hour.end)))
    : undefined
}
