import type { Attribution } from '../../layers/attributions.ts'
import type { Day } from '../../layers/events.ts'
import type { Citation } from '../../text/citation.ts'
import { byPlace } from '../../text/span.ts'
import { rarestOf, stemsIn, wordsIn } from '../fold.ts'
import type { StatementItem } from '../items.ts'
import { lowest, shingles } from '../shingles.ts'
import { answered } from './answer.ts'
import { placeOf } from './happening.ts'
import { present, type Source } from './source.ts'

/** Words in a shingle of a statement: short, since quotations are cut short. */
const SHINGLE_WORDS = 3
const KEYS = 32
const LEAST_KEYS = 7

/** Rarest words by which a speaker's statement is found where it was retold: few shingles outlive that. */
const RETOLD_KEYS = 3

function keysOf(text: string, speaker: string | undefined): readonly string[] {
  const quoted = lowest(shingles(wordsIn(text), SHINGLE_WORDS, KEYS), LEAST_KEYS).map((print) => `q:${print}`)
  const name = speaker === undefined ? undefined : wordsIn(speaker).at(-1)
  if (name === undefined) return quoted
  const rarest = rarestOf(stemsIn(text)).slice(0, RETOLD_KEYS)
  return [...quoted, ...rarest.map((word) => `w:${name} ${word}`)]
}

// Every sentence from the first to the last that one of its spans stands in.
function sentencesOf({ reading, cite }: Source, attribution: Attribution): readonly Citation[] {
  const spans = [...attribution.source, ...attribution.cue, ...attribution.content]
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  return present(reading.sentences.filter((sentence) => sentence.start < end && start < sentence.end).map(cite))
}

// The day of saying: a person's word, else a time of the sentence; else the publication, which only implies it.
function dayOf({ reading }: Source, { when, day: given }: Attribution): Day | undefined {
  if (given) return given
  const time = when === undefined ? undefined : reading.times.find(({ id }) => id === when)
  if (time?.from !== undefined && time.to !== undefined)
    return { from: time.from.slice(0, 10), to: time.to.slice(0, 10), stated: true, by: time.by, score: time.score }
  const day = reading.published?.slice(0, 10)
  return day === undefined ? undefined : { from: day, to: day, stated: false, by: 'stories/published', score: 0.6 }
}

// Who is spoken to stands after the cue: "told reporters".
function toOf({ entities, mentions, cite, refOf }: Source, { to, cue }: Attribution): Pick<StatementItem, 'to'> {
  const entity = to === undefined ? undefined : entities.get(to)
  const [spoken] = cue
  if (!entity || !spoken) return {}
  const [first] = present(entity.mentions.map((id) => mentions.get(id)))
    .filter(({ start }) => start >= spoken.end)
    .sort(byPlace)
  const words = first && cite(first)
  return words ? { to: { words, entity: refOf(entity.id) } } : {}
}

// "Prosecutors in Bucharest said": who they are, not where they spoke.
function elsewhere(
  { source: [source], cue: [cue] }: Attribution,
  place: StatementItem['place'],
): StatementItem['place'] {
  const isTheirs =
    place && source && place.words.start >= source.start && place.words.start < (cue?.start ?? source.end)
  return isTheirs ? undefined : place
}

/** To whom, when and where it was said, in the words that say so. */
function circumstancesOf(source: Source, attribution: Attribution): Pick<StatementItem, 'to' | 'dayWords' | 'place'> {
  const { when, where, day: given } = attribution
  const time = given === undefined ? source.reading.times.find(({ id }) => id === when) : undefined
  const [dayWords, place] = [time && source.cite(time), elsewhere(attribution, placeOf(source, where))]
  return { ...(dayWords ? { dayWords } : {}), ...(place ? { place } : {}), ...toOf(source, attribution) }
}

/** How it stands to other statements of its article. */
function standingOf(source: Source, attribution: Attribution): Pick<StatementItem, 'within' | 'answers'> {
  const { parent } = attribution
  const other = answered(source, attribution)
  return {
    ...(parent === undefined ? {} : { within: source.refOf(parent) }),
    ...(other ? { answers: source.refOf(other.id) } : {}),
  }
}

/** One attribution of the article, as a statement that other articles may tell too; undefined when its words are gone. */
export function statementItem(source: Source, attribution: Attribution): StatementItem | undefined {
  const { reading, cite, refOf, entities, report } = source
  const content = present(attribution.content.map(cite))
  const sentences = sentencesOf(source, attribution)
  if (content.length === 0 || sentences.length === 0) return undefined
  const speaker = attribution.speaker === undefined ? undefined : entities.get(attribution.speaker)
  const day = dayOf(source, attribution)
  const named = speaker && speaker.type !== 'source' ? speaker.name : undefined
  return {
    kind: 'statement',
    ref: refOf(attribution.id),
    article: reading.id,
    version: reading.version,
    keys: keysOf(content.map(({ exact }) => exact).join(' '), named),
    score: attribution.score,
    ...source.said(attribution.id),
    by: attribution.by,
    form: attribution.kind,
    source: present(attribution.source.map(cite)),
    cue: present(attribution.cue.map(cite)),
    content,
    sentences,
    ...(speaker ? { speaker: refOf(speaker.id) } : {}),
    ...(named === undefined ? {} : { speakerName: named }),
    ...(attribution.stance === undefined ? {} : { stance: attribution.stance }),
    ...(day ? { day } : {}),
    ...circumstancesOf(source, attribution),
    ...standingOf(source, attribution),
    report,
  }
}
