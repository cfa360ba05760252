import type { Event } from '../events.ts'
import {
  ADVERBS, BE, BOUNDARIES, CALL_PHRASES, CALLS_TO, DELAYED, DENIALS, DO, DUTY, FAILS_TO, FUTURE, HAPPEN, HAVE, IFS, LIGHT, MANAGES_TO, ONGOING_BEFORE,
  PLANNED_BEFORE, PLANNED_PHRASES, PLANS_TO, POSSIBLE, POSSIBLE_BEFORE, POSSIBLE_PHRASES, REPORTING, TRIES_TO,
} from './cues.ts' // biome-ignore format: a list of names
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** Whether an event happened, as its sentence puts it, and how sure that reading is. */
export interface Standing extends Pick<Event, 'modality' | 'polarity'> {
  /** "had attacked", "has been attacked": before the time that the text tells of, or up to it. */
  readonly perfect: 'past' | 'present' | undefined
  readonly sure: number
}

const standing = (
  modality: Standing['modality'],
  sure: number,
  negative = false,
  perfect?: Standing['perfect'],
): Standing => ({
  modality,
  polarity: negative ? 'negative' : 'positive',
  perfect,
  sure,
})

const isNegation = (word: string): boolean =>
  word === 'not' || word === 'never' || /n['’]t$/.test(word) || word === 'cannot'

const isHelper = (word: string): boolean =>
  word === 'to' ||
  ADVERBS.has(word) ||
  BE.has(word) ||
  HAVE.has(word) ||
  DO.has(word) ||
  FUTURE.has(word) ||
  POSSIBLE.has(word) ||
  DUTY.has(word) ||
  isNegation(word)

/** The helping words right before a verb, in order. */
function helpersBefore(low: readonly string[], at: number): readonly string[] {
  let from = at
  while (from > 0 && at - from < 6 && isHelper(low[from - 1] ?? '')) from--
  return low.slice(from, at)
}

/** The first of `wanted` among the words before, not past a clause's edge. */
function governor(
  low: readonly string[],
  at: number,
  reach: number,
  wanted: (word: string) => boolean,
): string | undefined {
  for (let before = at - 1; before >= Math.max(0, at - reach); before--) {
    const word = low[before] ?? ''
    if (wanted(word)) return word
    if (BOUNDARIES.has(word) && word !== 'and') return undefined
  }
  return undefined
}

const isGovernor = (word: string): boolean =>
  FAILS_TO.has(word) || CALLS_TO.has(word) || TRIES_TO.has(word) || MANAGES_TO.has(word) || PLANS_TO.has(word)

/** "to attack": what the words before "to" make of it. */
function infinitive(scene: Scene, at: number, helpers: readonly string[]): Standing {
  const { low } = scene
  const to = at - 1 - [...helpers].reverse().indexOf('to')
  const near = low[to - 1] ?? ''
  const negative = helpers.some(isNegation)
  const word = isGovernor(near)
    ? near
    : governor(low, to, 6, (other) => isGovernor(other) && !BE.has(other) && !HAVE.has(other))
  if (word === undefined) return standing('planned', scene.headline ? 0.75 : 0.1, negative)
  // "Had to leave": and did.
  if (word === 'had' && word === near) return standing('happened', 0.6, negative)
  if (FAILS_TO.has(word)) return standing('happened', 0.75, true)
  if (MANAGES_TO.has(word)) return standing('happened', 0.6, negative)
  if (TRIES_TO.has(word)) return standing('possible', 0.6, negative)
  if (PLANS_TO.has(word) && (word === near || !CALLS_TO.has(word))) return standing('planned', 0.85, negative)
  return standing('called-for', 0.75, negative)
}

function finite(scene: Scene, trigger: Trigger, helpers: readonly string[], negative: boolean): Standing {
  const has = (words: ReadonlySet<string>): boolean => helpers.some((word) => words.has(word))
  const perfect = helpers.some((word) => word === 'had' || word === "hadn't")
    ? 'past'
    : has(HAVE)
      ? 'present'
      : undefined
  const present = helpers.some((word) => ['is', 'are', "'re", '’re', "'s", '’s', 'am'].includes(word))
  if (trigger.tense === 'ing') {
    if (present || perfect === 'present') return standing('ongoing', 0.8, negative, perfect)
    return standing('happened', has(BE) ? 0.7 : 0.6, negative, perfect)
  }
  if (trigger.tense === 'third' || trigger.tense === 'base')
    return has(DO) || scene.headline ? standing('happened', 0.75, negative) : standing('ongoing', 0.5, negative)
  // "is held every year", "are detained": a passive of the present tells of a state or a habit.
  if (present && !has(HAVE) && !scene.headline) return standing('ongoing', 0.5, negative)
  return standing('happened', 0.85, negative, perfect)
}

// "If the dam fails, the town will be evacuated."
const isConditional = (low: readonly string[], at: number): boolean =>
  /^(?:if|unless)$/.test(low[0] ?? '') || low.slice(at, at + 10).some((word) => word === 'if' || word === 'unless')

const UNTIL = /^(?:when|until|till|once|before|after)$/

// "Will stop here and fly on", "will be the largest when it enters service".
function isYetToCome({ low }: Scene, { from, tense }: Trigger): boolean {
  if (tense !== 'base' && tense !== 'third') return false
  if (!low.slice(0, from).some((word) => FUTURE.has(word))) return false
  return (
    (tense === 'base' && low[from - 1] === 'and') ||
    low.slice(Math.max(0, from - 3), from).some((word) => UNTIL.test(word))
  )
}

function verbStanding(scene: Scene, trigger: Trigger): Standing {
  const { low } = scene
  const helpers = helpersBefore(low, trigger.from)
  const negative = helpers.some(isNegation)
  if (helpers.includes('to')) return infinitive(scene, trigger.from, helpers)
  if (helpers.some((word) => FUTURE.has(word) || /^won['’]t$/.test(word)))
    return standing(
      isConditional(low, trigger.from) ? 'possible' : 'planned',
      0.85,
      negative || helpers.some((word) => /^won/.test(word)),
    )
  if (helpers.some((word) => DUTY.has(word))) return standing('called-for', 0.75, negative)
  if (helpers.some((word) => POSSIBLE.has(word))) {
    const asked = governor(low, trigger.from, 10, (word) => word === 'whether' || word === 'if') !== undefined
    const told = helpers.includes('would') && !asked && low.some((word) => REPORTING.has(word))
    return helpers.includes('have')
      ? standing('possible', 0.6, negative)
      : standing(told ? 'planned' : 'possible', 0.7, negative)
  }
  if (isYetToCome(scene, trigger)) return standing('planned', 0.6, negative)
  if (governor(low, trigger.from, 10, (word) => IFS.has(word) && word !== 'were' && word !== 'should'))
    return standing('possible', 0.7, negative)
  return finite(scene, trigger, helpers, negative)
}

const PASSED_OVER = /^(?:a|an|the|its|his|her|their|any|new|another|more|further|major|large|big|all)$/

/** The three or so words before a noun, articles left out, as one string. */
function leadOf(low: readonly string[], at: number): string {
  return low
    .slice(Math.max(0, at - 6), at)
    .filter((word) => !PASSED_OVER.test(word))
    .slice(-3)
    .join(' ')
}

function byPhrase(low: readonly string[], at: number): Standing | undefined {
  const lead = leadOf(low, at)
  const near = low.slice(Math.max(0, at - 3), at)
  const ends = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) => lead.endsWith(phrase) || lead.includes(`${phrase} `))
  if (ends(CALL_PHRASES)) return standing('called-for', 0.7)
  if (ends(PLANNED_PHRASES) || near.some((word) => PLANNED_BEFORE.has(word))) return standing('planned', 0.7)
  if (ends(POSSIBLE_PHRASES) || near.some((word) => POSSIBLE_BEFORE.has(word))) return standing('possible', 0.65)
  if (
    near.some((word) => ONGOING_BEFORE.has(word)) ||
    /(?:days?|weeks?|months?|years?) (?:of|into)(?: \S+)?$/.test(lead)
  )
    return standing('ongoing', 0.75)
  return undefined
}

/** The verb that a noun is the object of, when it lends its tense: "will hold talks". */
function byCarrier(scene: Scene, at: number): Standing | undefined {
  const { low } = scene
  for (let before = at - 1; before >= Math.max(0, at - 6); before--) {
    const word = low[before] ?? ''
    if (BOUNDARIES.has(word)) return undefined
    if (!LIGHT.has(word) || BE.has(word)) continue
    const tense = /ing$/.test(word)
      ? 'ing'
      : /(?:ed|eld|ook|ade|ave|an|un|en)$/.test(word)
        ? 'past-or-part'
        : /s$/.test(word)
          ? 'third'
          : 'base'
    return verbStanding(scene, {
      start: 0,
      end: 0,
      type: 'OTHER',
      tense,
      from: before,
      to: before + 1,
      by: '',
      score: 1,
    })
  }
  return undefined
}

// "The march has been delayed", "was put back".
const isDelayed = (low: readonly string[], at: number): boolean =>
  DELAYED.has(low[at] ?? '') && BE.has(low[at - 1] ?? '') && (!/^pu/.test(low[at] ?? '') || low[at + 1] === 'back')

/** What the verb after a noun says of it: "talks will begin", "the march is due to start". */
function byVerbAfter({ low }: Scene, to: number): Standing | undefined {
  for (let after = to; after < Math.min(low.length, to + 8); after++) {
    const word = low[after] ?? ''
    const rest = low.slice(after + 1, after + 5)
    if (/^(?:underway|ongoing|continuing)$/.test(word) || (word === 'under' && rest[0] === 'way'))
      return standing('ongoing', 0.8)
    if (FUTURE.has(word) && rest.some((next) => HAPPEN.has(next))) return standing('planned', 0.8)
    if (/^(?:planned|scheduled|slated|due)$/.test(word) && !BOUNDARIES.has(low[after - 1] ?? ''))
      return standing('planned', 0.7)
    if (POSSIBLE.has(word) && rest.some((next) => HAPPEN.has(next))) return standing('possible', 0.7)
    if (DUTY.has(word) && rest.some((next) => HAPPEN.has(next))) return standing('called-for', 0.7)
    if (isDelayed(low, after)) return standing('planned', 0.7)
    if (BOUNDARIES.has(word) && !(word === 'and' && low[to] === 'between')) return undefined
  }
  return undefined
}

function nounStanding(scene: Scene, { from, to }: Trigger): Standing {
  const { low } = scene
  const negative = low.slice(Math.max(0, from - 2), from).some((word) => word === 'no' || word === 'without')
  const found = byPhrase(low, from) ?? byCarrier(scene, from) ?? byVerbAfter(scene, to)
  if (found) return negative ? { ...found, polarity: 'negative' } : found
  if (governor(low, from, 5, (word) => word === 'if' || word === 'unless')) return standing('possible', 0.65, negative)
  return standing('happened', 0.6, negative)
}

/** "denied attacking", "denied that it had attacked". */
function isDenied({ low }: Scene, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 10); before--) {
    const word = low[before] ?? ''
    if (/^(?:denied|denies|deny|denying|refuted|averted|foiled|thwarted|prevented|avoided)$/.test(word))
      return DENIALS.has(word)
    if (BOUNDARIES.has(word) && word !== 'that') return false
  }
  return false
}

