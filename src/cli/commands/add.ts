import { addPages, pagesOf } from '../../collect/index.ts'
import { type Command, PRIVATE, RECORD } from '../command.ts'
import { messages } from '../messages.ts'
import { progressOf } from '../progress.ts'
import { collectingOf, filesAmong, openTools, sourcesOf, withRecord } from '../tools.ts'

/** Reads pages and keeps them in a record, which the first `add` makes. */
export const add: Command = {
  name: 'add',
  about: 'Read pages and keep them in a record.',
  takes: '[sources...]',
  options: [RECORD, PRIVATE],
  examples: [
    ['onrecord add saved/', 'keep a folder of pages in record.db, which is made if it is not there'],
    ['onrecord add https://example.org/news/dam-gates', 'fetch one page and keep it'],
    ['onrecord add pages.jsonl --record floods.db', 'keep the pages of a JSON Lines file in another record'],
  ],
  run: async (given, options, world) => {
    const sources = sourcesOf(given)
    const started = world.now()
    const [tools, total] = [await openTools(), await filesAmong(sources)]
    const progress = progressOf(world, 'reading', total)
    const tally = await withRecord(
      options,
      (record) =>
        addPages(record, pagesOf(sources, collectingOf(options, world)), tools, ({ source, problem, tally: sofar }) => {
          if (problem) {
            progress.clear()
            world.err(
              `${problem.grade === 'error' ? messages.notAdded(source, problem.reason) : messages.remark(source, problem.reason)}\n`,
            )
          }
          progress.step(sofar.added + sofar.kept + sofar.version + sofar.failed)
        }),
      { make: true },
    )
    progress.clear()
    await world.out(`${messages.added({ ...tally, versions: tally.version }, (world.now() - started) / 1000)}\n`)
    return tally.failed ? 1 : 0
  },
}
