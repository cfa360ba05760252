import type { Span } from '../../text/span.ts'
import { alternativesOf } from './alternatives.ts'
import { isDay } from './days.ts'
import { type Token, tokensOf } from './lex.ts'
import { isProblem, type Problem, type Query, type Reason } from './query.ts'

const LONGEST = 2000
const DEEPEST = 16

type Read = { readonly query: Query; readonly at: number } | Problem

interface Reading {
  readonly tokens: readonly Token[]
  readonly end: number
}

const problem = (reason: Reason, at: Span): Problem => ({ reason, at: { start: at.start, end: at.end } })

const many = (kind: 'and' | 'or', of: readonly Query[]): Query => {
  const [only] = of
  return of.length === 1 && only ? only : { kind, of }
}

// One thing that is sought: what a NOT or a minus leaves out, what stands in brackets, words, a field.
function one(from: Reading, at: number, depth: number): Read {
  const token = from.tokens[at]
  if (!token) return problem('there is nothing to look for', { start: from.end, end: from.end })
  if (depth > DEEPEST) return problem('the query has too many brackets', token)
  if (token.kind === 'not') {
    const next = from.tokens[at + 1]
    if (!next || next.kind === 'close' || next.kind === 'and' || next.kind === 'or')
      return problem('NOT and - need something to leave out', token)
    const out = one(from, at + 1, depth + 1)
    return isProblem(out) ? out : { query: { kind: 'not', of: out.query }, at: out.at }
  }
  if (token.kind === 'open') return bracket(from, at, token, depth)
  if (token.kind === 'words') return { query: { kind: 'words', words: token.words, prefix: token.prefix }, at: at + 1 }
  if (token.kind !== 'field')
    return problem(
      token.kind === 'close' ? 'there is nothing to look for' : 'AND and OR need something on both sides',
      token,
    )
  if ((token.name === 'from' || token.name === 'to') && !isDay(token.value))
    return problem('this is no day, month or year', token)
  return { query: { kind: 'field', name: token.name, value: token.value }, at: at + 1 }
}

function bracket(from: Reading, at: number, token: Token, depth: number): Read {
  const inner = sequence(from, at + 1, depth + 1)
  if (isProblem(inner)) return inner
  if (from.tokens[inner.at]?.kind !== 'close') return problem('the bracket is not closed', token)
  return { query: inner.query, at: inner.at + 1 }
}

// Things joined by one sign: AND binds more closely than OR, and OR more closely than standing side by side.
function joined(kind: 'and' | 'or', from: Reading, start: number, depth: number): Read {
  const read = (at: number) => (kind === 'or' ? joined('and', from, at, depth) : one(from, at, depth))
  const of: Query[] = []
  let at = start
  for (;;) {
    const part = read(at)
    if (isProblem(part)) return part
    of.push(part.query)
    at = part.at
    const sign = from.tokens[at]
    if (sign?.kind !== kind) return { query: many(kind, of), at }
    const next = from.tokens[at + 1]
    if (!next || next.kind === 'close') return problem('AND and OR need something on both sides', sign)
    at++
  }
}

// What stands side by side: all of it is sought.
function sequence(from: Reading, start: number, depth: number): Read {
  const of: Query[] = []
  let at = start
  do {
    const part = joined('or', from, at, depth)
    if (isProblem(part)) return part
    of.push(part.query)
    at = part.at
  } while (from.tokens[at] && from.tokens[at]?.kind !== 'close')
  return { query: many('and', of), at }
}

/**
 * Reads a query: words, "phrases", beginnings*, fields (`person:"Ana Holt"`, `from:2026-05`), AND, OR, NOT or a minus, brackets. What stands side
 * by side must all hold. Any text gives a query that can be answered, or the one problem that is in its way.
 */
export function parseQuery(text: string): Query | Problem {
  if (text.length > LONGEST) return problem('the query is too long', { start: LONGEST, end: text.length })
  const tokens = tokensOf(text)
  if ('reason' in tokens) return tokens
  if (tokens.length === 0) return problem('there is nothing to look for', { start: 0, end: text.length })
  const read = sequence({ tokens, end: text.length }, 0, 0)
  if (isProblem(read)) return read
  const left = tokens[read.at]
  if (left) return problem('the bracket closes nothing', left)
  const reason = alternativesOf(read.query)
  return typeof reason === 'string' ? problem(reason, { start: 0, end: text.length }) : read.query
}
