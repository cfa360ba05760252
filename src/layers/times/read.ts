import { type Article, runningBlocks } from '../../articles/article.ts'
import type { Tag } from '../../tagger/tagger.ts'
import { bucketsOf } from '../../text/buckets.ts'
import { idOf, type Span } from '../../text/span.ts'
import type { Time } from '../times.ts'
import {
  addTo,
  type Day,
  dayFromIso,
  edgesOf,
  type Grain,
  isoOf,
  lastDay,
  type Stretch,
  stretchAt,
  timexOf,
  yearOf,
} from './calendar.ts'
import type { Match } from './grammar.ts'
import { unitGrain } from './lengths.ts'
import { isOfSaying, isQuoted, spanOf } from './quoted.ts'
import { type Anchors, openValue, type Placed, placed } from './resolve.ts'
import scores from './scores.json' with { type: 'json' }
import type { Sense } from './senses.ts'
import type { Lean } from './tense.ts'
import { type Tongue, tongueOf } from './tongue.ts'
import { type Word, wordsOf } from './words.ts'

/** The time last told of, and the paragraph that told it. */
interface Told {
  readonly stretch: Stretch
  readonly id: string
  readonly block: number
  readonly stated: boolean
  /** Where its words end. */
  readonly end: number
}

/** What the text has told so far. */
interface Story {
  readonly tongue: Tongue
  /** The day that the words are of: of publication; in a quotation whose day is told, that one, with the id of the time that tells it. */
  readonly published: Day | undefined
  readonly said?: string
  /** Whether most of the text's years are not its publication's. */
  readonly history: boolean
  told: Told | undefined
  /** The quarter that figures were last told of, not by comparison; the year where they were of more months. */
  compared: Stretch | undefined
}

type Fields = Pick<Time, 'value' | 'from' | 'to' | 'stated' | 'anchor'>

const EXACT = /^T\d\d:\d\d/

function anchorOf(place: Placed | undefined, story: Story): Pick<Time, 'anchor'> {
  if (!place?.from) return {}
  const ref = place.from === 'told' ? story.told?.id : story.said
  return { anchor: ref === undefined ? { kind: 'published' } : { kind: 'time', ref } }
}

function calendarFields({ named, clock }: Sense, place: Placed | undefined, story: Story): Fields {
  if (!named || !place) return { value: `${named ? openValue(named) : 'XXXX'}${clock ?? ''}`, stated: true }
  const { stretch, from } = place
  const edges = edgesOf(stretch)
  const kept = { stated: from === undefined, ...anchorOf(place, story) }
  if (!clock || stretch.grain !== 'day') return { value: timexOf(stretch), ...edges, ...kept }
  const minute = EXACT.exec(clock)?.[0]
  const at = minute ? { from: `${edges.from}${minute}`, to: `${edges.to}${minute}` } : edges
  return { value: `${timexOf(stretch)}${clock}`, ...at, ...kept }
}

// "The year ended March 31": the days up to that one.
function endingFields(value: string, count: number, unit: Grain, end: Placed, story: Story): Fields {
  const last = lastDay(end.stretch)
  const from = isoOf(addTo(last + 1, -count, unit))
  return { value, from, to: isoOf(last), stated: end.from === undefined, ...anchorOf(end, story) }
}

// Days that a length covers from the day it is reckoned from: "the past two years", "nine days into".
function lengthFields(sense: Sense, into: boolean, end: Placed | undefined, story: Story): Fields {
  const { length, toward, value = '' } = sense
  const { published } = story
  const bare: Fields = { value, stated: true }
  const way = into ? 'into' : toward
  const unit = length && unitGrain(length.unit)
  if (!unit || unit === 'hour' || typeof length?.count !== 'number') return bare
  if (end) return endingFields(value, length.count, unit, end, story)
  if (!way || published === undefined) return bare
  const anchored = { value, stated: true, anchor: { kind: 'published' } } as const
  const reach = (sign: number): string => isoOf(addTo(published, sign * (length.count as number), unit))
  if (way === 'into') return { ...anchored, from: isoOf(addTo(published, -length.count, unit) + 1) }
  return way === 'before'
    ? { ...anchored, from: reach(-1), to: isoOf(published) }
    : { ...anchored, from: isoOf(published), to: reach(1) }
}

