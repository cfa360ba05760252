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
import { exampleFigures, examplePages } from './examples.ts'
import { belowFloor } from './floors.ts'
import type { Reader } from './measures/measure.ts'
import { openReader } from './reader.ts'

const KINDS: readonly (readonly [LinkKind, ItemKind])[] = [
  ['story', 'article'],
  ['copy', 'article'],
  ['entity', 'entity'],
  ['statement', 'statement'],
  ['happening', 'happening'],
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

let reader: Reader
let readings: readonly Reading[] = []
beforeAll(async () => {
  reader = await openReader()
  readings = await Promise.all(examplePages().map((page) => reader.reading(page)))
})

describe('the examples', () => {
  it('are read no worse than before', async () => {
    expect(belowFloor('examples', await exampleFigures(reader))).toEqual([])
  })

  it('are one story', async () => {
    const [story, ...others] = await (await storyOf(readings)).stories()
    expect(others).toEqual([])
    expect(story?.articles).toBe(12)
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
  })
})
