import { covers, type Span } from '../../src/text/span.ts'
import { byId, type Doc, type Figures, f1Of } from './figures.ts'

export interface TimeSpan extends Span {
  readonly type?: string
  readonly value?: string
  readonly function?: string
  readonly score?: number
}
export interface TimeDoc extends Doc {
  readonly times?: readonly TimeSpan[]
  readonly sentences?: readonly (Span & { readonly annotated?: boolean })[]
}

/**
 * For each gold span the place of its partner among the predicted, or -1: equal spans first, then by most shared characters
 * (the shorter prediction where these are equal), each at most once.
 */
export function pairSpans(gold: readonly Span[], predicted: readonly Span[]): number[] {
  const partner = gold.map(() => -1)
  const taken = new Set<number>()
  const take = (i: number, j: number) => {
    if (partner[i] !== -1 || taken.has(j)) return
    partner[i] = j
    taken.add(j)
  }
  gold.forEach((g, i) => {
    const j = predicted.findIndex((p, k) => !taken.has(k) && p.start === g.start && p.end === g.end)
    if (j >= 0) take(i, j)
  })
  const loose: [shared: number, size: number, i: number, j: number][] = []
  gold.forEach((g, i) => {
    predicted.forEach((p, j) => {
      const shared = Math.min(g.end, p.end) - Math.max(g.start, p.start)
      if (partner[i] === -1 && !taken.has(j) && shared > 0) loose.push([shared, p.end - p.start, i, j])
    })
  })
  loose.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3])
  for (const [, , i, j] of loose) take(i, j)
  return partner
}

/** Each span once, the first of those that stand at one place. */
export const distinct = <S extends Span>(spans: readonly S[]): S[] =>
  [...new Map([...spans].reverse().map((span) => [`${span.start}-${span.end}`, span])).values()].reverse()

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** A document's own part of a corpus that was annotated in some of its sentences only: its creation time is left out, found or not. */
export const annotatedPart = (doc: TimeDoc, spans: readonly TimeSpan[]): readonly TimeSpan[] =>
  spans.filter(
    (span) =>
      (doc.sentences ?? []).some((sentence) => sentence.annotated && covers(sentence, span)) &&
      !(doc.times ?? []).some((time) => time.function === 'CREATION_TIME' && overlap(time, span)),
  )

/** TempEval-3 task A: strict and relaxed extents; type and value count on relaxed pairs. */
export function scoreTimes(gold: readonly TimeDoc[], predicted: readonly TimeDoc[]): Figures {
  const found = byId(predicted)
  const n = { gold: 0, predicted: 0, strict: 0, relaxed: 0, type: 0, value: 0 }
  for (const doc of gold) {
    const want = doc.times ?? []
    const got = distinct(found.get(doc.id)?.times ?? [])
    n.gold += want.length
    n.predicted += got.length
    pairSpans(want, got).forEach((j, i) => {
      const [g, p] = [want[i], got[j]]
      if (!g || !p) return
      n.relaxed++
      if (g.start === p.start && g.end === p.end) n.strict++
      if (g.type === p.type) n.type++
      if (p.value !== undefined && g.value === p.value) n.value++
    })
  }
  const figures: Figures = { documents: gold.length, gold: n.gold, predicted: n.predicted }
  for (const name of ['strict', 'relaxed', 'type', 'value'] as const) Object.assign(figures, shares(name, n[name], n))
  return { ...figures, value_accuracy: n.relaxed ? n.value / n.relaxed : n.gold ? 0 : 1 }
}

/** Precision, recall, F1; where nothing was predicted and nothing was to be found, all are 1. */
export function shares(name: string, hit: number, n: { readonly gold: number; readonly predicted: number }): Figures {
  const p = n.predicted ? hit / n.predicted : n.gold ? 0 : 1
  const r = n.gold ? hit / n.gold : n.predicted ? 0 : 1
  return { [`${name}_p`]: p, [`${name}_r`]: r, [`${name}_f1`]: f1Of(p, r) }
}
