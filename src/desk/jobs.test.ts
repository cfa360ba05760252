import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { readersHere } from '../../test/here.ts'
import { all, withRecord } from '../../test/record.ts'
import { type Collected, problem, type Threads } from '../collect/index.ts'
import { openRecord } from '../record/index.ts'
import type { OnRecord } from '../record/record.ts'
import { type Job, type Jobs, jobsOver, type Source } from './jobs.ts'

const textOf = (words: string): Collected => ({
  bytes: new TextEncoder().encode(`${words} fell into the river on Tuesday, the mayor of Oldmarsh said.`),
  type: 'text/plain',
  origin: words,
})

const of = (...pages: readonly Collected[]): Source =>
  async function* () {
    yield* pages
  }

const now = () => new Date('2026-04-07T09:00:00Z')

async function withJobs<T>(use: (jobs: Jobs, record: OnRecord) => Promise<T>, open = readersHere): Promise<T> {
  return withRecord(async (record) => {
    const jobs = jobsOver(record, { open, now })
    try {
      return await use(jobs, record)
    } finally {
      await jobs.close()
    }
  })
}

/** A job as it stands at its end. */
async function ended(jobs: Jobs, begun: Job | undefined): Promise<Job> {
  let job = begun
  while (job && job.ended === undefined) {
    await jobs.changed(job.id, job.step)
    job = jobs.find(job.id)
  }
  if (!job) throw new Error('the job is not known')
  return job
}

const counted = async (record: OnRecord): Promise<number> => (await record.about()).articles

describe('a job', () => {
  it('tells what became of each page, and why one was not added', () =>
    withJobs(async (jobs, record) => {
      const given = [
        of(textOf('A wall')),
        of(problem('x.html', 'empty', 'is empty')),
        of(textOf('A wall'), textOf('A shed')),
      ]
      const job = await ended(jobs, jobs.begin(given))
      expect(job).toMatchObject({
        state: 'done',
        done: 4,
        total: 4,
        tally: { added: 2, version: 0, kept: 1, failed: 1 },
      })
      expect(job.outcomes.map(({ source, state, reason }) => [source, state, reason])).toEqual([
        ['A wall', 'added', undefined],
        ['x.html', 'failed', 'is empty'],
        ['A wall', 'kept', undefined],
        ['A shed', 'added', undefined],
      ])
      expect(await counted(record)).toBe(2)
    }))

  it('runs beside another, and neither loses a page', () =>
    withJobs(async (jobs, record) => {
      const row = (name: string) => Array.from({ length: 30 }, (_, n) => of(textOf(`${name} ${n}`)))
      const both = [jobs.begin([...row('Bridge'), ...row('Tower')]), jobs.begin([...row('Tower'), ...row('Gate')])]
      const [one, two] = await Promise.all(both.map((job) => ended(jobs, job)))
      expect([one?.done, two?.done]).toEqual([60, 60])
      expect((one?.tally.added ?? 0) + (two?.tally.added ?? 0)).toBe(90)
      expect(await counted(record)).toBe(90)
    }))

  it('stops where it is asked to, and keeps what it has added', () =>
    withJobs(async (jobs, record) => {
      const endless: Source = async function* () {
        for (let n = 0; ; n++) yield textOf(`Bridge ${n}`)
      }
      const begun = jobs.begin([endless])
      for (let job = begun; job && job.done < 5; job = jobs.find(job.id)) await jobs.changed(job.id, job.step)
      expect(jobs.stop(begun?.id ?? '')).toBe(true)
      const job = await ended(jobs, begun)
      expect(job.state).toBe('stopped')
      expect(job.outcomes.filter(({ state }) => state === 'added')).toHaveLength(await counted(record))
      expect(jobs.stop('j0000000000')).toBe(false)
    }))

  it('ends at once with the desk, though a host that it waits for never answers', () =>
    withJobs(async (jobs) => {
      const silent: Source = async function* () {
        await new Promise(() => {})
        yield textOf('Nothing')
      }
      const begun = jobs.begin([of(textOf('A wall')), silent])
      for (let job = begun; job && job.done < 1; job = jobs.find(job.id)) await jobs.changed(job.id, job.step)
      await jobs.close()
      expect(jobs.find(begun?.id ?? '')).toMatchObject({ state: 'stopped', tally: { added: 1 } })
    }))

  it('says why the reader could not be opened, and the next one opens it', () => {
    let tries = 0
    const open = async (): Promise<Threads> => {
      if (tries++ === 0) throw new Error('there is no model')
      return readersHere()
    }
    return withJobs(async (jobs) => {
      expect(await ended(jobs, jobs.begin([of(textOf('A wall'))]))).toMatchObject({
        state: 'failed',
        problem: 'there is no model',
      })
      expect(await ended(jobs, jobs.begin([of(textOf('A wall'))]))).toMatchObject({ state: 'done' })
    }, open)
  })

  it('is not begun while much is in hand', () =>
    withJobs(async (jobs) => {
      const silent: Source = async function* () {
        await new Promise(() => {})
        yield textOf('Nothing')
      }
      for (let n = 0; n < 8; n++) expect(jobs.begin([silent])).toBeDefined()
      expect(jobs.begin([silent])).toBeUndefined()
      jobs.stop(jobs.all()[0]?.id ?? '')
      await ended(jobs, jobs.all()[0])
      expect(jobs.begin([silent])).toBeDefined()
    }))

  it('opens no reader before something is added', () =>
    withJobs(
      async (jobs) => expect(jobs.all()).toEqual([]),
      () => Promise.reject(new Error('was opened')),
    ))
})

it('loses nothing that it told when its process is killed', () =>
  withRecord(async (_, path) => {
    const script = join(import.meta.dirname, '../../test/jobs.ts')
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, path, '900'], { stdio: ['ignore', 'pipe', 'inherit'] }) // biome-ignore format: one line
    const told: string[] = []
    for await (const article of createInterface(child.stdout)) {
      told.push(article)
      if (told.length === 40) child.kill('SIGKILL')
    }
    if (child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    const again = await openRecord(path)
    const kept = new Set((await all(again.articles())).map(({ id }) => id))
    expect(told.length).toBeGreaterThanOrEqual(40)
    expect(told.filter((id) => !kept.has(id))).toEqual([])
    expect(await all(again.verify())).toEqual([])
    await again.close()
  }))
