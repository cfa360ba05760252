import type { Article } from '../articles/article.ts'
import {
  ARTICLES,
  openArticleThreads,
  openThreads,
  openTools,
  type Readers,
  readersOf,
  type Threads,
} from '../collect/index.ts'
import { type Opening, READERS, type ReaderName } from '../tagger/open.ts'
import { type OptionSpec, type Options, word } from './command.ts'
import { messages } from './messages.ts'
import { Misuse, type World } from './world.ts'

/** How many threads read. Each takes a core, and as much memory as one alone. */
export const JOBS: OptionSpec = {
  flags: '--jobs <number>',
  about: 'pages to read side by side, each in a thread of its own',
  fallback: '1',
}

/** Which of the taggers reads. */
export const READER: OptionSpec = {
  flags: '--reader <name>',
  about: 'what reads: the network that reads best, a smaller one, or the fastest, without a network',
  choices: READERS,
  fallback: READERS[0],
}

/** The tagger that the options name; where another reads instead, standard error says so. */
export const openingOf = (options: Options, world: World): Required<Opening> => ({
  reader: word(options, 'reader') as ReaderName,
  onNotice: ({ reason }) => world.err(`${messages.otherReader(reason)}\n`),
})

const MOST = 256

function jobsOf(options: Options): number {
  const given = word(options, 'jobs') ?? '1'
  const jobs = Number(given)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST) throw new Misuse(messages.badJobs(given, MOST))
  return jobs
}

/**
 * Lends readers as the options say, and lets them go after use; where another tagger reads than was asked for, standard error says so once.
 * Throws Misuse for a number of threads that is none.
 */
export async function withReaders<T>(
  options: Options,
  world: World,
  use: (readers: Readers) => Promise<T>,
): Promise<T> {
  const jobs = jobsOf(options)
  const opening = openingOf(options, world)
  if (jobs === 1) return use(readersOf(await openTools(opening)))
  return closing(await openThreads(jobs, opening), use)
}

/** Lends readers of articles alone, as many as the options say. Throws Misuse for a number of threads that is none. */
export async function withArticleReaders<T>(
  options: Options,
  use: (readers: Readers<Article>) => Promise<T>,
): Promise<T> {
  const jobs = jobsOf(options)
  return jobs === 1 ? use(ARTICLES) : closing(openArticleThreads(jobs), use)
}

async function closing<Of extends Article, T>(
  threads: Threads<Of>,
  use: (readers: Readers<Of>) => Promise<T>,
): Promise<T> {
  try {
    return await use(threads)
  } finally {
    await threads.close()
  }
}
