import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { all, allRows, nth, withRecord } from '../../test/record.ts'
import { openRecord } from './index.ts'

function running(name: string, path: string, from: number, to: number) {
  const script = join(import.meta.dirname, `../../test/${name}.ts`)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, path, `${from}`, `${to}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (data) => errors.push(String(data)))
  return { child, told: createInterface(child.stdout), errors }
}

const adding = (path: string, from: number, to: number) => running('adding', path, from, to)

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

describe('two processes', () => {
  it('add to one record at once, and nothing is lost', () =>
    withRecord(async (record, path) => {
      const [one, two] = [adding(path, 0, 25), adding(path, 15, 40)]
      const counts = await Promise.all([one, two].map(async ({ told }) => (await all(told)).length))
      expect([await ended(one.child), await ended(two.child), one.errors, two.errors]).toEqual([0, 0, [], []])
      expect(counts).toEqual([25, 25])
      expect(await record.about()).toMatchObject({ articles: 40, versions: 40 })
      expect(await all(record.verify())).toEqual([])
      await withRecord(async (alone) => {
        for (let n = 0; n < 40; n++) await alone.add(nth(n).page, nth(n).reading)
        expect(await allRows(record)).toBe(await allRows(alone))
      })
    }))
})

describe('a process that is killed', () => {
  it('loses nothing that it told, and leaves nothing half done', () =>
    withRecord(async (record, path) => {
      const { child, told } = adding(path, 0, 100_000)
      const added: string[] = []
      for await (const article of told) {
        added.push(article)
        // In the middle of an addition: the next has begun when this is read.
        if (added.length === 30) child.kill('SIGKILL')
      }
      await ended(child)
      expect(child.signalCode).toBe('SIGKILL')
      const again = await openRecord(path)
      const kept = new Set((await all(again.articles())).map(({ id }) => id))
      expect(added.filter((id) => !kept.has(id))).toEqual([])
      expect(kept.size - added.length).toBeLessThan(2)
      expect(await all(again.verify())).toEqual([])
      expect((await again.add(nth(200).page, nth(200).reading)).state).toBe('added')
      await again.close()
      expect(await all(record.articles())).toHaveLength(kept.size + 1)
    }))

  // Each time at another place of its work: after a commit, in the middle of one, before the first.
  it.each([0, 1, 2, 3, 5, 8])('loses no decision that it told, and keeps no part of three: %d', (tells) =>
    withRecord(async (record, path) => {
      for (const n of [0, 1, 2]) await record.add(nth(n).page, nth(n).reading)
      const { child, told } = running('deciding', path, 0, 100_000)
      const said: string[] = []
      let lines = 0
      for await (const line of told) {
        said.push(...line.split(' '))
        if (++lines === tells) setTimeout(() => child.kill('SIGKILL'), tells)
        if (tells === 0) child.kill('SIGKILL')
      }
      await ended(child)
      const again = await openRecord(path)
      const kept = new Set((await again.decisions()).map(({ id }) => id))
      expect(said.filter((id) => !kept.has(id))).toEqual([])
      expect(kept.size % 3).toBe(0)
      expect(await all(again.verify())).toEqual([])
      await again.close()
    }),
  )
})
