import { randomBytes } from 'node:crypto'
import { addPages, type Collected, type Progress, type Tally, type Threads } from '../collect/index.ts'
import type { OnRecord } from '../record/record.ts'

/** One thing to add: what gives its pages, until it is told to stop. It may give several pages, or none. */
export type Source = (signal: AbortSignal) => AsyncIterable<Collected>

/** What became of one page. A remark comes beside its page and is not counted. */
export interface Outcome {
  /** What a person knows the page by: a file's name, an address, the first words of a text. */
  readonly source: string
  readonly state: 'added' | 'version' | 'kept' | 'failed' | 'remark'
  readonly article?: string
  readonly version?: string
  /** Why it was not added, and the rule that says so. */
  readonly reason?: string
  readonly rule?: string
}

/** What was given to be added at once, and how far that has come. */
export interface Job {
  /** `j` and ten digits. */
  readonly id: string
  readonly state: 'opening' | 'reading' | 'done' | 'stopped' | 'failed'
  /** ISO date-times. */
  readonly started: string
  readonly ended?: string
  /** Why nothing more was read, where reading itself could not go on. */
  readonly problem?: string
  /** Pages that came to something, of those that are known of so far. */
  readonly done: number
  readonly total: number
  readonly tally: Tally
  /** The last thousand, in their order. */
  readonly outcomes: readonly Outcome[]
  /** Grows with each change. */
  readonly step: number
}

/** Whoever reads and keeps what is given at the desk, in the background. What is told as added is kept for good. */
export interface Jobs {
  /** Begins to add; undefined when too much is in hand already. */
  begin(sources: readonly Source[]): Job | undefined
  /** How a job stands now. */
  find(id: string): Job | undefined
  /** All that are still known, the last begun first. */
  all(): readonly Job[]
  /** Resolves when a job has changed since a step of it. */
  changed(id: string, step: number): Promise<void>
  /** Takes no further page of a job; those in hand are kept. False when there is no such job. */
  stop(id: string): boolean
  /** Stops all of them, waits until what is in hand is kept, and lets the readers go. */
  close(): Promise<void>
}

/** What jobs need of the world. */
export interface Working {
  /** Opens the readers: asked when the first job begins, and again where that failed. */
  readonly open: () => Promise<Threads>
  readonly now: () => Date
}

const MOST_OUTCOMES = 1000
const MOST_KEPT = 50
/** Jobs in hand at once: each may hold an upload. */
const MOST_OPEN = 8

interface Held {
  job: Job
  readonly stop: AbortController
  waiting: (() => void)[]
  finished: Promise<void>
}

/** Jobs over a record. */
export function jobsOver(record: OnRecord, { open, now }: Working): Jobs {
  const held = new Map<string, Held>()
  let threads: Promise<Threads> | undefined
  const readers = (): Promise<Threads> => {
    threads ??= open().catch((error: unknown) => {
      threads = undefined
      throw error
    })
    return threads
  }
  const isOpen = ({ job }: Held): boolean => job.ended === undefined
  return {
    begin: (sources) => {
      if ([...held.values()].filter(isOpen).length >= MOST_OPEN) return undefined
      const one = holding(sources.length, now())
      held.set(one.job.id, one)
      const [oldest] = [...held.values()].filter((other) => !isOpen(other))
      if (held.size > MOST_KEPT && oldest) held.delete(oldest.job.id)
      one.finished = work(one, { record, readers, sources, now })
      return one.job
    },
    find: (id) => held.get(id)?.job,
    all: () => [...held.values()].map(({ job }) => job).toReversed(),
    changed: async (id, step) => {
      const one = held.get(id)
      if (!one || one.job.step > step || !isOpen(one)) return
      await new Promise<void>((resolve) => one.waiting.push(resolve))
    },
    stop: (id) => {
      held.get(id)?.stop.abort()
      return held.has(id)
    },
    close: async () => {
      for (const { stop } of held.values()) stop.abort()
      await Promise.all([...held.values()].map(({ finished }) => finished))
      await (await threads?.catch(() => undefined))?.close()
    },
  }
}

function holding(total: number, started: Date): Held {
  return {
    job: {
      id: `j${randomBytes(5).toString('hex')}`,
      state: 'opening',
      started: started.toISOString(),
      done: 0,
      total,
      tally: { added: 0, version: 0, kept: 0, failed: 0 },
      outcomes: [],
      step: 0,
    },
    stop: new AbortController(),
    waiting: [],
    finished: Promise.resolve(),
  }
}

function change(one: Held, what: Partial<Job>): void {
  one.job = { ...one.job, ...what, step: one.job.step + 1 }
  const waiting = one.waiting
  one.waiting = []
  for (const resolve of waiting) resolve()
}

interface Task extends Pick<Working, 'now'> {
  readonly record: OnRecord
  readonly readers: () => Promise<Threads>
  readonly sources: readonly Source[]
}

async function work(one: Held, { record, readers, sources, now }: Task): Promise<void> {
  const { signal } = one.stop
  const ended = () => now().toISOString()
  try {
    const reading = await readers()
    change(one, { state: 'reading' })
    await addPages(record, until(pagesOf(one, sources), signal), reading, (progress) => tell(one, progress))
    change(one, { state: signal.aborted ? 'stopped' : 'done', ended: ended() })
  } catch (error) {
    change(one, { state: 'failed', ended: ended(), problem: error instanceof Error ? error.message : String(error) })
  }
}

/** The pages of all sources, counted as they come. */
async function* pagesOf(one: Held, sources: readonly Source[]): AsyncIterable<Collected> {
  let [found, left] = [0, sources.length]
  for (const source of sources) {
    left--
    for await (const page of source(one.stop.signal)) {
      if (!('problem' in page) || page.problem.grade === 'error') found++
      if (found + left > one.job.total) change(one, { total: found + left })
      yield page
    }
  }
}

// What waits for a slow host does not hold up the end.
async function* until<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  const source = items[Symbol.asyncIterator]()
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined))
    if (signal.aborted) resolve(undefined)
  })
  for (;;) {
    const next = await Promise.race([source.next(), stopped])
    if (signal.aborted || !next || next.done) return
    yield next.value
  }
}

function tell(one: Held, { source, added, problem, tally }: Progress): void {
  const outcome: Outcome = added
    ? { source, ...added }
    : {
        source,
        state: problem?.grade === 'error' ? 'failed' : 'remark',
        ...(problem ? { reason: problem.reason, rule: problem.rule } : {}),
      }
  const done = tally.added + tally.version + tally.kept + tally.failed
  change(one, {
    tally,
    done,
    total: Math.max(one.job.total, done),
    outcomes: [...one.job.outcomes, outcome].slice(-MOST_OUTCOMES),
  })
}
