import { type Article, type Block, runningBlocks } from '../articles/article.ts'
import type { Tag } from '../tagger/tagger.ts'
import { bucketsOf, overlapping } from '../text/buckets.ts'
import { byPlace, covers, idOf, type Span, spanAt } from '../text/span.ts'
import { tokensOf } from '../text/tokens.ts'
import { attributions } from './attributions.ts'
import { entities } from './entities.ts'
import { type Drafted, datedAgain } from './events/again.ts'
import { type Around, type Dated, datedBy, isLimit } from './events/days.ts'
import { standingOf } from './events/modality.ts'
import { type EntityOf, placeOf, rolesOf } from './events/roles.ts'
import type { Scene } from './events/scene.ts'
import { givenTrigger, type Trigger, triggersIn } from './events/triggers.ts'
import { layer, type Sourced } from './layer.ts'
import { type Mention, mentions } from './mentions.ts'
import { type Place, places } from './places.ts'
import { type Sentence, sentences } from './sentences.ts'
import { tags } from './tags.ts'
import { type Time, times } from './times.ts'

/**
 * PLOVER's eighteen event types, and three that news of disasters and public life need beside them:
 * DISASTER (floods, quakes, fires, crashes), CASUALTY (people killed, hurt, missing, found), OTHER.
 */
export const EVENT_TYPES = [
  'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'INVESTIGATE', 'DEMAND', 'DISAPPROVE', 'REJECT',
  'THREATEN', 'PROTEST', 'CRIME', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'DISASTER', 'CASUALTY', 'OTHER',
] as const // biome-ignore format: a list to be read
export type EventType = (typeof EVENT_TYPES)[number]

/** Whether an event took place, goes on, is planned, is asked for, or may be. */
export const MODALITIES = ['happened', 'ongoing', 'planned', 'called-for', 'possible'] as const
export type Modality = (typeof MODALITIES)[number]

/** The days an event lies in: ISO, inclusive, no finer than the text. */
export interface Day extends Sourced {
  readonly from: string
  readonly to: string
  /** Whether a time of the sentence gives it, or it follows from the dateline, the publication or the narrative. */
  readonly stated: boolean
}

/** Who or what takes part in an event. */
export interface Participant {
  readonly role: 'actor' | 'target' | 'victim' | 'instrument' | 'other'
  /** Id of an entity, where it is one. */
  readonly entity?: string
  readonly start?: number
  readonly end?: number
}

/** Something that happens, is planned, or is denied: the words that name it (verb or noun), and what goes with them. */
export interface Event extends Span, Sourced {
  /** `v:START-END`. */
  readonly id: string
  readonly type: EventType
  /** `negative`: the text says that it did not happen. */
  readonly polarity: 'positive' | 'negative'
  readonly modality: Modality
  /** Id of the time that dates it. */
  readonly time?: string
  readonly day?: Day
  /** Id of the place where it happens. */
  readonly place?: string
  readonly roles: readonly Participant[]
  /** Id of the attribution whose content tells it. */
  readonly said?: string
}

interface Inputs {
  readonly text: string
  readonly published: string | undefined
  readonly entityOf: EntityOf
}

