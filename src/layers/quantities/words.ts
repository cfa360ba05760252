import words from './words.json' with { type: 'json' }

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const mapOf = <V>(table: Readonly<Record<string, V>>): ReadonlyMap<string, V> => new Map(Object.entries(table))

/** Phrases by their first word, the longest first; each as its words. */
export type Phrases<V> = ReadonlyMap<string, readonly (readonly [words: readonly string[], value: V])[]>

function phrasesOf<V>(table: Readonly<Record<string, V>>): Phrases<V> {
  const found = new Map<string, (readonly [readonly string[], V])[]>()
  for (const [phrase, value] of Object.entries(table)) {
    const parts = phrase.split(' ')
    const first = parts[0] ?? ''
    found.set(first, [...(found.get(first) ?? []), [parts, value]])
  }
  for (const list of found.values()) list.sort(([a], [b]) => b.length - a.length)
  return found
}

const listed = (list: readonly string[]): Phrases<true> =>
  phrasesOf(Object.fromEntries(list.map((phrase) => [phrase, true as const])))

/** The longest of `phrases` that stands at a word: where it ends, and what it means. */
export function phraseAt<V>(
  phrases: Phrases<V>,
  low: readonly string[],
  at: number,
): { readonly to: number; readonly value: V } | undefined {
  for (const [parts, value] of phrases.get(low[at] ?? '') ?? [])
    if (parts.every((part, i) => low[at + i] === part)) return { to: at + parts.length, value }
  return undefined
}

/** Number words below twenty, and the tens, with their values. */
export const ONES: ReadonlyMap<string, number> = new Map(words.ones.split(' ').map((word, i) => [word, i]))
export const TENS: ReadonlyMap<string, number> = new Map(words.tens.split(' ').map((word, i) => [word, 20 + 10 * i]))
/** What multiplies the number before it: "hundred", "million". */
export const SCALES = mapOf(words.scales)
/** The same as letters behind digits: "3.2bn". */
export const SUFFIXES = mapOf(words.suffixes)
/** "dozens", "tens of thousands": the least and the most that they are taken to mean. */
export const VAGUE = phrasesOf<readonly number[]>(words.vague)
/** "half a dozen", "a couple of": one number. */
export const FIXED = phrasesOf(words.fixed)
export const FRACTIONS = mapOf(words.fractions)
export const HEDGES = listed(words.hedges)
export const LONGEST_HEDGE = Math.max(...words.hedges.map((hedge) => hedge.split(' ').length))
export const HEDGES_AFTER = listed(words.hedgesAfter)
/** What may stand between a verb and its number: "killing a further 14". */
export const ADDITIONS: ReadonlySet<string> = new Set(words.additions)
export const SIGNS = mapOf(words.currencySigns)
export const SIGN_PREFIXES = mapOf(words.signPrefixes)
export const CODES = setOf(words.currencyCodes)
/** What may follow a number and measure it, by the kind of quantity that it makes. */
export const MONEY = phrasesOf<string>({ ...words.currencyNames, ...words.currencyLands })
export const MEASURES = phrasesOf<string>(words.measures)
export const PERCENTS = phrasesOf<string>(words.percents)
export const TIME_UNITS = setOf(words.timeUnits)
export const MONTHS = setOf(words.months)
const OPENERS: ReadonlySet<string> = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  ...VAGUE.keys(),
  ...FIXED.keys(),
  ...FRACTIONS.keys(),
  ...SCALES.keys(),
  'a',
  'an',
])

/** Whether a number can begin with a lower-case word: most words are passed over by this. */
export function opensNumber(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return true
  if (isSigned(word)) return true
  const hyphen = word.indexOf('-')
  return OPENERS.has(hyphen > 0 ? word.slice(0, hyphen) : word)
}

const LONGEST_SIGN = 3
// By code, whether a sign begins with a letter: asked of every word.
const SIGNED = new Uint8Array(0x80)
for (const sign of Object.keys(words.glued)) SIGNED[sign.charCodeAt(0)] = 1

// "Sh50,000".
function isSigned(word: string): boolean {
  if (SIGNED[word.charCodeAt(0)] !== 1) return false
  for (let at = 1; at <= LONGEST_SIGN && at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) return GLUED_SIGNS.has(word.slice(0, at))
  }
  return false
}

const LITTLE: ReadonlySet<string> = new Set(['a', 'an', 'of', 'and'])
const tables = [words.scales, words.vague, words.fixed, words.fractions, words.folds].flatMap((table) =>
  Object.keys(table),
)
const NUMBERING = [words.ones, words.tens, words.none, 'nobody none', ...tables]
  .flatMap((list) => list.split(' '))
  .filter((word) => !LITTLE.has(word))
