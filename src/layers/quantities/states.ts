import type { Amount } from './amounts.ts'
import { type Counted, phraseAfter } from './counted.ts'
import type { Line } from './line.ts'
import { figureAt } from './numbers.ts'
import {
  ADDITIONS,
  ASIDES,
  AUX,
  CHANGES,
  CONTAINERS,
  DOINGS,
  DOINGS_OF,
  opensNumber,
  PUTS,
  phraseAt,
  STATE_NOUNS,
  STATE_PHRASES,
  STATES,
  TIME_UNITS,
  TOLL_VERBS,
  TOLLS,
} from './words.ts'

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being'])
const INTRANSITIVE = new Set(['died', 'escaped', 'collapsed', 'capsized', 'drowned'])
const REACH = 6
const LONGEST_ASIDE = 14
const LONGEST_TOLL = 5

/** Where a quantity's words begin: at its hedge, where that stands before. */
export const startOf = ({ from, hedge }: Pick<Amount, 'from' | 'hedge'>): number =>
  hedge && hedge[0] < from ? hedge[0] : from

const LONGEST_BESIDES = 5

// "killing its driver and nine passengers".
function besides(low: readonly string[], and: number): string | undefined {
  for (let at = and - 2; at >= and - LONGEST_BESIDES; at--) {
    const word = low[at] ?? ''
    if (DOINGS.has(word) || (STATES.has(word) && /ed$/.test(word) && !INTRANSITIVE.has(word)))
      return BE.has(low[at - 1] ?? '') || !OBJECTS.test(low[at + 1] ?? '') ? undefined : word
    if (!/^\p{Ll}/u.test(word)) return undefined
  }
  return undefined
}

const INCLUDES = new Set(['include', 'included', 'includes', 'were', 'was', 'are', 'is'])
const PARTICLES = new Set(['away', 'down', 'up', 'off', 'out', 'back'])
const ACTIVE = /(?:ed|swept|blown|shut|cut|laid|torn|shot|sent|put|dug)$/

// "killing at least 14", "arrested another 40", "swept away 14".
function before({ low }: Line, amount: Amount, { of }: Counted): string | undefined {
  let at = startOf(amount) - 1
  for (let steps = 0; steps < 3 && ADDITIONS.has(low[at] ?? ''); steps++) at--
  const word = low[at] ?? ''
  if (word === 'and') return besides(low, at)
  // "the dead included 14 women", "among the injured were two".
  if (INCLUDES.has(word) && low[at - 2] === 'the' && STATES.has(low[at - 1] ?? '')) return low[at - 1]
  if (PARTICLES.has(word) && ACTIVE.test(low[at - 1] ?? '') && phraseAt(STATE_PHRASES, low, at - 1)?.to === at + 1)
    return `${low[at - 1]} ${word}`
  if (DOINGS_OF.has(word)) return of && low[at + 1] !== 'of' && !BE.has(low[at - 1] ?? '') ? word : undefined
  const active =
    DOINGS.has(word) || (STATES.has(word) && /(?:ed|shot|slain|lost|hurt)$/.test(word) && !INTRANSITIVE.has(word))
  return active && !BE.has(low[at - 1] ?? '') ? word : undefined
}

// "the death toll rose to 14", "the killing of 14".
function toll({ low }: Line, amount: Amount): string | undefined {
  let at = startOf(amount)
  for (let steps = 0; steps <= LONGEST_TOLL && at > 0; steps++) {
    for (let length = 5; length > 0; length--) {
      const found = at >= length && phraseAt(TOLLS, low, at - length)
      if (found && found.to === at)
        return low
          .slice(at - length, at)
          .join(' ')
          .replace(/ of$/, '')
    }
    const word = low[at - 1] ?? ''
    if (!TOLL_VERBS.has(word) && !ADDITIONS.has(word) && word !== ',' && word !== 'which') return undefined
    at--
  }
  return undefined
}

const FAR = 30

