import type { Line } from './line.ts'
import { type Figure, figureAt, hasScale, signedAt } from './numbers.ts'
import {
  CHANGES,
  CODES,
  EXTENTS,
  FIXED,
  FRACTIONS,
  HEDGES,
  HEDGES_AFTER,
  LONGEST_HEDGE,
  MEASURES,
  MONEY,
  ONES,
  PERCENTS,
  phraseAt,
  RATIO_BEFORE,
  SIGN_PREFIXES,
  SIGNS,
  UNITS_BEFORE,
} from './words.ts'

/** A number with its unit and hedge, as indices of a line's tokens: `[from, to)` number and unit, `[hedgeFrom, …)` the hedge. */
export interface Amount {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly by: string
  readonly kind: 'count' | 'money' | 'measure' | 'percent' | 'ratio'
  readonly unit?: string
  /** Indices of the hedge's first and, exclusive, last token. */
  readonly hedge?: readonly [from: number, to: number]
}

interface Unit {
  readonly kind: 'money' | 'measure' | 'percent'
  readonly unit: string
  readonly to: number
}

// Number and currency are one: the sign stands before ("US$5m", "EUR 5m") …
function signBefore({ low, tokens }: Line, from: number): { readonly from: number; readonly unit: string } | undefined {
  const before = low[from - 1] ?? ''
  const unit = SIGNS.get(before)
  if (unit) {
    const prefix = unit === 'USD' ? SIGN_PREFIXES.get(low[from - 2] ?? '') : undefined
    // "A$5m", but "a $5m plan": the article is no prefix.
    const isArticle = low[from - 2] === 'a' && tokens[from - 2]?.end !== tokens[from - 1]?.start
    return prefix && !isArticle ? { from: from - 2, unit: prefix } : { from: from - 1, unit }
  }
  if (before === 'rs' || before === 'rs.') return { from: from - 1, unit: 'rupees' }
  return CODES.has(before) ? { from: from - 1, unit: before.toUpperCase() } : undefined
}

const EXTENDED = new Set(['wide', 'long', 'high', 'tall', 'deep', 'thick', 'away', 'apart', 'above', 'below'])

// … or after it: "5 million euros", "40 per cent", "12 km".
function unitAfter(low: readonly string[], to: number): Unit | undefined {
  const percent = phraseAt(PERCENTS, low, to)
  if (percent) return { kind: 'percent', unit: percent.value, to: percent.to }
  const money = phraseAt(MONEY, low, to)
  if (money) return { kind: 'money', unit: money.value, to: money.to }
  if (low[to] === 'pounds' || low[to] === 'pound')
    return low[to + 1] === 'of'
      ? { kind: 'measure', unit: 'lb', to: to + 1 }
      : { kind: 'money', unit: 'GBP', to: to + 1 }
  if (SIGNS.has(low[to] ?? '')) return { kind: 'money', unit: SIGNS.get(low[to] ?? '') ?? '', to: to + 1 }
  if (CODES.has(low[to] ?? '') && low[to] !== 'all' && low[to] !== 'try')
    return { kind: 'money', unit: (low[to] ?? '').toUpperCase(), to: to + 1 }
  // "3.5 m wide"; "3.5 m" alone may be millions.
  if (low[to] === 'm' && EXTENDED.has(low[to + 1] ?? '')) return { kind: 'measure', unit: 'm', to: to + 1 }
  const measure = phraseAt(MEASURES, low, to)
  return measure && { kind: 'measure', unit: measure.value, to: measure.to }
}

const JOINS = new Set(['to', '-', '–', '—', '-', 'and', 'or'])

