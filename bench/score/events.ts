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

/** Days of given events: of those that the gold dates to one day, the share given that day; of the days given, the share that is wrong. */
export function scoreEventDays(gold: readonly EventDoc[], predicted: readonly EventDoc[]): Figures {
  const found = byId(predicted)
  let [dated, given, right] = [0, 0, 0]
  for (const doc of gold) {
    const days = new Map((found.get(doc.id)?.events ?? []).map((event) => [`${event.start}-${event.end}`, event.day]))
    for (const event of doc.events ?? []) {
      if (!event.anchor || !/^\d{4}/.test(event.anchor)) continue
      dated++
      const day = days.get(`${event.start}-${event.end}`)
      if (!day) continue
      given++
      if (
        day.from <= `${event.anchor}~` &&
        event.anchor.slice(0, day.from.length) === day.from &&
        day.to.startsWith(event.anchor)
      )
        right++
    }
  }
  return {
    dated,
    days_given: dated ? given / dated : 0,
    days_right: dated ? right / dated : 0,
    days_wrong_of_given: given ? 1 - right / given : 0,
  }
}
