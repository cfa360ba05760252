import type { Day } from '../../layers/events.ts'
import type { Quantity } from '../../layers/quantities.ts'
import type { Time } from '../../layers/times.ts'
import type { Citation } from '../../text/citation.ts'
import { covers, type Span, wordsOf } from '../../text/span.ts'
import { isVague } from '../amount.ts'
import { fold } from '../fold.ts'
import { type ArticleItem, type FigureItem, termsIn } from '../items.ts'
import { becameOf, thingOf } from './counted.ts'
import { giverOf } from './giver.ts'
import { isLead, placeOf, saidOf } from './happening.ts'
import { scopeOf } from './scope.ts'
import { present, type Source } from './source.ts'
import { isPart, isShare, isUsable, scoreOf } from './usable.ts'

/** Terms that say what an article is about, and how many of them keys are made of. */
const ABOUT = 12
const KEYED = 6
const DAY = 86_400_000
/** Days before its publication from which on what an article counts is of another time. */
export const LONG_AGO = 60
/** What may stand between a hedge and its number, in units: "between". */
const GAP = 10
const PRONOUN = /^(?:he|she|they|it|who|which|we|i|you)$/u

type Draft = Omit<FigureItem, 'keys' | 'main'> & { readonly part: boolean; readonly giver?: string }

const daysOf = ({ from, to, stated, by, score }: Time): Day | undefined =>
  from === undefined || to === undefined
    ? undefined
    : { from: from.slice(0, 10), to: to.slice(0, 10), stated, by, score }

const time = (iso: string): number => Date.parse(iso.slice(0, 10))

// What became of those counted, as an event of the sentence: its day, where words state it, and whether it has happened. Else the one time that
// the sentence gives, if it is of long ago.
function courseOf(
  { reading }: Source,
  sentence: Citation,
  became: string | undefined,
): Pick<FigureItem, 'day' | 'modality'> {
  const events = reading.events.filter((event) => covers(sentence, event))
  const own = events.find((event) => became !== undefined && becameOf(wordsOf(reading.text, event)) === became)
  const told = own ? { modality: own.modality } : {}
  if (own?.day?.stated) return { ...told, day: own.day }
  const days = present(reading.times.filter((one) => one.type === 'DATE' && covers(sentence, one)).map(daysOf))
  const [first] = days
  return { ...told, ...(first && days.every((day) => isLongAgo(day, reading.published)) ? { day: first } : {}) }
}

/** Whether days lie long before an article was published. */
const isLongAgo = (day: Day, published: string | undefined): boolean =>
  published !== undefined && time(day.to) < time(published) - LONG_AGO * DAY

// "by 2030" is no day for which a number holds, but one for which it is promised.
function asOfIn({ reading, cite }: Source, id: string | undefined): Pick<FigureItem, 'asOf' | 'asOfWords' | 'day'> {
  const found = id === undefined ? undefined : reading.times.find((one) => one.id === id)
  const day = found && daysOf(found)
  if (!found || !day) return {}
  if (reading.published !== undefined && time(day.from) > time(reading.published)) return { day }
  const words = cite(found)
  return { asOf: day, ...(words ? { asOfWords: words } : {}) }
}

// From the hedge, where it stands before the number, to what is counted, where that follows.
function printedOf(
  { reading, cite }: Source,
  sentence: Citation,
  { start, end, hedge, of }: Quantity,
): Citation | undefined {
  const before = reading.text.slice(sentence.start, start)
  const at = hedge === undefined ? -1 : before.lastIndexOf(hedge)
  const from = at >= 0 && before.length - at - (hedge ?? '').length <= GAP ? sentence.start + at : start
  const counted = of?.find((span) => span.start >= end && span.end <= sentence.end)
  return cite({ start: from, end: counted?.end ?? end })
}

// The numbers before and after one in its sentence: what stands beyond them is theirs.
interface Neighbours {
  readonly before?: Quantity
  readonly after?: Quantity
}

