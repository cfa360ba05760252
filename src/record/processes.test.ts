import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { all, allRows, nth, withRecord } from '../../test/record.ts'
import { openRecord } from './index.ts'

const SCRIPT = join(import.meta.dirname, '../../test/adding.ts')

function adding(path: string, from: number, to: number) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT, path, `${from}`, `${to}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (data) => errors.push(String(data)))
  return { child, told: createInterface(child.stdout), errors }
}

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
})
