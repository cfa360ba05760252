import { canBoth, isVague, sameNumber } from '../amount.ts'
import { fold, stemsIn } from '../fold.ts'
import type { FigureItem } from '../items.ts'
import { LONG_AGO, sortOf } from '../offer/figure.ts'
import { A_FEW, rule, type Verdict } from './rule.ts'
import { inBoth, once, shared } from './words.ts'

/** Terms, of twelve, that two articles have in common where they may count the same. */
const ALIKE = 3
/** Share of wording that two tellings need where only their number says that they are one, and where not even that does. */
const SAME_NUMBER = 0.3
const OTHER_NUMBER = 0.6
const LEAST_SHARED = 4
const BACKED = 0.25
const SMALL = 20
const FAR = 8
const NEXT = 3
/** Share of wording with which it does not matter that one telling names no place. */
const CLOSE = 0.75
/** Numbers that one article gives twice of one thing, whether or not it names the place twice. */
const TOLD_TWICE = 5
/** How far two numbers lie apart, at most, of whom one article calls people and another by a noun of their own. */
const NEAR = 2
/** How far two numbers of one article may lie apart that are one. */
const TWICE = 1.5

// The words around a number, and what it counts where another sentence says that: "eleven" is no word that two tellings have in common, or have not.
const stemsOf = once(({ sentence, words, of }: FigureItem): ReadonlySet<string> => {
  const [from, to] = [words.start - sentence.start, words.end - sentence.start]
  const around = `${sentence.exact.slice(0, from)} ${sentence.exact.slice(to)} ${of?.exact ?? ''}`
  return new Set(stemsIn(around).filter((word) => !/^\d/.test(word)))
})
const aboutOf = once(({ about }: FigureItem): ReadonlySet<string> => new Set(about))

type Agreement = 'same' | 'open' | 'other'

const agree = <T>(a: T | undefined, b: T | undefined, isSame: (a: T, b: T) => boolean): Agreement =>
  a === undefined && b === undefined
    ? 'same'
    : a === undefined || b === undefined
      ? 'open'
      : isSame(a, b)
        ? 'same'
        : 'other'

type Place = NonNullable<FigureItem['place']>

const isOnePlace = (a: Place, b: Place): boolean =>
  a.geonamesId === undefined || b.geonamesId === undefined
    ? fold(a.name) === fold(b.name)
    : a.geonamesId === b.geonamesId

const isWide = ({ precision }: Place): boolean => precision === 'country' || precision === 'region'

// The number of a town and the number of its country are two, unless they are the same.
function placesAgree(a: FigureItem, b: FigureItem): Agreement {
  if (!a.place || !b.place) return a.place || b.place ? 'open' : 'same'
  if (isOnePlace(a.place, b.place)) return 'same'
  const within =
    a.place.country !== undefined && a.place.country === b.place.country && isWide(a.place) !== isWide(b.place)
  return within && sameNumber(a, b) ? 'open' : 'other'
}

const DAY = 86_400_000
const day = (iso: string): number => Date.parse(iso.slice(0, 10))

// A night lies on two days.
const daysAgree = (a: FigureItem, b: FigureItem): Agreement =>
  agree(a.day, b.day, (left, right) => day(left.from) <= day(right.to) + DAY && day(right.from) <= day(left.to) + DAY)

// What is told of long ago never goes with what has no day.
const isOld = ({ day: of, report }: FigureItem): boolean =>
  of !== undefined && report.published !== undefined && day(of.to) < day(report.published) - LONG_AGO * DAY

// A number of all and a number of some are two; the same number of both may be one. Of a state that passes ("missing") the one article may call
// "people" whom the other calls "workers", where neither tells of both.
function whoAgree(a: FigureItem, b: FigureItem): Agreement {
  if (a.who === b.who) return 'same'
  const isOpenWho = (a.who === '' || b.who === '') && a.main && b.main
  return isOpenWho && (sameNumber(a, b) || isPassing(a, b)) ? 'open' : 'other'
}

const isPassing = (a: FigureItem, b: FigureItem): boolean =>
  PASSING.has(a.became ?? '') && a.article !== b.article && isNear(a, b)

const isNear = (a: FigureItem, b: FigureItem): boolean => a.high <= NEAR * b.low && b.high <= NEAR * a.low

const PASSING = new Set(['missing', 'trapped', 'stranded'])

/** Whether nothing that both say of what they cover sets them apart. */
function isOneScope(a: FigureItem, b: FigureItem): boolean {
  const agreements = [placesAgree(a, b), agree(a.scope, b.scope, (x, y) => x === y), daysAgree(a, b), whoAgree(a, b)]
  if (agreements.includes('other')) return false
  return !(agreements[2] === 'open' && (isOld(a) || isOld(b)))
}

const isOpen = (a: FigureItem, b: FigureItem): boolean =>
  placesAgree(a, b) === 'open' || agree(a.scope, b.scope, (x, y) => x === y) === 'open'

