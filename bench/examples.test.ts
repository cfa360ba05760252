import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../src/readings/reading.ts'
import {
  clustersOf,
  type Item,
  type ItemKind,
  type ItemOf,
  type LinkKind,
  type Story,
  storyOf,
} from '../src/stories/index.ts'
import type { Citation } from '../src/text/citation.ts'
import { VIEWS } from '../src/views/index.ts'
import { LABELS } from '../src/views/labels.ts'
import { labelsOf } from '../src/views/lines.ts'
import { exampleFigures, exampleReadings } from './examples.ts'
import { belowFloor } from './floors.ts'
import { openReader } from './reader.ts'

const KINDS: readonly (readonly [LinkKind, ItemKind])[] = [
  ['story', 'article'],
  ['copy', 'article'],
  ['entity', 'entity'],
  ['statement', 'statement'],
  ['happening', 'happening'],
  ['place', 'place'],
  ['figure', 'figure'],
]

// Every cluster by its id, with its members: what must not depend on the order of adding.
function partition({ items, links }: Story): unknown {
  const of = <K extends ItemKind>(kind: K) => items.filter((item: Item): item is ItemOf<K> => item.kind === kind)
  return KINDS.map(([kind, item]) =>
    clustersOf(kind, of(item), links)
      .map(({ id, items: own }) => `${id} ${own.map(({ ref }) => ref).join(' ')}`)
      .sort(),
  )
}

let byPage: ReadonlyMap<string, Reading> = new Map()
let readings: readonly Reading[] = []
beforeAll(async () => {
  byPage = await exampleReadings(await openReader('neural'))
  readings = [...byPage.values()]
}, 120_000)

describe('the examples', () => {
  it('are read no worse than before', async () => {
    expect(belowFloor('examples', await exampleFigures(byPage))).toEqual([])
  })

  it('are two stories', async () => {
    const stories = await (await storyOf(readings)).stories()
    expect(stories.map(({ articles }) => articles)).toEqual([21, 3])
  })

  it('give the same clusters and ids in 20 shuffles as in one batch', async () => {
    const want = partition(await storyOf(readings))
    const order = fc.shuffledSubarray([...readings], { minLength: readings.length, maxLength: readings.length })
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        expect(partition(await storyOf(shuffled))).toEqual(want)
      }),
      { numRuns: 20 },
    )
  }, 120_000)
})

describe('lines over the examples', () => {
  const isLabel = (label: string): boolean => (LABELS as readonly string[]).includes(label)

  it.each(VIEWS.map((view) => [view.name, view] as const))(
    '%s: each piece is a quotation to the letter, or a label',
    async (_, view) => {
      const texts = new Map(readings.map(({ id, version, text }) => [`${id}@${version}`, text]))
      const isExact = ({ article, version, start, end, exact }: Citation): boolean =>
        exact.length > 0 && texts.get(`${article}@${version}`)?.slice(start, end) === exact
      const rows = await (await storyOf(readings)).rows()
      let lines = 0
      for await (const line of rows ? view.lines(rows, {}) : []) {
        lines++
        expect(line.text.length).toBeGreaterThan(0)
        for (const piece of line.text) expect('label' in piece ? isLabel(piece.label) : isExact(piece.quote)).toBe(true)
        expect(line.from.every(isExact)).toBe(true)
        expect(line.reports.map(({ article }) => article)).toEqual(line.from.map(({ article }) => article))
        expect(labelsOf(line).every(isLabel)).toBe(true)
        expect(line.origins).toBeLessThanOrEqual(line.from.length)
      }
      expect(lines).toBeGreaterThan(10)
    },
  )
})