const NOBODY = /^(?:nobody|none|neither)$/

/** "no one was killed", "none of the crew died", "no ships sank". */
function isOfNobody({ low }: Scene, { from, tense }: Trigger): boolean {
  if (tense === 'noun') return false
  for (let before = from - 1; before >= Math.max(0, from - 8); before--) {
    const word = low[before] ?? ''
    if (NOBODY.test(word)) return true
    if (word === 'no')
      return !/^(?:with|by|in|at|for|of|had|has|have|is|are|was|were|there)$/.test(low[before - 1] ?? '')
    if (BOUNDARIES.has(word)) return false
  }
  return false
}

const OFF = /^(?:cancelled|canceled|postponed|averted|foiled|thwarted|prevented|scrapped|suspended)$/

/** "the march was called off", "an attack was foiled". */
function isOff({ low }: Scene, { to, tense }: Trigger): boolean {
  if (tense !== 'noun') return false
  for (let after = to; after < Math.min(low.length, to + 8); after++) {
    const word = low[after] ?? ''
    if (BOUNDARIES.has(word)) return false
    const passive = low.slice(Math.max(to, after - 3), after).some((helper) => BE.has(helper))
    if (passive && (OFF.test(word) || (word === 'called' && low[after + 1] === 'off'))) return true
  }
  return false
}

/** Whether an event happened, is under way, is planned, called for or only possible, and whether the text denies it. */
export function standingOf(scene: Scene, trigger: Trigger): Standing {
  const found = trigger.tense === 'noun' ? nounStanding(scene, trigger) : verbStanding(scene, trigger)
  if (isOff(scene, trigger)) return standing('planned', 0.7, true)
  return isDenied(scene, trigger.from) || isOfNobody(scene, trigger) ? { ...found, polarity: 'negative' } : found
}
