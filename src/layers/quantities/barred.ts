import type { Amount } from './amounts.ts'
import type { Counted } from './counted.ts'
import { isCapital, type Line } from './line.ts'
import { AGES, LABELS, MONTHS, TIME_UNITS } from './words.ts'

const YEAR = /^(?:1[5-9]|20)\d\d$/
// Digits without a comma that are a year more often than a count, whatever noun follows: "the firm's 1995 filings".
const RECENT = /^(?:19\d\d|20[0-4]\d)$/
const BEFORE_YEAR = new Set(
  'in since by from until till of the before after during late early mid circa and'.split(' '),
)
const GLUE = new Set(['/', '#', '@', '+', ':', '=', '_', '*', '\\'])
const DEFINITE = new Set('the these those both his her their its our'.split(' '))

// "5 p.m.", "two more days", "25 October": times, even where the times layer passed them over.
function isTime(line: Line, { from, to }: Amount, { of }: Counted): boolean {
  const { low } = line
  if (of && TIME_UNITS.has(low[of[1] - 1] ?? '')) return true
  const next = ['more', 'full', 'consecutive', 'straight', 'long', 'short', 'other', 'further'].includes(low[to] ?? '')
    ? to + 1
    : to
  // "a five - year - old".
  if (low[to] === '-' && TIME_UNITS.has(low[to + 1] ?? '')) return true
  const month = (at: number): boolean => MONTHS.has((low[at] ?? '').replace('.', '')) && isCapital(line, at)
  return TIME_UNITS.has(low[next] ?? '') || month(to) || month(from - 1)
}

// "two more than": a difference, not a count.
const isComparison = ({ low }: Line, { to }: Amount): boolean =>
  /^(?:more|fewer|less|higher|lower)$/.test(low[to] ?? '') && low[to + 1] === 'than'

// "aged 34", "34 years old", "Ana Odell, 34, said".
function isAge(line: Line, { from, to }: Amount, { of }: Counted): boolean {
  const { low } = line
  if (AGES.has(low[from - 1] ?? '') || low[to] === 'years-old' || low[to] === 'old') return true
  if (
    AGES.has(low[from - 2] ?? '') &&
    ['between', 'about', 'around', 'over', 'under', 'just', 'only'].includes(low[from - 1] ?? '')
  )
    return true
  // "people over 60"
  if (
    /^(?:over|under)$/.test(low[from - 1] ?? '') &&
    /s$|people|men|women|children|person/.test(low[from - 2] ?? '') &&
    !of
  )
    return true
  return low[from - 1] === ',' && isCapital(line, from - 2) && [',', '.', ')', undefined].includes(low[to])
}

const isBracketed = ({ low }: Line, { from, to }: Amount): boolean =>
  (low[from - 1] === '(' && low[to] === ')') || (low[from - 1] === '[' && low[to] === ']')

// "555 0199", "24/7", "No. 7", "chapter 3", "Flight 370", "Group of Seven".
function isLabel(line: Line, { from, to }: Amount, borne: boolean): boolean {
  const { low } = line
  const before = low[from - 1] ?? ''
  if (GLUE.has(before) || GLUE.has(low[to] ?? '') || /^\d/.test(before) || (/^\d/.test(low[to] ?? '') && !borne))
    return true
  if (LABELS.has(before) && !(before === 'no' && borne && !isCapital(line, from - 1))) return true
  if (from > 0 && !line.headline && isCapital(line, from)) return true
  return !borne && from > 1 && isCapital(line, from - 1)
}

/** Whether a count is no quantity: a year, a time, an age, a label, a note. `borne`: a noun or a state stands with it. */
export function isBarred(line: Line, amount: Amount, counted: Counted, borne: boolean): boolean {
  if (isTime(line, amount, counted)) return true
  if (amount.kind !== 'count') return false
  if (isComparison(line, amount)) return true
  const word = line.low[amount.from] ?? ''
  if (amount.to - amount.from === 1 && YEAR.test(word)) {
    if (!borne || RECENT.test(word) || BEFORE_YEAR.has(line.low[amount.from - 1] ?? '')) return !amount.hedge || !borne
  }
  // "1.000 people": a thousand or one, as the writer's country has it.
  if (/\.\d{3}$/.test(word) && amount.to - amount.from === 1) return true
  if (amount.low === 1 && line.low[counted.end] === 'of') return true
  return isAge(line, amount, counted) || isBracketed(line, amount) || isLabel(line, amount, borne)
}

/** Whether a count takes up what was told before: "the two leaders", "both". */
export const isDefinite = ({ low }: Line, start: number): boolean => DEFINITE.has(low[start - 1] ?? '')