const SCORES: Readonly<Record<string, number>> = scores

function fieldsOf(sense: Sense, place: Placed | undefined, into: boolean, anchors: Anchors, story: Story): Fields {
  if (sense.named) return calendarFields(sense, place, story)
  const end = sense.until && placed(sense.until, anchors)
  if (sense.type === 'DURATION') return lengthFields(sense, into, end, story)
  return { value: sense.value ?? 'XXXX', stated: true }
}

// Rules are surer of one grain than of another, and of what is stated than of what is reckoned.
function scoreOf(rule: string, sense: Sense, place: Placed | undefined): number {
  const grain = sense.clock && /^T[A-Z]/.test(sense.clock) ? 'part' : (place?.stretch.grain ?? sense.length?.unit)
  const how = place?.from === 'told' ? 'time' : (place?.from ?? 'stated')
  const score = SCORES[`${rule} ${grain} ${how}`] ?? SCORES[`${rule} ${grain}`] ?? SCORES[rule] ?? 0.5
  return sense.named && !place ? score * 0.6 : score
}

// Without a publication day, what is reckoned from a time some paragraphs before is a guess.
const GUESSED = 0.7
const isGuessed = (story: Story, place: Placed | undefined, block: number): boolean =>
  story.published === undefined && place?.from === 'told' && story.told?.block !== block

// A name that holds more than the time: "Euro 2016", "Theresa May".
const inName = (names: readonly Span[], span: Span): boolean =>
  names.some(
    (name) => name.start <= span.start && span.end <= name.end && name.end - name.start > span.end - span.start,
  )

const NAMES: ReadonlySet<string> = new Set(['person', 'organization', 'location', 'misc'])

const yearOfDay = (day: Day): number => yearOf({ grain: 'day', at: day })

const FAR = 500

// What is dated in another year goes on in that year, in the sentences right after it, unless it looks ahead.
const goesOn = (told: Told, block: number, at: number, lean: Lean | undefined): boolean =>
  told.block === block && at - told.end < FAR && told.stated && told.stretch.grain !== 'year' && lean !== 'future'

function anchorsAt(
  { tongue, told, published, history, compared }: Story,
  block: number,
  words: readonly Word[],
  match: Match,
): Anchors {
  // What is named whole, or is no day, leans nowhere.
  const { named, length } = match.sense
  const leans = length !== undefined || (named !== undefined && named.is !== 'fixed')
  const lean = leans ? tongue.leanAt(words, match.from, match.to) : undefined
  const elsewhere = told !== undefined && (published === undefined || yearOf(told.stretch) !== yearOfDay(published))
  const narrative = elsewhere && history
  return {
    published,
    told,
    history: narrative || (elsewhere && goesOn(told, block, words[match.from]?.start ?? 0, lean)),
    narrative,
    compared,
    lean,
  }
}

// What figures are told of: a quarter, or months that no quarter holds.
function comparedOf(sense: Sense, place: Placed | undefined, { published, lean }: Anchors): Stretch | undefined {
  if (lean === 'future') return undefined
  const { length, named } = sense
  if (place?.stretch.grain === 'quarter' && named?.is !== 'away') return place.stretch
  const isLong =
    length !== undefined && ((length.unit === 'month' && length.count !== 'X' && length.count > 3) || sense.until)
  return isLong && published !== undefined ? stretchAt(published, 'year') : undefined
}

