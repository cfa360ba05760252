import type { Tools } from '../layers/layer.ts'
import type { Added, OnRecord } from '../record/record.ts'
import { type Collected, isProblem, type Problem, problem } from './problem.ts'
import { messageOf, noArticle, type Read, readPages, sourceOf } from './read.ts'
import { storageReason } from './storage.ts'

/** How many pages came to what. */
export type Tally = { readonly [state in Added['state'] | 'failed']: number }

/** What became of one input, and of all so far. Problems of grade `warning` come beside their page and are not counted. */
export interface Progress {
  readonly source: string
  readonly added?: Added
  readonly problem?: Problem['problem']
  readonly tally: Tally
}

const NONE: Tally = { added: 0, version: 0, kept: 0, failed: 0 }

/**
 * Reads pages and keeps them, one by one: each is kept for good when its progress is told. What cannot be read or kept is told as a problem, and
 * the rest goes on.
 */
export async function addPages(
  record: OnRecord,
  pages: AsyncIterable<Collected>,
  tools: Tools,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Tally> {
  let tally = NONE
  const tell = (source: string, state: keyof Tally | undefined, what: Pick<Progress, 'added' | 'problem'>): void => {
    if (state) tally = { ...tally, [state]: tally[state] + 1 }
    onProgress({ source, ...what, tally })
  }
  for await (const read of readPages(pages, tools)) {
    const result = isProblem(read) ? read : await keep(record, read)
    if (isProblem(result)) tell(result.source, stateOf(result), { problem: result.problem })
    else if (!isProblem(read)) tell(sourceOf(read.page), result.state, { added: result })
  }
  return tally
}

// A warning comes beside its page, which is counted by itself.
const stateOf = ({ problem: { grade } }: Problem): 'failed' | undefined => (grade === 'error' ? 'failed' : undefined)

async function keep(record: OnRecord, read: Read): Promise<Added | Problem> {
  const reason = noArticle(read)
  if (reason) return reason
  try {
    return await record.add(read.page, read.reading)
  } catch (error) {
    return problem(
      sourceOf(read.page),
      'not-kept',
      `was read but not kept: ${storageReason(error) ?? messageOf(error)}`,
    )
  }
}
