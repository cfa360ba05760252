import type { Match } from './grammar.ts'
import type { ContextWords, Language } from './languages/language.ts'
import type { Word } from './words.ts'

/** The words of a sentence around a match. */
interface Setting {
  readonly match: Match
  readonly words: readonly Word[]
  /** Lower-case word so many before the match (-1 is the one before) or after it (1 is the one after). */
  near(offset: number): string
  /** Whether the match is one word. */
  readonly lone: boolean
  readonly low: string
  /** What the language's lists hold, and its patterns. */
  readonly lists: Lists
  readonly patterns: Patterns
}

type Test = (setting: Setting) => boolean

const LISTS = [
  'beforeYear', 'afterCount', 'shares', 'zones', 'beforeRate', 'amounts', 'short', 'verbs', 'beforeVague', 'doubtful', 'beforeDoubtful', 'headings', 'offsets', 'looseOffsets',
  'owners', 'dusk', 'limits', 'otherDays', 'doubtedSeasons', 'beforeSeason', 'of', 'in', 'moments', 'unrepeated', 'spans', 'beforeSpan', 'stages', 'ordinalUnits', 'quarters', 'hedges', 'article', 'definite', 'aged',
  'auxiliaries', 'per', 'paces', 'ageUnits', 'pointing', 'nights', 'beforeNight',
] as const // biome-ignore format: a list to be read
type Lists = Readonly<Record<(typeof LISTS)[number], ReadonlySet<string>>>

const setOf = (list = ''): ReadonlySet<string> => new Set(list.split(' ').filter((word) => word !== ''))
const listsOf = (words: ContextWords): Lists =>
  Object.fromEntries(LISTS.map((name) => [name, setOf(words[name])])) as unknown as Lists

const PATTERNS = ['ordinal', 'decade', 'plural'] as const
type Patterns = Readonly<Record<(typeof PATTERNS)[number], RegExp>>
const NEVER = '(?!)'
const patternsOf = (words: ContextWords): Patterns =>
  Object.fromEntries(PATTERNS.map((name) => [name, new RegExp(words[name] ?? NEVER, 'u')])) as unknown as Patterns

const isWord = (low: string): boolean => /^\p{L}/u.test(low)

const isYearRange = (first: string, last: string): boolean =>
  /^\d{4}$/.test(first) && last.length === 2 && Number(last) > Number(first.slice(2))

