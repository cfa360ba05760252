import type { OnRecord } from '../record/record.ts'
import { ordered } from './ordered.ts'
import { isProblem, type Problem, problem } from './problem.ts'
import { messageOf, type Read, type Readers } from './read.ts'
import { storageReason } from './storage.ts'

type Kept = ReturnType<OnRecord['pages']> extends AsyncIterable<infer K> ? K : never

/** How far reading again has come. */
export interface Reread {
  readonly article: string
  readonly version: string
  /** Versions read so far, this one among them, of all that are kept. */
  readonly done: number
  readonly total: number
  /** Why its old reading stays, where the new one failed. */
  readonly problem?: Problem['problem']
}

/** Reads every kept page again and links all anew: what a rebuild is. Gives how many were read and how many failed; a failed one keeps its old reading. */
export async function reread(
  record: OnRecord,
  readers: Readers,
  onProgress: (progress: Reread) => void = () => {},
): Promise<{ readonly read: number; readonly failed: number }> {
  const { versions: total } = await record.about()
  let [done, failed] = [0, 0]
  for await (const [kept, read] of ordered(record.pages(), readers.ahead, ({ page }) => readers.read(page))) {
    const { article, version } = kept
    const found = await again(record, kept, read)
    done++
    if (found) failed++
    onProgress({ article, version, done, total, ...(found ? { problem: found.problem } : {}) })
  }
  await record.relink()
  return { read: done - failed, failed }
}

async function again(record: OnRecord, { article, version }: Kept, read: Read | Problem): Promise<Problem | undefined> {
  if (isProblem(read)) return read
  try {
    await record.reread(article, version, read.reading)
  } catch (error) {
    return problem(article, 'not-kept', `was read again but not kept: ${storageReason(error) ?? messageOf(error)}`)
  }
  return undefined
}
