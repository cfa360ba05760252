import { type Way, wayOf } from './again.ts'
import { type Amount, amountAt } from './amounts.ts'
import { isBarred, isDefinite } from './barred.ts'
import { type Counted, countedAfter, measuredAfter } from './counted.ts'
import { type Fold, foldAt, opensFold } from './folds.ts'
import type { Line } from './line.ts'
import { type Nothing, nothingAt, opensNothing } from './nothing.ts'
import { type Figure, figureAt } from './numbers.ts'
import scores from './scores.json' with { type: 'json' }
import { numberedBefore, sharesState, startOf, stateAfter, stateOf } from './states.ts'
import {
  CHANGES,
  CONTAINERS,
  FALLS,
  LOWERS,
  opensNumber,
  RAISES,
  RISES,
  STATE_NOUNS,
  TOLL_VERBS,
  VOTES,
} from './words.ts'

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
  /** Where the later number of the same thing begins: 41 for 38 in "rose to 41 from 38". */
  readonly later?: number
  /** How it takes up what was counted before it: it is one only where that is found, or where it says of itself what it counts. */
  readonly way?: Way
  readonly by: string
  readonly score: number
}

const SCORES: Readonly<Record<string, number>> = scores

const sureOf = (key: string): number => SCORES[key] ?? SCORES[key.split(' ')[0] ?? ''] ?? scores['count unnamed']

/** As often right as numbers of its kind were. */
function scoreOf(line: Line, amount: Amount, of: boolean, state: boolean): number {
  const { kind, by, hedge } = amount
  if (kind !== 'count') return sureOf(kind)
  if (!state && (!of || (!hedge && isDefinite(line, startOf(amount))))) return scores['count unnamed']
  return sureOf(`count ${by}${by === 'words' && !state ? ' stateless' : ''}`)
}

const MOVED = 7

// "raised its main rate by 5 per cent".
function movedBy(low: readonly string[], by: number): -1 | 1 | undefined {
  for (let at = by - 1; at >= Math.max(0, by - MOVED); at--) {
    const word = low[at] ?? ''
    if (RAISES.has(word)) return 1
    if (LOWERS.has(word)) return -1
    if (!/^\p{L}/u.test(word) || word === 'and') return undefined
  }
  return undefined
}

