import type { Span } from '../../src/text/span.ts'
import { calibrationOf, type Judged } from './calibration.ts'
import { byId, type Doc, type Figures, rates, sharedOf, Tally } from './figures.ts'

export interface AttributionSpans {
  readonly source?: readonly Span[]
  readonly cue?: readonly Span[]
  readonly content?: readonly Span[]
  readonly kind?: string
  readonly score?: number
}
export interface AttributionDoc extends Doc {
  readonly attributions?: readonly AttributionSpans[]
}

const ROLES = ['source', 'cue', 'content'] as const
type Role = (typeof ROLES)[number]

interface Token extends Span {
  readonly word: boolean
}
/** Tokens that spans touch, by number: all, and those with a letter or digit. */
interface Cover {
  readonly all: readonly number[]
  readonly words: ReadonlySet<number>
}
type Covered = Record<Role, Cover> & { readonly kind: string; readonly score: number | undefined }

/** A token is a run of letters and digits with inner apostrophes, hyphens and full stops, or one other visible character. */
const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*|\S/gu), (m) => ({
    start: m.index,
    end: m.index + m[0].length,
    word: /[\p{L}\p{N}]/u.test(m[0]),
  }))

function coverOf(tokens: readonly Token[], spans: readonly Span[] = []): Cover {
  const all = new Set<number>()
  for (const span of spans) {
    let [low, high] = [0, tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tokens[middle]?.end ?? 0) <= span.start) low = middle + 1
      else high = middle
    }
    for (let i = low; i < tokens.length && (tokens[i]?.start ?? 0) < span.end; i++) all.add(i)
  }
  const list = [...all].sort((a, b) => a - b)
  return { all: list, words: new Set(list.filter((i) => tokens[i]?.word)) }
}

const keyOf = (set: Iterable<number>): string => [...set].join(',')
const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => [...a].filter((x) => b.has(x)).length
const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  a.size + b.size === 0 ? 1 : common(a, b) / (a.size + b.size - common(a, b))

/** Unbroken runs of tokens, as a sequence tagger sees them. */
function runsOf(covers: readonly Cover[]): Set<string> {
  const runs = new Set<string>()
  for (const { all } of covers) {
    let from = 0
    all.forEach((token, i) => {
      if (all[i + 1] === token + 1) return
      runs.add(`${all[from]}-${token}`)
      from = i + 1
    })
  }
  return runs
}

class AttributionTallies {
  readonly segment = { source: new Tally(), cue: new Tally(), content: new Tally() }
  readonly exact = { source: new Tally(), cue: new Tally(), content: new Tally() }
  readonly triple = new Tally()
  readonly found = new Tally()
  readonly tripleOverlap = new Tally()
  readonly pairOverlap = new Tally()
  readonly byKind = new Map<string, Tally>()
  /** Direct quotations with a source: hits are those whose source is touched. */
  readonly speaker = new Tally()
  /** Those found, with their scores: right where content, source and cue overlap. */
  readonly judged: Judged[] = []
}

/**
 * Attributed statements. `ROLE_segment`: unbroken token runs; `ROLE_exact`: whole roles by their words; `triple_overlap`: contents aligned
 * one to one (Jaccard ≥ 0.5) whose source and cue share a word; `direct_speaker_accuracy`: of direct quotations with a source, the share found with it;
 * `ece` and what follows: whether scores say how often all three overlap.
 */
export function scoreAttributions(gold: readonly AttributionDoc[], predicted: readonly AttributionDoc[]): Figures {
  const found = byId(predicted)
  const t = new AttributionTallies()
  for (const doc of gold) {
    const tokens = tokensOf(doc.text ?? '')
    const cover = (list: readonly AttributionSpans[] = []): Covered[] =>
      list
        .map((a) => ({
          kind: a.kind ?? 'unknown',
          score: a.score,
          source: coverOf(tokens, a.source),
          cue: coverOf(tokens, a.cue),
          content: coverOf(tokens, a.content),
        }))
        .filter((a) => a.content.words.size > 0)
    const [want, got] = [cover(doc.attributions), cover(found.get(doc.id)?.attributions)]
    for (const role of ROLES) countRole(t, role, want, got)
    const whole = (a: Covered) => ROLES.map((role) => keyOf(a[role].words)).join('|')
    t.triple.add(sharedOf(want.map(whole), got.map(whole)), got.length, want.length)
    countAligned(t, want, got)
  }
  return figuresOf(t, gold.length)
}

