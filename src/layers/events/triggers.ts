import type { Span } from '../../text/span.ts'
import type { EventType } from '../events.ts'
import { ADVERBS, BE, BEFORE_NOUN, BEFORE_VERB, DO, DUTY, FUTURE, HAVE, LIGHT, POSSIBLE } from './cues.ts'
import { isIrregular, type Tense } from './forms.ts'
import { type Sense, sensesAt } from './lexicon.ts'
import { type Scene, tokenAt } from './scene.ts'

/** Words of a sentence that name an event. */
export interface Trigger extends Span {
  readonly type: EventType
  readonly tense: Tense | 'noun'
  /** Indices of its first and, exclusive, last token. */
  readonly from: number
  readonly to: number
  readonly by: string
  readonly score: number
}

const isHelper = (word: string): boolean =>
  FUTURE.has(word) || POSSIBLE.has(word) || DUTY.has(word) || HAVE.has(word) || BE.has(word) || DO.has(word)

/** Index of the nearest word before that is no adverb. */
export function wordBefore(low: readonly string[], at: number): number {
  let before = at - 1
  while (before >= 0 && ADVERBS.has(low[before] ?? '') && low[before] !== 'to' && !BE.has(low[before] ?? '')) before--
  return before
}

const isCapital = (scene: Scene, at: number): boolean => /^\p{Lu}/u.test(scene.tokens[at]?.text ?? '')
const isWord = (word: string | undefined): boolean => word !== undefined && /^[\p{L}]/u.test(word)

/** "the wounded soldiers", "an accused man": a participle that only describes. */
function describes({ low }: Scene, from: number, to: number): boolean {
  const before = low[from - 1] ?? ''
  return (
    BEFORE_NOUN.has(before) &&
    !['after', 'before', 'since', 'as'].includes(before) &&
    isWord(low[to]) &&
    !BEFORE_NOUN.has(low[to] ?? '')
  )
}

function bareVerb(scene: Scene, from: number, to: number): boolean {
  const before = scene.low[wordBefore(scene.low, from)] ?? ''
  if (before === 'to' || isHelper(before)) return !BE.has(before)
  if (BEFORE_VERB.has(before) && before !== 'and' && before !== 'or') return true
  const plural = /[^s]s$/.test(before) && !BEFORE_NOUN.has(before)
  return scene.headline && plural && (BEFORE_NOUN.has(scene.low[to] ?? '') || isCapital(scene, to))
}

function thirdPerson(scene: Scene, from: number, to: number): boolean {
  const before = scene.low[wordBefore(scene.low, from)] ?? ''
  if (['he', 'she', 'it', 'who', 'which', 'that'].includes(before)) return true
  const next = scene.low[to] ?? ''
  const object =
    ['the', 'a', 'an', 'its', 'his', 'her', 'their', 'in', 'on', 'to', 'at', 'as'].includes(next) ||
    isCapital(scene, to) ||
    /^\d/.test(next)
  return (
    object &&
    isWord(before) &&
    !BEFORE_NOUN.has(before) &&
    !/s$/.test(before) &&
    (scene.headline || isCapital(scene, from - 1))
  )
}

function progressive(scene: Scene, from: number): boolean {
  const before = scene.low[wordBefore(scene.low, from)] ?? ''
  return (
    BE.has(before) ||
    [',', 'by', 'after', 'before', 'while', 'from', 'for', 'of', 'without', 'when', 'since', 'and'].includes(before)
  )
}

/** Whether a sense fits where the word stands: a verb where verbs stand, a noun where nouns do. */
function fits(scene: Scene, sense: Sense, from: number, to: number): boolean {
  const before = scene.low[from - 1] ?? ''
  switch (sense.tense) {
    case 'noun':
      return !(before === 'to' && scene.low[from - 2] !== 'according') && !FUTURE.has(before) && !DUTY.has(before)
    case 'base':
      return bareVerb(scene, from, to)
    case 'third':
      return thirdPerson(scene, from, to)
    case 'ing':
      return progressive(scene, from)
    case 'part':
      return (
        HAVE.has(scene.low[wordBefore(scene.low, from)] ?? '') ||
        BE.has(scene.low[from - 1] ?? '') ||
        !describes(scene, from, to)
      )
    default:
      return !describes(scene, from, to)
  }
}

const PLAIN_NOUNS = 0.62

function scoreOf(sense: Sense, scene: Scene, from: number): number {
  const own = sense.type === 'OTHER' ? 0.1 : 0
  if (sense.tense === 'noun')
    return (LIGHT.has(scene.low[wordBefore(scene.low, from)] ?? '') ? 0.72 : PLAIN_NOUNS) - own
  if (sense.tense === 'ing') return 0.65 - own
  return 0.8 - own
}