function scopeIn(
  { cite }: Source,
  sentence: Citation,
  number: Span,
  printedEnd: number,
  { before, after }: Neighbours,
): Pick<FigureItem, 'scope' | 'scopeWords'> {
  // What stands between two numbers says what the first of them covers.
  const opens = before === undefined || before.start < sentence.start
  const room = {
    start: opens ? sentence.start : number.start,
    end: Math.min(sentence.end, after?.start ?? sentence.end),
  }
  const scope = scopeOf(sentence, number, room, printedEnd)
  const words = scope && cite(scope.words)
  return scope ? { scope: scope.name, ...(words ? { scopeWords: words } : {}) } : {}
}

const MORE = /\b(?:more|another|other|others|further|additional)\b/iu
const isMore = ({ exact }: Citation): boolean => MORE.test(exact)

function draftOf(source: Source, quantity: Quantity, beside: Neighbours, about: readonly string[]): Draft | undefined {
  const { reading, cite, sentenceAt, refOf, report } = source
  const [words, sentence] = [cite(quantity), sentenceAt(quantity.start)]
  const printed = sentence && printedOf(source, sentence, quantity)
  if (!words || !sentence || !printed) return undefined
  const of = quantity.of?.[0] && cite(quantity.of[0])
  const became = becameOf(quantity.state, isMore(printed) ? undefined : of?.exact)
  const place = placeOf(source, quantity.where)
  const told = reading.modified ?? reading.published
  return {
    kind: 'figure',
    ref: refOf(quantity.id),
    article: reading.id,
    version: reading.version,
    score: scoreOf(source, quantity, sentence),
    ...source.said(quantity.id),
    by: quantity.by,
    form: quantity.kind,
    ...valueIn(quantity),
    words,
    printed,
    sentence,
    lead: isLead(source, sentence),
    ...(of ? { of } : {}),
    ...thingOf(of?.exact, became),
    ...(became === undefined || quantity.state === undefined ? {} : { state: quantity.state, became }),
    ...(place ? { place } : {}),
    ...scopeIn(source, sentence, quantity, printed.end, beside),
    ...courseOf(source, sentence, became),
    ...asOfIn(source, quantity.asOf),
    ...saidIn(source, quantity.said),
    ...giverIn(source, sentence, printed, quantity.said),
    ...(quantity.again === undefined ? {} : { again: refOf(quantity.again) }),
    ...(quantity.later === undefined ? {} : { later: refOf(quantity.later) }),
    ...(isShare(source, sentence, printed, quantity) ? { share: true } : {}),
    part: isPart(source, sentence, printed, quantity, beside.before),
    ...(told === undefined ? {} : { told }),
    about,
    report,
  }
}

const valueIn = ({ low, high, unit, hedge }: Quantity): Pick<FigureItem, 'low' | 'high' | 'unit' | 'hedge'> => ({
  low,
  high,
  ...(unit === undefined ? {} : { unit }),
  ...(hedge === undefined ? {} : { hedge }),
})

// Who gives a number, as the subject of its verb or as who is quoted.
function giverIn(
  source: Source,
  sentence: Citation,
  printed: Span,
  said: string | undefined,
): ReturnType<typeof giverOf> {
  const given = giverOf(source, sentence, printed)
  const [words] = source.reading.attributions.find(({ id }) => id === said)?.source ?? []
  if (given.giver !== undefined || !words) return given
  const giver = fold(wordsOf(source.reading.text, words))
  return PRONOUN.test(giver) ? given : { giver }
}

function saidIn(source: Source, id: string | undefined): Pick<FigureItem, 'said' | 'speaker' | 'speakerName'> {
  const said = saidOf(source, id)
  const attribution = source.reading.attributions.find((one) => one.id === id)
  const who = attribution?.speaker === undefined ? undefined : source.entities.get(attribution.speaker)
  return { ...said, ...(who && who.type !== 'source' ? { speakerName: who.name } : {}) }
}

/** What two figures must have in common to be of one series, before anything else is looked at. */
export const sortOf = ({ form, unit, thing, became }: Pick<FigureItem, 'form' | 'unit' | 'thing' | 'became'>): string =>
  [form, unit ?? '', thing, became ?? ''].join('/')

