import type { Span } from '../../text/span.ts'

/** What may stand before a colon in a query. */
export const FIELDS = ['person', 'place', 'said-by', 'from', 'to', 'outlet', 'story'] as const
export type FieldName = (typeof FIELDS)[number]

/** Words that must follow one another; the last one may be only a beginning. */
export interface Words {
  readonly kind: 'words'
  /** Holds at least one letter or digit, and no quotation mark. */
  readonly words: string
  readonly prefix: boolean
}

/** Something that is known of a sentence or its article, beside its words. */
export interface Field {
  readonly kind: 'field'
  readonly name: FieldName
  readonly value: string
}

/** What a query asks of a sentence. */
export type Query =
  | Words
  | Field
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }

/** Why a query asks nothing that can be answered. */
export const REASONS = [
  'there is nothing to look for', 'the quotation marks are not closed', 'the bracket is not closed', 'the bracket closes nothing',
  'AND and OR need something on both sides', 'NOT and - need something to leave out', 'there is no such field', 'the field needs a value',
  'this is no day, month or year', 'a beginning needs three letters at least', 'this leaves out without looking for anything',
  'the query is too long', 'the query has too many brackets', 'the query has too many alternatives',
] as const // biome-ignore format: a list to be read
export type Reason = (typeof REASONS)[number]

/** What is wrong with a query, and where in it: UTF-16 units. */
export interface Problem {
  readonly reason: Reason
  readonly at: Span
}

/** Whether something is a problem rather than what was asked for. */
export const isProblem = (value: object): value is Problem => 'reason' in value && 'at' in value