// "3 March", "March 2026".
const isMonth = (scene: Scene, at: number): boolean =>
  scene.low[at] === 'march' &&
  isCapital(scene, at) &&
  [at - 1, at + 1].some(
    (near) => /^\d/.test(scene.low[near] ?? '') || /^(?:in|last|next|since|of)$/.test(scene.low[near] ?? ''),
  )

function triggerAt(scene: Scene, from: number): Trigger | undefined {
  // Verb senses come first: where a verb may stand, the word is one.
  const senses = sensesAt(scene.low, from)
  const ordered =
    senses.length > 1
      ? [...senses].sort(
          (a, b) => b.rest.length - a.rest.length || Number(a.tense === 'noun') - Number(b.tense === 'noun'),
        )
      : senses
  for (const sense of ordered) {
    const to = from + 1 + sense.rest.length
    if (isMonth(scene, from) || !fits(scene, sense, from, to)) continue
    const [first, last] = [scene.tokens[from], scene.tokens[to - 1]]
    if (!first || !last) return undefined
    const { type, tense } = sense
    const kind = tense === 'noun' ? 'noun' : 'verb'
    return {
      start: first.start,
      end: last.end,
      type,
      tense,
      from,
      to,
      by: `events/${kind}`,
      score: scoreOf(sense, scene, from),
    }
  }
  return undefined
}

/** "held talks", "launched an attack": the noun says what happened, the verb only when. */
function carries(scene: Scene, verb: Trigger, next: Trigger | undefined): boolean {
  if (verb.type !== 'OTHER' || !next || next.tense !== 'noun' || !LIGHT.has(scene.low[verb.from] ?? '')) return false
  return (
    next.from - verb.to <= 4 &&
    !scene.low.slice(verb.to, next.from).some((word) => [',', 'and', 'that', 'in', 'after', 'to'].includes(word))
  )
}

// "An earthquake struck": one event, told by the verb.
const strikes = ({ low }: Scene, noun: Trigger, verb: Trigger): boolean =>
  noun.type === 'DISASTER' &&
  noun.tense === 'noun' &&
  verb.from === noun.to &&
  /^(?:struck|strikes|hit|hits|rocked|rocks|battered|swept)$/.test(low[verb.from] ?? '')

/** The events that a sentence names, in order of place; words inside `names` name none. */
export function triggersIn(scene: Scene, isName: (span: Span) => boolean): readonly Trigger[] {
  const found: Trigger[] = []
  for (let at = 0; at < scene.tokens.length; at++) {
    const trigger = triggerAt(scene, at)
    if (!trigger || isName(trigger)) continue
    found.push(trigger)
    at = trigger.to - 1
  }
  return found.flatMap((trigger, at) => {
    const [before, next] = [found[at - 1], found[at + 1]]
    if (carries(scene, trigger, next) || (next && strikes(scene, trigger, next))) return []
    return [before && strikes(scene, before, trigger) ? { ...trigger, type: 'DISASTER' as const } : trigger]
  })
}

const PRESENT = /^(?:is|are|am|has|have)$/

/** A tense by its ending, for a word that the lexicon does not know. */
function guessed(scene: Scene, from: number): Tense | 'noun' {
  const word = scene.low[from] ?? ''
  const before = scene.low[wordBefore(scene.low, from)] ?? ''
  if (/ing$/.test(word)) return BEFORE_NOUN.has(before) ? 'noun' : 'ing'
  if (/ed$/.test(word) || HAVE.has(before) || (isIrregular(word) && !BEFORE_NOUN.has(before))) return 'past-or-part'
  if (BE.has(before)) return 'past-or-part'
  if (before === 'to' || isHelper(before)) return 'base'
  if (PRESENT.test(word) || (/[^s]s$/.test(word) && thirdPerson(scene, from, from + 1))) return 'third'
  return BE.has(word) || HAVE.has(word) ? 'past' : 'noun'
}

/** A trigger over words that others marked as an event. */
export function givenTrigger(scene: Scene, span: Span): Trigger {
  const from = Math.min(tokenAt(scene, span.start), Math.max(0, scene.tokens.length - 1))
  const to = Math.max(from + 1, tokenAt(scene, span.end))
  const known = triggerAt(scene, from)
  const sense = sensesAt(scene.low, from)[0]
  return {
    start: span.start,
    end: span.end,
    type: known?.type ?? sense?.type ?? 'OTHER',
    tense: known?.tense ?? sense?.tense ?? guessed(scene, from),
    from,
    to,
    by: 'events/given',
    score: 1,
  }
}
