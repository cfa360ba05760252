import type { Amount } from './amounts.ts'
import { isCapital, isWord, type Line } from './line.ts'
import { figureAt } from './numbers.ts'
import { AUX, PERSONS, PLURALS, SIGNS, STATES, STOPS, THEM } from './words.ts'

/** What a number counts: the words, as indices; the state told before the noun; and where the whole ends. */
export interface Counted {
  readonly of?: readonly [from: number, to: number]
  /** Index of a word that tells the state: "14 wounded soldiers", "14 dead". */
  readonly state?: number
  /** It counts some of "them". */
  readonly them?: true
  readonly end: number
}

const LONGEST = 7
const ARTICLES = new Set(['the', 'its', 'their', 'those', 'these', 'his', 'her', 'our', 'all', 'some'])

const isPossessive = (word: string): boolean => /^['’]s?$/.test(word)

/** Whether a word is a plural by its looks: "fighters", "people", not "crisis", "bus" or "IS". */
export function isPlural({ tokens, low }: Line, at: number): boolean {
  const word = low[at] ?? ''
  if (PLURALS.has(word)) return true
  return word.length > 3 && /[^sui'’]s$/.test(word) && !/S$/.test(tokens[at]?.text ?? '')
}

/** Whether no noun phrase goes on at a word; an acronym is never a stop word: "IS", "US", "IT". */
export const ends = (line: Line, at: number): boolean =>
  !isWord(line, at) || (STOPS.has(line.low[at] ?? '') && !/^\p{Lu}{2}/u.test(line.tokens[at]?.text ?? ''))

const ADVERB = /[^aeiou]ly$/
const NOT_ADVERBS = new Set([
  'family',
  'supply',
  'assembly',
  'italy',
  'july',
  'ally',
  'monopoly',
  'early',
  'daily',
  'weekly',
  'elderly',
])
const isAdverb = (word: string): boolean => ADVERB.test(word) && !NOT_ADVERBS.has(word)

/** "14 of the 20 miners", "dozens of people": past "of", articles and the number of all. */
function pastOf({ low }: Line, at: number): number {
  let to = at
  if (low[to] !== 'of') return to
  to++
  while (ARTICLES.has(low[to] ?? '')) to++
  // "of the city's 120,000 residents".
  const owned = isPossessive(low[to + 1] ?? '') ? to + 2 : to
  const all = figureAt(low, owned)
  return all ? all.to : to
}

const MORE = new Set(['more', 'other', 'additional', 'further', 'such'])

function past(line: Line, at: number): number {
  let to = pastOf(line, at)
  while (MORE.has(line.low[to] ?? '')) to++
  return to
}

function isHead(line: Line, at: number, single: boolean): boolean {
  if (single && PERSONS.has(line.low[at] ?? '')) return true
  return isPlural(line, at) && !(isPlural(line, at + 1) && !ends(line, at + 1) && !STATES.has(line.low[at + 1] ?? ''))
}

// "Thousands follow" tells no noun, "thousands of people" and "several hundred people" do.
const tellsNoNoun = ({ low }: Line, { by, to }: Amount, after: number): boolean =>
  by === 'vague' && low[after] !== 'of' && low[to - 1]?.endsWith('s') === true && !STATES.has(low[after] ?? '')

// "two of them", "three of these were"; not "of them all" and "of these men".
const isOfThem = ({ low }: Line, at: number): boolean =>
  low[at] === 'of' &&
  (THEM.has(low[at + 1] ?? '') || (/^(?:these|those)$/.test(low[at + 1] ?? '') && AUX.has(low[at + 2] ?? '')))

// "Of those, 12 were children": what they are may stand after, what became of them does.
const isOfThose = ({ low }: Line, at: number): boolean =>
  low[at - 1] === ',' && low[at - 3] === 'of' && /^(?:them|those|these)$/.test(low[at - 2] ?? '')

// "four of them children" counts children; "four of them were children" counts some of them.
function ofThem(line: Line, after: number): Counted {
  const named = phraseAfter(line, after)
  return named.of ? named : { end: after, them: true }
}

/** The noun phrase after a count, up to its plural head; none where no plural stands there. */
export function countedAfter(line: Line, amount: Amount): Counted {
  const single = amount.low === 1 && amount.high === 1
  const after = amount.hedge && amount.hedge[0] >= amount.to ? amount.hedge[1] : amount.to
  if (!single && isOfThose(line, amount.hedge ? Math.min(amount.hedge[0], amount.from) : amount.from))
    return { ...phraseAfter(line, after), them: true }
  if (!single && line.low[amount.from - 1] !== 'the' && isOfThem(line, after)) return ofThem(line, after + 2)
  return tellsNoNoun(line, amount, after) ? { end: after } : phraseAfter(line, after, single)
}

/** The noun phrase that begins at a word, as what a count is of. */
export function phraseAfter(line: Line, after: number, single = false): Counted {
  const { low } = line
  const first = past(line, after)
  const told = STATES.has(low[first] ?? '') ? first : undefined
  const state = told === undefined ? {} : { state: told }
  const from = told === undefined ? first : first + 1
  for (let at = from; at < first + LONGEST && at < low.length; at++) {
    const word = low[at] ?? ''
    if (isPossessive(word)) continue
    if (word === 'lives' && at === from) return { of: [at, at + 1], end: at + 1, ...state }
    if (ends(line, at) || (isAdverb(word) && !STATES.has(low[at + 1] ?? ''))) break
    if (isHead(line, at, single)) return { of: [from, at + 1], end: at + 1, ...state }
    if (STATES.has(word)) return { state: at, end: at + 1 }
  }
  return { end: from, ...state }
}

// "within five kilometres of homes" measures no homes.
const DISTANCES = new Set(['km', 'mi', 'm', 'ft', 'in', 'yd', 'cm', 'mm', 'nmi', '°', 'mph', 'km/h', 'kn'])

/** Where a noun phrase that begins at a word ends: after the first plural, before a state, an adverb or a stop word. */
export function phraseEnd(line: Line, from: number): number {
  const { low } = line
  let to = from
  while (to < from + LONGEST && to < low.length && (isPossessive(low[to] ?? '') || !ends(line, to))) {
    if (to > from && (STATES.has(low[to] ?? '') || isAdverb(low[to] ?? ''))) break
    to++
    if (isPlural(line, to - 1) && !isPossessive(low[to] ?? '')) break
  }
  return to
}

// "15 feet of mud" measures mud; "five kilometres of homes" and "10 km of the border" are how far off.
const isDistance = ({ low }: Line, { unit, from, hedge }: Amount, after: number): boolean =>
  DISTANCES.has(unit ?? '') &&
  (DEFINITE.has(low[after] ?? '') ||
    low.slice(Math.max(0, (hedge?.[0] ?? from) - 2), from).some((word) => word === 'within' || word === 'inside') ||
    unit === '°')

const DEFINITE = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', 'this', 'that', 'where'])

// "one in five children goes hungry": what ends in s after the noun is its verb.
function firstPlural(line: Line, after: number): Counted {
  const { of, end } = phraseAfter(line, after)
  if (!of) return { end }
  let to = of[0] + 1
  while (to < of[1] && !isPlural(line, to - 1)) to++
  return { of: [of[0], to], end: to }
}

// Past articles, and the number of all: "60 percent of the 900 beds".
function pastAll(line: Line, at: number): number {
  let from = at
  while (ARTICLES.has(line.low[from] ?? '')) from++
  const all = from > at ? figureAt(line.low, from) : undefined
  return all && isWord(line, all.to) ? all.to : from
}

// "half the houses".
function halved(line: Line, at: number): Counted {
  let from = at
  while (ARTICLES.has(line.low[from] ?? '')) from++
  const to = phraseEnd(line, from)
  return to === from ? { end: at } : { of: [from, to], end: to }
}

// A ratio whose noun stands right after it.
function sharedAfter(line: Line, { from, to }: Amount): Counted | undefined {
  const { low } = line
  if (low[to] === 'of') return undefined
  if (low[from] === 'half') return halved(line, to)
  if (to - from <= 2) return undefined
  return low[from] === 'one' ? firstPlural(line, to) : phraseAfter(line, to)
}

/**
 * What a sum, share or measure is of: "40 per cent of voters", "$5m in aid", "200 tonnes of wheat"; and a ratio of several words: "one in five
 * children".
 */
export function measuredAfter(line: Line, amount: Amount): Counted {
  const { low } = line
  const share = amount.kind === 'ratio' ? sharedAfter(line, amount) : undefined
  if (share) return share
  const led = low[amount.to] === 'worth' ? amount.to + 1 : amount.to
  const word = low[led] ?? ''
  if (word !== 'of' && !(word === 'in' && amount.kind === 'money')) return { end: amount.to }
  if (isDistance(line, amount, led + 1)) return { end: amount.to }
  const from = word === 'of' ? pastAll(line, led + 1) : led + 1
  const to = phraseEnd(line, from)
  // "$5m in May", "$5m in Kenya" tell when and where; "3 percent of US$5m" is of a sum.
  const elsewhere = word === 'in' && (isCapital(line, from) || /^\d/.test(low[from] ?? ''))
  // "1 percent of the bank's 100,000 clerks": what is owned stands after its number.
  if (isPossessive(low[to - 1] ?? '')) return { end: amount.to }
  return to === from || elsewhere || SIGNS.has(low[to] ?? '') ? { end: amount.to } : { of: [from, to], end: to }
}
