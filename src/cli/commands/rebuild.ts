import { reread } from '../../collect/index.ts'
import { type Command, RECORD } from '../command.ts'
import { messages } from '../messages.ts'
import { progressOf } from '../progress.ts'
import { openTools, withRecord } from '../tools.ts'

/** Reads every kept page again with the reader of today, and links all anew. Decisions stay. */
export const rebuild: Command = {
  name: 'rebuild',
  about: 'Read every kept page again and link all anew; what people settled stays.',
  options: [RECORD],
  examples: [['onrecord rebuild', 'after an update of Onrecord']],
  run: (_, options, world) =>
    withRecord(options, async (record) => {
      const started = world.now()
      const tools = await openTools()
      const { versions } = await record.about()
      const progress = progressOf(world, 'reading', versions)
      const { read, failed } = await reread(record, tools, ({ article, done, problem }) => {
        if (problem) {
          progress.clear()
          world.err(`${messages.notRead(article, problem.reason)}\n`)
        }
        progress.step(done)
      })
      progress.clear()
      await world.out(`${messages.rebuilt(read, (world.now() - started) / 1000)}\n`)
      return failed ? 1 : 0
    }),
}
