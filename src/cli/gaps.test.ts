import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES, linesOf, ran } from '../../test/terminal.ts'
import { GAPS } from '../views/gaps.ts'
import type { Line } from '../views/line.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-gaps-'))
const record = ['--record', join(folder, 'story.db')]

beforeAll(async () => {
  expect(await ran(['add', EXAMPLES, ...record])).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function out(argv: readonly string[]): Promise<string> {
  const found = await ran([...argv, ...record])
  expect([found.code, found.err]).toEqual([0, ''])
  return found.out
}

interface Ledger {
  readonly gaps: readonly {
    readonly gap: (typeof GAPS)[number]
    readonly view: string
    readonly lines: readonly Line[]
  }[]
  readonly unnamed: readonly {
    readonly outlet: string
    readonly statements: number
    readonly unnamed: readonly string[]
  }[]
}
const ledger = async (...more: readonly string[]) => JSON.parse(await out(['gaps', ...more])) as Ledger

describe('gaps', () => {
  it('are each told with their lines, and those with their citations', async () => {
    const { gaps, unnamed } = await ledger()
    expect(gaps.length).toBeGreaterThan(2)
    for (const { gap, lines } of gaps) {
      expect(GAPS).toContain(gap)
      for (const { from, sure } of lines) expect([from.length > 0, sure]).toEqual([true, true])
    }
    const ids = new Set(gaps.flatMap(({ gap, lines }) => (gap === 'unnamed source' ? lines.map(({ id }) => id) : [])))
    expect(unnamed.length).toBeGreaterThan(0)
    for (const one of unnamed) expect(one.unnamed.filter((id) => !ids.has(id))).toEqual([])
  })

  it('are more with what is less sure, fewer for one outlet, and of one kind with --gap', async () => {
    const count = ({ gaps }: Ledger) => gaps.flatMap(({ lines }) => lines).length
    const [some, all, one] = [await ledger(), await ledger('--all'), await ledger('--outlet', 'Meridian Wire')]
    expect([count(all) > count(some), count(one) < count(some)]).toEqual([true, true])
    const { gaps } = await ledger('--gap', 'one origin')
    expect(gaps).toEqual(some.gaps.filter(({ gap }) => gap === 'one origin'))
  })

  it('are a table on a terminal, with the first lines of each unless one is asked for', async () => {
    const some = (await ran(['gaps', ...record], { terminal: true })).out
    expect(some).toMatch(/^one origin Timeline · \d+ lines$/m)
    expect(some).toMatch(/^\d+ more: --gap "one origin"$/m)
    expect(some).toMatch(/^\d+ of \d+ +The Carpathian Ledger$/m)
    const all = (await ran(['gaps', '--gap', 'one origin', ...record], { terminal: true })).out
    expect(linesOf(all).length).toBeGreaterThan(linesOf(some).length)
    expect(all).not.toContain('--gap')
  })

  it('are rows and footnotes in other formats', async () => {
    const { gaps } = await ledger()
    const rows = linesOf(await out(['gaps', '--format', 'csv']))
    expect(rows.length).toBeGreaterThan(gaps.flatMap(({ lines }) => lines).length)
    expect(rows[0]).toContain(',gaps,')
    expect(await out(['gaps', '--format', 'markdown'])).toMatch(/^## Timeline: one origin$/m)
  })
})

describe('stories', () => {
  it('are listed with their articles, each in one', async () => {
    const { stories } = JSON.parse(await out(['stories'])) as {
      stories: readonly { readonly id: string; readonly articles: number; readonly members: readonly string[] }[]
    }
    const lines = linesOf(await out(['stories', '--format', 'jsonl'])).map((line) => JSON.parse(line) as object)
    expect(stories.flatMap(({ id, members }) => members.map((member) => ({ id: member, story: id })))).toEqual(lines)
    expect(stories.map(({ articles, members }) => articles - members.length)).toEqual(stories.map(() => 0))
  })

  it('are a row each in CSV and a block each on a terminal', async () => {
    const [head, row] = linesOf(await out(['stories', '--format', 'csv']))
    expect(head?.trim()).toBe('story,title,from,to,articles,outlets,origins')
    expect(row?.trim()).toMatch(/^y[0-9a-f]{10},.*,21,4,4$/)
    const table = (await ran(['stories', ...record], { terminal: true })).out
    expect(table).toMatch(
      /^y[0-9a-f]{10} {2}\S[\s\S]*\n {13}3 March – 7 April 2026 · 21 articles · 4 outlets · 4 origins$/m,
    )
  })

  it('are those of a folder, without a record, too', async () => {
    const found = await ran(['stories', EXAMPLES, '--format', 'jsonl'])
    expect([found.code, found.err]).toEqual([0, ''])
    expect(linesOf(found.out).toSorted()).toEqual(linesOf(await out(['stories', '--format', 'jsonl'])).toSorted())
  })
})
