import type { Span } from '../../text/span.ts'
import type { Day } from '../events.ts'
import type { Time } from '../times.ts'
import { describesOnly, isBearing, looksBack } from './back.ts'
import { AWAITS, BE, CALLS_TO, PLANS_TO, REPORTING } from './cues.ts'
import type { Standing } from './modality.ts'
import { apart, type Scene, tokenAt } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** The time that dates an event and the days it gives. */
export interface Dated {
  readonly time?: string
  readonly day?: Day
}

/** What a sentence's events are dated by besides its own times. */
export interface Around {
  /** The article's day of publication. */
  readonly published: string | undefined
  /** The day that the article's news is of: its publication's, or one shortly before that its opening names. */
  readonly told: string | undefined
  /** The day that the sentence before told of. */
  readonly narrative: Day | undefined
  /** The other triggers of the sentence. */
  readonly triggers: readonly Trigger[]
}

const dayPart = (iso: string): string => iso.slice(0, 10)

/** Whether a time has days to give: a duration or a set only where it was placed on the calendar. */
const isDated = (time: Time): boolean => time.from !== undefined && (time.to !== undefined || time.type === 'DURATION')

// "told parliament on Thursday": those told stand between.
function isOfTelling({ low }: Scene, at: number, trigger: Trigger): boolean {
  const told = low.lastIndexOf('told', at - 1)
  return told > trigger.from && at - told <= 5 && !low.slice(told, at).some((word) => /^[,;:“”"]|^that$/.test(word))
}

/** "said on Tuesday": the day of saying. */
function isOfSaying(scene: Scene, at: number, trigger: Trigger): boolean {
  if (isOfTelling(scene, at, trigger)) return true
  const { low } = scene
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const word = low[before] ?? ''
    if (REPORTING.has(word)) return before < trigger.from || before >= trigger.to
    if (
      ![
        'on',
        'late',
        'early',
        'earlier',
        'in',
        'a',
        'the',
        'statement',
        'reporters',
        'later',
        'at',
        'interview',
        'by',
      ].includes(word)
    )
      return false
  }
  return false
}

/** How badly a time fits a trigger, by grammar: clause edges, words and other events between them. */
function misfit(scene: Scene, trigger: Trigger, time: Time, around: Around): number {
  const at = tokenAt(scene, time.start)
  const { edges, words } = apart(scene, trigger.from, at)
  const [low, high] = at < trigger.from ? [at, trigger.from] : [trigger.from, at]
  const between = around.triggers.filter(
    (other) => other.tense !== 'noun' && other.from > low && other.from < high,
  ).length
  const opening = at <= 1 && trigger.tense !== 'noun' ? 0.4 : 1
  return (
    opening * (edges * 3 + words * 0.4 + between * 3) +
    (at < trigger.from ? 0.5 : 0) +
    (isOfSaying(scene, at, trigger) ? 10 : 0)
  )
}

const UNSURE = 0.6

// "Deliveries are due in October": a noun that no verb places, and a time after it in its clause.
function mayBeAhead(scene: Scene, time: Time, { tense, from, to }: Trigger, { sure }: Standing): boolean {
  const at = tokenAt(scene, time.start)
  return tense === 'noun' && sure <= UNSURE && at >= to && apart(scene, from, at).edges === 0
}

/** Whether a time may be an event's: what happened lies not ahead, what is planned or called for not behind. A noun that no verb places may lie ahead. */
function agrees(
  scene: Scene,
  time: Time,
  trigger: Trigger,
  standing: Standing,
  published: string | undefined,
): boolean {
  if (!published || !time.from) return true
  if (standing.modality === 'happened')
    return dayPart(time.from) <= published || mayBeAhead(scene, time, trigger, standing)
  if (standing.modality === 'planned' || standing.modality === 'called-for')
    return dayPart(time.to ?? time.from) >= published.slice(0, (time.to ?? time.from).length)
  return true
}

const HEAD = 12

// "31 January, 5:32 pm | …": when the words were posted, not when what they tell happened.
function isStamp({ low, tokens }: Scene, { start }: Time): boolean {
  const bar = low.indexOf('|')
  return bar > 0 && bar < HEAD && start < (tokens[bar]?.start ?? 0)
}

const BEFORE_NOUN = /^(?:a|an|the|his|her|its|their|our|'s|’s|this|that)$/
// Where a year stands by itself: after these, or before these.
const BEFORE_YEAR =
  /^(?:in|since|by|from|until|till|during|before|after|of|through|and|or|between|early|late|mid|around|about|[-–—(,]|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|spring|summer|autumn|fall|winter|year|\d+)$/
const AFTER_YEAR =
  /^(?:[^\p{L}].*|and|or|to|by|for|in|at|on|after|before|when|while|as|because|but|with|from|under|over|against|is|was|were|has|had|he|she|they|it|the|a|an|who|which|that|until|between|during)?$/u

// "The 2014 ban was lifted on Friday", "the top aide of 2016 election rival": the year is the noun's alone.
function isOfNoun(scene: Scene, time: Time, trigger: Trigger): boolean {
  const at = tokenAt(scene, time.start)
  const [before, after] = [scene.low[at - 1] ?? '', scene.low[at + 1] ?? '']
  const ends = before === 'to' && scene.low.slice(Math.max(0, at - 5), at).includes('from')
  const alone = ends || BEFORE_YEAR.test(before) || AFTER_YEAR.test(after)
  if (!/^\d{4}$/.test(scene.low[at] ?? '') || (!BEFORE_NOUN.test(before) && alone)) return false
  return trigger.from !== at + 1 && trigger.from !== at + 2
}

// "On Tuesday he said that he would leave", "agreed on Tuesday to leave": what is planned or called for is not of that day.
function isOfSayingSo(scene: Scene, time: Time, trigger: Trigger): boolean {
  const { low } = scene
  // From the verb right before the time on.
  for (let at = Math.max(0, tokenAt(scene, time.start) - 2); at < trigger.from; at++) {
    const word = low[at] ?? ''
    if (REPORTING.has(word) || (isResolve(word) && !BE.has(low[at - 1] ?? ''))) return true
  }
  return false
}

// "Agreed", "vowed", "urged"; not "planned", whose day is that of what is planned.
const isResolve = (word: string): boolean =>
  /ed$/.test(word) && word !== 'planned' && (PLANS_TO.has(word) || CALLS_TO.has(word))

// Whether a time, at a token, says from when on something was so.
const isOpen = ({ low }: Scene, at: number): boolean => low[at - 1] === 'since'

// "Without a title since 1908, they played": what began then is told before the year, in its own clause.
// "They won their first title since 1908": nothing has gone on since.
function isOfAnotherClause(scene: Scene, time: Time, trigger: Trigger): boolean {
  const at = tokenAt(scene, time.start)
  if (!isOpen(scene, at)) return false
  if (at < trigger.from || apart(scene, trigger.from, at - 1).edges > 0) return true
  return scene.low.slice(trigger.from, at).some((word) => /^(?:first|only|worst|best|most|\p{L}{2,}est)$/u.test(word))
}

const LINK = /^(?:to|until|till|through|and|-|–|—)$/

/** "From 2006 to 2012", "between Monday and Friday": the last day of the stretch that a time begins. */
function endOfRange(scene: Scene, time: Time, times: readonly Time[]): Time | undefined {
  const at = tokenAt(scene, time.start)
  const after = tokenAt(scene, time.end)
  if (!/^(?:from|between)$/.test(scene.low[at - 1] ?? '') || !LINK.test(scene.low[after] ?? '')) return undefined
  const last = times.find((other) => tokenAt(scene, other.start) === after + 1 && other.to !== undefined)
  return last && (last.to ?? '') >= (time.to ?? '') ? last : undefined
}

const rangeOf = (scene: Scene, time: Time, times: readonly Time[]): readonly [first: Time, last: Time] => {
  const first = times.find((other) => endOfRange(scene, other, times) === time) ?? time
  return [first, endOfRange(scene, first, times) ?? time]
}

const SOON = 2

// "Said that it sold more last year", "told parliament on Thursday": what stands further on is of what was said.
function isOfContent(scene: Scene, time: Time, trigger: Trigger): boolean {
  const at = tokenAt(scene, time.start)
  if (!REPORTING.has(scene.low[trigger.from] ?? '') || at < trigger.to) return false
  return at - trigger.to > SOON && !isOfTelling(scene, at, { ...trigger, from: trigger.from - 1 })
}

/** "They had left before Monday": on some day, of which that one is only the end. */
export const isLimit = (scene: Scene, { start }: Span): boolean =>
  /^(?:before|until|till)$/.test(scene.low[tokenAt(scene, start) - 1] ?? '')

// Whether such a limit is all that the trigger's clause tells of its day.
const isLimited = (scene: Scene, trigger: Trigger, times: readonly Time[]): boolean =>
  times.some((time) => isLimit(scene, time) && apart(scene, trigger.from, tokenAt(scene, time.start) - 1).edges === 0)

// "Slated for release on Monday": what is awaited is of that day, not the waiting.
const awaits = ({ low }: Scene, { from }: Trigger): boolean => AWAITS.has(low[from] ?? '')

// "Before the talks on Monday".
const isRightAfter = (scene: Scene, time: Time, { to }: Trigger): boolean => {
  const at = tokenAt(scene, time.start)
  return at >= to && at <= to + 1
}

// "The first since 1908": what the year bounds is seldom the verb, unless it says that something went on from then.
const UNSURE_SINCE = 0.75

const MOST = 13

function byTime(
  scene: Scene,
  trigger: Trigger,
  standing: Standing,
  times: readonly Time[],
  around: Around,
): Dated | undefined {
  if (describesOnly(scene, trigger) || awaits(scene, trigger)) return undefined
  let best: { time: Time; cost: number } | undefined
  for (const time of times) {
    if (
      !isDated(time) ||
      (standing.modality !== 'happened' && isOfSayingSo(scene, time, trigger)) ||
      isOfAnotherClause(scene, time, trigger) ||
      isStamp(scene, time) ||
      isOfContent(scene, time, trigger) ||
      (standing.modality === 'happened' && isLimit(scene, time)) ||
      (isBearing(scene, trigger) && !isRightAfter(scene, time, trigger)) ||
      isOfNoun(scene, time, trigger) ||
      !agrees(scene, time, trigger, standing, around.published)
    )
      continue
    const cost = misfit(scene, trigger, time, around) + (time.type === 'DURATION' ? 4 : 0)
    if (cost <= MOST && (!best || cost < best.cost)) best = { time, cost }
  }
  if (!best?.time.from) return undefined
  const { time, cost } = best
  const [first, last] = rangeOf(scene, time, times)
  const from = dayPart(first.from ?? best.time.from)
  const open = isOpen(scene, tokenAt(scene, time.start))
  const to = last.to && !open ? dayPart(last.to) : (around.published ?? from)
  const way = open && standing.perfect === undefined ? UNSURE_SINCE : 1
  const score = Math.round(way * Math.max(0.3, 0.92 - cost * 0.035) * Math.min(1, time.score + 0.1) * 1000) / 1000
  return { time: time.id, day: { from, to: to < from ? from : to, stated: true, by: 'days/time', score } }
}

const implied = (day: string, to: string, by: string, score: number): Dated => ({
  day: { from: day, to, stated: false, by, score },
})

// "The phone has two cameras": so it is on the day of publication. In a headline the present tells what happened.
const isPresent = ({ headline }: Scene, { tense }: Trigger): boolean =>
  !headline && (tense === 'third' || tense === 'base')

/** News tells of its own day, unless it says otherwise: what happened, in the first paragraphs. */
function byStory(scene: Scene, trigger: Trigger, standing: Standing, times: readonly Time[], around: Around): Dated {
  const { published, narrative } = around
  if (standing.perfect === 'past' || trigger.score < 0.5 || isBearing(scene, trigger)) return {}
  if (looksBack(scene, trigger) || describesOnly(scene, trigger) || isLimited(scene, trigger, times)) return {}
  const opening = scene.headline || scene.paragraph === 0 ? 0.62 : 0.5
  if (scene.paragraph <= 1 && published && standing.modality === 'ongoing')
    return implied(published, published, 'days/published', opening - 0.1)
  if (standing.modality !== 'happened') return {}
  const told = isPresent(scene, trigger) ? published : around.told
  if (scene.paragraph <= 1 && told)
    return implied(told, told, told === published ? 'days/published' : 'days/news', opening)
  if (trigger.tense !== 'noun' && narrative)
    return implied(narrative.from, narrative.to, 'days/narrative', Math.min(0.45, narrative.score * 0.6))
  return {}
}

/** The days an event lies in: by a time of its sentence, else by where it stands in the story; open where neither tells. */
export function datedBy(
  scene: Scene,
  trigger: Trigger,
  standing: Standing,
  times: readonly Time[],
  around: Around,
): Dated {
  return byTime(scene, trigger, standing, times, around) ?? byStory(scene, trigger, standing, times, around)
}
