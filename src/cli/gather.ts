import type { Article } from '../articles/article.ts'
import { isProblem, noArticle, pagesOf, type Read, type Readers, readPages } from '../collect/index.ts'
import type { Reading } from '../readings/reading.ts'
import type { Options } from './command.ts'
import { messages } from './messages.ts'
import { progressOf } from './progress.ts'
import { withArticleReaders, withReaders } from './readers.ts'
import { collectingOf, filesAmong, sourcesOf } from './tools.ts'
import type { World } from './world.ts'

/** What is done with each page that was read. */
type OnRead<Of extends Article> = (read: Read<Of>) => Promise<void>

/** Reads sources one after another, with a progress line; what fails is named on standard error. Gives how many failed. */
export async function readAll(
  given: readonly string[],
  options: Options,
  world: World,
  onRead: OnRead<Reading>,
): Promise<number> {
  const sources = sourcesOf(given)
  return withReaders(options, world, (readers) => readEach(sources, options, world, readers, onRead))
}

/** Reads the articles of sources alone, without a tagger; else as `readAll`. */
export async function articlesOf(
  given: readonly string[],
  options: Options,
  world: World,
  onRead: OnRead<Article>,
): Promise<number> {
  const sources = sourcesOf(given)
  return withArticleReaders(options, (readers) => readEach(sources, options, world, readers, onRead))
}

async function readEach<Of extends Article>(
  sources: readonly string[],
  options: Options,
  world: World,
  readers: Readers<Of>,
  onRead: OnRead<Of>,
): Promise<number> {
  const total = await filesAmong(sources)
  const progress = progressOf(world, 'reading', total > 1 ? total : 0)
  let [done, failed] = [0, 0]
  for await (const read of readPages<Of>(pagesOf(sources, collectingOf(options, world)), readers)) {
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
