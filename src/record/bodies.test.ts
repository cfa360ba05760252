import { describe, expect, it } from 'vitest'
import { examples, nth } from '../../test/record.ts'
import { type Item, itemsOf } from '../stories/index.ts'
import { bodyOf, itemOf } from './bodies.ts'

const all = async (): Promise<readonly Item[]> =>
  [...(await examples()), nth(3)].flatMap(({ reading }) =>
    itemsOf({ reading, applied: [], lost: [], waiting: [], confirmed: new Set() }),
  )

describe('bodies of items', () => {
  it('give every item again, to the order of its keys, but for the keys that find it', async () => {
    const items = await all()
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(6)
    for (const item of items)
      expect(JSON.stringify(itemOf(bodyOf(item)))).toBe(JSON.stringify({ ...item, keys: [], asks: undefined }))
  })

  it('do not say at each citation whose words it has', async () => {
    for (const item of await all()) expect(bodyOf(item).split(`"${item.version}"`)).toHaveLength(2)
  })

  it('may be whole, and may cite another version', async () => {
    const [item] = (await all()).filter(({ kind }) => kind === 'entity')
    if (item?.kind !== 'entity') throw new Error('no entity')
    expect(itemOf(JSON.stringify(item))).toEqual(item)
    const other = { ...item, keys: [], sentence: { ...item.sentence, version: 'other' } }
    expect(itemOf(bodyOf(other))).toEqual(other)
  })
})
