import { type Way, wayOf } from './again.ts'
import { type Amount, amountAt } from './amounts.ts'
import { isBarred, isDefinite } from './barred.ts'
import { type Counted, countedAfter, measuredAfter } from './counted.ts'
import type { Line } from './line.ts'
import { nothingAt } from './nothing.ts'
import { numberedBefore, sharesState, startOf, stateOf } from './states.ts'
import { CHANGES, FALLS, opensNumber, RISES, STATE_NOUNS } from './words.ts'

/** A quantity of a sentence, by the indices of its tokens. */
export interface Read {
  readonly from: number
  readonly to: number
  /** Index after the last word that belongs to it. */
  readonly end: number
  readonly low: number
  readonly high: number
  readonly kind: Amount['kind'] | 'change'
  readonly unit?: string
  readonly hedge?: readonly [from: number, to: number]
  readonly of?: readonly [from: number, to: number]
  readonly state?: string
  /** How it takes up what was counted before it: it is one only where that is found, or where it says of itself what it counts. */
  readonly way?: Way
  readonly by: string
  readonly score: number
}

const SCORES: Readonly<Record<Amount['kind'], number>> = {
  count: 0.9,
  money: 0.95,
  percent: 0.95,
  measure: 0.9,
  ratio: 0.85,
}

function scoreOf(line: Line, amount: Amount, of: boolean, state: boolean): number {
  if (amount.kind !== 'count') return SCORES[amount.kind]
  if (!of && !state) return 0.6
  if (!state && !amount.hedge && isDefinite(line, startOf(amount))) return 0.6
  return amount.by === 'words' && !state ? 0.8 : SCORES.count
}

/** "rose by 5 per cent", "down $20m": by how much, not how much. */
function change({ low }: Line, amount: Amount): -1 | 1 | undefined {
  if (amount.kind === 'count' || amount.kind === 'ratio' || low[amount.to] === 'of') return undefined
  const at = startOf(amount) - 1
  const by = low[at] === 'by' || low[at] === 'a' ? at - 1 : at
  const word = low[by] ?? ''
  if (RISES.has(word)) return 1
  return FALLS.has(word) ? -1 : undefined
}

function changed(line: Line, read: Read, amount: Amount): Read {
  const way = change(line, amount)
  if (!way) return read
  return {
    ...read,
    kind: 'change',
    low: way * (way > 0 ? read.low : read.high),
    high: way * (way > 0 ? read.high : read.low),
  }
}

// "one" and what takes up no noun is too often no figure.
const isBare = (amount: Amount, of: Read['of'], state: string | undefined): boolean =>
  amount.kind === 'count' &&
  !state &&
  ((!of && (!amount.hedge || amount.by === 'range')) || (amount.low === 1 && amount.high === 1 && !amount.hedge))

// "167 deaths, 39,620 cases": a noun's state is its own.
const verbOf = (state: string | undefined): string | undefined =>
  state && (STATE_NOUNS.has(state) || state.includes(' ')) ? undefined : state

const APART = 6

// "rose from 38 to 41", "rose to 41 from 38", "41, up from 38": both numbers are of one thing.
function isOneChange({ low }: Line, last: Read, start: number): boolean {
  const between = low.slice(last.end, start).join(' ')
  if (between === 'from' || (start - last.end <= APART && /(?:\bup from|\bdown from|\bcompared with)$/.test(between)))
    return true
  const before = low.slice(Math.max(0, last.from - 6), last.from)
  return between === 'to' && before.includes('from') && before.some((word) => CHANGES.has(word))
}

interface Told {
  readonly of?: Read['of'] | undefined
  readonly state?: string | undefined
}

// What is counted and what became of it: as words of its own say, of what was named before, or of the number that it is set beside.
function countOf(line: Line, amount: Amount, counted: Counted, last: Read | undefined): Told {
  const start = startOf(amount)
  const state =
    stateOf(line, amount, counted) ?? (last && sharesState(line, last.end, start) ? verbOf(last.state) : undefined)
  if (counted.of || counted.them) return { of: counted.of, state }
  const named = { ...numberedBefore(line, amount), ...(state === undefined ? {} : { state }) }
  if (named.of || named.state !== undefined || last?.kind !== 'count' || !isOneChange(line, last, start)) return named
  return { of: last.of, state: last.state }
}

function readAt(line: Line, amount: Amount, last: Read | undefined): Read | undefined {
  const counted = amount.kind === 'count' ? countedAfter(line, amount) : measuredAfter(line, amount)
  const { of, state } = amount.kind === 'count' ? countOf(line, amount, counted, last) : { of: counted.of }
  const borne = state !== undefined || of !== undefined
  const way = of ? undefined : wayOf(line, amount, counted.them ?? false)
  if ((!way && isBare(amount, of, state)) || isBarred(line, amount, counted, borne)) return undefined
  const { from, to, low, high, kind, unit, hedge, by } = amount
  const read: Read = {
    from,
    to,
    end: counted.end,
    low,
    high,
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...(hedge ? { hedge } : {}),
    ...(of ? { of } : {}),
    ...(state === undefined ? {} : { state }),
    ...(way ? { way } : {}),
    by,
    score: scoreOf(line, amount, of !== undefined, state !== undefined),
  }
  return changed(line, read, amount)
}

/** The quantities of a sentence, in order; one pass, each number read once. */
export function readLine(line: Line): readonly Read[] {
  const found: Read[] = []
  for (let at = 0; at < line.low.length; ) {
    const nought = nothingAt(line, at)
    if (nought) {
      const { from, to, of, state } = nought
      found.push({
        from,
        to,
        end: of?.[1] ?? to,
        low: 0,
        high: 0,
        kind: 'count',
        ...(of ? { of } : {}),
        state,
        by: 'none',
        score: 0.85,
      })
      at = of?.[1] ?? to
      continue
    }
    const amount = opensNumber(line.low[at] ?? '') ? amountAt(line, at) : undefined
    const read = amount && amount !== 'score' ? readAt(line, amount, found.at(-1)) : undefined
    if (read) found.push(read)
    at = Math.max(at + 1, amount === 'score' ? at + 2 : (amount?.to ?? 0))
  }
  return found
}
