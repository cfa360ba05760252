import { covers, type Span } from '../../src/text/span.ts'
import { byId, type Doc, type Figures } from './figures.ts'
import { distinct, pairSpans, shares } from './times.ts'

export interface EventDoc extends Doc {
  readonly events?: readonly (Span & {
    readonly anchor?: string
    readonly day?: { readonly from: string; readonly to: string }
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

/**
 * Days of given events: of those that the gold dates, the share whose days lie in what the gold says; of those that were given days, the share
 * whose days are others, and the share whose days hold the gold's and more.
 */
export function scoreEventDays(gold: readonly EventDoc[], predicted: readonly EventDoc[]): Figures {
  const found = byId(predicted)
  let [dated, given, right, wider] = [0, 0, 0, 0]
  for (const doc of gold) {
    const days = new Map((found.get(doc.id)?.events ?? []).map((event) => [`${event.start}-${event.end}`, event.day]))
    for (const event of doc.events ?? []) {
      if (!event.anchor || !/^\d{4}(?:-[\dX]{2}){0,2}$/.test(event.anchor)) continue
      dated++
      const day = days.get(`${event.start}-${event.end}`)
      if (!day) continue
      given++
      const [from, to] = stretchOf(event.anchor)
      if (day.from >= from && day.to <= to) right++
      else if (day.from <= from && day.to >= to) wider++
    }
  }
  return {
    dated,
    days_given: dated ? given / dated : 0,
    days_right: dated ? right / dated : 0,
    days_wider_of_given: given ? wider / given : 0,
    days_wrong_of_given: given ? (given - right - wider) / given : 0,
  }
}
