import type { Added, OnRecord } from '../record/record.ts'
import { grouped } from './grouped.ts'
import { type Collected, isProblem, type Problem, problem } from './problem.ts'
import { messageOf, noArticle, type Read, type Readers, readPages, sourceOf } from './read.ts'
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

/** Pages that are kept in one transaction, and how long the first of them waits for the others, in milliseconds: writing to the disk takes its
 * time, however little is written. */
const TOGETHER = 16
const PATIENCE = 1000

/**
 * Reads pages and keeps them, a few at a time: each is kept for good when its progress is told. What cannot be read or kept is told as a problem,
 * and the rest goes on.
 */
export async function addPages(
  record: OnRecord,
  pages: AsyncIterable<Collected>,
  readers: Readers,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Tally> {
  let tally = NONE
  const tell = (source: string, state: keyof Tally | undefined, what: Pick<Progress, 'added' | 'problem'>): void => {
    if (state) tally = { ...tally, [state]: tally[state] + 1 }
    onProgress({ source, ...what, tally })
  }
  for await (const group of grouped(readPages(pages, readers), TOGETHER, PATIENCE))
    for (const { source, result } of await keepAll(record, group))
      if (isProblem(result)) tell(result.source, stateOf(result), { problem: result.problem })
      else tell(source, result.state, { added: result })
  return tally
}

// A warning comes beside its page, which is counted by itself.
const stateOf = ({ problem: { grade } }: Problem): 'failed' | undefined => (grade === 'error' ? 'failed' : undefined)

interface Outcome {
  readonly source: string
  readonly result: Added | Problem
}

// What became of each of a group, in its order. Where the group cannot be kept, each of its pages is tried by itself.
async function keepAll(record: OnRecord, group: readonly (Read | Problem)[]): Promise<readonly Outcome[]> {
  const sound = group.map((read) => (isProblem(read) ? read : (noArticle(read) ?? read)))
  const added = await keepTogether(
    record,
    sound.filter((read): read is Read => !isProblem(read)),
  )
  const outcomes: Outcome[] = []
  for (const read of sound)
    if (isProblem(read)) outcomes.push({ source: read.source, result: read })
    else outcomes.push({ source: sourceOf(read.page), result: added.get(read) ?? (await keep(record, read)) })
  return outcomes
}

async function keepTogether(record: OnRecord, reads: readonly Read[]): Promise<ReadonlyMap<Read, Added>> {
  if (reads.length < 2) return new Map()
  try {
    const added = await record.addAll(reads)
    return new Map(reads.flatMap((read, at): [Read, Added][] => (added[at] ? [[read, added[at]]] : [])))
  } catch {
    return new Map()
  }
}

async function keep(record: OnRecord, read: Read): Promise<Added | Problem> {
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