// Whether a number is said to stand, or to have come to stand, as what was named before: "rose to 11", "put … at 11".
function stands({ low }: Line, at: number, named: number): boolean {
  const [word, verb] = [low[at] ?? '', low[at - 1] ?? '']
  if (/^(?:reached|reaches|reaching|hit)$/.test(word)) return true
  if (word === 'at' && low.slice(Math.max(0, named - 3), named).some((one) => PUTS.has(one))) return true
  return CHANGES.has(verb) || (word !== 'from' && TOLL_VERBS.has(verb))
}

/** "The number of people killed in the explosion rose to 11": what is counted, and the toll, stand far before the number. */
export function numberedBefore(line: Line, amount: Amount): { readonly of?: Counted['of']; readonly state?: string } {
  const { low } = line
  const at = startOf(amount) - 1
  if (!/^(?:to|at|from|past|reached|reaches|reaching|hit)$/.test(low[at] ?? '')) return {}
  for (let back = at - 2; back >= Math.max(0, at - FAR); back--) {
    if (low[back] === 'toll') return stands(line, at, back) ? { state: 'toll' } : {}
    if (CONTAINERS.has(low[back] ?? '')) return stands(line, at, back) ? { of: [back, back + 1] } : {}
    if (low[back] !== 'number' || low[back + 1] !== 'of') continue
    if (!stands(line, at, back)) return {}
    const state = low.slice(back + 2, back + 6).find((word) => STATES.has(word) || STATE_NOUNS.has(word))
    const { of } = phraseAfter(line, pastArticle(low, back + 2))
    const isNoun = of && !TOLL_VERBS.has(low[of[1] - 1] ?? '')
    return { ...(isNoun ? { of } : {}), ...(state === undefined ? {} : { state }) }
  }
  return {}
}

const pastArticle = (low: readonly string[], at: number): number =>
  /^(?:the|its|their|those)$/.test(low[at] ?? '') ? at + 1 : at

const LONGEST_OTHER = 9
const MANY = /^(?:were|are|have|had|remain|remained)$/

// "two people, a nurse and a driver, were killed": past what stands between commas, if a verb of being follows.
function pastOther(low: readonly string[], comma: number): number {
  const close = low.indexOf(',', comma + 2)
  return close > 0 && close <= comma + LONGEST_OTHER && MANY.test(low[close + 1] ?? '') ? close + 1 : comma
}

// ", including three children," and "(most of them women)" are stepped over.
function pastAside({ low }: Line, at: number): number {
  const mark = low[at]
  if (mark !== ',' && mark !== '(' && mark !== '–' && mark !== '—') return at
  if (!phraseAt(ASIDES, low, at + 1)) return mark === ',' ? pastOther(low, at) : at
  const close = mark === '(' ? ')' : mark
  for (let to = at + 2; to < at + LONGEST_ASIDE && to < low.length; to++) if (low[to] === close) return to + 1
  return at
}

const ACTORS = new Set(['lost', 'died', 'fled', 'survived', 'saved', 'missing'])
const OBJECTS = /^(?:the|an?|his|her|its|their|this|that|these|those|each|several|many|some|him|them|it)$/

// "Gunmen killed the mayor": they did it; nobody did it to them. "People killed the day before" is none of that.
const takesObject = (line: Line, at: number): boolean =>
  !ACTORS.has(line.low[at] ?? '') && !TIME_UNITS.has(line.low[at + 2] ?? '') && isObject(line, at + 1)

function isObject({ low }: Line, at: number): boolean {
  const [word, next] = [low[at] ?? '', low[at + 1] ?? '']
  if (word === 'at' || word === 'more' || word === 'up') return next === 'least' || next === 'than' || next === 'to'
  if (OBJECTS.test(word)) return true
  const number = opensNumber(word) ? figureAt(low, at) : undefined
  return number !== undefined && /^\p{L}/u.test(low[number.to] ?? '') && !UNITS.test(low[number.to] ?? '')
}

// "killed 30 miles away" is no object.
const UNITS = /^(?:miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|feet|and|in|on|at|by|from|when|after|percent|per)$/

const LONGEST_ALSO = 5

// "two soldiers and a civilian were killed": past the other, if a verb of being follows.
function pastAlso({ low }: Line, at: number): number {
  if (low[at] !== 'and' || !/^(?:an?|another|his|her|their)$/.test(low[at + 1] ?? '')) return at
  for (let to = at + 3; to <= at + LONGEST_ALSO; to++) {
    if (BE.has(low[to] ?? '') || low[to] === 'have' || low[to] === 'died') return to
    if (!/^\p{Ll}/u.test(low[to] ?? '')) return at
  }
  return at
}