const HOLDING = new RegExp(String.raw`\d|\b(?:${[...new Set(NUMBERING)].join('|')})\b`, 'i')

/** Whether a text may hold a number or say that there was none: where it has no digit and no such word, it holds none. */
export const mayHold = (text: string): boolean => HOLDING.test(text)

/** Words that number what they name: "chapter 3", "No. 7". */
export const LABELS = setOf(words.labels)
export const AGES = setOf(words.ages)
/** Singular nouns that "one" counts in the news. */
export const PERSONS = setOf(words.persons)
/** Plurals that do not end in s. */
export const PLURALS = setOf(words.plurals)
/** What became of those counted, as participle or adjective; what does it to them; and nouns for both. */
export const STATES = setOf(words.states)
/** What became of them in several words: "moved out", "without power". */
export const STATE_PHRASES = listed(words.statePhrases)
export const DOINGS = setOf(words.doings)
/** The same of verbs that say so only where their noun follows: "cut 900 jobs", not "job cuts of 900". */
export const DOINGS_OF = setOf(words.doingsOf)
export const STATE_NOUNS = setOf(words.stateNouns)
export const TOLLS = listed(words.tolls)
export const TOLL_VERBS = setOf(words.tollVerbs)
export const NONE = setOf(words.none)
export const NONE_OF = setOf(words.noneOf)
/** What may stand between the counted and their state. */
export const AUX = setOf(words.aux)
export const ASIDES = listed(words.asides)
/** Words at which the noun phrase after a number ends. */
export const STOPS = setOf(words.stops)
export const RISES = setOf(words.rises)
export const FALLS = setOf(words.falls)
export const RATIO_BEFORE = setOf(words.ratioBefore)
/** Nouns that stand for a number told before, verbs that give another for it, and what may stand between: "puts the figure at", "the true number is closer to". */
export const COUNTS = setOf(words.counts)
export const PUTS = setOf(words.puts)
export const DETERMINERS = setOf(words.determiners)
export const LINKS = setOf(words.links)
/** Verbs that end a clause whose verb was told before: "52 had". */
export const AUXILIARIES = setOf(words.auxiliaries)
/** Verbs of change, beside those of rising and falling, that take a number from one to another. */
export const CHANGES: ReadonlySet<string> = new Set([...RISES, ...FALLS, ...setOf(words.pasts)])
export const THEM = setOf(words.them)
/** What is half as much, not half of it: "half the size of Wales". */
export const EXTENTS = setOf(words.extents)
/** What a number without a noun of its own counts, where it stands before "of": "a crowd of 8,000". */
export const CONTAINERS = setOf(words.containers)
export const VOTES = setOf(words.votes)
/** Verbs that make what they take rise or fall "by" a number. */
export const RAISES: ReadonlySet<string> = new Set([...RISES, ...setOf(words.raises)])
export const LOWERS: ReadonlySet<string> = new Set([...FALLS, ...setOf(words.lowers)])
/** Currencies written as one word with their number: "Sh50,000". */
export const GLUED_SIGNS = mapOf<string>(words.glued)
/** Units named before their number: "magnitude 6.1". */
export const UNITS_BEFORE = mapOf<string>(words.unitsBefore)
/** Nouns whose "of" names a place: "the streets of Warsaw"; and what may stand before a place's name: "northern Mali". */
export const PLACE_NOUNS = setOf(words.placeNouns)
export const DIRECTIONS = setOf(words.directions)
/** What says of somebody where they live, not where something became of them. */
export const BASED = setOf(words.based)
/** Words by which a state lasts: "still missing", "without power". */
export const STILL = setOf(words.still)
/** Verbs that tell how many times as much, without a number: "doubled". */
export const FOLDS = mapOf<number>(words.folds)
/** What may stand between such a verb and what it tells of, what makes something else of it ("doubled down"), and prepositions of what it tells of. */
export const FOLD_AUX = setOf(words.foldAux)
export const FOLD_BARS = setOf(words.foldBars)
export const FOLD_PREPOSITIONS = setOf(words.foldPrepositions)
/** Words before such a verb by which it has not come about: "not", "will". */
export const FOLD_UNREAL = setOf(words.foldUnreal)
/** What may stand before the noun phrase that such a verb tells of. */
export const FOLD_BEFORE = setOf(words.foldBefore)
/** Nouns that only say that what follows is counted: "the number of". */
export const FOLD_OF = setOf(words.foldOf)
