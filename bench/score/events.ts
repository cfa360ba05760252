import { covers, type Span } from '../../src/text/span.ts'
import { calibrationOf } from './calibration.ts'
import { byId, type Doc, type Figures } from './figures.ts'
import { distinct, pairSpans, shares } from './times.ts'

interface Interval {
  readonly from: string
  readonly to: string
}

export interface EventDoc extends Doc {
  readonly events?: readonly (Span & {
    readonly anchor?: string
    readonly day?: Interval & { readonly score?: number }
  })[]
  readonly sentences?: readonly (Span & { readonly annotated?: boolean })[]
}

/** Event words, strict and relaxed; with `annotated`, only those inside sentences that the gold marks as annotated. */
export function scoreEvents(
  gold: readonly EventDoc[],
  predicted: readonly EventDoc[],
  { annotated = false } = {},
): Figures {
  const found = byId(predicted)
  const n = { gold: 0, predicted: 0, strict: 0, relaxed: 0 }
  for (const doc of gold) {
    const inside = (span: Span) => !annotated || (doc.sentences ?? []).some((s) => s.annotated && covers(s, span))
    const want = distinct(doc.events ?? []).filter(inside)
    const got = distinct(found.get(doc.id)?.events ?? []).filter(inside)
    n.gold += want.length
    n.predicted += got.length
    pairSpans(want, got).forEach((j, i) => {
      const [g, p] = [want[i], got[j]]
      if (!g || !p) return
      n.relaxed++
      if (g.start === p.start && g.end === p.end) n.strict++
    })
  }
  return {
    documents: gold.length,
    gold: n.gold,
    predicted: n.predicted,
    ...shares('strict', n.strict, n),
    ...shares('relaxed', n.relaxed, n),
  }
}

// The first and last day of what the gold says: "2004", "2004-XX-XX", "2004-06", "2004-06-09".
function stretchOf(anchor: string): readonly [from: string, to: string] {
  const [year = '', month = 'XX', day = 'XX'] = anchor.split('-')
  if (month === 'XX') return [`${year}-01-01`, `${year}-12-31`]
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return day === 'XX' ? [`${year}-${month}-01`, `${year}-${month}-${last}`] : [anchor, anchor]
}

type Verdict = 'right' | 'wider' | 'wrong'

function verdictOf(day: Interval, anchor: string): Verdict {
  const [from, to] = stretchOf(anchor)
  if (day.from >= from && day.to <= to) return 'right'
  return day.from <= from && day.to >= to ? 'wider' : 'wrong'
}

const isAnchor = (anchor: string | undefined): anchor is string =>
  anchor !== undefined && /^\d{4}(?:-[\dX]{2}){0,2}$/.test(anchor)

/**
 * Days of given events: of those that the gold dates, the share whose days lie in what the gold says; of those that were given days, the share
 * whose days are others, and the share whose days hold the gold's and more. Of days given a score of 0.8 and more: their mean score, and the share right.
 */
export function scoreEventDays(gold: readonly EventDoc[], predicted: readonly EventDoc[]): Figures {
  const found = byId(predicted)
  const verdicts: { readonly score: number; readonly verdict: Verdict }[] = []
  let dated = 0
  for (const doc of gold) {
    const days = new Map((found.get(doc.id)?.events ?? []).map((event) => [`${event.start}-${event.end}`, event.day]))
    for (const { anchor, start, end } of doc.events ?? []) {
      if (!isAnchor(anchor)) continue
      dated++
      const day = days.get(`${start}-${end}`)
      if (day) verdicts.push({ score: day.score ?? 0, verdict: verdictOf(day, anchor) })
    }
  }
  const count = (wanted: Verdict): number => verdicts.filter(({ verdict }) => verdict === wanted).length
  const share = (part: number, whole: number): number => (whole ? part / whole : 0)
  const judged = verdicts.map(({ score, verdict }) => ({ score, right: verdict === 'right' }))
  const { high_mean: mean, high_right: right, high_off: off } = calibrationOf(judged)
  return {
    dated,
    days_given: share(verdicts.length, dated),
    days_right: share(count('right'), dated),
    days_wider_of_given: share(count('wider'), verdicts.length),
    days_wrong_of_given: share(count('wrong'), verdicts.length),
    ...(mean === undefined || right === undefined || off === undefined
      ? {}
      : { days_high_mean: mean, days_high_right: right, days_high_off: off }),
  }
}
