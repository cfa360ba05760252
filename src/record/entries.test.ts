import { describe, expect, it } from 'vitest'
import { all, allRows, nth, withRecord } from '../../test/record.ts'
import { storyOf } from '../stories/index.ts'

const bare = (rows: string): string => rows.replace(/"versions": \[[^\]]*\]/g, '')

const pages = Array.from({ length: 18 }, (_, at) => nth((at * 7) % 18))

describe('rows that are listed as the record grows', () => {
  it('are those of linking in memory, though they were asked for after each addition', async () => {
    await withRecord(async (record) => {
      for (const { page, reading } of pages) {
        await record.add(page, reading)
        await record.rows()
      }
      const story = await storyOf(pages.map(({ reading }) => reading))
      expect(bare(await allRows(record))).toBe(bare(await allRows(story)))
    })
  })

  it('are those of what is left, after articles went', async () => {
    const gone = new Set(pages.filter((_, at) => at % 5 === 0).map(({ reading }) => reading.id))
    await withRecord(async (record) => {
      await record.addAll(pages)
      await record.rows()
      for (const id of gone) {
        await record.remove(id)
        await record.rows()
      }
      const story = await storyOf(pages.map(({ reading }) => reading).filter(({ id }) => !gone.has(id)))
      expect(bare(await allRows(record))).toBe(bare(await allRows(story)))
    })
  })

  it('come in parts that make the whole', async () => {
    await withRecord(async (record) => {
      await record.addAll(pages)
      const rows = await record.rows()
      const whole = rows ? await all(rows.happenings()) : []
      const found: { readonly id: string }[] = []
      for (let after: string | undefined; rows; after = found.at(-1)?.id) {
        const part = await all(rows.happenings({}, { limit: 7, ...(after === undefined ? {} : { after }) }))
        if (part.length === 0) break
        found.push(...part)
      }
      expect(found).toEqual(whole)
    })
  })
})