/** What stands in one sentence. */
interface Held {
  readonly mentions: readonly Mention[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly contents: readonly Content[]
  /** What a tagger marked as event words; missing where it knows none. */
  readonly marks: readonly Tag[] | undefined
  /** Words of saying. */
  readonly cues: readonly Span[]
}

interface Content extends Span {
  readonly id: string
}

/** The innermost attribution that tells of the words. */
function saidBy(contents: readonly Content[], span: Span): string | undefined {
  let best: Content | undefined
  for (const content of contents)
    if (covers(content, span) && (!best || content.end - content.start <= best.end - best.start)) best = content
  return best?.id
}

/**
 * What is left of a trigger's score where a tagger of events marked none: of those marked 90 in 100 were events, of the others 22 (time-te3, the
 * fifth not trained on).
 */
const UNMARKED = 0.3

/** How sure an event is that only the tagger knows, as a share of its tag's score: beside a time of its sentence, and without one. */
const DATED = 0.55
const UNDATED = 0.3
/** The same beside a time, of a verb that "will", "is to" or a word of planning governs: grammar says of it that it is to come. */
const PLANNED = 0.8
const GOVERNED = 0.7

/** At most this many events a sentence: past them a sentence's news is told. */
const MOST = 3
/** The same of words that only the tagger takes for events. */
const MOST_MARKED = 6

const isAhead = ({ day }: Dated, published: string | undefined): boolean =>
  day !== undefined && published !== undefined && day.from > published

function eventOf(scene: Scene, trigger: Trigger, held: Held, around: Around, inputs: Inputs): Event {
  const standing = standingOf(scene, trigger)
  const place = placeOf(scene, trigger, held.places)
  const dated = datedBy(scene, trigger, standing, held.times, around)
  const said = saidBy(held.contents, trigger)
  const { start, end, type, by } = trigger
  return {
    id: idOf('v', trigger),
    start,
    end,
    type,
    polarity: standing.polarity,
    modality: standing.modality === 'happened' && isAhead(dated, inputs.published) ? 'planned' : standing.modality,
    ...dated,
    ...(place === undefined ? {} : { place }),
    roles: rolesOf(scene, trigger, held.mentions, inputs.entityOf),
    ...(said === undefined ? {} : { said }),
    by,
    score: Math.round(trigger.score * (0.7 + 0.3 * standing.sure) * 1000) / 1000,
  }
}

// "A heart attack", "state aid": words that name an event elsewhere, and where a tagger of events saw none.
const voted = (trigger: Trigger, marks: readonly Span[] | undefined): Trigger =>
  !marks || overlapping(marks, trigger).length > 0 ? trigger : { ...trigger, score: trigger.score * UNMARKED }

// A word that only the tagger takes for an event: of no known type. What says something is told as a statement.
function markedTrigger(scene: Scene, mark: Tag, { times, cues }: Held): Trigger {
  const tells = times.some(({ from }) => from !== undefined) && overlapping(cues, mark).length === 0
  const trigger = givenTrigger(scene, mark)
  const { modality, sure } = standingOf(scene, trigger)
  const dated = modality === 'planned' && sure >= GOVERNED ? PLANNED : DATED
  return { ...trigger, by: 'events/tagged', score: mark.score * (tells ? dated : UNDATED) }
}

function foundIn(scene: Scene, held: Held, given: readonly Span[] | undefined): readonly Trigger[] {
  if (given) return given.map((span) => givenTrigger(scene, span))
  const names = held.mentions.filter((mention) => mention.form === 'name')
  const known = triggersIn(
    scene,
    (span) => overlapping(names, span).length > 0 || overlapping(held.times, span).length > 0,
  ).map((trigger) => voted(trigger, held.marks))
  const others = (held.marks ?? []).filter(
    (mark) => overlapping(known, mark).length === 0 && overlapping(names, mark).length === 0,
  )
  const surest = (triggers: readonly Trigger[], most: number): readonly Trigger[] =>
    triggers.toSorted((a, b) => b.score - a.score || a.start - b.start).slice(0, most)
  return [
    ...surest(known, MOST),
    ...surest(
      others.map((mark) => markedTrigger(scene, mark, held)),
      MOST_MARKED,
    ),
  ].sort(byPlace)
}

/** Days before its publication on which what an article tells may have happened. */
const NEWS = 7
/** The same of what its first sentence tells. */
const LATE_NEWS = 31
const DAY = 86_400_000

/** The day that the news is of: the first that the headline or the first two paragraphs name, not long before the publication; else the latter. */
function newsDayOf(
  scenes: readonly Scene[],
  timed: readonly (readonly Time[])[],
  published: string | undefined,
): string | undefined {
  if (published === undefined) return undefined
  const named = scenes.map((scene, at) => (timed[at] ?? []).filter((time) => !isLimit(scene, time)))
  const opening = scenes.flatMap(({ paragraph }, at) => (paragraph <= 1 ? (named[at] ?? []) : []))
  const daysOf = (told: readonly Time[]): readonly string[] =>
    told.flatMap(({ from, to }) => (from && from.slice(0, 10) === to?.slice(0, 10) ? from.slice(0, 10) : []))
  const isNews = (day: string, most = NEWS): boolean => {
    const ago = (Date.parse(published) - Date.parse(day)) / DAY
    return ago >= 0 && ago <= most
  }
  const first = scenes.findIndex(({ headline }) => !headline)
  const late = daysOf(named[first] ?? []).find((day) => isNews(day, LATE_NEWS))
  return daysOf(opening).find((day) => isNews(day)) ?? late ?? published
}

/** The day that a sentence's news leaves behind for the next one. */
const narrativeOf = (found: readonly Drafted[], before: Day | undefined): Day | undefined =>
  found.find(({ event }) => event.modality === 'happened' && event.day?.stated)?.event.day ?? before

function scenesOf(article: Article, found: readonly Sentence[]): readonly Scene[] {
  const blocks = runningBlocks(article)
  const numbers = new Map<Block, number>()
  for (const block of blocks) if (block.part === 'paragraph') numbers.set(block, numbers.size)
  return found.map(({ start, end }) => {
    const tokens = tokensOf(article.text, { start, end })
    const block = spanAt(blocks, start)
    return {
      start,
      end,
      tokens,
      low: tokens.map((token) => token.text.toLowerCase()),
      headline: block?.part === 'headline' || block?.part === 'subheading',
      paragraph: (block && numbers.get(block)) ?? 0,
    }
  })
}

/** Events with who takes part, where, and on which day. */
export const events = layer({
  key: 'events',
  needs: [sentences, tags, mentions, entities, times, places, attributions],
  read: (article, below, { tagger }): readonly Event[] => {
    const scenes = scenesOf(article, below.sentences)
    const inputs = {
      text: article.text,
      published: article.published?.slice(0, 10),
      entityOf: new Map(
        below.entities.flatMap((entity) => entity.mentions.map((mention) => [mention, entity.id] as const)),
      ),
    }
    const contents = below.attributions.flatMap(({ id, content }) =>
      content.map(({ start, end }) => ({ start, end, id })),
    )
    const cues = below.attributions.flatMap(({ cue }) => cue).sort(byPlace)
    const [mentioned, timed, placed, told, saying] = [
      bucketsOf(scenes, below.mentions),
      bucketsOf(scenes, below.times),
      bucketsOf(scenes, below.places),
      bucketsOf(scenes, contents),
      bucketsOf(scenes, cues),
    ]
    const marked = tagger.labels.has('event')
      ? bucketsOf(
          scenes,
          below.tags.filter(({ label }) => label === 'event'),
        )
      : undefined
    const given = article.given?.events && bucketsOf(scenes, [...article.given.events].sort(byPlace))
    const newsDay = newsDayOf(scenes, timed, inputs.published)
    let narrative: Day | undefined
    const found = scenes.flatMap((scene, at): readonly Drafted[] => {
      const held = {
        mentions: mentioned[at] ?? [],
        times: timed[at] ?? [],
        places: placed[at] ?? [],
        contents: told[at] ?? [],
        marks: marked && (marked[at] ?? []),
        cues: saying[at] ?? [],
      }
      const triggers = foundIn(scene, held, given?.[at])
      const around = { published: inputs.published, told: newsDay, narrative, triggers }
      const own = triggers.map((trigger) => ({ event: eventOf(scene, trigger, held, around, inputs), trigger, scene }))
      narrative = narrativeOf(own, narrative)
      return own
    })
    return datedAgain(found)
  },
})
