import { fold } from '../fold.ts'
import type { HappeningItem } from '../items.ts'
import { familyOf, headOf, toldAs } from '../offer/happening.ts'
import { A_FEW, rule } from './rule.ts'
import { inBoth, once, shared } from './words.ts'

// Share of wording that two tellings need, by how well their days agree; less where place or participants back it up. Where one has no day, or
// one that says little, nearly the same words on both sides: it would join happenings of many days into one.
const NEEDED = { same: 0.45, wider: 0.55, open: 0.65, half: 0.9 } as const
const BACKED = 0.12
const OTHER_WORD = 0.15
const LEAST_SHARED = 2

const wordOf = once(({ words }: HappeningItem): string => headOf(words.exact))
const lastNames = once(({ names }: HappeningItem) => names.map((name) => fold(name).split(' ').at(-1) ?? ''))
const stemsOf = once(({ stems }: HappeningItem): ReadonlySet<string> => new Set(stems.split(' ').filter(Boolean)))
// A sentence that names a day is not one that names none, though all its other words are the same.
const weekdaysIn = once(({ sentence }: HappeningItem): string =>
  (sentence.exact.match(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g) ?? []).join(),
)
const kindOf = once(({ type, words }: HappeningItem): string => familyOf(type, words.exact))

// A week or less: "in 2010" holds too many days to be one of them.
const NARROW = 7 * 86_400_000
const isNarrow = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10)) < NARROW

function daysAgree(a: HappeningItem, b: HappeningItem): keyof typeof NEEDED | undefined {
  if (!a.day && !b.day) return 'open'
  if (!a.day || !b.day) return weekdaysIn(a) === weekdaysIn(b) ? 'half' : undefined
  if (a.day.from > b.day.to || b.day.from > a.day.to) return undefined
  if (a.day.from === b.day.from && a.day.to === b.day.to) return 'same'
  return isNarrow(a.day) && isNarrow(b.day) ? 'wider' : 'half'
}

// Two towns are two happenings; a town and its country may be one.
function placesAgree(a: HappeningItem, b: HappeningItem): 'same' | 'open' | 'other' {
  if (!a.place || !b.place) return 'open'
  const same =
    a.place.geonamesId === undefined
      ? fold(a.place.name) === fold(b.place.name)
      : a.place.geonamesId === b.place.geonamesId
  if (same) return 'same'
  if (a.place.country !== undefined && b.place.country !== undefined && a.place.country !== b.place.country)
    return 'other'
  return a.place.precision === b.place.precision && a.place.precision !== 'region' ? 'other' : 'open'
}

// What is told once in a sentence is one thing; its second event is another.
const sameSentence = (a: HappeningItem, b: HappeningItem): boolean =>
  a.article === b.article && a.version === b.version && a.sentence.start === b.sentence.start

function comparable(a: HappeningItem, b: HappeningItem): boolean {
  return !sameSentence(a, b) && toldAs(a) === toldAs(b) && kindOf(a) === kindOf(b)
}

/** One happening: the same kind of thing on days that overlap, at no other place, told with much the same words or people. */
export const happening = rule({
  kind: 'happening',
  items: 'happening',
  within: true,
  most: A_FEW,
  compare: (a, b) => {
    if (!comparable(a, b)) return undefined
    const [days, places] = [daysAgree(a, b), placesAgree(a, b)]
    if (days === undefined || places === 'other') return undefined
    const [left, right] = [stemsOf(a), stemsOf(b)]
    if (inBoth(left, right) < LEAST_SHARED) return undefined
    const backed = places === 'same' || lastNames(a).some((name) => lastNames(b).includes(name))
    const needed = NEEDED[days] - (backed ? BACKED : 0) + (wordOf(a) === wordOf(b) ? 0 : OTHER_WORD)
    const wording = shared(left, right, days === 'half' ? 'heavier' : 'lighter')
    if (wording < needed) return undefined
    return { why: `same-happening/${days}-day`, score: Math.min(0.98, 0.75 + (wording - needed) / 2) }
  },
})
