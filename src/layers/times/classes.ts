import { exactDate } from './build.ts'
import { clockOf } from './clock.ts'
import type { Language } from './languages/language.ts'
import type { Lexicon } from './lexicon.ts'
import type { Numbers, WordAt } from './numbers.ts'
import type { Reading } from './pattern.ts'
import type { Meaning, Named, Sense } from './senses.ts'
import type { Word } from './words.ts'

/** What a class of words that no list can hold says at a place. */
export type Reader = (words: readonly Word[], at: number, word: WordAt) => readonly Reading<Meaning>[]

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

// "1990s", "'90s", "90s", "nineties"; "1990er".
function decadesOf({ marks }: Language, { phrasesAt }: Lexicon): Reader {
  const long = new RegExp(`^(\\d{3})0${marks.decade}$`)
  const short = new RegExp(`^['‘]?([2-9])0${marks.decade}$`)
  return (words, at, word) => {
    const full = long.exec(word(at))
    if (full) return [{ end: at + 1, value: decade(Number(full[1])) }]
    const from = /^['‘]$/.test(word(at)) && adjoin(words, at) ? at + 1 : at
    const ten = short.exec(word(from))
    if (ten) return [{ end: from + 1, value: decade(190 + Number(ten[1])) }]
    if (/^\d{3}0$/.test(word(at)) && word(at + 1) === "'s")
      return [{ end: at + 2, value: decade(Math.floor(Number(word(at)) / 10)) }]
    const [spelled] = phrasesAt(words, 'DECADE', at)
    return spelled ? [{ end: spelled.end, value: decade(190 + Number(spelled.value)) }] : []
  }
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

function count({ numberAt }: Numbers, word: WordAt, at: number): Reading<Meaning> | undefined {
  const found = numberAt(word, at)
  return found && { end: found.end, value: { count: found.value, article: false } }
}

const QCODE = /^(?:q([1-4])|([1-4])q)$/

/** The classes that are reckoned, not listed, by name: each begins with a word that may count, or with one of the listed class beside it. */
export function readersOf(language: Language, numbers: Numbers, lexicon: Lexicon): Readonly<Record<string, Reader>> {
  const clock = clockOf(language.marks, numbers)
  return {
    NUM: (_, at, word) => numbers.amountsAt(word, at),
    COUNT: (_, at, word) => one(count(numbers, word, at)),
    ORD: (_, at, word) => one(numbers.ordinalAt(word, at)),
    DAY: (_, at, word) => one(numbers.monthDayAt(word, at)),
    YEAR: (_, at, word) => one(numbers.yearAt(word, at)),
    SHORTYEAR: (words, at, word) => one(shortYear(words, at, word)),
    DECADES: decadesOf(language, lexicon),
    NUMERIC: (words, at, word) => one(numeric(words, at, word)),
    TIME: (words, at, word) => [
      ...one(clock(word, at)),
      ...lexicon.phrasesAt(words, 'NOON', at).map(({ end, value }) => ({ end, value: `T${String(value)}` })),
    ],
    QCODE: (_, at, word) => {
      const met = QCODE.exec(word(at))
      return met ? [{ end: at + 1, value: Number(met[1] ?? met[2]) }] : []
    },
  }
}

/** Listed classes that a reckoned class may begin with. */
export const LISTED_IN: Readonly<Record<string, readonly string[]>> = { DECADES: ['DECADE'], TIME: ['NOON'] }

/** Classes that are several lists at once. */
export const UNIONS: Readonly<Record<string, readonly string[]>> = { ANYUNIT: ['UNIT', 'UNITS'] }

/** Classes that are what a rule finds: "the early part of" and a CALENDAR time. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  YEARLY: ['year', 'fiscal', 'unit'],
  BCYEAR: ['era'],
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
