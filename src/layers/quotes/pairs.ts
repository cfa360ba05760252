import { type Span, trimmed } from '../../text/span.ts'
import type { Family, Mark } from './marks.ts'

/** A pair of marks, or an opening mark whose closing one is missing. */
export interface Pair {
  readonly open: Mark
  readonly close?: Mark
}

/** Quotations nest no deeper in print; more openers than this are noise, and the stack stays small on hostile text. */
const DEPTH = 4

const pairsWith = (open: Family, close: Family): boolean => open === close || (open === 'low' && close !== 'guillemet')

// Where single marks end a plural's possessive ("the ministers' plan"), a closing mark still follows.
function isPossessive(text: string, marks: readonly Mark[], at: number): boolean {
  const mark = marks[at]
  const next = marks[at + 1]
  if (!mark || !next || mark.family !== 'single' || next.family !== 'single') return false
  return (
    /s$/.test(text.slice(mark.start - 1, mark.start)) &&
    /^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2)) &&
    next.closes &&
    !next.opens
  )
}

// How many even double marks still stand from each place on: their parity tells a nested quotation from a lost closing mark.
function evenLeft(marks: readonly Mark[]): readonly number[] {
  const left = new Array<number>(marks.length + 1).fill(0)
  for (let at = marks.length - 1; at >= 0; at--) {
    const mark = marks[at]
    left[at] = (left[at + 1] ?? 0) + (mark?.even && mark.family === 'double' ? 1 : 0)
  }
  return left
}

/** Pairs the marks of one block; pairs come in the order of their closing, unclosed ones last. */
export function pairsOf(text: string, marks: readonly Mark[]): readonly Pair[] {
  const pairs: Pair[] = []
  const stack: Mark[] = []
  const left = evenLeft(marks)
  const close = (mark: Mark): void => {
    const at = stack.findLastIndex((open) => pairsWith(open.family, mark.family))
    const open = stack[at]
    if (!open) return
    stack.length = at
    pairs.push({ open, close: mark })
  }
  for (const [at, mark] of marks.entries()) {
    const same = stack.some((open) => pairsWith(open.family, mark.family))
    if (mark.closes && same && !isPossessive(text, marks, at) && (!mark.opens || mark.even)) {
      close(mark)
      continue
    }
    if (!mark.opens || stack.length >= DEPTH) continue
    if (same && mark.even && mark.family === 'double' && (left[at] ?? 0) % 2 === 0) {
      const lost = stack.findLastIndex((open) => open.family === mark.family)
      pairs.push({ open: stack[lost] ?? mark, close: { ...mark, end: mark.start } })
      stack.length = lost
    }
    stack.push(mark)
  }
  return [...pairs, ...stack.slice(0, 1).map((open) => ({ open }))]
}

/** What stands between the marks; undefined where it is only white space. */
export const innerOf = (text: string, pair: Pair, block: Span): Span | undefined =>
  trimmed(text, { start: pair.open.end, end: pair.close?.start ?? block.end })
