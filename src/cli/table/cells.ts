import { unsafe } from '../../exports/csv.ts'

/** Words of a cell as they are compared: formula marks off, white space as one space. */
export const wordsOf = (cell: string): string => unsafe(cell).normalize('NFC').replace(/\s+/g, ' ').trim()

// What an encoding without a letter makes of it: the letter without its accent, or a question mark.
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
const lossyOf = (text: string): string => bare(text).replace(/[^\u0020-\u007e]/gu, '?')

/** Whether two cells say the same. `lossy`: one of them went through an encoding without all letters. */
export function sameWords(a: string, b: string, lossy: boolean): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left === right) return true
  if (!lossy) return false
  const [one, two] = [lossyOf(left), lossyOf(right)]
  return one.length === two.length && [...one].every((char, at) => char === two[at] || char === '?' || two[at] === '?')
}

/** Whether two cells are the same number, however a spreadsheet writes it. */
export function sameNumber(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  return left === right || (left !== '' && right !== '' && Number(left.replace(',', '.')) === Number(right))
}

const two = (digits: string): string => digits.padStart(2, '0')
const year = (digits: string): string => (digits.length === 2 ? `20${digits}` : digits)
const isDay = (iso: string): boolean => {
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
}

/** The days that a cell may mean: one for 2026-05-13 and 13.5.2026, two for 5/6/2026; none for what is no day. */
export function daysIn(cell: string): readonly string[] {
  const words = wordsOf(cell).replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i, '')
  if (/^\d{4}(-\d{2})?$/.test(words)) return [words]
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words) ?? []
  if (y && m && d) return [`${y}-${two(m)}-${two(d)}`].filter(isDay)
  const [, a, mark, b, c] = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(words) ?? []
  if (!a || !b || !c) return []
  const found = [`${year(c)}-${two(b)}-${two(a)}`, ...(mark === '.' ? [] : [`${year(c)}-${two(a)}-${two(b)}`])]
  return [...new Set(found)].filter(isDay)
}

/** What a day's cell says beside what it said: the same, another day, no day, or what cannot be told. */
export type DayRead = { readonly same: true } | { readonly day: string } | { readonly problem: 'none' | 'two' }

/** Reads a day's cell: a spreadsheet may have written the same day in its own way. */
export function readDay(cell: string, was: string): DayRead {
  if (wordsOf(cell) === wordsOf(was)) return { same: true }
  if (wordsOf(cell) === '') return { day: '' }
  const days = daysIn(cell)
  if (days.includes(was.slice(0, 10))) return { same: true }
  const [first, second] = days
  if (first === undefined) return { problem: 'none' }
  return second === undefined ? { day: first } : { problem: 'two' }
}

/** One who stands in a cell of names: "Marija Kovač (actor)". */
export interface Named {
  readonly name: string
  readonly role?: string
}

/** Those whom a cell names, apart by semicolons. */
export const namedIn = (cell: string): readonly Named[] =>
  wordsOf(cell)
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [, name = one, role] = /^(.*\S) \((actor|target|victim|instrument|other)\)$/.exec(one) ?? []
      return role === undefined ? { name } : { name, role }
    })
