import { addPages, type Progress, pagesOf } from '../../collect/index.ts'
import { type Command, PRIVATE, RECORD } from '../command.ts'
import { messages } from '../messages.ts'
import { progressOf } from '../progress.ts'
import { JOBS, READER, withReaders } from '../readers.ts'
import { collectingOf, filesAmong, sourcesOf, withRecord } from '../tools.ts'

/** Reads pages and keeps them in a record, which the first `add` makes. */
export const add: Command = {
  name: 'add',
  about: 'Read pages and keep them in a record.',
  takes: '[sources...]',
  options: [RECORD, READER, JOBS, PRIVATE],
  examples: [
    ['onrecord add saved/', 'keep a folder of pages in record.db, which is made if it is not there'],
    ['onrecord add archive.jsonl --jobs 4', 'read four pages side by side'],
    ['onrecord add https://example.org/news/dam-gates', 'fetch one page and keep it'],
    ['onrecord add pages.jsonl --record floods.db', 'keep the pages of a JSON Lines file in another record'],
  ],
  run: async (given, options, world) => {
    const sources = sourcesOf(given)
    const started = world.now()
    const progress = progressOf(world, 'reading', await filesAmong(sources))
    const tell = ({ source, problem, tally: sofar }: Progress): void => {
      if (problem) {
        progress.clear()
        world.err(
          `${problem.grade === 'error' ? messages.notAdded(source, problem.reason) : messages.remark(source, problem.reason)}\n`,
        )
      }
      progress.step(sofar.added + sofar.kept + sofar.version + sofar.failed)
    }
    const pages = pagesOf(sources, collectingOf(options, world))
    const tally = await withReaders(options, world, (readers) =>
      withRecord(options, (record) => addPages(record, pages, readers, tell), { make: true }),
    )
    progress.clear()
    await world.out(`${messages.added({ ...tally, versions: tally.version }, (world.now() - started) / 1000)}\n`)
    return tally.failed ? 1 : 0
  },
}
