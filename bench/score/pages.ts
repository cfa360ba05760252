import { byId, countOf, type Doc, type Figures, f1Of, meanOf, rates, sharedOf, Tally } from './figures.ts'

/** What a page says, as its gold or as it was read. */
export interface PageFields {
  readonly body?: string | null
  readonly headline?: string | null
  readonly authors?: readonly string[] | null
  readonly published?: string | null
  readonly standfirst?: string | null
  readonly captions?: readonly { readonly caption?: string | null; readonly credit?: string | null }[] | null
  readonly with?: readonly string[] | null
  readonly without?: readonly string[] | null
}
export interface PageGold extends Doc {
  readonly gold: PageFields
}
/** A page of a corpus with its gold. */
export interface PageDoc extends PageGold {
  readonly url: string
  readonly html: string
}
export type PagePrediction = Doc & PageFields

const wordsIn = (text: string | null | undefined): string[] => (text ?? '').match(/[\p{L}\p{N}_]+/gu) ?? []
const tidy = (text: string | null | undefined): string => (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()
/** Letters and digits alone, case and compatibility forms folded. */
const fold = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
const foldName = (name: string): string => fold(name).replace(/^(?:by|von|par|por|di|door) (?=\S)/u, '')

/** Runs of four words as a multiset; a text of up to four words is one run. */
function shingles(words: readonly string[]): Map<string, number> {
  if (!words.length) return new Map()
  if (words.length <= 4) return new Map([[words.join(' '), 1]])
  return countOf(words.slice(3).map((_, i) => words.slice(i, i + 4).join(' ')))
}

interface Shares {
  readonly hit: number
  readonly extra: number
  readonly missed: number
}

/** Shingles in common, too many and missed, divided by their sum so that each page weighs the same. */
function overlapOf(gold: Map<string, number>, predicted: Map<string, number>): Shares {
  let [hit, extra, missed] = [0, 0, 0]
  for (const key of new Set([...gold.keys(), ...predicted.keys()])) {
    const [g, p] = [gold.get(key) ?? 0, predicted.get(key) ?? 0]
    hit += Math.min(g, p)
    missed += Math.max(0, g - p)
    extra += Math.max(0, p - g)
  }
  const sum = hit + extra + missed || 1
  return { hit: hit / sum, extra: extra / sum, missed: missed / sum }
}

/** Bag-of-words F1 of two texts, case folded. */
function bagF1(predicted: string | null | undefined, gold: string | null | undefined): number {
  const p = wordsIn(predicted?.toLowerCase())
  const g = wordsIn(gold?.toLowerCase())
  if (!g.length || !p.length) return g.length === p.length ? 1 : 0
  const same = sharedOf(g, p)
  return f1Of(same / p.length, same / g.length)
}

const dayOf = (date: string | null | undefined): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec((date ?? '').trim())?.[0]

/** Milliseconds of a date-time that states its offset. */
function instantOf(date: string | null | undefined): number | undefined {
  const m = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?:(Z)|([+-]\d{2}):?(\d{2}))$/.exec(
    (date ?? '').trim(),
  )
  if (!m) return undefined
  const time = Date.parse(`${m[1]}T${m[2]}${m[3] ?? `${m[4]}:${m[5]}`}`)
  return Number.isNaN(time) ? undefined : time
}

/** The same calendar day, or the same minute written in two zones. */
export function sameDay(gold: string | null | undefined, predicted: string | null | undefined): boolean {
  const [g, p] = [dayOf(gold), dayOf(predicted)]
  if (!g || !p) return false
  const [a, b] = [instantOf(gold), instantOf(predicted)]
  return g === p || (a !== undefined && b !== undefined && Math.abs(a - b) < 60_000)
}

/** Two sets of folded names: in common, predicted, gold. */
function setTally(tally: Tally, gold: readonly string[], predicted: readonly string[], folded = foldName): void {
  const [g, p] = [new Set(gold.map(folded).filter(Boolean)), new Set(predicted.map(folded).filter(Boolean))]
  tally.add(sharedOf(g, p), p.size, g.size)
}

class PageTallies {
  readonly bodies: Shares[] = []
  readonly equal: number[] = []
  readonly heads: number[] = []
  readonly days: number[] = []
  readonly standfirsts: number[] = []
  readonly standfirstInBody: number[] = []
  readonly captionInBody: number[] = []
  readonly authors = new Tally()
  readonly captions = new Tally()
  readonly credits = new Tally()
  readonly segments = new Tally()
}