/** "in 1989", "(1989)", "the 1989 report"; not "1989 people" or "$1989". */
const year: Test = ({ near, lone, low, words: all, match, lists, patterns }) => {
  if (!lone) return true
  const [before, after] = [near(-1), near(1)]
  // "Struck at 1653 (2153 GMT)"; "the scare of 1995-7", of which no one year can be said; not "1990-94".
  if (after === '(' && /^\d{4}$/.test(near(2)) && lists.zones.has(near(3))) return false
  if (after === '-' && /^\d{1,2}$/.test(near(2)) && !isYearRange(low, near(2))) return false
  if (/^[$£€#¥]$/.test(before) || lists.headings.has(before) || lists.shares.has(after)) return false
  if (after === '/' || (before === '-' && !/^\d{4}$/.test(near(-2)))) return false
  if (!/^\d/.test(all[match.from]?.low ?? '')) return lists.beforeYear.has(before)
  if (after === '-') return lists.beforeYear.has(before) || /^\d{4}$/.test(near(2)) || isYearRange(low, near(2))
  if (lists.afterCount.has(after)) return false
  return lists.beforeYear.has(before) || !isWord(after) || !patterns.plural.test(after)
}

/** "two days before" ends its phrase; in "two days before the vote" the length is what is said. */
const away: Test = ({ near, words: all, match, lists }) => {
  const last = all[match.to - 1]?.low ?? ''
  return !lists.offsets.has(last) || !isWord(near(1)) || lists.looseOffsets.has(last)
}

/** "$3 a year", "twice a week", "50 percent a month". */
const rate: Test = ({ near, words: all, match, lists }) => {
  const before = near(-1)
  if (lists.beforeRate.has(before)) return true
  for (let at = match.from - 1; at >= Math.max(0, match.from - 4); at--) {
    const low = all[at]?.low ?? ''
    if (/^[$£€¥]$|^\d[\d,.]*$/.test(low) || lists.amounts.has(low)) return !lists.verbs.has(before)
    if (/^[,;:]$/.test(low)) return false
  }
  return false
}

// "In her 80s", "in his mid-80s" are ages.
const notAge: Test = ({ near, words: all, match, lists, patterns }) =>
  !patterns.decade.test(all[match.to - 1]?.low ?? '') || ![-1, -2, -3].some((at) => lists.owners.has(near(at)))

const TESTS: Readonly<Record<string, Test>> = {
  year,
  away,
  rate,
  about: ({ near, match, lists, patterns }) =>
    match.sense.named?.is !== 'fixed' || !(lists.afterCount.has(near(1)) || patterns.plural.test(near(1))),
  decade: notAge,
  position: notAge,
  // "By nightfall" of the day of telling, where no other day is named.
  tonight: ({ low, near, words: all, lists }) =>
    !lists.dusk.has(low) || (lists.limits.has(near(-1)) && !all.some((word) => lists.otherDays.has(word.low))),
  // "That Sun" may be a newspaper; "Tuesday, the first", a list.
  weekday: ({ words: all, match, near, lists, patterns }) => {
    const last = all[match.to - 1]?.low ?? ''
    return !lists.short.has(last) && !(patterns.ordinal.test(last) && isWord(near(1)))
  },
  month: ({ lone, low, near, lists }) => {
    if (!lone) return true
    if (lists.doubtful.has(low) && !lists.beforeDoubtful.has(near(-1))) return false
    return !lists.short.has(low) && !(lists.auxiliaries.has(low) && near(-1) === '' && isWord(near(1)))
  },
  // "The fall of the town", "they spring from it": only where a season can stand.
  bareseason: ({ near, words: all, match, lists }) =>
    !lists.doubtedSeasons.has(all[match.to - 1]?.low ?? '') ||
    (lists.beforeSeason.has(near(-1)) && !lists.of.has(near(1))),
  // "Her last second ball" is no time.
  unit: ({ words: all, match, near, lists }) => !lists.moments.has(all[match.to - 1]?.low ?? '') || near(1) === '',
  // "The year" is a time only in few places: "for the year", "later in the day".
  same: ({ near, words: all, match, lists }) => {
    const unit = all[match.to - 1]?.low ?? ''
    if (lists.unrepeated.has(unit)) return false
    if (lists.spans.has(unit)) return lists.beforeSpan.has(near(-1)) && !lists.of.has(near(1)) && near(1) !== '-'
    return lists.stages.has(near(-2)) && lists.in.has(near(-1))
  },
  // Not ages, nor fractions.
  duration: ({ words: all, match, near, low, lists }) => {
    const unit = all[match.to - 1]?.low ?? ''
    if (match.sense.length?.count === 1 && lists.ordinalUnits.has(unit)) return false
    if (lists.hedges.has(low) && lists.article.has(all[match.from + 1]?.low ?? '')) return false
    if (lists.quarters.has(unit) && all[match.to - 2]?.low === '-' && near(1) !== '') return false
    if (lists.aged.has(near(1)) || (near(1) === '-' && lists.aged.has(near(2)))) return false
    return !/^[$£€¥]$/.test(near(-1)) && low !== ''
  },
  // Speeds and powers, not how often.
  each: ({ low, words: all, match, lists }) => !lists.per.has(low) || !lists.paces.has(all[match.to - 1]?.low ?? ''),
  // Ages.
  old: ({ words: all, match, lists }) => !lists.ageUnits.has(all[match.to - 3]?.low ?? ''),
  // "Over" hedges a number, not "the last two weeks".
  stretch: ({ low, words: all, match, lists }) =>
    !lists.pointing.has(low) && !(lists.hedges.has(low) && lists.definite.has(all[match.from + 1]?.low ?? '')),
  vague: ({ lone, near, lists }) => !lone || lists.beforeVague.has(near(-1)),
  // "The night" is named for what it was like as often as for when.
  part: ({ near, words: all, match, lists }) =>
    !lists.nights.has(all[match.to - 1]?.low ?? '') || lists.beforeNight.has(near(-1)) || match.to - match.from > 2,
}

const TITLED = new Set(['unit', 'duration', 'clock', 'tonight', 'ref'])

// "This Week" in quotation marks is a programme.
const isTitle = (words: readonly Word[], { from, to }: Match): boolean =>
  to - from > 1 &&
  words[to - 1]?.capital === true &&
  /^["“”'‘`]+$/.test(words[from - 1]?.low ?? '') &&
  words[from]?.capital === true

/** What tells whether the words around a match let it be a time. */
export function contextsOf({ contexts }: Language): (words: readonly Word[], match: Match) => boolean {
  const [lists, patterns] = [listsOf(contexts), patternsOf(contexts)]
  const tested = new Set(contexts.tests)
  return (words, match) => {
    if (TITLED.has(match.rule) && isTitle(words, match)) return false
    const test = tested.has(match.rule) ? TESTS[match.rule] : undefined
    if (!test) return true
    const near = (offset: number): string => words[offset < 0 ? match.from + offset : match.to + offset - 1]?.low ?? ''
    return test({
      match,
      words,
      near,
      lone: match.to - match.from === 1,
      low: words[match.from]?.low ?? '',
      lists,
      patterns,
    })
  }
}