function timeOf(words: readonly Word[], match: Match, story: Story, block: number): Time {
  const { sense, rule } = match
  const span = spanOf(words, match)
  const anchors = anchorsAt(story, block, words, match)
  const place = sense.named && placed(sense.named, anchors)
  const fields = fieldsOf(sense, place, story.tongue.into.has(words[match.to]?.low ?? ''), anchors, story)
  const time = {
    id: idOf('t', span),
    ...span,
    type: sense.type,
    ...fields,
    ...(sense.mod ? { mod: sense.mod } : {}),
    by: `times/${rule}`,
    score: Math.round(scoreOf(rule, sense, place) * (isGuessed(story, place, block) ? GUESSED : 1) * 1000) / 1000,
  }
  story.compared = comparedOf(sense, place, anchors) ?? story.compared
  if (place && place.stretch.grain !== 'decade' && place.stretch.grain !== 'century') {
    story.told = { stretch: place.stretch, id: time.id, block, stated: fields.stated, end: span.end }
  }
  return time
}

// "We leave tomorrow," she said on 3 February 2014: in a quotation today is the day on which it was said.
function saidOn(
  words: readonly Word[],
  matches: readonly Match[],
  quotes: readonly Span[],
  story: Story,
  block: number,
): Pick<Story, 'published' | 'said'> | undefined {
  for (const match of matches) {
    const { named, clock } = match.sense
    if (!named || clock || isQuoted(words, match, quotes) || !isOfSaying(words, match, story.tongue.saying)) continue
    const stretch = placed(named, anchorsAt(story, block, words, match))?.stretch
    if (stretch?.grain === 'day' && stretch.at <= (story.published ?? stretch.at))
      return { published: stretch.at, said: idOf('t', spanOf(words, match)) }
  }
  return undefined
}

function timesOf(
  words: readonly Word[],
  matches: readonly Match[],
  quotes: readonly Span[],
  story: Story,
  block: number,
): readonly Time[] {
  const isAny = matches.length > 1 && matches.some((match) => isQuoted(words, match, quotes))
  const said = isAny ? saidOn(words, matches, quotes, story, block) : undefined
  return matches.map((match) => {
    if (!said || !isQuoted(words, match, quotes)) return timeOf(words, match, story, block)
    const spoken = { ...story, ...said }
    const time = timeOf(words, match, spoken, block)
    story.told = spoken.told
    return time
  })
}

const MANY = 8
const TELLING = 5
const SOME = 3

// A text most of whose years are not near its own tells history.
function isHistory(text: string, published: Day | undefined, { year, telling }: Tongue): boolean {
  const years = [...text.matchAll(year)].map((met) => Number(met.slice(1).find(Boolean) ?? 0))
  const own = published === undefined ? undefined : yearOfDay(published)
  const other = years.filter((year) => own === undefined || Math.abs(year - own) > 1)
  if (other.length < SOME) return false
  const now = [...text.matchAll(telling)].length
  if (now === 0 && other.length === years.length) return true
  return other.length >= MANY && other.length >= years.length * 0.6 && now * TELLING < other.length
}

/** The times of an article's running text, each reckoned from its publication and from the times told before it. */
export function readTimes(
  article: Article,
  sentences: readonly Span[],
  tags: readonly Tag[],
  quotes: readonly Span[] = [],
): readonly Time[] {
  const published = dayFromIso(article.published)
  const tongue = tongueOf(article.language)
  const history = isHistory(article.text, published, tongue)
  const story: Story = { tongue, published, history, told: undefined, compared: undefined }
  const names = tags.filter(({ label }) => NAMES.has(label))
  const blocks = runningBlocks(article)
  const byBlock = bucketsOf(blocks, sentences)
  const [nameBuckets, quoteBuckets] = [bucketsOf(blocks, names), bucketsOf(blocks, quotes)]
  return blocks.flatMap((_, block) =>
    (byBlock[block] ?? []).flatMap((sentence) => {
      const words = wordsOf(article.text, sentence)
      const near = nameBuckets[block] ?? []
      const holds = (match: Match): boolean => {
        return tongue.isTime(words, match) && !inName(near, spanOf(words, match))
      }
      const matches = tongue.joined(words, tongue.timesIn(words, holds))
      return timesOf(words, matches, quoteBuckets[block] ?? [], story, block)
    }),
  )
}
