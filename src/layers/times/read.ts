import { type Article, runningBlocks } from '../../articles/article.ts'
import type { Tag } from '../../tagger/tagger.ts'
import { bucketsOf } from '../../text/buckets.ts'
import { idOf, type Span } from '../../text/span.ts'
import type { Time } from '../times.ts'
import { isTime } from './barred.ts'
import { addTo, type Day, dayFromIso, edgesOf, type Grain, isoOf, type Stretch, timexOf, yearOf } from './calendar.ts'
import { type Match, timesIn } from './grammar.ts'
import { unitGrain } from './lengths.ts'
import { type Anchors, openValue, type Placed, placed } from './resolve.ts'
import scores from './scores.json' with { type: 'json' }
import type { Sense } from './senses.ts'
import { type Lean, leanAt } from './tense.ts'
import { type Word, wordsOf } from './words.ts'

/** The time last told of, and the paragraph that told it. */
interface Told {
  readonly stretch: Stretch
  readonly id: string
  readonly block: number
  readonly stated: boolean
}

/** What the text has told so far. */
interface Story {
  readonly published: Day | undefined
  /** Whether most of the text's years are not its publication's. */
  readonly history: boolean
  told: Told | undefined
  /** The quarter last told of, not by comparison. */
  quarter: Stretch | undefined
}

type Fields = Pick<Time, 'value' | 'from' | 'to' | 'stated' | 'anchor'>

const EXACT = /^T\d\d:\d\d/

function anchorOf(place: Placed | undefined, story: Story): Pick<Time, 'anchor'> {
  if (!place?.from) return {}
  return { anchor: place.from === 'told' && story.told ? { kind: 'time', ref: story.told.id } : { kind: 'published' } }
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

// Days that a length covers from the day it is reckoned from: "the past two years", "nine days into".
function lengthFields({ length, toward, value = '' }: Sense, into: boolean, { published }: Story): Fields {
  const bare: Fields = { value, stated: true }
  const way = into ? 'into' : toward
  const unit = length && unitGrain(length.unit)
  if (!way || !unit || unit === 'hour' || published === undefined || typeof length?.count !== 'number') return bare
  const anchored = { value, stated: true, anchor: { kind: 'published' } } as const
  const reach = (sign: number): string => isoOf(addTo(published, sign * (length.count as number), unit as Grain))
  if (way === 'into') return { ...anchored, from: isoOf(addTo(published, -length.count, unit) + 1) }
  return way === 'before'
    ? { ...anchored, from: reach(-1), to: isoOf(published) }
    : { ...anchored, from: isoOf(published), to: reach(1) }
}

const SCORES: Readonly<Record<string, number>> = scores

function fieldsOf(sense: Sense, place: Placed | undefined, into: boolean, story: Story): Fields {
  if (sense.named) return calendarFields(sense, place, story)
  return sense.type === 'DURATION' ? lengthFields(sense, into, story) : { value: sense.value ?? 'XXXX', stated: true }
}

function scoreOf(rule: string, sense: Sense, place: Placed | undefined): number {
  const score = SCORES[rule] ?? 0.5
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

const JOINS = /^(?:and|or|to|through|until|till|-|–|—|,)$/

// "In August and October 2017": the first month is of the year said after the second.
function sharingYears(words: readonly Word[], matches: readonly Match[]): readonly Match[] {
  return matches.map((match, at) => {
    const { named } = match.sense
    const next = matches[at + 1]
    const last = next?.sense.named
    if (!named || !last || last.is !== 'fixed' || next.from !== match.to + 1) return match
    const bare = (named.is === 'date' || (named.is === 'part' && named.grain === 'month')) && !named.of
    const { grain } = last.stretch
    if (!bare || (grain !== 'day' && grain !== 'month') || !JOINS.test(words[match.to]?.low ?? '')) return match
    const of = { is: 'fixed', stretch: { grain: 'year', at: yearOf(last.stretch) } } as const
    return { ...match, sense: { ...match.sense, named: { ...named, of } } }
  })
}

const NAMES: ReadonlySet<string> = new Set(['person', 'organization', 'location', 'misc'])

const yearOfDay = (day: Day): number => yearOf({ grain: 'day', at: day })

// A paragraph that dates something in another year goes on in that year, unless it looks ahead.
const goesOn = (told: Told, block: number, lean: Lean | undefined): boolean =>
  told.block === block && told.stated && told.stretch.grain !== 'year' && lean !== 'future'

function anchorsAt(
  { told, published, history, quarter }: Story,
  block: number,
  words: readonly Word[],
  match: Match,
): Anchors {
  const lean = leanAt(words, match.from, match.to)
  const elsewhere = told !== undefined && (published === undefined || yearOf(told.stretch) !== yearOfDay(published))
  const narrative = elsewhere && history
  return { published, told, history: narrative || (elsewhere && goesOn(told, block, lean)), narrative, quarter, lean }
}

function timeOf(words: readonly Word[], match: Match, story: Story, block: number): Time {
  const { sense, rule } = match
  const span = { start: words[match.from]?.start ?? 0, end: words[match.to - 1]?.end ?? 0 }
  const place = sense.named && placed(sense.named, anchorsAt(story, block, words, match))
  const fields = fieldsOf(sense, place, words[match.to]?.low === 'into', story)
  const time = {
    id: idOf('t', span),
    ...span,
    type: sense.type,
    ...fields,
    ...(sense.mod ? { mod: sense.mod } : {}),
    by: `times/${rule}`,
    score: Math.round(scoreOf(rule, sense, place) * (isGuessed(story, place, block) ? GUESSED : 1) * 1000) / 1000,
  }
  if (place && place.stretch.grain !== 'decade' && place.stretch.grain !== 'century') {
    if (place.stretch.grain === 'quarter' && sense.named?.is !== 'away') story.quarter = place.stretch
    story.told = { stretch: place.stretch, id: time.id, block, stated: fields.stated }
  }
  return time
}

const YEAR =
  /\b(?:in|since|of|by|from|until|during|after|before|early|late|spring|summer|autumn|winter|[A-Z][a-z]{2,8}|\d,) (1[5-9]\d\d|20\d\d)\b/g
const MANY = 8

// A text most of whose years are not near its own tells history.
function isHistory(text: string, published: Day | undefined): boolean {
  const years = [...text.matchAll(YEAR)].map(([, year]) => Number(year))
  const own = published === undefined ? undefined : yearOfDay(published)
  const other = years.filter((year) => own === undefined || Math.abs(year - own) > 1)
  return other.length >= MANY && other.length >= years.length * 0.6
}

/** The times of an article's running text, each reckoned from its publication and from the times told before it. */
export function readTimes(article: Article, sentences: readonly Span[], tags: readonly Tag[]): readonly Time[] {
  const published = dayFromIso(article.published)
  const story: Story = { published, history: isHistory(article.text, published), told: undefined, quarter: undefined }
  const names = tags.filter(({ label }) => NAMES.has(label))
  const blocks = runningBlocks(article)
  const byBlock = bucketsOf(blocks, sentences)
  const nameBuckets = bucketsOf(blocks, names)
  return blocks.flatMap((_, block) =>
    (byBlock[block] ?? []).flatMap((sentence) => {
      const words = wordsOf(article.text, sentence)
      const near = nameBuckets[block] ?? []
      const holds = (match: Match): boolean => {
        const span = { start: words[match.from]?.start ?? 0, end: words[match.to - 1]?.end ?? 0 }
        return isTime(words, match) && !inName(near, span)
      }
      return sharingYears(words, timesIn(words, holds)).map((match) => timeOf(words, match, story, block))
    }),
  )
}
