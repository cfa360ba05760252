import { exactDate } from './build.ts'
import { clockAt } from './clock.ts'
import { phrasesAt } from './lexicon.ts'
import { amountsAt, monthDayAt, numberAt, ordinalAt, type WordAt, yearAt } from './numbers.ts'
import type { Reading } from './pattern.ts'
import type { Meaning, Named, Sense } from './senses.ts'
import type { Word } from './words.ts'

/** What a class of words that no list can hold says at a place. */
type Reader = (words: readonly Word[], at: number, word: WordAt) => readonly Reading<Meaning>[]

const one = (found: Reading<Meaning> | undefined): readonly Reading<Meaning>[] => (found ? [found] : [])
const adjoin = (words: readonly Word[], at: number): boolean => words[at]?.end === words[at + 1]?.start

const fullYear = (short: number): number => (short < 30 ? 2000 : 1900) + short

// "'96": an apostrophe and two digits.
function shortYear(words: readonly Word[], at: number, word: WordAt): Reading<number> | undefined {
  const whole = /^['‘]?(\d\d)$/.exec(word(at))
  if (whole && word(at).length === 3) return { end: at + 1, value: fullYear(Number(whole[1])) }
  if (!/^['‘]$/.test(word(at)) || !/^\d\d$/.test(word(at + 1)) || !adjoin(words, at)) return undefined
  return { end: at + 2, value: fullYear(Number(word(at + 1))) }
}

const decade = (at: number): Sense => ({ type: 'DATE', named: { is: 'fixed', stretch: { grain: 'decade', at } } })

// "1990s", "'90s", "90s", "nineties".
function decades(words: readonly Word[], at: number, word: WordAt): Reading<Sense> | undefined {
  const long = /^(\d{3})0['’]?s$/.exec(word(at))
  if (long) return { end: at + 1, value: decade(Number(long[1])) }
  const from = /^['‘]$/.test(word(at)) && adjoin(words, at) ? at + 1 : at
  const short = /^['‘]?([2-9])0['’]?s$/.exec(word(from))
  if (short) return { end: from + 1, value: decade(190 + Number(short[1])) }
  if (/^\d{3}0$/.test(word(at)) && word(at + 1) === "'s")
    return { end: at + 2, value: decade(Math.floor(Number(word(at)) / 10)) }
  const [spelled] = phrasesAt(words, 'DECADE', at)
  return spelled && { end: spelled.end, value: decade(190 + Number(spelled.value)) }
}

// Day first only where the first figure cannot be a month: news in English writes the month first as often.
function dayMonthYear(first: number, second: number, year: number): Named | undefined {
  return first > 12 ? exactDate(year, second, first) : exactDate(year, first, second)
}

// "2016-10-25", "10/25/2016", "25.10.2016", "10/25/96".
function numeric(words: readonly Word[], at: number, word: WordAt): Reading<Sense> | undefined {
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word(at))
  const [a, b, c] = dots ? dots.slice(1) : [word(at), word(at + 2), word(at + 4)]
  const mark = word(at + 1)
  if (!a || !b || !c || ![a, b, c].every((part) => /^\d{1,4}$/.test(part))) return undefined
  if (!dots && (mark !== word(at + 3) || !/^[-/]$/.test(mark) || !adjoin(words, at) || !adjoin(words, at + 3)))
    return undefined
  const iso = a.length === 4
  if (!iso && (a.length > 2 || b.length > 2 || (c.length !== 4 && (c.length !== 2 || mark !== '/')))) return undefined
  const year = iso ? Number(a) : c.length === 2 ? fullYear(Number(c)) : Number(c)
  const named = iso
    ? exactDate(year, Number(b), Number(c))
    : dots
      ? exactDate(year, Number(b), Number(a))
      : dayMonthYear(Number(a), Number(b), year)
  return named && { end: dots ? at + 1 : at + 5, value: { type: 'DATE', named } }
}

function count(word: WordAt, at: number): Reading<Meaning> | undefined {
  const found = numberAt(word, at)
  return found && { end: found.end, value: { count: found.value, article: false } }
}

const QCODE = /^(?:q([1-4])|([1-4])q)$/

/** The classes that are reckoned, not listed, by name: each begins with a word that may count, or with one of the listed class beside it. */
export const READERS: Readonly<Record<string, Reader>> = {
  NUM: (_, at, word) => amountsAt(word, at),
  COUNT: (_, at, word) => one(count(word, at)),
  ORD: (_, at, word) => one(ordinalAt(word, at)),
  DAY: (_, at, word) => one(monthDayAt(word, at)),
  YEAR: (_, at, word) => one(yearAt(word, at)),
  SHORTYEAR: (words, at, word) => one(shortYear(words, at, word)),
  DECADES: (words, at, word) => one(decades(words, at, word)),
  NUMERIC: (words, at, word) => one(numeric(words, at, word)),
  TIME: (words, at, word) => [
    ...one(clockAt(word, at)),
    ...phrasesAt(words, 'NOON', at).map(({ end, value }) => ({ end, value: `T${String(value)}` })),
  ],
  QCODE: (_, at, word) => {
    const met = QCODE.exec(word(at))
    return met ? [{ end: at + 1, value: Number(met[1] ?? met[2]) }] : []
  },
}

/** Listed classes that a reckoned class may begin with. */
export const LISTED_IN: Readonly<Record<string, readonly string[]>> = { DECADES: ['DECADE'], TIME: ['NOON'] }

/** Classes that are several lists at once. */
export const UNIONS: Readonly<Record<string, readonly string[]>> = { ANYUNIT: ['UNIT', 'UNITS'] }

/** Classes that are what a rule finds: "the early part of" and a CALENDAR time. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  YEARLY: ['year', 'fiscal', 'unit'],
  BAREDATE: ['date'],
  DAYPOINT: ['near', 'beyond', 'weekday', 'date', 'numeric', 'holiday', 'same', 'thenext'],
  DATED: ['year', 'decade', 'century', 'date', 'month', 'quarter'],
  CALENDAR: [
    ...[
      'near',
      'weekday',
      'date',
      'numeric',
      'month',
      'year',
      'fiscal',
      'decade',
      'century',
      'unit',
      'thenext',
      'same',
    ],
    ...['quarter', 'quarterof', 'season', 'bareseason', 'holiday'],
  ],
}
