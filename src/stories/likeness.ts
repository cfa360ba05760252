import { type ArticleItem, type Aspect, termsIn } from './items.ts'
import { once } from './rules/words.ts'
import { hash32 } from './shingles.ts'

/**
 * What likeness in each aspect adds to the log-odds that two articles report one story, and what is there without any. Logistic regression over
 * pairs of articles of three corpora, rounded.
 */
const WEIGHTS: Readonly<Record<Aspect | 'terms', number>> = { terms: 5, head: 3.5, lead: 6, names: 4, plain: 4 }
const BASE = -4.2
/** What publication on one day adds; nothing where a day is unknown, or months lie between. */
const NEAR = 3
/** Days over which two publications are near, more or less: weeks and months. Each adds the less the more of its days lie between. */
const SPANS = [32, 128] as const
const STEPS = 4
const DAY = 86_400_000

/** Log-odds from which two articles are taken to report one story. */
export const ALIKE = 1.5

/** An article as numbered terms with weights, in rising order: the likeness of two is the sum of the products of what they share. */
interface Gist {
  readonly ids: Uint32Array
  readonly weights: Float64Array
}

// Days are terms, too: of spans laid at steps over one another two days share the more, the nearer they lie (tile coding). A day that is unknown shares none.
function daysIn(published: string | undefined): readonly number[] {
  const day = Date.parse(published ?? '') / DAY
  if (Number.isNaN(day)) return []
  return SPANS.flatMap((span) =>
    Array.from({ length: STEPS }, (_, step) => hash32(`${Math.floor(day / span + step / STEPS)}`, span * STEPS + step)),
  )
}

const DAY_WEIGHT = Math.sqrt(NEAR / SPANS.length / STEPS)
const SIDES = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).map((side) => ({
  side,
  seed: hash32(side),
  weight: Math.sqrt(WEIGHTS[side]),
}))
/** More than the terms of an article. */
const ROOM = 4096

// Sorted by number, each with its place behind it: many times faster than pairs.
function inOrder(ids: readonly number[], weights: readonly number[]): Gist {
  const places = Float64Array.from(ids, (id, at) => id * ROOM + at).sort()
  return {
    ids: Uint32Array.from(places, (place) => Math.floor(place / ROOM)),
    weights: Float64Array.from(places, (place) => weights[place % ROOM] ?? 0),
  }
}

const gistOf = once(({ terms, aspects, report }: ArticleItem): Gist => {
  const ids: number[] = []
  const weights: number[] = []
  for (const { side, seed, weight } of SIDES) {
    const own = side === 'terms' ? terms : aspects[side]
    for (const term of termsIn(own)) ids.push(hash32(term, seed))
    for (const share of own.weights) weights.push(share * weight)
  }
  for (const day of daysIn(report.published)) {
    ids.push(day)
    weights.push(DAY_WEIGHT)
  }
  return inOrder(ids, weights)
})

/** Log-odds that two articles report one story: by terms, names, headline, opening, and days between. Symmetric. */
export function likeness(a: ArticleItem, b: ArticleItem): number {
  const [left, right] = [gistOf(a), gistOf(b)]
  let [i, j, sum] = [0, 0, BASE]
  while (i < left.ids.length && j < right.ids.length) {
    const order = (left.ids[i] ?? 0) - (right.ids[j] ?? 0)
    if (order === 0) sum += (left.weights[i] ?? 0) * (right.weights[j] ?? 0)
    if (order <= 0) i++
    if (order >= 0) j++
  }
  return sum
}

/** Log-odds as a probability, 0 to 1: a link's score. */
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))
/** The log-odds of a probability: what averages are taken of. */
export const oddsOf = (chance: number): number => Math.log(chance / (1 - chance))

/** Several articles added up, so that how alike two groups are on average is found without looking at each pair. */
export interface Gathered {
  readonly size: number
  readonly sum: ReadonlyMap<number, number>
}

/** One article, to be gathered with others. */
export function gathered(item: ArticleItem): Gathered {
  const { ids, weights } = gistOf(item)
  const sum = new Map<number, number>()
  ids.forEach((id, at) => {
    sum.set(id, (sum.get(id) ?? 0) + (weights[at] ?? 0))
  })
  return { size: 1, sum }
}

/** Two groups as one. The larger is used up: its sum goes on as that of both. */
export function together(a: Gathered, b: Gathered): Gathered {
  const [small, large] = a.sum.size < b.sum.size ? [a, b] : [b, a]
  const sum = large.sum as Map<number, number>
  for (const [id, weight] of small.sum) sum.set(id, (sum.get(id) ?? 0) + weight)
  return { size: a.size + b.size, sum }
}

/** Mean log-odds over all pairs of an article of one group and an article of the other. */
export function meanLikeness(a: Gathered, b: Gathered): number {
  const [small, large] = a.sum.size < b.sum.size ? [a, b] : [b, a]
  let sum = 0
  for (const [id, weight] of small.sum) sum += weight * (large.sum.get(id) ?? 0)
  return BASE + sum / (a.size * b.size)
}
