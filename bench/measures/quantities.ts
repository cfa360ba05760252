import type { Quantity } from '../../src/layers/quantities.ts'
import type { Reading } from '../../src/readings/reading.ts'
import { wordsOf } from '../../src/text/span.ts'
import { quantitySentences } from '../quantities/gold.ts'
import { type QuantitySpan, scoreQuantities } from '../score/quantities.ts'
import { type Measure, readAll } from './measure.ts'

/** The day on which the sentences are read as printed. */
const PRINTED = '2025-06-12'

function toldOf({ text, places, times, attributions }: Reading, quantity: Quantity): QuantitySpan {
  const { start, end, low, high, kind, unit, of, state, where, asOf, said, later, score } = quantity
  const words = (list: readonly { id: string; start: number; end: number }[], id: string | undefined) => {
    const one = list.find((item) => item.id === id)
    return one && wordsOf(text, one)
  }
  const [source] = attributions.find(({ id }) => id === said)?.source ?? []
  const told = {
    unit,
    of: of?.map((span) => wordsOf(text, span)).join(' '),
    state,
    where: words(places, where),
    asOf: words(times, asOf),
    said: source && wordsOf(text, source),
    was: later === undefined ? undefined : true,
  }
  const there = Object.entries(told).filter(([, value]) => value !== undefined)
  return { start, end, low, high, kind, score, ...Object.fromEntries(there) }
}

const measureOf = (name: string, half: 'seen' | 'aside'): Measure => ({
  name,
  shown: ['value_f1', 'of_f1', 'of_state_where_f1', 'state_where_f1', 'unit_kind_f1', 'high_mean', 'high_right'],
  measure: async (_, reader) => {
    const gold = quantitySentences(half)
    const pages = gold.map(({ id, text }) => ({ id, text, published: PRINTED }))
    const read = await readAll(pages, reader, (reading, { id }) => ({
      id,
      quantities: reading.quantities.map((one) => toldOf(reading, one)),
    }))
    return scoreQuantities(gold, read)
  },
})

export const quantities = measureOf('quantities', 'seen')
export const quantitiesAside = measureOf('quantities-aside', 'aside')
