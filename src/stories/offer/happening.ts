import { baseOf } from '../../layers/events/forms.ts'
import type { Day, Event } from '../../layers/events.ts'
import type { Place } from '../../layers/places.ts'
import type { Citation } from '../../text/citation.ts'
import { covers, type Span, spanAt } from '../../text/span.ts'
import { fold, rarestOf, stem, stemsIn } from '../fold.ts'
import type { HappeningItem } from '../items.ts'
import { once } from '../rules/words.ts'
import families from './families.json' with { type: 'json' }
import { present, type Source } from './source.ts'

const DAY = 86_400_000
const MOST_DAYS = 7
const KEYS = 64

/** The verb or noun that names an event, whatever its form: "took" and "takes" are one. */
export const headOf = (words: string): string => stem(baseOf(fold(words)))

/** Types that outlets use for one thing are one family ("talks", "meeting"); what has no type is its own word. */
export function familyOf(type: Event['type'], words: string): string {
  const family = (families.of as Readonly<Record<string, string>>)[type]
  return family ?? `${type}:${headOf(words)}`
}

// The days of an interval, ISO; a long one stands under its months.
function daysOf({ from, to }: Day): readonly string[] {
  const [start, end] = [Date.parse(from.slice(0, 10)), Date.parse(to.slice(0, 10))]
  if (Number.isNaN(start) || Number.isNaN(end)) return []
  const count = Math.round((end - start) / DAY) + 1
  if (count > MOST_DAYS) return monthsFrom(new Date(start), end).slice(0, MOST_DAYS)
  return Array.from({ length: Math.max(count, 0) }, (_, at) => new Date(start + at * DAY).toISOString().slice(0, 10))
}

function monthsFrom(first: Date, end: number): readonly string[] {
  const months = Array.from({ length: MOST_DAYS }, (_, at) =>
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at),
  )
  return months.filter((month) => month <= end).map((month) => new Date(month).toISOString().slice(0, 7))
}

/** Whether it happened, as two tellings of one thing say alike: what goes on has begun. */
export const toldAs = ({ polarity, modality }: Pick<HappeningItem, 'polarity' | 'modality'>): string =>
  `${polarity} ${modality === 'ongoing' ? 'happened' : modality}`

type Bare = Omit<HappeningItem, 'keys' | 'asks'>

const rarestIn = ({ stems }: Bare): readonly string[] => rarestOf(stems.split(' ').filter(Boolean))

// Where it was and who took part, by last names.
function around({ place, names }: Bare, most: number): readonly string[] {
  const where = place?.geonamesId ?? (place && fold(place.name))
  const who = names.slice(0, most).map((name) => fold(name).split(' ').at(-1) ?? '')
  return [...(where === undefined ? [] : [`@${where}`]), ...who]
}

