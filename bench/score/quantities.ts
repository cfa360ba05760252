import type { Span } from '../../src/text/span.ts'
import { calibrationOf, type Judged } from './calibration.ts'
import { byId, type Doc, type Figures, rates, sharedOf, Tally } from './figures.ts'

/** A quantity with what else is told of it in words, or not there. */
export interface QuantitySpan extends Span {
  readonly low: number
  readonly high: number
  readonly kind?: string
  readonly unit?: string
  readonly of?: string
  readonly state?: string
  readonly where?: string
  readonly asOf?: string
  readonly said?: string
  readonly was?: boolean
  readonly score?: number
}
export interface QuantityDoc extends Doc {
  readonly quantities?: readonly QuantitySpan[]
}

// Four figures: a third is 0.3333.
const part = (value: number): string => value.toPrecision(4)
const words = (text: string | undefined): string => (text ?? '').toLowerCase().replace(/^(?:the|an?) /, '')

const value = ({ start, end, low, high }: QuantitySpan): string => `${start}-${end}=${part(low)}..${part(high)}`
const counted = (one: QuantitySpan): string => `${value(one)} of ${words(one.of)}`

/** What must be right for a quantity to count, by the name of the figure. */
const FIGURES: Readonly<Record<string, (one: QuantitySpan) => string>> = {
  value,
  of: counted,
  of_state_where: (one) => `${counted(one)} ${words(one.state)} @${words(one.where)}`,
  state_where: (one) => `${value(one)} ${words(one.state)} @${words(one.where)}`,
  state: (one) => `${value(one)} ${words(one.state)}`,
  where: (one) => `${value(one)} @${words(one.where)}`,
  unit_kind: (one) => `${value(one)} ${one.unit ?? ''} ${one.kind ?? ''}`,
}

/** What is told of few quantities: by the name of the figure, the words, or empty where it is not told. */
const TOLD: Readonly<Record<string, (one: QuantitySpan) => string>> = {
  told_as_of: ({ asOf }) => words(asOf),
  told_said: ({ said }) => words(said),
  told_was: ({ was }) => (was ? 'was' : ''),
}

/**
 * F1 of quantities: `value` those with their span, low and high right; `of` those with what is counted right, too; `of_state_where` those that have
 * the state and the place right beside all that; the others each what they say beside the value. `told_…` look at that alone, over those that have one. Of values
 * given a score of 0.8 and more, `high_mean` is their mean score, `high_right` the share right.
 */
export function scoreQuantities(gold: readonly QuantityDoc[], predicted: readonly QuantityDoc[]): Figures {
  const found = byId(predicted)
  const figures: Figures = { documents: gold.length }
  const tell = (name: string, key: (one: QuantitySpan) => readonly string[]): void => {
    const tally = new Tally()
    for (const { id, quantities } of gold) {
      const want = (quantities ?? []).flatMap(key)
      const got = (found.get(id)?.quantities ?? []).flatMap(key)
      tally.add(sharedOf(want, got), got.length, want.length)
    }
    Object.assign(figures, rates(name, tally))
  }
  for (const [name, key] of Object.entries(FIGURES)) tell(name, (one) => [key(one)])
  for (const [name, key] of Object.entries(TOLD))
    tell(name, (one) => (key(one) === '' ? [] : [`${one.start}-${one.end} ${key(one)}`]))
  return { ...figures, ...calibrationOf(judgedOf(gold, found)) }
}

const judgedOf = (gold: readonly QuantityDoc[], found: ReadonlyMap<string, QuantityDoc>): readonly Judged[] =>
  gold.flatMap(({ id, quantities }) => {
    const right = new Set((quantities ?? []).map(value))
    return (found.get(id)?.quantities ?? []).map((one) => ({ score: one.score ?? 0, right: right.has(value(one)) }))
  })
