import { Tinypool } from 'tinypool'
import type { Article } from '../articles/article.ts'
import type { Reading } from '../readings/reading.ts'
import type { Opening } from '../tagger/open.ts'
import type { Notice } from '../text/notice.ts'
import { problem } from './problem.ts'
import { messageOf, type Readers, sourceOf } from './read.ts'

/** Readers that are held until they are let go. */
export interface Threads<Of extends Article = Reading> extends Readers<Of> {
  /** Ends the threads; what they have in hand becomes a problem of its page. */
  close(): Promise<void>
}

// Beside this file, as written or as built.
const WORKER = new URL(import.meta.url.replace(/threads(\.\w+)$/, 'worker$1'))

/**
 * Opens readers in threads of their own, so that this one stays free; each takes a core, and as much memory as one alone. Rejects where the tools
 * cannot be opened; where another tagger reads than was asked for, `onNotice` is told once.
 */
export async function openThreads(jobs: number, { reader, onNotice }: Opening): Promise<Threads> {
  const pool = poolOf(jobs, reader)
  try {
    const notices: readonly Notice[] = await pool.run(undefined, { name: 'opened' })
    if (onNotice) notices.forEach(onNotice)
  } catch (error) {
    await pool.destroy()
    throw error
  }
  return threadsOf<Reading>(pool, jobs, 'read')
}

/** Opens readers of articles alone in threads of their own: no tools are opened for them. */
export const openArticleThreads = (jobs: number): Threads<Article> => threadsOf(poolOf(jobs), jobs, 'article')

const poolOf = (jobs: number, workerData?: Opening['reader']): Tinypool =>
  new Tinypool({ filename: WORKER.href, minThreads: jobs, maxThreads: jobs, workerData })

const threadsOf = <Of extends Article>(pool: Tinypool, jobs: number, name: 'read' | 'article'): Threads<Of> => ({
  // One page in hand for each thread and one that waits for it.
  ahead: jobs * 2,
  read: async (page) => {
    try {
      return await pool.run(page, { name })
    } catch (error) {
      return problem(sourceOf(page), 'not-read', `cannot be read: the thread that read it ended (${messageOf(error)})`)
    }
  },
  close: () => pool.destroy(),
})
