import { FIELDS, type FieldName, type Problem } from './query.ts'

/** A part of a query: a sign, words, or a field with its value. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'words'; readonly words: string; readonly prefix: boolean }
  | { readonly kind: 'field'; readonly name: FieldName; readonly value: string }
)

const QUOTES = '"“”„«»'
const SPACE = /[\s\p{Cc}]/u
const ENDS = /[\s\p{Cc}()"“”„«»]/u
const SIGNS: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' }
const LEAST_PREFIX = 3

/** Whether there is anything in a text that is looked for. */
const isWordy = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const lastWord = (text: string): string => text.match(/[\p{L}\p{N}\p{M}]+/gu)?.at(-1) ?? ''

// Control characters end a text for SQLite.
const plain = (text: string): string => text.replace(/[\p{Cc}]/gu, ' ').trim()

interface Stretch {
  readonly text: string
  readonly end: number
  readonly quoted: boolean
}

// What is quoted from `at`, or stands there up to a space, a bracket or a quotation mark.
function stretchAt(query: string, at: number): Stretch | Problem {
  if (!QUOTES.includes(query.charAt(at) || ' ')) {
    let end = at
    while (end < query.length && !ENDS.test(query.charAt(end))) end++
    return { text: query.slice(at, end), end, quoted: false }
  }
  let end = at + 1
  while (end < query.length && !QUOTES.includes(query.charAt(end))) end++
  if (end === query.length) return { reason: 'the quotation marks are not closed', at: { start: at, end } }
  return { text: query.slice(at + 1, end), end: end + 1, quoted: true }
}

function wordsFrom(query: string, start: number, { text, end, quoted }: Stretch): Token | Problem | undefined {
  const starred = quoted ? query.charAt(end) === '*' : text.endsWith('*')
  const words = plain(starred && !quoted ? text.replace(/\*+$/, '') : text)
  const span = { start, end: starred && quoted ? end + 1 : end }
  // A dash or another sign that stands alone asks nothing.
  if (!isWordy(words)) return quoted ? { reason: 'there is nothing to look for', at: span } : undefined
  const prefix = starred && /[\p{L}\p{N}\p{M}]$/u.test(words)
  if (prefix && [...lastWord(words)].length < LEAST_PREFIX)
    return { reason: 'a beginning needs three letters at least', at: span }
  return { kind: 'words', words, prefix, ...span }
}

function fieldAt(query: string, start: number): Token | Problem | undefined {
  const [named, word = ''] = /^([\p{L}][\p{L}\p{M}_-]*):/u.exec(query.slice(start, start + 100)) ?? []
  if (named === undefined) return undefined
  const from = start + named.length
  const name = FIELDS.find((field) => field === word.toLowerCase())
  if (!name) return { reason: 'there is no such field', at: { start, end: from } }
  const stretch = stretchAt(query, from)
  if ('reason' in stretch) return stretch
  const value = plain(stretch.text)
  const span = { start, end: Math.max(stretch.end, from) }
  return isWordy(value) ? { kind: 'field', name, value, ...span } : { reason: 'the field needs a value', at: span }
}

function tokenAt(query: string, start: number): Token | Problem | { readonly end: number } {
  const char = query.charAt(start)
  if (char === '(' || char === ')') return { kind: char === '(' ? 'open' : 'close', start, end: start + 1 }
  if (char === '-' && /[^\s\p{Cc})-]/u.test(query.charAt(start + 1))) return { kind: 'not', start, end: start + 1 }
  const field = fieldAt(query, start)
  if (field) return field
  const stretch = stretchAt(query, start)
  if ('reason' in stretch) return stretch
  const sign = stretch.quoted ? undefined : SIGNS[stretch.text]
  if (sign) return { kind: sign, start, end: stretch.end }
  return wordsFrom(query, start, stretch) ?? { end: Math.max(stretch.end, start + 1) }
}

/** A query's parts in order, or the first thing in it that is none. */
export function tokensOf(query: string): readonly Token[] | Problem {
  const found: Token[] = []
  let at = 0
  while (at < query.length) {
    if (SPACE.test(query.charAt(at))) {
      at++
      continue
    }
    const token = tokenAt(query, at)
    if ('reason' in token) return token
    if ('kind' in token) found.push(token)
    at = token.end
  }
  return found
}