// A state is found by itself, whoever is counted; a bare sum or share by its value, since nothing else says what it is of.
function keysOf(item: Omit<FigureItem, 'keys'>): readonly string[] {
  const sort = sortOf(item)
  const value = `${item.low}-${item.high}`
  const isBare = item.thing === '' || (item.form !== 'count' && item.form !== 'measure')
  const told = item.became === undefined && isBare ? `${sort}=${value}` : sort
  const terms = item.about.slice(0, KEYED).flatMap((term) => [`${told}:${term}`, `${sort}=${value}:${term}`])
  const place = item.place?.geonamesId ?? item.place?.name
  const taken = item.again ?? item.later
  const again = taken === undefined ? [] : [`again ${item.ref}`, `again ${taken}`]
  return [...new Set([...terms, ...(place === undefined ? [] : [`${told}:@${place}`]), ...again])]
}

const HAPPENED: ReadonlySet<string | undefined> = new Set([undefined, 'happened', 'ongoing'])

// The better of two to stand for an article: a number before a word for many, one of all before one of some, then the first.
const rankOf = (draft: Draft): number =>
  Number(!isVague(draft)) * 4 + Number(draft.became === undefined || draft.who === '') * 2 + Number(draft.lead)

function mainsOf(drafts: readonly Draft[], published: string | undefined): ReadonlyMap<string, Draft> {
  const mains = new Map<string, Draft>()
  for (const draft of drafts) {
    if (
      draft.part ||
      draft.again !== undefined ||
      !HAPPENED.has(draft.modality) ||
      (draft.day && isLongAgo(draft.day, published))
    )
      continue
    const known = mains.get(sortOf(draft))
    if (!known || rankOf(draft) > rankOf(known)) mains.set(sortOf(draft), draft)
  }
  return mains
}

/** How far the number of another source may stand from an article's own, in units and as a factor. */
const BESIDE = 240
const NEAR = 2

const sayerOf = ({ giver, speakerName }: Draft): string | undefined => speakerName ?? giver

// Whether another source's number stands beside an article's own, of the same thing: "14, the prefect says; the hospital counts 15".
function isRival(draft: Draft, main: Draft): boolean {
  if (draft === main || draft.part || draft.thing === '' || !HAPPENED.has(draft.modality) || isVague(draft))
    return false
  const [sayer, other] = [sayerOf(draft), sayerOf(main)]
  const isNear = draft.high <= NEAR * main.low && main.high <= NEAR * draft.low
  const isBeside = Math.abs(main.words.start - draft.words.start) <= BESIDE
  const isOne = main.who === draft.who && main.scope === draft.scope
  return isOne && isNear && isBeside && sayer !== undefined && other !== undefined && sayer !== other
}

function besideIn(all: readonly Quantity[], at: number): Neighbours {
  const [before, after] = [all[at - 1], all[at + 1]]
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) }
}

// What an article is about: its heaviest terms that are no numbers, since those change from article to article.
const aboutOf = (terms: ArticleItem['terms']): readonly string[] =>
  termsIn(terms)
    .filter((term) => !/^\d/.test(term))
    .slice(0, ABOUT)

/** Numbers of the article that other articles may give too, in the order told. `terms` say what the article is about. */
export function figureItems(source: Source, terms: ArticleItem['terms']): readonly FigureItem[] {
  const about = aboutOf(terms)
  const usable = source.reading.quantities.filter((one) => isUsable(source, one))
  const drafts = present(usable.map((quantity, at) => draftOf(source, quantity, besideIn(usable, at), about)))
  const mains = mainsOf(drafts, source.reading.published)
  return drafts.map((own) => {
    const { part: _, giver: __, ...draft } = own
    const main = mains.get(sortOf(own))
    const again = own.again ?? (main && isRival(own, main) ? main.ref : undefined)
    const item = { ...draft, main: main === own, ...(again === undefined ? {} : { again }) }
    return { ...item, keys: keysOf(item) }
  })
}
