import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all } from '../../../test/record.ts'
import { sliceOf } from './slice.ts'

const rows = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `h${at}` }))

describe('a part of a list', () => {
  it.each<[Parameters<typeof sliceOf>[1], readonly string[]]>([
    [{}, ['h0', 'h1', 'h2', 'h3']],
    [{ limit: 2 }, ['h0', 'h1']],
    [{ after: 'h1' }, ['h2', 'h3']],
    [{ after: 'h1', limit: 1 }, ['h2']],
    [{ after: 'h3', limit: 1 }, []],
    [{ after: 'h9' }, []],
    [{ limit: 0 }, []],
  ])('%j', async (slice, want) => {
    expect((await all(sliceOf(rows(4), slice))).map(({ id }) => id)).toEqual(want)
  })

  it('after part gives the whole, once each', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 9 }), async (n, limit) => {
        const found: { readonly id: string }[] = []
        for (let after: string | undefined; ; after = found.at(-1)?.id) {
          const part = await all(sliceOf(rows(n), { limit, ...(after === undefined ? {} : { after }) }))
          expect(part.length).toBeLessThanOrEqual(limit)
          if (part.length === 0) break
          found.push(...part)
        }
        expect(found).toEqual(rows(n))
      }),
    ))

  it('asks for no more than it gives', async () => {
    let asked = 0
    async function* endless() {
      for (;;) yield { id: `h${asked++}` }
    }
    await all(sliceOf(endless(), { after: 'h4', limit: 3 }))
    expect(asked).toBe(8)
  })
})
