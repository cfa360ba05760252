import type { Line } from './line.ts'
import { AUX, NONE, NONE_OF, STATES } from './words.ts'

/** Words that say that nobody or nothing was: "no deaths", "nobody was hurt". */
export interface Nothing {
  readonly from: number
  readonly to: number
  /** Indices of what there was none of. */
  readonly of?: readonly [from: number, to: number]
  readonly state: string
  /** Whether a number stands within what there was none of: "none of the 45 passengers". */
  readonly whole?: true
}

const ADJECTIVES = 3
const REACH = 6

const WISHED = new Set([
  'ensure',
  'ensures',
  'ensuring',
  'ensured',
  'if',
  'unless',
  'guarantee',
  'hope',
  'hopes',
  'hoping',
])

// "to ensure that there are no deaths".
const isWished = ({ low }: Line, at: number): boolean =>
  low.slice(Math.max(0, at - 4), at).some((word) => WISHED.has(word))

/** Whether a lower-case word may say that there was none. */
export const opensNothing = (word: string): boolean => NONE.has(word) || word === 'nobody' || word === 'none'

/** The nought that begins at a token; none that is only wished for. */
export function nothingAt(line: Line, at: number): Nothing | undefined {
  const found = noughtAt(line, at)
  return found && isWished(line, at) ? undefined : found
}

const LONGEST_ALL = 8

// "none of the 45 passengers was hurt".
function noneOf(low: readonly string[], at: number): Nothing | undefined {
  if (low[at + 1] !== 'of') return undefined
  let noun = at + 2
  while (noun < at + LONGEST_ALL && !AUX.has(low[noun] ?? '') && /^[\p{L}\d]/u.test(low[noun] ?? '')) noun++
  let end = noun
  while (AUX.has(low[end] ?? '') && !STATES.has(low[end] ?? '')) end++
  const state = low[end] ?? ''
  if (end === noun || noun === at + 2 || !STATES.has(state)) return undefined
  const isThem = /^(?:them|those|these|us)$/.test(low[noun - 1] ?? '')
  return { from: at, to: at + 1, ...(isThem ? {} : { of: [noun - 1, noun] }), state, whole: true }
}

function noughtAt({ low }: Line, at: number): Nothing | undefined {
  const word = low[at] ?? ''
  if (NONE.has(word))
    for (let noun = at + 1; noun <= at + ADJECTIVES; noun++) {
      const found = low[noun] ?? ''
      if (NONE_OF.has(found)) return { from: at, to: at + 1, of: [noun, noun + 1], state: found }
      if (!/^\p{Ll}/u.test(found)) break
    }
  if (word === 'none') return noneOf(low, at)
  const to = word === 'no' && low[at + 1] === 'one' ? at + 2 : word === 'nobody' ? at + 1 : 0
  if (to === 0) return undefined
  let end = to
  for (
    let steps = 0;
    steps < REACH && (AUX.has(low[end] ?? '') || low[end] === 'else') && !STATES.has(low[end] ?? '');
    steps++
  )
    end++
  const state = low[end] ?? ''
  return STATES.has(state) ? { from: at, to, state } : undefined
}
