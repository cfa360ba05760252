import { writeFileSync } from 'node:fs'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { describe, expect, it, vi } from 'vitest'
import { all, allRows, examples, type Given, given, nth, withRecord } from '../../test/record.ts'
import { articleOf } from '../pages/index.ts'
import { storyOf } from '../stories/index.ts'
import { openRecord } from './index.ts'
import type { OnRecord } from './record.ts'

async function addAll(record: OnRecord, pages: readonly Given[]): Promise<readonly string[]> {
  const states: string[] = []
  for (const { page, reading } of pages) states.push((await record.add(page, reading)).state)
  return states
}

/** Public ids of all that the record shows. */
async function idsIn(record: OnRecord): Promise<readonly string[]> {
  const ids: string[] = []
  for (const { id } of await record.stories()) {
    const rows = await record.rows(id)
    if (!rows) continue
    for (const part of [rows.entities(), rows.happenings(), rows.statements()])
      for (const row of await all<{ readonly id: string }>(part)) ids.push(row.id)
    ids.push(id)
  }
  return ids
}

const BODY = [
  'A barge struck the bridge at Oldmarsh on Wednesday.',
  'Ferries carried commuters across the river until midnight.',
]
const first = given({ id: 'page', outlet: 'The Post', modified: '2026-04-02T08:00:00Z', body: BODY })
const second = given({
  id: 'page',
  outlet: 'The Post',
  modified: '2026-04-03T08:00:00Z',
  body: [...BODY, 'Divers looked at its pier.'],
})

describe('adding', () => {
  it('gives the rows that linking in memory gives', async () => {
    const pages = await examples()
    const story = await storyOf(pages.map(({ reading }) => reading))
    await withRecord(async (record) => {
      await addAll(record, pages)
      const bare = (rows: string) => rows.replace(/"versions": \[[^\]]*\]/g, '')
      expect(bare(await allRows(record))).toBe(bare(await allRows(story)))
    })
  })

  it('adds the same page twice as nothing', () =>
    withRecord(async (record) => {
      expect(await addAll(record, [first, second, first, second])).toEqual(['added', 'version', 'kept', 'kept'])
      expect(await record.about()).toMatchObject({ articles: 1, versions: 2 })
      expect(await all(record.pages())).toHaveLength(2)
    }))

  it('gives the same stories in whatever order', async () => {
    const pages = await examples()
    const rows = new Set<string>()
    for (let turn = 0; turn < 5; turn++)
      await withRecord(async (record) => {
        // A different order each turn, the same at each run; all pages together in the first, each by itself in the last.
        const order = pages.map((one, at) => ({ one, key: (at * (turn * 2 + 3) + turn * 7) % 29 }))
        const given = order.sort((a, b) => a.key - b.key).map(({ one }) => one) // biome-ignore format: one line
        const together = turn === 4 ? 1 : Math.ceil(given.length / (turn + 1))
        for (let at = 0; at < given.length; at += together) await record.addAll(given.slice(at, at + together))
        rows.add(await allRows(record))
      })
    expect(rows.size).toBe(1)
  })

  it('asks no more of the record as it grows', () =>
    withRecord(async (record) => {
      const asked = vi.spyOn(StatementSync.prototype, 'all')
      const cost = async (from: number, to: number) => {
        asked.mockClear()
        for (let n = from; n < to; n++) await addAll(record, [nth(n)])
        const rows = asked.mock.results.map(({ value }) => (Array.isArray(value) ? value.length : 0))
        return { queries: rows.length, rows: rows.reduce((sum, count) => sum + count, 0) }
      }
      // By the sixtieth every kind of item has its fifty candidates.
      await cost(0, 60)
      const early = await cost(60, 72)
      await cost(72, 132)
      const late = await cost(132, 144)
      asked.mockRestore()
      expect(early.queries).toBeGreaterThan(100)
      expect(late.queries).toBeLessThan(early.queries * 1.25)
      expect(late.rows).toBeLessThan(early.rows * 1.25)
    }))
})

describe('versions', () => {
  it.each([
    ['in order', [first, second]],
    ['the later first', [second, first]],
  ])('feeds views from the newest alone, %s', (_, pages) =>
    withRecord(async (record) => {
      await addAll(record, pages)
      const rows = await record.rows()
      expect(await all(record.articles())).toMatchObject([
        { version: second.reading.version, versions: [first.reading.version, second.reading.version] },
      ])
      expect((await rows?.story())?.articles).toBe(1)
      expect((await record.reading('page'))?.reading.text).toBe(second.reading.text)
    }),
  )

  it('still opens what cites an older one', () =>
    withRecord(async (record) => {
      await addAll(record, [first, second])
      const { version, text } = first.reading
      expect((await record.reading('page', version))?.reading).toEqual(first.reading)
      expect((await record.page('page', version))?.bytes).toEqual(first.page.bytes)
      expect((await record.reading('page', version))?.reading.text.slice(2, 7)).toBe(text.slice(2, 7))
      expect(await record.reading('page', 'none')).toBeUndefined()
    }))

  it('leads ids of an older one to the newest', () =>
    withRecord(async (record) => {
      await addAll(record, [first])
      const [old] = await record.stories()
      await addAll(record, [second])
      const [now] = await record.stories()
      expect(now?.id).not.toBe(old?.id)
      expect(await record.resolve(old?.id ?? '')).toBe(now?.id)
      expect(await (await record.rows(old?.id))?.story()).toEqual(now)
    }))
})