// A word for many goes with a number that it may stand for; else a number goes with one that is not far from it, the less so where only some
// are counted: the number of a house is not the next of a city's.
function mayFollow(a: FigureItem, b: FigureItem): boolean {
  if (a.low <= 0 || b.low <= 0) return false
  const [vague, other] = isVague(a) ? [a, b] : [b, a]
  if (isVague(vague)) return !isVague(other) && other.high >= vague.low / 2 && other.low <= vague.high * 1.25
  return Math.max(a.high, b.high) <= (a.who === '' ? FAR : NEXT) * Math.min(a.low, b.low)
}

const isOneNumber = (a: FigureItem, b: FigureItem, open: boolean): boolean =>
  !open || (a.main && b.main) || (a.article === b.article && a.low > TOLD_TWICE)

// Some of the same are one series where much the same is said of them: "28 of the families have not gone back".
function sharesVerdict(a: FigureItem, b: FigureItem): Verdict | undefined {
  const [left, right] = [stemsOf(a), stemsOf(b)]
  if (a.thing === '' || isOpen(a, b) || inBoth(left, right) < LEAST_SHARED) return undefined
  return shared(left, right) >= OTHER_NUMBER ? { why: 'same-figure/share', score: 0.75 } : undefined
}

// One article says "more than 40" and "42" of one thing, hardly "at least 20" and "40 others", or "millions".
const isClose = (a: FigureItem, b: FigureItem): boolean =>
  isVague(a) || isVague(b) ? mayFollow(a, b) : Math.max(a.high, b.high) <= TWICE * Math.min(a.low, b.low)

// A state is one thing in a story.
function stateVerdict(a: FigureItem, b: FigureItem): Verdict | undefined {
  const [left, right] = [stemsOf(a), stemsOf(b)]
  const open = isOpen(a, b)
  // That nobody was hurt, or nothing damaged, is said of much.
  if (a.high === 0 || b.high === 0) return wordsVerdict(a, b)
  if (sameNumber(a, b)) return isOneNumber(a, b, open) ? { why: 'same-figure/number', score: 0.9 } : undefined
  if (a.article === b.article)
    return canBoth(a, b) && isClose(a, b) && !open ? { why: 'same-figure/bounds', score: 0.85 } : undefined
  if (whoAgree(a, b) === 'other' || a.scope !== b.scope || !mayFollow(a, b)) return undefined
  if (a.share && b.share) return sharesVerdict(a, b)
  if (!a.main || !b.main) return undefined
  const needed = a.who === '' ? (open ? BACKED : 0) : OTHER_NUMBER
  if (shared(left, right) < needed) return undefined
  return { why: 'same-figure/state', score: 0.8 }
}

// A number of something without a state is only that which much the same words tell; a small one needs more of them.
function wordsVerdict(a: FigureItem, b: FigureItem): Verdict | undefined {
  const [left, right] = [stemsOf(a), stemsOf(b)]
  const wording = shared(left, right)
  // "1,800 tonnes" of ammonium nitrate is no other's.
  if (sameNumber(a, b) && a.form === 'measure' && a.thing !== '' && a.high > SMALL)
    return { why: 'same-figure/number', score: 0.85 }
  if (sameNumber(a, b))
    return wording >= (a.high <= SMALL ? OTHER_NUMBER : SAME_NUMBER)
      ? { why: 'same-figure/number-and-words', score: 0.85 }
      : undefined
  if ((a.form !== 'count' && a.form !== 'measure') || a.high === 0 || b.high === 0 || a.article === b.article)
    return undefined
  if (a.share && b.share) return sharesVerdict(a, b)
  if (!isOwn(a) || !isOwn(b) || a.thing === '' || a.scope !== b.scope) return undefined
  return wording >= (isOpen(a, b) ? CLOSE : OTHER_NUMBER) && inBoth(left, right) >= LEAST_SHARED
    ? { why: 'same-figure/words', score: 0.75 }
    : undefined
}

// What an article says of a thing, or has another source say of it.
const isOwn = ({ main, again }: FigureItem): boolean => main || again !== undefined

const takes = ({ again, later }: FigureItem, { ref }: FigureItem): boolean => again === ref || later === ref
const isTakenUp = (a: FigureItem, b: FigureItem): boolean => takes(a, b) || takes(b, a)

/** One series: the same thing counted, in the same state, at no other place and of no other scope, told by articles about the same. */
export const figure = rule({
  kind: 'figure',
  items: 'figure',
  within: true,
  most: A_FEW,
  compare: (a, b) => {
    if (sortOf(a) !== sortOf(b)) return undefined
    if (isTakenUp(a, b)) return { why: 'same-figure/taken-up', score: 0.85 }
    if (!isOneScope(a, b)) return undefined
    if (a.article !== b.article && inBoth(aboutOf(a), aboutOf(b)) < ALIKE) return undefined
    return a.became === undefined ? wordsVerdict(a, b) : stateVerdict(a, b)
  },
})
