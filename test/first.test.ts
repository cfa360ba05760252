import { describe, expect, it } from 'vitest'
import { storyOf } from '../src/stories/index.ts'
import { sliceOf } from '../src/stories/rows/slice.ts'
import { VIEWS } from '../src/views/index.ts'
import type { Line } from '../src/views/line.ts'
import { all, examples, withRecord } from './record.ts'

// What a record keeps of a line has no order of its own; and memory knows the newest version alone.
const bare = (line: Line): string =>
  JSON.stringify(line, (key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : key === 'versions'
        ? undefined
        : value,
  )

describe('the first lines of a view', () => {
  it.each(VIEWS.map((view) => [view.name, view] as const))(
    'are those of the whole, from a record as from memory: %s',
    async (_, view) => {
      const given = await examples()
      const rows = await (await storyOf(given.map(({ reading }) => reading))).rows()
      const whole = rows ? (await all(view.lines(rows, {}))).map(bare) : []
      expect(whole.length).toBeGreaterThan(5)
      await withRecord(async (record) => {
        await record.addAll(given)
        for (const limit of [1, 5, whole.length]) {
          const kept = await record.rows()
          const lines = kept ? await all(sliceOf(view.lines(kept, {}), { limit })) : []
          expect(lines.map(bare)).toEqual(whole.slice(0, limit))
        }
      })
    },
  )
})