// "among the 14 who died", "among the 14 people killed".
function pastOthers({ low }: Line, at: number): number {
  const number = figureAt(low, at)
  if (!number) return at
  let to = number.to
  if (!AUX.has(low[to] ?? '') && !STATES.has(low[to] ?? '')) to++
  while (AUX.has(low[to] ?? '') && !STATES.has(low[to] ?? '')) to++
  return STATES.has(low[to] ?? '') ? to : at
}

/** The state told after a number and its noun, which end at a word: "14 people, including three children, have been killed"; "30 others injured". */
export function stateAfter(line: Line, end: number): string | undefined {
  return stateAt(line, end, end) ?? stateAt(line, pastGroup(line, end), end)
}

const LEADING = new Set(['from', 'of', 'in', 'at', 'on', 'near', 'aboard', 'inside', 'outside', 'with', 'under'])
const CLAUSES = new Set([
  'who',
  'which',
  'that',
  'where',
  'when',
  'while',
  'after',
  'before',
  'as',
  'because',
  'but',
  'said',
  'says',
])
const LONGEST_GROUP = 9

// "one soldier from a rebel unit was killed": past what tells which of them, up to the verb of being; the same place where none follows.
function pastGroup({ low }: Line, end: number): number {
  if (!LEADING.has(low[end] ?? '')) return end
  for (let at = end + 2; at < end + LONGEST_GROUP; at++) {
    const word = low[at] ?? ''
    if (BE.has(word) || word === 'have' || word === 'has' || word === 'had') return at
    if (!/^[\p{L}’']/u.test(word) || CLAUSES.has(word)) return end
  }
  return end
}

function stateAt(line: Line, from: number, end: number): string | undefined {
  const { low } = line
  let at = pastAlso(line, pastAside(line, from))
  // "a quarter of the workforce, or 800 people, were laid off".
  if (low[at] === ',' && BE.has(low[at + 1] ?? '') && /^\p{L}/u.test(low[end - 1] ?? '')) at++
  for (let steps = 0; steps < REACH && AUX.has(low[at] ?? '') && !STATES.has(low[at] ?? ''); steps++) at++
  // "Two children are among the dead."
  if (BE.has(low[at - 1] ?? '') && low[at] === 'among' && low[at + 1] === 'the' && low[at + 2] !== 'victims')
    at = pastOthers(line, at + 2)
  const phrase = phraseAt(STATE_PHRASES, low, at)
  if (phrase) return low.slice(at, phrase.to).join(' ')
  const word = low[at] ?? ''
  if (!STATES.has(word) || (word === 'released' && low[at + 1] === 'a')) return undefined
  return at === end && takesObject(line, at) ? undefined : word
}

/** What became of those counted, in the text's word: "killed", "missing", "deaths"; undefined where it does not say. */
export function stateOf(line: Line, amount: Amount, counted: Counted): string | undefined {
  if (counted.state !== undefined) return line.low[counted.state]
  const noun = counted.of && line.low[counted.of[1] - 1]
  if (noun && STATE_NOUNS.has(noun) && noun !== 'survivors' && noun !== 'refugees') return noun
  return stateAfter(line, counted.end) ?? before(line, amount, counted) ?? toll(line, amount)
}

/** "14 people and three soldiers", "14 people, including three children": what the second shares its state by. */
export function sharesState({ low }: Line, end: number, start: number): boolean {
  let from = end
  while (from < start && (AUX.has(low[from] ?? '') || STATES.has(low[from] ?? ''))) from++
  // "14 people were killed, including three children"; not "14 people were killed and three soldiers".
  if (from > end && !(low[from] === ',' && low[from + 1] === 'including')) return false
  const between = low.slice(from, start)
  return (
    between.length > 0 &&
    between.length <= 4 &&
    between.every((word) =>
      [',', '(', 'and', 'including', 'among', 'them', 'as', 'well', '–', 'another', 'a', 'further'].includes(word),
    )
  )
}