/** Pages: body shingles (F1 of mean precision and mean recall), word-exact bodies, headline, authors, day, captions with credits, standfirst. */
export function scorePages(gold: readonly PageGold[], predicted: readonly PagePrediction[]): Figures {
  const found = byId(predicted)
  const t = new PageTallies()
  for (const { id, gold: g } of gold) {
    const p: PageFields = found.get(id) ?? {}
    scoreBody(t, g, p)
    scoreFields(t, g, p)
    if (g.captions) scoreCaptions(t, g, p)
    for (const text of g.with ?? [])
      t.segments.add((p.body ?? '').includes(text) ? 1 : 0, (p.body ?? '').includes(text) ? 1 : 0, 1)
    for (const text of g.without ?? []) t.segments.add(0, (p.body ?? '').includes(text) ? 1 : 0, 0)
  }
  return { pages: gold.length, ...bodyFigures(t), ...fieldFigures(t) }
}

function scoreBody(t: PageTallies, g: PageFields, p: PageFields): void {
  if (typeof g.body !== 'string') return
  const [want, got] = [wordsIn(g.body), wordsIn(p.body)]
  t.bodies.push(overlapOf(shingles(want), shingles(got)))
  t.equal.push(want.join(' ') === got.join(' ') ? 1 : 0)
}

function scoreFields(t: PageTallies, g: PageFields, p: PageFields): void {
  if (typeof g.headline === 'string') t.heads.push(tidy(g.headline) === tidy(p.headline) ? 1 : 0)
  if (g.authors) setTally(t.authors, g.authors, p.authors ?? [])
  if (dayOf(g.published)) t.days.push(sameDay(g.published, p.published) ? 1 : 0)
  if (!g.standfirst?.trim()) return
  t.standfirsts.push(bagF1(p.standfirst, g.standfirst) >= 0.8 ? 1 : 0)
  if (typeof g.body === 'string' && !fold(g.body).includes(fold(g.standfirst)))
    t.standfirstInBody.push(fold(p.body).includes(fold(g.standfirst)) ? 1 : 0)
}

function scoreCaptions(t: PageTallies, g: PageFields, p: PageFields): void {
  const want = (g.captions ?? []).filter((c) => fold(c.caption))
  const got = (p.captions ?? []).filter((c) => fold(c.caption))
  const pairs = want
    .flatMap((w, i) => got.map((q, j) => [bagF1(q.caption, w.caption), i, j] as const))
    .filter(([f]) => f >= 0.8)
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])
  const [usedWant, usedGot] = [new Set<number>(), new Set<number>()]
  for (const [, i, j] of pairs) {
    if (usedWant.has(i) || usedGot.has(j)) continue
    usedWant.add(i)
    usedGot.add(j)
  }
  t.captions.add(usedWant.size, got.length, want.length)
  const credits = (list: PageFields['captions']) => (list ?? []).map((c) => fold(c.credit))
  setTally(t.credits, credits(g.captions), credits(p.captions))
  if (typeof g.body !== 'string') return
  const [goldBody, body] = [fold(g.body), fold(p.body)]
  for (const caption of want.map((c) => fold(c.caption)))
    if (caption.split(' ').length >= 6 && !goldBody.includes(caption))
      t.captionInBody.push(body.includes(caption) ? 1 : 0)
}

function bodyFigures(t: PageTallies): Figures {
  if (!t.bodies.length) return t.segments.gold ? rates('segment', t.segments) : {}
  const p = meanOf(t.bodies.filter((b) => b.hit + b.extra > 0).map((b) => b.hit / (b.hit + b.extra)))
  const r = meanOf(t.bodies.filter((b) => b.hit + b.missed > 0).map((b) => b.hit / (b.hit + b.missed)))
  return {
    body_f1: f1Of(p, r),
    body_precision: Number.isNaN(p) ? 0 : p,
    body_recall: r,
    body_accuracy: meanOf(t.equal),
    ...(t.segments.gold ? rates('segment', t.segments) : {}),
  }
}

function fieldFigures(t: PageTallies): Figures {
  const figures: Figures = {}
  const mean = (name: string, list: readonly number[]) =>
    list.length && Object.assign(figures, { [name]: meanOf(list) })
  mean('headline_exact', t.heads)
  if (t.authors.gold + t.authors.predicted) Object.assign(figures, rates('authors', t.authors))
  mean('published_same_day', t.days)
  mean('standfirst_right', t.standfirsts)
  mean('standfirst_in_body', t.standfirstInBody)
  if (t.captions.gold + t.captions.predicted) Object.assign(figures, rates('captions', t.captions))
  if (t.credits.gold + t.credits.predicted) Object.assign(figures, rates('credits', t.credits))
  mean('captions_in_body', t.captionInBody)
  return figures
}
