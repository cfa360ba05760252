import { type Reread, reread } from '../../collect/index.ts'
import { type Command, RECORD } from '../command.ts'
import { messages } from '../messages.ts'
import { progressOf } from '../progress.ts'
import { JOBS, READER, withReaders } from '../readers.ts'
import { withRecord } from '../tools.ts'

/** Reads every kept page again with the reader of today, and links all anew. Decisions stay. */
export const rebuild: Command = {
  name: 'rebuild',
  about: 'Read every kept page again and link all anew; what people settled stays.',
  options: [RECORD, READER, JOBS],
  examples: [['onrecord rebuild', 'after an update of Onrecord']],
  run: (_, options, world) =>
    withRecord(options, async (record) => {
      const started = world.now()
      const { versions } = await record.about()
      const progress = progressOf(world, 'reading', versions)
      const tell = ({ article, done, problem }: Reread): void => {
        if (problem) {
          progress.clear()
          world.err(`${messages.notRead(article, problem.reason)}\n`)
        }
        progress.step(done)
      }
      const { read, failed } = await withReaders(options, world, (readers) => reread(record, readers, tell))
      progress.clear()
      await world.out(`${messages.rebuilt(read, (world.now() - started) / 1000)}\n`)
      return failed ? 1 : 0
    }),
}