/** The second number of "10 to 20", "between 10 and 20", "$5 million to $10 million". */
function second({ low }: Line, first: Figure): Figure | undefined {
  // "2% to 3%"
  const joint = low[first.to] === '%' ? first.to + 1 : first.to
  const join = low[joint] ?? ''
  if (!JOINS.has(join) || first.by === 'vague' || first.by === 'range') return undefined
  const before = low[first.from - 1] ?? ''
  const signed = SIGNS.has(before)
  const opening = signed ? low[first.from - 2] : before
  if (join === 'to' && opening === 'from' && isChange(low, first.from - (signed ? 2 : 1))) return undefined
  // "fell $12 to $1,900": by so much, to so much.
  const isOwn = signed || joint > first.to
  if (join === 'to' && isOwn && CHANGES.has(low[first.from - (signed ? 2 : 1)] ?? '')) return undefined
  if (join === 'and' && opening !== 'between') return undefined
  if (join === 'or' && first.high > 12) return undefined
  const at = signed && SIGNS.has(low[joint + 1] ?? '') ? joint + 2 : joint + 1
  const found = figureAt(low, at)
  return found && found.by !== 'vague' && found.by !== 'range' ? found : undefined
}

// "rose sharply from 38 to 41": two numbers, no range.
const isChange = (low: readonly string[], from: number): boolean =>
  low.slice(Math.max(0, from - 4), from).some((word) => CHANGES.has(word))

function ranged(line: Line, first: Figure): Figure | 'ratio' | 'score' {
  const next = second(line, first)
  if (!next) return first.by === 'range' && first.low >= first.high ? 'score' : first
  const shared = hasScale(next, line.low) && !hasScale(first, line.low) && first.low < 1000
  const scale = shared ? scaleOf(next, line.low) : 1
  const least = first.low * scale
  if (least < next.high && !isRatio(line, first, next))
    return { ...first, to: next.to, low: least, high: next.high, by: 'range' }
  if (['and', 'or', '%'].includes(line.low[first.to] ?? '')) return first
  return isRatio(line, first, next) ? 'ratio' : 'score'
}

const scaleOf = (figure: Figure, low: readonly string[]): number => {
  const word = low[figure.to - 1] ?? ''
  const own = figureAt([`1${/[a-z]+$/.exec(word)?.[0] ?? ''}`], 0) ?? figureAt(['1', word], 0)
  return own && own.high > 1 ? own.high : 1
}

// "outnumbered one to 10", "by ten to one".
function isRatio({ low }: Line, first: Figure, next: Figure): boolean {
  if (low[first.to] !== 'to') return false
  const near = low.slice(Math.max(0, first.from - 4), first.from)
  return near.some((word) => RATIO_BEFORE.has(word)) || (next.high === 1 && first.low > 1)
}

const part = (value: number): number => Number(value.toPrecision(4))

/** "one in five", "three out of four", "two-thirds of", "outnumbered one to 10": the first number divided by the second. */
function ratioAt(line: Line, at: number): Amount | undefined {
  const { low } = line
  const fraction = fractionAt(low, at)
  if (fraction) return { ...fraction, from: at, high: fraction.low, kind: 'ratio', by: 'ratio' }
  const first = figureAt(low, at)
  if (!first || first.low !== first.high || first.low <= 0) return undefined
  const out = low[first.to] === 'out' && low[first.to + 1] === 'of' ? first.to + 2 : undefined
  const over = low[first.to] === 'in' && first.low <= 10 ? first.to + 1 : out
  const every = over !== undefined && low[over] === 'every'
  const next = over === undefined ? second(line, first) : figureAt(low, every ? over + 1 : over)
  if (!next || next.low !== next.high || next.by === 'range' || next.high <= 0) return undefined
  const told =
    over === undefined
      ? isRatio(line, first, next)
      : next.low > first.low && isShare(first, next, out !== undefined || every)
  if (!told) return undefined
  const value = part(first.low / next.low)
  return { from: at, to: next.to, low: value, high: value, kind: 'ratio', by: 'ratio' }
}

// "one in five"; not "one in 2016", nor "killed two in 10 days", which its words after tell.
const isShare = (first: Figure, next: Figure, out: boolean): boolean =>
  next.high <= 1e6 &&
  (out ||
    ((first.low === 1 || first.high < next.low) && next.high <= 10) ||
    (first.low === 1 && (next.high <= 100 || next.high % 10 === 0)))

const HALVED = new Set(['of', 'the', 'its', 'their', 'all', 'those'])

