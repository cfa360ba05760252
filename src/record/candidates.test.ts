import { describe, expect, it } from 'vitest'
import { nth } from '../../test/record.ts'
import { apply } from '../decisions/index.ts'
import { itemsOf } from '../stories/index.ts'
import { ItemCache } from './candidates.ts'
import { openDatabase } from './database.ts'
import { putItems } from './items.ts'

describe('items that were read', () => {
  it.each([1, 2, 5, 8, 1000])('are given whole, though no more than %d are held', async (most) => {
    const { db, close } = openDatabase(':memory:')
    const items = [0, 1, 2].flatMap((n) => itemsOf(apply(nth(n).reading, [])))
    const numbers = await putItems(db, items)
    const ids = [...numbers.values()]
    const cache = new ItemCache(most)
    for (const asked of [ids, ids.slice(3), ids.toReversed(), ids])
      expect([...(await cache.get(db, asked)).values()].map(({ ref }) => numbers.get(ref))).toEqual(asked)
    await close()
  })
})
