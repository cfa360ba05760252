import type { Amount } from './amounts.ts'
import type { Line } from './line.ts'
import { startOf } from './states.ts'
import { AUXILIARIES, CHANGES, COUNTS, DETERMINERS, LINKS, PUTS } from './words.ts'

/**
 * How a number takes up what was counted before it: the same thing counted otherwise ("puts the number at 15"), or at another time ("it was 35 on
 * Tuesday"), grown or fallen since ("the number has risen to 41"), the same left out ("52 had"), or some of it ("two of them").
 */
export type Way = 'same' | 'changed' | 'then' | 'left out' | 'some'

const LINKED = 8
const DETERMINED = 3

// "the number", "its own figure", "the true total"; not "a number".
function isDetermined({ low }: Line, noun: number): boolean {
  for (let at = noun - 1; at >= Math.max(0, noun - DETERMINED); at--) {
    if (DETERMINERS.has(low[at] ?? '')) return true
    if (!/^\p{Ll}/u.test(low[at] ?? '')) return false
  }
  return false
}

const EARLIER = new Set(['earlier', 'ago', 'before', 'previously', 'yesterday', 'last', 'initially', 'originally'])

// "A day earlier the number stood at 35": of another time.
const isEarlier = ({ low }: Line, noun: number, to: number): boolean =>
  [...low.slice(Math.max(0, noun - 6), noun), ...low.slice(to, to + 4)].some((word) => EARLIER.has(word))

const SAYS = new Set(['says', 'say', 'said', 'claims', 'claimed', 'reported', 'reports'])
const ENDING = new Set(['.', ';', ',', '”', '"', ')', '–', '—'])

// "18 died; the opposition says 31."
const isSaid = ({ low }: Line, start: number, to: number): boolean =>
  SAYS.has(low[start - 1] ?? '') && ENDING.has(low[to] ?? '.')

// "put the number at 11", "puts it at 1,800 tonnes", "the true figure was closer to 2,700 tonnes".
function ofSame(line: Line, start: number, to: number): 'same' | 'changed' | undefined {
  const { low } = line
  if (isSaid(line, start, to)) return 'same'
  if (low[start - 1] === 'at' && low[start - 2] === 'it' && PUTS.has(low[start - 3] ?? '')) return 'same'
  for (let at = start - 1; at > Math.max(0, start - 1 - LINKED); at--) {
    const word = low[at] ?? ''
    if (COUNTS.has(word)) {
      if (at === start - 1 || !isDetermined(line, at)) return undefined
      const between = low.slice(at + 1, start)
      const isChange = between[0] === 'to' || between.some((one) => CHANGES.has(one) || one === 'had')
      return isChange || isEarlier(line, at, to) ? 'changed' : 'same'
    }
    if (!LINKS.has(word)) return undefined
  }
  return undefined
}

const OPENING = new Set(['“', '"', '‘', "'", 'but', 'and', ','])
const AFTER_THEN = new Set(['on', 'in', 'at', 'by', 'last', 'this', 'when', 'before', ',', '.', ';'])

// "It was 35 on Tuesday."
const isThen = ({ low }: Line, start: number, to: number): boolean => {
  if (low[start - 2] !== 'it' || !/^(?:was|is|stood|stands)$/.test(low[start - 1] ?? '')) return false
  const opening = low.slice(0, start - 2).filter((word) => !OPENING.has(word))
  const isDay = opening.length === 2 && (opening[0] === 'on' || opening[0] === 'last')
  return AFTER_THEN.has(low[to] ?? '.') && (opening.length === 0 || isDay)
}

const CLOSING = new Set(['.', ';', ',', ')', '”', '"', '’'])

// "The company said that 52 had."
const isLeftOut = ({ low }: Line, to: number): boolean =>
  AUXILIARIES.has(low[to] ?? '') && CLOSING.has(low[to + 1] ?? '.')

/** How a number takes up what was counted before it; undefined where it stands for itself. `them`: it counts some of "them". */
export function wayOf(line: Line, amount: Amount, them: boolean): Way | undefined {
  if (line.headline || amount.kind === 'percent' || amount.kind === 'ratio') return undefined
  if (them) return 'some'
  const start = startOf(amount)
  const same = ofSame(line, start, amount.to)
  if (same) return same
  if (amount.kind !== 'count') return undefined
  if (isThen(line, start, amount.to)) return 'then'
  return isLeftOut(line, amount.to) ? 'left out' : undefined
}

/** What of a number says whether another takes it up. */
interface Value {
  readonly low: number
  readonly high: number
  readonly kind: string
  readonly unit?: string
  readonly of?: readonly unknown[]
  readonly state?: string
  readonly way?: Way
}

/** How far another count of the same may lie from it, and how far where one sentence says that both are of the same. */
const NEAR = 2
const NEAR_BESIDE = 5

const says = ({ of, state }: Value): boolean => of !== undefined || state !== undefined

const isNear = (a: Value, b: Value, near = NEAR): boolean =>
  a.kind === b.kind && a.unit === b.unit && says(b) && a.high <= near * b.low && b.high <= near * a.low

/**
 * The number that another takes up. `own` are those before it in its sentence, `earlier` those of the sentences before, the nearest last.
 * Of some of "them" only where one number alone can be meant.
 */
export function takenUp<V extends Value>(
  way: Way,
  value: Value,
  own: readonly V[],
  earlier: readonly (readonly V[])[],
): V | undefined {
  const last = earlier.at(-1) ?? []
  const beside = way === 'same' ? own.findLast((one) => isNear(value, one, NEAR_BESIDE)) : undefined
  if (beside) return beside
  if (way === 'same' || way === 'changed') return [...earlier.flat(), ...own].findLast((one) => isNear(value, one))
  if (way === 'then') return last.findLast((one) => isNear(value, one))
  if (way === 'left out') return [...last, ...own].findLast((one) => isNear(value, one))
  const of = (all: readonly V[]): readonly V[] =>
    all.filter((one) => one.kind === 'count' && one.of !== undefined && one.high > value.high)
  const [only, ...others] = own.some(({ of: counted }) => counted !== undefined) ? of(own) : of(last)
  return others.length === 0 ? only : undefined
}

const MUCH = new Set(['much', 'many'])

/** Where the answer to "how much ammonium nitrate" says what it is of: the index of its first word, the last of its sentence. */
export const askedIn = ({ low }: Line): number | undefined => {
  const at = low.findLastIndex((word, place) => MUCH.has(word) && low[place - 1] === 'how')
  return at < 0 ? undefined : at + 1
}
