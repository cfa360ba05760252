import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOver, rulesOnly, shipped } from '../../test/reading.ts'
import { readArticle } from '../readings/read.ts'
import type { Reading } from '../readings/reading.ts'
import type { Span } from '../text/span.ts'
import type { Tools } from './layer.ts'

type Item = { readonly id: string } & Partial<Span>

const layersOf = (reading: Reading): Readonly<Record<string, readonly Item[]>> => {
  const { sentences, mentions, entities, times, places, quantities, attributions, events } = reading
  return { sentences, mentions, entities, times, places, quantities, attributions, events }
}

function spansOf(reading: Reading): readonly Span[] {
  const { sentences, mentions, times, places, quantities, attributions, events, entities } = reading
  return [
    ...[...sentences, ...mentions, ...times, ...places, ...quantities, ...events],
    ...attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
    ...quantities.flatMap(({ of = [] }) => of),
    ...entities.flatMap(({ roles }) => roles),
    ...events.flatMap(({ roles }) =>
      roles.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }])),
    ),
  ]
}

/** Ids that items of a layer name, as "layer id". */
function references(reading: Reading): readonly string[] {
  const named = (layer: string, ...ids: readonly (string | undefined)[]): readonly string[] =>
    ids.flatMap((id) => (id === undefined ? [] : [`${layer} ${id}`]))
  const { entities, quantities, attributions, events, times } = reading
  return [
    ...entities.flatMap((one) => named('mentions', ...one.mentions)),
    ...times.flatMap((one) => named('times', one.anchor?.ref)),
    ...quantities.flatMap((one) => [
      ...named('places', one.where),
      ...named('times', one.asOf),
      ...named('attributions', one.said),
    ]),
    ...attributions.flatMap((one) => [
      ...named('entities', one.speaker, one.to),
      ...named('times', one.when),
      ...named('places', one.where),
      ...named('attributions', one.parent, one.continues),
    ]),
    ...events.flatMap((one) => [
      ...named('times', one.time),
      ...named('places', one.place),
      ...named('attributions', one.said),
      ...named('entities', ...one.roles.map(({ entity }) => entity)),
    ]),
  ]
}

function check(reading: Reading): void {
  const layers = layersOf(reading)
  const ids = Object.values(layers).flatMap((items) => items.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const { start, end } of spansOf(reading)) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(reading.text.length)
  }
  const known = new Set(Object.entries(layers).flatMap(([layer, items]) => items.map(({ id }) => `${layer} ${id}`)))
  expect(references(reading).filter((one) => !known.has(one))).toEqual([])
  for (const items of Object.values(layers))
    for (const item of items) {
      const { score } = item as { score?: number }
      if (score === undefined) continue
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
}

// Pieces of which news is made, in any order and with any marks between them.
const PIECES = [
  ...[
    'Mayor Lena Abara',
    'the Harbour Board',
    'Reuters',
    'Syria',
    'Syrian',
    'U.S.',
    'Brightwater Inc.',
    'she',
    'They',
    'who',
    'officials',
  ],
  ...[
    'said',
    'told reporters',
    'according to',
    'denied',
    'would',
    'that',
    'killed',
    'were injured',
    'plans to attack',
    'warned of strikes',
  ],
  ...[
    '14',
    '3,000-4,000',
    'one to 10',
    'dozens of people',
    '$3.2bn',
    '40 per cent',
    'no',
    'between 10 and 20',
    'at least',
  ],
  ...[
    'on Tuesday',
    '25 October 2016',
    'last week',
    'two years ago',
    'in',
    'near Paris',
    '“',
    '”',
    '"',
    "'",
    '’',
    '‘',
    ',',
    '.',
    ': ',
    ' – ',
    '(',
    ')',
  ],
  ...['\n\n', '\n', '\u00a0', '\u200b', '😀', '\ud800', '\u0000', 'ﬁ', 'é', '中文', '9/11', '…'],
] as const

const news = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(' '))

describe.each([
  ['rules alone', rulesOnly],
  ['the linear tagger', shipped],
] as const)('every layer by %s', (_, open) => {
  const read = async (text: string, tools: Tools): Promise<Reading> =>
    readArticle(articleOver(text, { published: '2026-03-05' }), tools)

  it('keeps spans inside the text, ids unique and references known, on any text', async () => {
    const tools = await open()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => check(await read(text, tools))),
      { numRuns: 60 },
    )
  })

  it('does so on scrambled news', async () => {
    const tools = await open()
    await fc.assert(
      fc.asyncProperty(news, async (text) => check(await read(text, tools))),
      { numRuns: 150, examples: [['that They U.S. Syria \n They']] },
    )
  })

  it('gives the same reading twice', async () => {
    const tools = await open()
    await fc.assert(
      fc.asyncProperty(news, async (text) => {
        expect(await read(text, tools)).toEqual(await read(text, tools))
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['a word of 100,000 letters', 'a'.repeat(100_000)],
    ['a name of 100,000 letters', `Mayor ${'A'.repeat(100_000)} said so.`],
    ['200 kB of quotation marks', '"'.repeat(200_000)],
    ['200 kB of apostrophes', "'".repeat(200_000)],
    ['5,000 open quotations', '“No, '.repeat(5000)],
    ['20,000 numbers', '14 and '.repeat(20_000)],
    ['20,000 names', 'Lena Abara, '.repeat(20_000)],
    ['20,000 cues', 'he said that '.repeat(15_000)],
    ['5,000 paragraphs', '“We go.\n\n'.repeat(5000)],
    ['one long sentence of killings', 'killed 14 people in Syria, '.repeat(5000)],
    ['a wall of hyphens', 'a-'.repeat(100_000)],
    ['a wall of figures', '1,'.repeat(100_000)],
  ])('takes linear time on %s', async (_name, text) => {
    const tools = await open()
    const begun = performance.now()
    check(await read(text, tools))
    expect(performance.now() - begun).toBeLessThan(8000)
  })
})
