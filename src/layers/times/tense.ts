import words from './tense.json' with { type: 'json' }
import type { Word } from './words.ts'

/** Which way a time without its year or week leans. */
export type Lean = 'past' | 'future'

const FUTURE = new Set(words.future.split(', '))
const PAST = new Set(words.past.split(', '))

const REGULAR = /[a-z]{2}ed$/
const NEAR = 14

const BE = /^(?:is|are|was|were|am|be)$/

// "A court is to decide on Friday." "Tests would be published on Friday": the auxiliary says when, not the participle.
function leanOf(low: string, before: string): Lean | undefined {
  if (FUTURE.has(low) || (low === 'to' && BE.test(before))) return 'future'
  if (before === 'be') return undefined
  return PAST.has(low) || REGULAR.test(low) ? 'past' : undefined
}

// "By Friday", not "questioned by prosecutors on Friday": only right before a time.
const isAgent = (all: readonly Word[], at: number, from: number): boolean => all[at]?.low === 'by' && at < from - 2

/** What the verbs and prepositions nearest to a time (words `from` to `to`) say of it: those before it first, then those after. */
export function leanAt(all: readonly Word[], from: number, to: number): Lean | undefined {
  for (let at = from - 1; at >= Math.max(0, from - NEAR); at--) {
    const lean = isAgent(all, at, from) ? undefined : leanOf(all[at]?.low ?? '', all[at - 1]?.low ?? '')
    if (lean) return lean
  }
  for (let at = to; at < Math.min(all.length, to + NEAR); at++) {
    const lean = leanOf(all[at]?.low ?? '', all[at - 1]?.low ?? '')
    if (lean) return lean
  }
  return undefined
}
