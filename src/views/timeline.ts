import type { HappeningItem } from '../stories/items.ts'
import type { HappeningRow, May, RowFilter, StoryRows, Telling } from '../stories/rows.ts'
import { startOf } from '../text/citation.ts'
import type { Span } from '../text/span.ts'
import { clause } from './clause.ts'
import { DIGEST, digest } from './digest.ts'
import type { Line, Status } from './line.ts'
import { reportsOf, shownOf, whenOf } from './lines.ts'
import type { Limits, View } from './view.ts'

/**
 * Score from which an event is shown by default. A line is its sentence, to the letter; what may be wrong of it is its day, and whether it
 * happened: what happened, on a day that its sentence names, needs least; what is planned or called for needs more, what may be most.
 */
const SURE_STATED = 0.6
const SURE_PLANNED = 0.63
const SURE_POSSIBLE = 0.75
const SURE = 0.8
/** The same for its day alone. */
const SURE_DAY = 0.7

type Tellings = readonly [Telling<HappeningItem>, ...Telling<HappeningItem>[]]

// The telling that shows a happening best: one whose sentence names the row's own day, in its running text, early, surely, and first.
function goodness({ item, copyOf }: Telling<HappeningItem>, row: HappeningRow): readonly number[] {
  const sameDay = item.day?.from === row.day?.from && item.day?.to === row.day?.to
  return [
    Number(sameDay && (item.day?.stated ?? false)),
    Number(sameDay),
    Number(item.confirmed ?? false),
    Number(copyOf === undefined),
    Number(item.sentence.n !== undefined),
    Number(item.score >= SURE_STATED),
    Number(item.lead),
  ]
}

function better(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place])
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0)
}

/** Tellings with the best one first, the others in their order. */
function bestFirst(row: HappeningRow): Tellings {
  const [best] = [...row.tellings].sort((a, b) => better(goodness(a, row), goodness(b, row)))
  const first = best ?? row.tellings[0]
  return [first, ...row.tellings.filter((telling) => telling !== first)]
}

function focusOf(item: HappeningItem): readonly Span[] {
  const roles = item.roles.flatMap(({ words }) => (words ? [words] : []))
  return [item.words, ...roles, ...(item.dayWords ? [item.dayWords] : []), ...(item.place ? [item.place.words] : [])]
}

function statusOf(row: HappeningRow): Status {
  const denied = row.polarity === 'negative' && row.tellings.every(({ item }) => item.said !== undefined)
  return {
    ...(row.polarity === 'positive' || row.modality !== 'happened' ? { modality: row.modality } : {}),
    ...(denied ? { denied } : {}),
    ...(row.confirmed ? { confirmed: true } : {}),
    ...(row.disputed || row.opposed ? { disputed: true } : {}),
    ...(row.end ? { end: row.end } : {}),
  }
}

const NEEDED: Readonly<Partial<Record<HappeningRow['modality'], number>>> = {
  happened: SURE_STATED,
  possible: SURE_POSSIBLE,
}

function isSure(row: HappeningRow): boolean {
  if (row.confirmed) return row.day !== undefined
  if (row.disputed) return false
  if (row.day === undefined || row.day.score < SURE_DAY) return false
  if (!row.day.stated) return row.score >= SURE
  return row.score >= (NEEDED[row.modality] ?? SURE_PLANNED)
}

// Citations of a line: each telling's sentence, once each, the best one first.
function eventLine(row: HappeningRow): Line {
  const tellings = distinct(bestFirst(row))
  const [{ item }, ...rest] = tellings
  const place = row.place
  return {
    id: row.id,
    shape: 'event',
    text: clause(item.sentence, focusOf(item)),
    from: [item.sentence, ...rest.map((telling) => telling.item.sentence)],
    ...(row.day ? { when: whenOf(row.day, item.dayWords) } : {}),
    ...(place ? { where: place } : {}),
    ...(row.who.length > 0 ? { who: row.who } : {}),
    status: statusOf(row),
    sure: isSure(row),
    score: row.score,
    origins: row.origins,
    reports: reportsOf(tellings),
  }
}

function distinct([first, ...rest]: Tellings): Tellings {
  const seen = new Set([startOf(first.item.sentence)])
  const others = rest.filter(({ item }) => {
    const place = startOf(item.sentence)
    return !seen.has(place) && Boolean(seen.add(place))
  })
  return [first, ...others]
}

// Of several events that one sentence tells of one day, which stands for the sentence: sure, then happened, then by score and place.
function standsFirst(a: HappeningRow, b: HappeningRow): boolean {
  if (isSure(a) !== isSure(b)) return isSure(a)
  if ((a.end === undefined) !== (b.end === undefined)) return a.end !== undefined
  if ((a.modality === 'happened') !== (b.modality === 'happened')) return a.modality === 'happened'
  if (a.score !== b.score) return a.score > b.score
  return a.tellings[0].item.words.start < b.tellings[0].item.words.start
}

// One row for each sentence of a day, in their order.
function foldedBySentence(rows: readonly HappeningRow[]): readonly HappeningRow[] {
  const found = new Map<string, HappeningRow>()
  for (const row of rows) {
    const [{ item }] = bestFirst(row)
    const key = `${row.day?.from ?? ''} ${startOf(item.sentence)}`
    const there = found.get(key)
    if (!there || standsFirst(row, there)) found.set(key, row)
  }
  const chosen = new Set(found.values())
  return rows.filter((row) => chosen.has(row))
}

// Rows come by their first day; all of one day at once.
async function* byDay(rows: AsyncIterable<HappeningRow>): AsyncIterable<readonly HappeningRow[]> {
  let held: HappeningRow[] = []
  for await (const row of rows) {
    if (held[0] && held[0].day?.from !== row.day?.from) {
      yield held
      held = []
    }
    held.push(row)
  }
  if (held.length > 0) yield held
}

// Whether its row may be sure.
const may: May<'happening'> = ({ most, stated, sure }) => {
  if (sure === undefined) return false
  if (most === 1) return true
  return sure >= SURE_DAY && most >= (stated ? Math.min(SURE_STATED, SURE_PLANNED) : SURE)
}

async function* lines(rows: StoryRows, filter: RowFilter, limits: Limits = {}, sure = false): AsyncIterable<Line> {
  const isWhole = Object.keys(limits).length === 0
  const all: Line[] = []
  for await (const day of byDay(rows.happenings(filter, {}, sure && isWhole ? may : undefined))) {
    const found = shownOf(foldedBySentence(day).map(eventLine), sure && isWhole)
    if (isWhole) yield* found
    else all.push(...found)
  }
  if (!isWhole) yield* digest(all, limits)
}

/** What happened, by its day: each happening once, in the exact words of its best telling; undated ones last, as less sure. */
export const timeline: View = {
  name: 'timeline',
  title: 'Timeline',
  about: 'What happened, was planned, called for or denied, by the day it happened.',
  groups: 'day',
  shape: 'event',
  limits: DIGEST,
  lines,
}
