import { stem } from './fold.ts'
import words from './matter.json' with { type: 'json' }
import { inBoth } from './rules/words.ts'

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const [NEGATIONS, MONTHS] = [setOf(words.negations), setOf(words.months)]
const VALUES: ReadonlyMap<string, number> = new Map([
  ...words.numbers.split(' ').map((word, at) => [word, at] as const),
  ...words.tens.split(' ').map((word, at) => [word, 10 * (at + 2)] as const),
])

/** What statements say that may be said otherwise: which numbers they give, and whether they say that something is not so. */
export interface Matter {
  readonly numbers: ReadonlySet<string>
  readonly negated: boolean
}

const YEAR = /^(?:1[5-9]|20)\d\d$/

// "Forty-one" is 41, "1,800" 1800; "one" is too often no number.
function numberOf(word: string): string | undefined {
  if (/^\d/.test(word)) return word.replaceAll(',', '')
  const parts = word.split('-').map((part) => VALUES.get(part) ?? Number.NaN)
  const value = parts.reduce((sum, part) => sum + part, 0)
  return Number.isNaN(value) || value === 1 ? undefined : `${value}`
}

const DAYS = new Set([...MONTHS, ...setOf(words.weekdays)].map(stem))

/** Whether a stem is a number, or the name of a day or month. */
export const isCounted = (word: string): boolean => numberOf(word) !== undefined || DAYS.has(word)

// A year or a day of a month counts nothing.
function numbersIn(said: readonly string[]): ReadonlySet<string> {
  const isDate = (word: string, at: number): boolean =>
    YEAR.test(word) || [said[at - 1], said[at + 1]].some((next) => MONTHS.has(next ?? ''))
  return new Set(said.flatMap((word, at) => (isDate(word, at) ? [] : (numberOf(word) ?? []))))
}

/** What folded words say so. */
export const matterOf = (said: readonly string[]): Matter => ({
  numbers: numbersIn(said),
  negated: said.some((word) => NEGATIONS.has(word)),
})

const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => inBoth(a, b) === a.size

/** Whether two statements give numbers of which neither has all of the other's. */
export const recounts = ({ numbers: a }: Matter, { numbers: b }: Matter): boolean =>
  a.size > 0 && b.size > 0 && !isWithin(a, b) && !isWithin(b, a)