function fractionAt(low: readonly string[], at: number): { readonly to: number; readonly low: number } | undefined {
  const word = low[at] ?? ''
  const [count, name] = word.includes('-') ? word.split('-') : [word, low[at + 1]]
  const to = word.includes('-') ? at + 1 : at + 2
  if (word === 'half')
    return HALVED.has(low[at + 1] ?? '') && !EXTENTS.has(low[at + 2] ?? '') ? { to: at + 1, low: 0.5 } : undefined
  if (low[to] === 'majority') return undefined
  const share = FRACTIONS.get(name ?? '')
  const times = count === 'a' || count === 'an' ? 1 : ONES.get(count ?? '')
  if (
    share === undefined ||
    !times ||
    phraseAt(FIXED, low, at) ||
    name === 'half' ||
    (low[to] !== 'of' && low[at - 1] !== 'by' && times === 1)
  )
    return undefined
  return { to, low: Math.min(1, part(times * share)) }
}

/** The hedge that ends right before a token, as `[from, to)`: "at least". */
export function hedgeBefore(low: readonly string[], from: number): readonly [number, number] | undefined {
  for (let length = Math.min(LONGEST_HEDGE, from); length > 0; length--) {
    const found = phraseAt(HEDGES, low, from - length)
    if (found?.to !== from) continue
    const outer = hedgeBefore(low, from - length)
    return [outer ? outer[0] : from - length, from]
  }
  return undefined
}

// "an estimated 40", "the estimated 40": words that lie between hedge and number are few.
function hedgeOf(low: readonly string[], from: number, to: number): readonly [number, number] | undefined {
  const lead = ['a', 'between', 'from'].includes(low[from - 1] ?? '') ? from - 1 : from
  const before = hedgeBefore(low, from) ?? hedgeBefore(low, lead)
  if (before) return before
  const after = phraseAt(HEDGES_AFTER, low, to)
  return after && [to, after.to]
}

/** The amount that begins at a token: a number with its unit and hedge; `score` where two numbers stand as in "3-1". */
export function amountAt(line: Line, at: number): Amount | 'score' | undefined {
  const { low } = line
  const ratio = ratioAt(line, at)
  if (ratio) return withHedge(ratio, low)
  const signed = signedAt(low, at)
  if (signed) {
    const { from, to, low: value, high, by } = signed.figure
    return withHedge({ from, to, low: value, high, by, kind: 'money', unit: signed.unit }, low)
  }
  const first = figureAt(low, at)
  const figure = first && ranged(line, first)
  if (!figure || figure === 'ratio') return undefined
  if (figure === 'score') return 'score'
  const { low: least, high, by } = figure
  const base = { low: least, high, by }
  if (figure.unit) return withHedge({ ...base, from: at, to: figure.to, kind: 'measure', unit: figure.unit }, low)
  const sign = signBefore(line, at)
  if (sign) {
    const to = low[figure.to] === 'dollars' ? figure.to + 1 : figure.to
    return withHedge({ ...base, from: sign.from, to, kind: 'money', unit: sign.unit }, low)
  }
  // "hundreds of millions of dollars".
  const ofMany = figure.by === 'vague' && low[figure.to] === 'of' && !SIGNS.has(low[figure.to + 1] ?? '')
  const unit = unitAfter(low, ofMany ? figure.to + 1 : figure.to)
  if (unit) return belowNought({ ...base, from: at, to: unit.to, kind: unit.kind, unit: unit.unit }, low)
  const named = UNITS_BEFORE.get(low[low[at - 1] === 'of' ? at - 2 : at - 1] ?? '')
  if (named) return withHedge({ ...base, from: at, to: figure.to, kind: 'measure', unit: named }, low)
  return withHedge({ ...base, from: at, to: figure.to, kind: 'count' }, low)
}

// "minus 12 degrees".
function belowNought(amount: Amount, low: readonly string[]): Amount {
  const isBelow =
    (low[amount.from - 1] === 'minus' && low[amount.from - 2] !== 'or') ||
    (low[amount.from - 1] === '−' && !/^\d/.test(low[amount.from - 2] ?? ''))
  if (!isBelow || amount.kind === 'money') return withHedge(amount, low)
  return withHedge({ ...amount, from: amount.from - 1, low: -amount.high, high: -amount.low }, low)
}

function withHedge(amount: Amount, low: readonly string[]): Amount {
  const hedge = hedgeOf(low, amount.from, amount.to)
  return hedge ? { ...amount, hedge } : amount
}