/** "rose by 5 per cent", "down $20m": by how much, not how much. */
function change({ low }: Line, amount: Amount): -1 | 1 | undefined {
  if (amount.kind === 'count' || low[amount.to] === 'of') return undefined
  if (amount.kind === 'ratio' && low[startOf(amount) - 1] !== 'by') return undefined
  const start = startOf(amount)
  const at = low[start - 1] === 'between' ? start - 2 : start - 1
  const by = low[at] === 'by' || low[at] === 'a' ? at - 1 : at
  const word = low[by] ?? ''
  if (RISES.has(word)) return 1
  if (FALLS.has(word)) return -1
  return low[at] === 'by' ? movedBy(low, at) : undefined
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

const JOINTS = new Set(['from', 'with', 'to', 'against', 'of'])
const FROM_LAST = /\b(?:up from|down from|compared (?:with|to)|against|revised from|instead of)$/
const NEAR = 6

/**
 * Which of two numbers of one thing was before: the last in "rose from 38 to 41", this one in "rose to 41 from 38" and "41, up from 38". Undefined
 * where nothing says that they are of one thing.
 */
function earlierOf({ low }: Line, last: Read, start: number): 'last' | 'this' | undefined {
  if (start - last.end > APART || start <= last.end) return undefined
  const between = low.slice(last.end, start)
  const joint = between.at(-1)
  if (joint === undefined || !JOINTS.has(joint)) return undefined
  const lead = low.slice(Math.max(0, last.from - NEAR), last.from)
  const isChange = lead.some((word) => CHANGES.has(word))
  if (between.length === 1 && between[0] === 'from') return isChange || lead.includes('to') ? 'this' : undefined
  if (between.length <= APART && FROM_LAST.test(between.join(' '))) return 'this'
  return between.at(-1) === 'to' && between.length <= 3 && lead.includes('from') && isChange ? 'last' : undefined
}

// Two sums, shares or counts; what each is a count of must not differ.
const isOneKind = ({ low }: Line, a: Read, b: Read): boolean =>
  a.kind === b.kind &&
  (a.kind === 'money' || a.unit === b.unit) &&
  (!a.of || !b.of || low[a.of[1] - 1] === low[b.of[1] - 1])

interface Told {
  readonly of?: Read['of'] | undefined
  readonly state?: string | undefined
}

const LONGEST_HELD = 4

// "a crowd of 900", "the population grew to 8.1 million".
function containerBefore({ low }: Line, start: number): number | undefined {
  let at = start - 1
  while (at >= start - LONGEST_HELD && (TOLL_VERBS.has(low[at] ?? '') || CHANGES.has(low[at] ?? ''))) at--
  return at < start - 1 && CONTAINERS.has(low[at] ?? '') ? at : undefined
}

// "two of the 14", "11 members of two families".
const isWhole = ({ low }: Line, last: Read, start: number): boolean =>
  [last.to, last.end].some(
    (at) => low[at] === 'of' && (start === at + 1 || (start === at + 2 && WHOLES.has(low[start - 1] ?? ''))),
  )

const WHOLES = new Set(['the', 'its', 'their', 'these', 'those', 'all', 'some', 'about'])

// What is counted and what became of it: as words of its own say, of what was named before, or of the number that it is set beside.
function countOf(line: Line, amount: Amount, counted: Counted, last: Read | undefined): Told {
  const start = startOf(amount)
  // "Two of the 14 were killed", "none of the 14 was hurt": not the 14.
  if (last && counted.of && isWhole(line, last, start)) return { of: counted.of }
  const state =
    stateOf(line, amount, counted) ?? (last && sharesState(line, last.end, start) ? verbOf(last.state) : undefined)
  if (counted.of || counted.them) return { of: counted.of, state }
  const named = { ...numberedBefore(line, amount), ...(state === undefined ? {} : { state }) }
  if (named.of || named.state !== undefined) return named
  const container = containerBefore(line, start)
  if (container !== undefined) return { of: [container, container + 1] }
  const { low } = line
  if (last?.kind !== 'count') return named
  const isVote = low[start - 1] === 'to' && last.end === start - 1 && VOTES.has(low[last.end - 1] ?? '')
  return isVote || earlierOf(line, last, start) ? { of: last.of, state: last.state } : named
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

// "voted 212 to 98".
function votesAt(line: Line, at: number): readonly Read[] {
  const { low } = line
  const [first, next] = [figureAt(low, at), figureAt(low, at + 2)]
  const isVote = low[at + 1] === 'to' && low.slice(Math.max(0, at - VOTED), at).some((word) => VOTES.has(word))
  if (!isVote || !first || !next || line.headline) return []
  const voteOf = ({ from, to, low: value, high }: Figure): Read => ({
    from,
    to,
    end: to,
    low: value,
    high,
    kind: 'count',
    by: 'vote',
    score: scores.vote,
  })
  return [voteOf(first), voteOf(next)]
}

const VOTED = 4

// "two soldiers and three officers were killed": what became of the last became of those before it in the list.
function listed(line: Line, found: Read[], read: Read): void {
  const last = found.at(-1)
  if (last?.kind === 'count' && last.of && !last.state && read.of && isWhole(line, last, startOf(read))) {
    const state = stateAfter(line, read.end)
    if (state !== undefined) found[found.length - 1] = { ...last, state, score: Math.max(last.score, scores.count) }
    return
  }
  if (read.state === undefined || !read.of || !last?.of || last.state !== undefined) return
  if (startOf(read) - last.end > 2 || stateAfter(line, read.end) !== read.state) return
  let start = startOf(read)
  for (let at = found.length - 1; at >= 0; at--) {
    const one = found[at] as Read
    const between = line.low.slice(one.end, start).join(' ')
    if (one.kind !== 'count' || !one.of || one.state !== undefined || !/^(?:and|,|, and)$/.test(between)) return
    found[at] = { ...one, state: read.state, score: Math.max(one.score, scores.count) }
    start = startOf(one)
  }
}

// Keeps a number with those before it, and which of the two last was before.
function keep(line: Line, found: Read[], read: Read): void {
  listed(line, found, read)
  const last = found.at(-1)
  const earlier = last && isOneKind(line, last, read) ? earlierOf(line, last, startOf(read)) : undefined
  if (last && earlier === 'last') found[found.length - 1] = { ...last, later: read.from }
  found.push(last && earlier === 'this' ? { ...read, later: last.from } : read)
}

const readNothing = ({ from, to, of, state }: Nothing): Read => ({
  from,
  to,
  end: of?.[1] ?? to,
  low: 0,
  high: 0,
  kind: 'count',
  ...(of ? { of } : {}),
  state,
  by: 'none',
  score: scores.none,
})

const readFold = ({ at, times, hedge, of, state }: Fold): Read => ({
  from: at,
  to: at + 1,
  end: at + 1,
  low: times,
  high: times,
  kind: 'change',
  unit: '×',
  ...(hedge ? { hedge } : {}),
  of,
  ...(state === undefined ? {} : { state }),
  by: 'fold',
  score: scores.fold,
})

// What is told without a number, and where reading goes on: "nobody was hurt", "prices doubled".
function unnumbered(line: Line, at: number): { readonly read: Read; readonly next: number } | undefined {
  const word = line.low[at] ?? ''
  const fold = opensFold(word) ? foldAt(line, at) : undefined
  if (fold) return { read: readFold(fold), next: at + 1 }
  const nought = opensNothing(word) ? nothingAt(line, at) : undefined
  // A number may stand within what there was none of.
  return nought && { read: readNothing(nought), next: nought.whole ? nought.to : (nought.of?.[1] ?? nought.to) }
}

/** The quantities of a sentence, in order; one pass, each number read once. */
export function readLine(line: Line): readonly Read[] {
  const found: Read[] = []
  for (let at = 0; at < line.low.length; ) {
    const plain = unnumbered(line, at)
    if (plain) {
      found.push(plain.read)
      at = plain.next
      continue
    }
    const amount = opensNumber(line.low[at] ?? '') ? amountAt(line, at) : undefined
    const read = amount && amount !== 'score' ? readAt(line, amount, found.at(-1)) : undefined
    if (read) keep(line, found, read)
    if (amount === 'score') found.push(...votesAt(line, at))
    at = Math.max(at + 1, amount === 'score' ? at + 2 : (amount?.to ?? 0), found.at(-1)?.to ?? 0)
  }
  return found
}
