import { isProblem, noArticle, pagesOf, type Read, readPages } from '../collect/index.ts'
import type { Reading } from '../readings/reading.ts'
import type { Options } from './command.ts'
import { messages } from './messages.ts'
import { progressOf } from './progress.ts'
import { withReaders } from './readers.ts'
import { collectingOf, filesAmong, sourcesOf } from './tools.ts'
import type { World } from './world.ts'

/** Reads sources one after another, with a progress line; what fails is named on standard error. Gives how many failed. */
export async function readAll(
  given: readonly string[],
  options: Options,
  world: World,
  onRead: (read: Read) => Promise<void>,
): Promise<number> {
  const sources = sourcesOf(given)
  const total = await filesAmong(sources)
  const progress = progressOf(world, 'reading', total > 1 ? total : 0)
  let [done, failed] = [0, 0]
  await withReaders(options, world, async (readers) => {
    for await (const read of readPages(pagesOf(sources, collectingOf(options, world)), readers)) {
      done++
      const problem = isProblem(read) ? read : noArticle(read)
      if (problem) {
        progress.clear()
        world.err(`${messages.notRead(problem.source, problem.problem.reason)}\n`)
        if (problem.problem.grade === 'error') failed++
      }
      if (!isProblem(read)) await onRead(read)
      progress.step(done)
    }
  })
  progress.clear()
  return failed
}

/** Readings of sources, for views without a record; pages without an article are left out. */
export async function readingsOf(
  given: readonly string[],
  options: Options,
  world: World,
): Promise<{ readonly readings: readonly Reading[]; readonly failed: number }> {
  const readings: Reading[] = []
  const failed = await readAll(given, options, world, async (read) => {
    if (!noArticle(read)) readings.push(read.reading)
  })
  return { readings, failed }
}