function countRole(t: AttributionTallies, role: Role, want: readonly Covered[], got: readonly Covered[]): void {
  const segments = (list: readonly Covered[]) => runsOf(list.map((a) => a[role]))
  t.segment[role].add(sharedOf(segments(want), segments(got)), segments(got).size, segments(want).size)
  const wholes = (list: readonly Covered[]) => {
    const keys = list.map((a) => keyOf(a[role].words)).filter(Boolean)
    return role === 'content' ? keys : [...new Set(keys)]
  }
  t.exact[role].add(sharedOf(wholes(want), wholes(got)), wholes(got).length, wholes(want).length)
}

/** Pairs of places in `want` and `got`: best content overlap first, then the better source and cue. */
function alignmentOf(want: readonly Covered[], got: readonly Covered[]): [number, number][] {
  const candidates = want.flatMap((w, i) =>
    got.flatMap((g, j) => {
      const score = jaccard(w.content.words, g.content.words)
      return score >= 0.5
        ? [[score, jaccard(w.source.words, g.source.words) + jaccard(w.cue.words, g.cue.words), i, j] as const]
        : []
    }),
  )
  candidates.sort((a, b) => b[0] - a[0] || b[1] - a[1] || a[2] - b[2] || a[3] - b[3])
  const [usedWant, usedGot] = [new Set<number>(), new Set<number>()]
  return candidates.flatMap(([, , i, j]) => {
    if (usedWant.has(i) || usedGot.has(j)) return []
    usedWant.add(i)
    usedGot.add(j)
    return [[i, j] as [number, number]]
  })
}

function countAligned(t: AttributionTallies, want: readonly Covered[], got: readonly Covered[]): void {
  const partner = new Map(alignmentOf(want, got))
  for (const tally of [t.found, t.pairOverlap, t.tripleOverlap]) tally.add(0, got.length, want.length)
  t.found.add(partner.size, 0, 0)
  const right = new Set<Covered>()
  want.forEach((w, i) => {
    const g = got[partner.get(i) ?? -1]
    const kind = t.byKind.get(w.kind) ?? new Tally()
    t.byKind.set(w.kind, kind)
    kind.add(g ? 1 : 0, 0, 1)
    const touches = g !== undefined && common(w.source.words, g.source.words) > 0
    if (w.kind === 'direct' && w.source.words.size) t.speaker.add(touches ? 1 : 0, g ? 1 : 0, 1)
    if (!g) return
    const sourceRight = touches || (!w.source.words.size && !g.source.words.size)
    const cueRight = common(w.cue.words, g.cue.words) > 0 || (!w.cue.words.size && !g.cue.words.size)
    if (sourceRight) t.pairOverlap.add(1, 0, 0)
    if (!sourceRight || !cueRight) return
    t.tripleOverlap.add(1, 0, 0)
    right.add(g)
  })
  for (const g of got) if (g.score !== undefined) t.judged.push({ score: g.score, right: right.has(g) })
}

function figuresOf(t: AttributionTallies, documents: number): Figures {
  const figures: Figures = { documents }
  for (const role of ROLES)
    Object.assign(figures, rates(`${role}_segment`, t.segment[role]), rates(`${role}_exact`, t.exact[role]))
  Object.assign(
    figures,
    rates('triple_exact', t.triple),
    rates('content_found', t.found),
    rates('pair_overlap', t.pairOverlap),
    rates('triple_overlap', t.tripleOverlap),
  )
  for (const [kind, { hit, gold }] of t.byKind) figures[`${kind}_content_recall`] = gold ? hit / gold : 0
  const { hit, predicted, gold } = t.speaker
  figures.direct_speaker_accuracy = gold ? hit / gold : 0
  figures.direct_speaker_accuracy_on_found = predicted ? hit / predicted : 0
  return { ...figures, ...calibrationOf(t.judged) }
}
