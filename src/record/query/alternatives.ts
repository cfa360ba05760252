import type { Field, Query, Reason } from './query.ts'

/** What a sentence must hold all of: fields, and words as a query of FTS5's own language. */
export interface Alternative {
  /** Words sought, and of these without those left out. */
  readonly match?: string
  /** Words left out where none are sought. */
  readonly without?: string
  readonly fields: readonly (Field & { readonly wanted: boolean })[]
}

const MOST = 64

// A query of words alone that FTS5 can answer by itself: nothing is left out but from something.
function isMatch(query: Query): boolean {
  if (query.kind === 'words') return true
  if (query.kind === 'or') return query.of.every(isMatch)
  if (query.kind !== 'and') return false
  return query.of.some(isMatch) && query.of.every((one) => isMatch(one) || (one.kind === 'not' && isMatch(one.of)))
}

// Each term in quotation marks: nothing of a query passes into FTS5's language.
function matchOf(query: Query): string {
  if (query.kind === 'words') return `"${query.words.replaceAll('"', ' ')}"${query.prefix ? ' *' : ''}`
  if (query.kind === 'field') return ''
  if (query.kind === 'not') return matchOf(query.of)
  if (query.kind === 'or') return `(${query.of.map(matchOf).join(' OR ')})`
  return without(
    query.of.filter((one) => one.kind !== 'not').map(matchOf),
    query.of.filter((one) => one.kind === 'not').map(matchOf),
  )
}

function without(sought: readonly string[], out: readonly string[]): string {
  const all = sought.length === 1 ? sought[0] : `(${sought.join(' AND ')})`
  return out.length === 0 ? `${all}` : `(${all} NOT ${out.length === 1 ? out[0] : `(${out.join(' OR ')})`})`
}

interface Literal {
  readonly wanted: boolean
  readonly of: Query
}

// The query as alternatives of literals, negation pushed inwards; undefined when they are too many.
function spread(of: Query, wanted: boolean): readonly (readonly Literal[])[] | undefined {
  if (of.kind === 'field' || isMatch(of)) return [[{ wanted, of }]]
  if (of.kind === 'not') return spread(of.of, !wanted)
  if (of.kind === 'words') return [[{ wanted, of }]]
  const parts = of.of.map((one) => spread(one, wanted))
  const either = (of.kind === 'or') === wanted
  let found: readonly (readonly Literal[])[] = either ? [] : [[]]
  for (const part of parts) {
    if (!part) return undefined
    found = either ? [...found, ...part] : found.flatMap((left) => part.map((right) => [...left, ...right]))
    if (found.length > MOST) return undefined
  }
  return found
}

function alternativeOf(literals: readonly Literal[]): Alternative {
  const words = (wanted: boolean) =>
    literals.filter((one) => one.wanted === wanted && one.of.kind !== 'field').map(({ of }) => matchOf(of))
  const [sought, out] = [words(true), words(false)]
  const fields = literals.flatMap(({ of, wanted }) => (of.kind === 'field' ? [{ ...of, wanted }] : []))
  if (sought.length > 0) return { match: without(sought, out), fields }
  return out.length > 0 ? { without: out.length === 1 ? `${out[0]}` : `(${out.join(' OR ')})`, fields } : { fields }
}

/** What a query asks, as alternatives, one of which must hold; or why that cannot be asked. */
export function alternativesOf(query: Query): readonly Alternative[] | Reason {
  const spreaded = spread(query, true)
  if (!spreaded) return 'the query has too many alternatives'
  if (!spreaded.every((literals) => literals.some(({ wanted }) => wanted)))
    return 'this leaves out without looking for anything'
  return spreaded.map(alternativeOf)
}