describe('ids', () => {
  it('answers under every id that was ever shown', async () => {
    const day = ({ reading }: Given) => reading.published ?? ''
    // The latest first: every addition may give a cluster an earlier member, and so another id.
    const pages = (await examples()).toSorted((a, b) => (day(a) < day(b) ? 1 : -1))
    await withRecord(async (record) => {
      const shown = new Set<string>()
      for (const { page, reading } of pages) {
        await record.add(page, reading)
        for (const id of await idsIn(record)) shown.add(id)
      }
      const answers = await Promise.all([...shown].map((id) => record.resolve(id)))
      expect(shown.size).toBeGreaterThan(300)
      // What a changed page no longer says leads nowhere.
      expect(answers.filter((id) => id === undefined).length).toBeLessThan(shown.size / 20)
      expect(new Set(answers.filter((id) => id !== undefined))).toEqual(new Set(await idsIn(record)))
    })
  })

  it('knows no other ids', () =>
    withRecord(async (record) => {
      await addAll(record, [first])
      for (const id of ['y0000000000', 'x', '', 'e', "'", 'h1234567890'])
        expect(await record.resolve(id)).toBeUndefined()
    }))
})

describe('rebuilding', () => {
  it('gives the same rows under the same ids', async () => {
    const pages = await examples()
    await withRecord(async (record) => {
      await addAll(record, pages)
      const before = await allRows(record)
      await record.relink()
      expect(await allRows(record)).toBe(before)
      const readings = new Map(pages.map(({ reading }) => [`${reading.id}@${reading.version}`, reading]))
      for await (const { article, version } of record.pages()) {
        const reading = readings.get(`${article}@${version}`)
        if (reading) await record.reread(article, version, reading)
      }
      await record.relink()
      expect(await allRows(record)).toBe(before)
      expect(await all(record.verify())).toEqual([])
    })
  })

  it('links anew what an earlier version linked in another way', () =>
    withRecord(async (record, path) => {
      await addAll(record, [first])
      const before = await allRows(record)
      const raw = new DatabaseSync(path)
      raw.exec("delete from story_of; delete from item; update linked set way = 'another'")
      raw.close()
      const later = await openRecord(path)
      expect(await allRows(later)).toBe(before)
      await later.close()
    }))

  it('takes a new reading of a page, and no other page', () =>
    withRecord(async (record) => {
      await addAll(record, [first])
      const { id, version } = first.reading
      await record.reread(id, version, { ...first.reading, outlet: 'The Evening Post' })
      expect(await all(record.articles())).toMatchObject([{ outlet: 'The Evening Post' }])
      await expect(record.reread(id, version, second.reading)).rejects.toThrow(second.reading.version)
      await expect(record.reread('other', version, first.reading)).rejects.toThrow('other')
    }))
})

describe('verifying', () => {
  it('finds nothing wrong with what was read, and every page gives its text again', async () => {
    const pages = await examples()
    await withRecord(async (record) => {
      await addAll(record, pages)
      expect(await all(record.verify())).toEqual([])
      for await (const { article, version, page } of record.pages())
        expect(articleOf(page).textHash).toBe((await record.reading(article, version))?.reading.textHash)
    })
  })

  const damages: readonly (readonly [string, string, RegExp])[] = [
    ['a text', "update text set words = (select words from text where hash <> (select text from version where id = 1)) where hash = (select text from version where id = 1)", /not the one that was read/],
    ['a page', 'update page set bytes = (select bytes from page where version = 2) where version = 1', /page of version/],
    ['a citation', "update item set body = replace(body, 'Wednesday', 'Wednesdax') where article = 'page'", /cites words/],
    ['bytes', "update reading set body = x'00ff' where version = 1", /cannot be read back/],
  ] // biome-ignore format: a table to be read
  it.each(damages)('finds %s that was changed', (_, sql, says) =>
    withRecord(async (record, path) => {
      await addAll(record, [first, nth(1)])
      const database = new DatabaseSync(path)
      database.exec(sql)
      database.close()
      const faults = await all(record.verify())
      expect(faults.map(({ reason }) => reason).join('\n')).toMatch(says)
      expect(new Set(faults.map(({ article }) => article))).toEqual(new Set(['page']))
    }),
  )
})

describe('opening', () => {
  it('refuses a record of a newer version, and leaves it as it is', () =>
    withRecord(async (record, path) => {
      await addAll(record, [first])
      const database = new DatabaseSync(path)
      database.exec('pragma user_version = 99')
      await expect(openRecord(path)).rejects.toThrow(
        /^was made by a newer version of Onrecord \(record format 99; this version knows \d+\)$/,
      )
      expect(database.prepare('pragma user_version').get()).toEqual({ user_version: 99 })
      database.close()
    }))

  it("refuses another program's database, and what is none", () =>
    withRecord(async (_, path) => {
      const database = new DatabaseSync(`${path}.other`)
      database.exec('create table notes (words text)')
      database.close()
      await expect(openRecord(`${path}.other`)).rejects.toThrow('is a database of another program, not a record')
      writeFileSync(`${path}.text`, 'These are words, and a good many of them, but no database at all. '.repeat(99))
      await expect(openRecord(`${path}.text`)).rejects.toThrow('not a database')
      await expect(openRecord(`${path}/nowhere/record.db`)).rejects.toThrow(/unable to open/)
    }))

  it('opens what it kept', () =>
    withRecord(async (record, path) => {
      await addAll(record, [first, second])
      const again = await openRecord(path)
      expect(await allRows(again)).toBe(await allRows(record))
      await again.close()
    }))

  it('shows at once what another connection adds', () =>
    withRecord(async (record, path) => {
      await addAll(record, [nth(0)])
      expect((await record.stories()).map(({ articles }) => articles)).toEqual([1])
      const other = await openRecord(path)
      await addAll(other, [nth(1)])
      await other.close()
      expect(await all(record.articles())).toHaveLength(2)
    }))
})