// Each two of some words; one word where there is no other.
function pairsOf(found: readonly string[]): readonly string[] {
  const sorted = [...new Set(found)].sort()
  if (sorted.length === 1) return sorted
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one} ${other}`))
}

// Two that have a day are found by it and one more word; where both have none, it takes two, one of which may be who took part, or where; where one
// has none, the three rarest: they must have nearly all words in common.
function keysOf(item: Bare): Pick<HappeningItem, 'keys' | 'asks'> {
  const [word, told] = [headOf(item.words.exact), toldAs(item)]
  const rare = rarestIn(item)
    .filter((one) => one !== word)
    .slice(0, 3)
  const alike = item.day
    ? datedKeys(item, item.day)
    : pairsOf([...around(item, 1), ...rare]).map((pair) => `${told}:${word}:${pair}`)
  const [held, asked] = item.day ? ['dated', 'open'] : ['open', 'dated']
  const mixed = (which: string) => (rare.length > 0 ? [`${which}:${told}:${word}:${rare.join(' ')}`] : [])
  const keysWith = (which: string) => [...mixed(which), ...alike].slice(0, KEYS)
  return { keys: keysWith(held), asks: keysWith(asked) }
}

function datedKeys(item: Bare, day: Day): readonly string[] {
  const family = familyOf(item.type, item.words.exact)
  const found = [...new Set([headOf(item.words.exact), ...around(item, 4), ...rarestIn(item).slice(0, 4)])]
  return daysOf(day).flatMap((one) => found.map((feature) => `${toldAs(item)}:${family}:${one}:${feature}`))
}

/** A place of the reading, as an item holds it. */
export function placeOf({ reading, cite }: Source, id: string | undefined): HappeningItem['place'] {
  const place: Place | undefined = id === undefined ? undefined : reading.places.find((one) => one.id === id)
  const words = place && cite(place)
  if (!place || !words) return undefined
  const { name, precision, geonamesId, country, lat, lon } = place
  const wide = precision === 'country' || precision === 'region'
  return {
    name,
    precision,
    words,
    ...(wide || lat === undefined || lon === undefined ? {} : { lat, lon }),
    ...(geonamesId === undefined ? {} : { geonamesId }),
    ...(country === undefined ? {} : { country }),
  }
}

/** Whether a sentence is a headline, a standfirst, or one of the body's first two: what the article is about. */
export function isLead({ reading }: Source, sentence: Span): boolean {
  const block = spanAt(reading.blocks, sentence.start)
  if (block?.part === 'headline' || block?.part === 'standfirst') return true
  const first = reading.blocks.find(({ part }) => part === 'paragraph')
  if (!first) return false
  const opening = reading.sentences.filter(({ start }) => start >= first.start).slice(0, 2)
  return opening.some((one) => covers(one, sentence))
}

function rolesOf({ cite, refOf, entities }: Source, event: Event): HappeningItem['roles'] {
  return event.roles.map(({ role, entity, start, end }) => {
    const words = start === undefined || end === undefined ? undefined : cite({ start, end })
    const known = entity !== undefined && entities.has(entity)
    return { role, ...(known ? { entity: refOf(entity) } : {}), ...(words ? { words } : {}) }
  })
}

/** Refs of a statement and of who speaks in it. */
export function saidOf(
  { reading, refOf, entities }: Source,
  id: string | undefined,
): Pick<HappeningItem, 'said' | 'speaker'> {
  const said = id === undefined ? undefined : reading.attributions.find((one) => one.id === id)
  if (!said) return {}
  const speaker = said.speaker !== undefined && entities.has(said.speaker) ? refOf(said.speaker) : undefined
  return { said: refOf(said.id), ...(speaker ? { speaker } : {}) }
}

function dayWordsOf({ reading, cite }: Source, id: string | undefined): Citation | undefined {
  const time = id === undefined ? undefined : reading.times.find((one) => one.id === id)
  return time && cite(time)
}

// Several events stand in one sentence.
const stemsOf = once((sentence: Citation): string => [...new Set(stemsIn(sentence.exact))].join(' '))

/** One event of the article, as other articles may tell it too; undefined when its words are gone. */
export function happeningItem(source: Source, event: Event): HappeningItem | undefined {
  const { reading, cite, sentenceAt, refOf, report, entities } = source
  const words = cite(event)
  const sentence = sentenceAt(event.start)
  if (!words || !sentence) return undefined
  const dayWords = dayWordsOf(source, event.time)
  const place = placeOf(source, event.place)
  const names = present(event.roles.map(({ entity }) => (entity === undefined ? undefined : entities.get(entity))))
  const bare: Bare = {
    kind: 'happening',
    ref: refOf(event.id),
    article: reading.id,
    version: reading.version,
    score: event.score,
    ...source.said(event.id),
    by: event.by,
    type: event.type,
    polarity: event.polarity,
    modality: event.modality,
    words,
    sentence,
    stems: stemsOf(sentence),
    lead: isLead(source, sentence),
    ...(event.day ? { day: event.day } : {}),
    ...(dayWords ? { dayWords } : {}),
    ...(place ? { place } : {}),
    roles: rolesOf(source, event),
    names: names.filter(({ type }) => type !== 'source').map(({ name }) => name),
    ...saidOf(source, event.said),
    report,
  }
  return { ...bare, ...keysOf(bare) }
}
