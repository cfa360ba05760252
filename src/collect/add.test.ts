import { describe, expect, it, vi } from 'vitest'
import type { Page } from '../articles/page.ts'
import type { Tools } from '../layers/layer.ts'
import type { Reading } from '../readings/reading.ts'
import type { Added, OnRecord } from '../record/record.ts'
import { addPages } from './add.ts'
import { type Collected, problem } from './problem.ts'
import { type Read, readersOf, readPages } from './read.ts'
import { reread } from './reread.ts'
import { verifyAll } from './verify.ts'

const tools: Tools = {
  tagger: { name: 'none', labels: new Set(), tag: async () => [] },
  gazetteer: { name: 'none', lookup: () => [], townsIn: () => [], longest: 1 },
}

const pageOf = (
  id: string,
  text = 'Rain fell in the town on Tuesday.\n\nRoads were closed until noon, police said.',
): Page => ({
  bytes: new TextEncoder().encode(text),
  type: 'text/plain',
  id,
  origin: `${id}.txt`,
})

async function* each<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

/** As much of a record as is needed here: what it was asked, in order. */
function recordOf(kept: readonly Page[] = [], fails = ''): { record: OnRecord; calls: string[] } {
  const calls: string[] = []
  const told = (call: string, id: string): void => {
    if (id === fails) throw new Error('database or disk is full')
    calls.push(call)
  }
  const record = {
    addAll: async (pages: readonly Read[]) => {
      const before = calls.length
      try {
        return await Promise.all(pages.map(({ page, reading }) => record.add(page, reading)))
      } catch (error) {
        calls.length = before
        throw error
      }
    },
    add: async (page: Page, reading: Reading): Promise<Added> => {
      told(`add ${reading.id}`, reading.id)
      const state = calls.filter((call) => call === `add ${reading.id}`).length > 1 ? 'kept' : 'added'
      return { article: page.id ?? '', version: reading.version, state }
    },
    pages: () => each(kept.map((page) => ({ article: page.id ?? '', version: 'v', page }))),
    reread: async (article: string, version: string, reading: Reading) =>
      told(`reread ${article} ${version} ${reading.id}`, article),
    relink: async () => told('relink', ''),
    about: async () => ({ versions: kept.length }),
  }
  return { record: record as unknown as OnRecord, calls: calls }
}

async function added(pages: readonly Collected[], fails?: string) {
  const { record, calls } = recordOf([], fails ?? 'none')
  const lines: string[] = []
  const tally = await addPages(record, each(pages), readersOf(tools), ({ source, added, problem }) =>
    lines.push(`${source} ${added?.state ?? problem?.reason}`),
  )
  return { tally, lines, calls }
}

describe('addPages', () => {
  it('keeps each page, and tells what became of it', async () => {
    const { tally, lines, calls } = await added([pageOf('a'), pageOf('b'), pageOf('a')])
    expect(calls).toEqual(['add a', 'add b', 'add a'])
    expect(lines).toEqual(['a.txt added', 'b.txt added', 'a.txt kept'])
    expect(tally).toEqual({ added: 2, version: 0, kept: 1, failed: 0 })
  })

  it('keeps a page that comes late without waiting for the next', async () => {
    const { record, calls } = recordOf()
    async function* slow(): AsyncIterable<Collected> {
      yield pageOf('a')
      await vi.waitUntil(() => calls.length > 0, { timeout: 5000 })
      yield pageOf('b')
    }
    await addPages(record, slow(), readersOf(tools))
    expect(calls).toEqual(['add a', 'add b'])
  })

  it('names what failed, and goes on', async () => {
    const warning = {
      source: 'c line 1',
      problem: { rule: 'x/y', reason: 'has an odd date', grade: 'warning' },
    } as const
    const { tally, lines, calls } = await added(
      [problem('x.txt', 'unreadable', 'is not there'), warning, pageOf('full'), pageOf('b')],
      'full',
    )
    expect(lines).toEqual([
      'x.txt is not there',
      'c line 1 has an odd date',
      'full.txt was read but not kept: the disk is full',
      'b.txt added',
    ])
    expect(calls).toEqual(['add b'])
    expect(tally).toEqual({ added: 1, version: 0, kept: 0, failed: 2 })
  })

  it('does not keep a page without an article', async () => {
    const { tally, lines, calls } = await added([
      { bytes: new Uint8Array(), origin: 'e.txt' },
      { ...pageOf('nav', '<a href="/">Home</a>'), type: 'text/html' },
    ])
    expect(lines).toEqual(['e.txt the page is empty', expect.stringMatching(/^nav\.txt .*no .*article/)])
    expect(calls).toEqual([])
    expect(tally.failed).toBe(2)
  })
})

describe('readPages', () => {
  it('names a page at which the reader fails, and goes on', async () => {
    const failing: Tools = {
      ...tools,
      tagger: {
        ...tools.tagger,
        tag: async (text) => {
          if (text.startsWith('Odd')) throw new Error('a fault')
          return []
        },
      },
    }
    const found: unknown[] = []
    for await (const read of readPages(
      each([pageOf('a', 'Odd things.\n\nOn Monday, odd things fell.'), pageOf('b')]),
      readersOf(failing),
    ))
      found.push('problem' in read ? [read.source, read.problem.reason] : read.reading.id)
    expect(found).toEqual([['a.txt', 'cannot be read: a fault'], 'b'])
  })
})

describe('reread', () => {
  it('reads every kept page again, then links all anew', async () => {
    const { record, calls } = recordOf([pageOf('a'), pageOf('b')], 'none')
    const steps: unknown[] = []
    expect(await reread(record, readersOf(tools), (step) => steps.push(step))).toEqual({ read: 2, failed: 0 })
    expect(calls).toEqual(['reread a v a', 'reread b v b', 'relink'])
    expect(steps).toEqual([
      { article: 'a', version: 'v', done: 1, total: 2 },
      { article: 'b', version: 'v', done: 2, total: 2 },
    ])
  })

  it('keeps the old reading where the new one fails', async () => {
    const { record, calls } = recordOf([pageOf('a'), pageOf('b')], 'a')
    const reasons: unknown[] = []
    expect(await reread(record, readersOf(tools), (step) => reasons.push(step.problem?.reason))).toEqual({
      read: 1,
      failed: 1,
    })
    expect(calls).toEqual(['reread b v b', 'relink'])
    expect(reasons).toEqual(['was read again but not kept: the disk is full', undefined])
  })
})

describe('verifyAll', () => {
  it('names pages without a reading, and pages that give another text', async () => {
    const same = pageOf('same')
    const readings = new Map<string, Reading>()
    for await (const read of readPages(each([same, pageOf('other', 'What it said before.')]), readersOf(tools)))
      if (!('problem' in read)) readings.set(read.reading.id, read.reading)
    const record = {
      verify: () => each([{ rule: 'record/cited', reason: 'a citation is not its words' }]),
      pages: () => each(['same', 'other', 'bare'].map((id) => ({ article: id, version: 'v', page: pageOf(id) }))),
      reading: async (id: string) => ({ reading: readings.get(id) }),
    } as unknown as OnRecord
    const found: unknown[] = []
    for await (const { article, rule } of verifyAll(record)) found.push([article, rule])
    expect(found).toEqual([
      [undefined, 'record/cited'],
      ['other', 'collect/other-text'],
      ['bare', 'collect/no-reading'],
    ])
  })
})
