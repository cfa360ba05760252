import words from './tense.json' with { type: 'json' }
import type { Word } from './words.ts'

/** Which way a time without its year or week leans. */
export type Lean = 'past' | 'future'

const listOf = (list: string): ReadonlySet<string> => new Set(list.split(', '))
const FUTURE = listOf(words.future)
const PAST = listOf(words.past)
const LIMITS = listOf(words.limits)
const NEITHER = listOf(words.neither)
const NEEDS: Readonly<Record<string, string>> = words.needs
const BARS: Readonly<Record<string, string>> = words.bars

const REGULAR = /[a-z]{2}ed$/
const NEAR = 14
const OWNED = 4

const BE = /^(?:is|are|was|were|am|be)$/

const lowAt = (all: readonly Word[], at: number): string => all[at]?.low ?? ''
const isOneOf = (list: string | undefined, word: string): boolean => list?.split(' ').includes(word) ?? false

// "Set to begin", not "set aside"; "next to the bank", "ahead of the vote" say nothing of what is to come.
const saysFuture = (low: string, after: string): boolean =>
  FUTURE.has(low) && !isOneOf(BARS[low], after) && (NEEDS[low] === undefined || isOneOf(NEEDS[low], after))

// "The United States" is no participle.
const saysPast = ({ low, capital }: Word): boolean =>
  PAST.has(low) || (REGULAR.test(low) && !capital && !NEITHER.has(low))

// "A court is to decide on Friday." "Tests would be published on Friday": the auxiliary says when, not the participle.
function leanOf(all: readonly Word[], at: number): Lean | undefined {
  const word = all[at]
  if (!word) return undefined
  const before = lowAt(all, at - 1)
  if (saysFuture(word.low, lowAt(all, at + 1)) || (word.low === 'to' && BE.test(before))) return 'future'
  if (before === 'be') return undefined
  return saysPast(word) ? 'past' : undefined
}

// "By Friday", not "questioned by prosecutors on Friday": only right before a time.
const isAgent = (all: readonly Word[], at: number, from: number): boolean => all[at]?.low === 'by' && at < from - 2

// "Until Thursday they had not answered", "had filed by Wednesday": that limit is past.
function isPastLimit(all: readonly Word[], from: number, to: number): boolean {
  if (!LIMITS.has(lowAt(all, from - 1))) return false
  return all.slice(Math.max(0, from - NEAR), to + NEAR / 2).some(({ low }) => low === words.pluperfect)
}

// "Ahead of Sunday's vote" looks forward, "after Sunday's vote" back; without such a word near, what a day owns has been.
function leanOfOwned(all: readonly Word[], from: number, to: number): Lean | undefined {
  if (lowAt(all, to) !== words.owner) return undefined
  const isAhead = all.slice(Math.max(0, from - OWNED), from).some(({ low }) => FUTURE.has(low))
  return isAhead ? 'future' : 'past'
}

/** What the verbs and prepositions nearest to a time (words `from` to `to`) say of it: those before it first, then those after. */
export function leanAt(all: readonly Word[], from: number, to: number): Lean | undefined {
  if (isPastLimit(all, from, to)) return 'past'
  const owned = leanOfOwned(all, from, to)
  if (owned) return owned
  if (lowAt(all, from - 1) === 'of' && lowAt(all, from - 2) === 'ahead') return 'future'
  for (let at = from - 1; at >= Math.max(0, from - NEAR); at--) {
    const lean = isAgent(all, at, from) ? undefined : leanOf(all, at)
    if (lean) return lean
  }
  for (let at = to; at < Math.min(all.length, to + NEAR); at++) {
    const lean = leanOf(all, at)
    if (lean) return lean
  }
  return undefined
}
