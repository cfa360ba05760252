import hedges from './amount.json' with { type: 'json' }

/** A number as a source gives it: the least and the most that its words say, what hedges them, and how it was read. */
export interface Amount {
  readonly low: number
  readonly high: number
  readonly hedge?: string
  readonly by?: string
}

/** Whether a number is only a word for many: "dozens". */
export const isVague = ({ by }: Amount): boolean => by?.endsWith('/vague') ?? false

/** What a hedge makes of a number: the least it may be, the most, or only near it. */
export type Bound = 'least' | 'most' | 'near'

/** All that a number with its hedge leaves possible, ends included; an end that is open is infinite. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** How far "about" may be from the truth. */
const NEAR = 0.05

const BOUNDS = ['least', 'most', 'near'] as const
const known: ReadonlyMap<string, Bound> = new Map(
  BOUNDS.flatMap((bound) => hedges[bound].map((words): [string, Bound] => [words, bound])),
)

/** What a hedge does to its number, the strongest of several: "about more than" is more than. Undefined for none, or one that is only a doubt. */
export function boundOf(hedge: string | undefined): Bound | undefined {
  if (hedge === undefined) return undefined
  const words = hedge.toLowerCase().replace(/\s+/g, ' ')
  const whole = known.get(words)
  if (whole) return whole
  const inside = [...known].filter(([one]) => ` ${words} `.includes(` ${one} `)).map(([, bound]) => bound)
  return BOUNDS.find((bound) => inside.includes(bound))
}

/**
 * What a number with its hedge leaves possible: "at least 40" opens upward, "up to 40" downward, "about 40" a little to both sides; "dozens" are
 * said of few more than one, and of hundreds.
 */
export function intervalOf(amount: Amount): Interval {
  const { low, high, hedge } = amount
  if (isVague(amount)) return { from: low / 2, to: Number.POSITIVE_INFINITY }
  const bound = boundOf(hedge)
  if (bound === 'least') return { from: low, to: Number.POSITIVE_INFINITY }
  if (bound === 'most') return { from: Number.NEGATIVE_INFINITY, to: high }
  if (bound === 'near') return { from: low - Math.abs(low) * NEAR, to: high + Math.abs(high) * NEAR }
  return { from: low, to: high }
}

/** Whether two numbers can both hold: "at least 40" and 41 can, 38 and 41 cannot. */
export function canBoth(a: Amount, b: Amount): boolean {
  const [left, right] = [intervalOf(a), intervalOf(b)]
  return left.from <= right.to && right.from <= left.to
}

/** Whether all that one number leaves possible is possible by the other, too: 41 within "at least 40". */
export function isWithin(inner: Amount, outer: Amount): boolean {
  const [small, large] = [intervalOf(inner), intervalOf(outer)]
  return large.from <= small.from && small.to <= large.to
}

/** Whether the words say the same number, whatever hedges it. */
export const sameNumber = (a: Amount, b: Amount): boolean => a.low === b.low && a.high === b.high
