import { Tinypool } from 'tinypool'
import { problem, type Readers, readersOf, sourceOf } from '../collect/index.ts'
import { type OptionSpec, type Options, word } from './command.ts'
import { messages } from './messages.ts'
import { openTools } from './tools.ts'
import { Misuse } from './world.ts'

/** How many threads read. Each takes a core, and as much memory as one alone. */
export const JOBS: OptionSpec = {
  flags: '--jobs <number>',
  about: 'pages to read side by side, each in a thread of its own',
  fallback: '1',
}

const MOST = 256

function jobsOf(options: Options): number {
  const given = word(options, 'jobs') ?? '1'
  const jobs = Number(given)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST) throw new Misuse(messages.badJobs(given, MOST))
  return jobs
}

// Beside this file, as written or as built.
const WORKER = new URL(import.meta.url.replace(/readers(\.\w+)$/, 'worker$1'))

/** Lends readers as the options say, and lets them go after use. Throws Misuse for a number of threads that is none. */
export async function withReaders<T>(options: Options, use: (readers: Readers) => Promise<T>): Promise<T> {
  const jobs = jobsOf(options)
  if (jobs === 1) return use(readersOf(await openTools()))
  const pool = new Tinypool({ filename: WORKER.href, minThreads: jobs, maxThreads: jobs })
  try {
    return await use({
      // One page in hand for each thread and one that waits for it.
      ahead: jobs * 2,
      read: async (page) => {
        try {
          return await pool.run(page, { name: 'read' })
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error)
          return problem(sourceOf(page), 'not-read', messages.readerDied(reason))
        }
      },
    })
  } finally {
    await pool.destroy()
  }
}
