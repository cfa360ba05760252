import { verifyAll } from '../../collect/index.ts'
import { type Command, RECORD } from '../command.ts'
import { messages } from '../messages.ts'
import { withRecord } from '../tools.ts'

/** Checks that every citation equals its words, and that every page still gives the text it gave. */
export const verify: Command = {
  name: 'verify',
  about: 'Check every citation against its source, over the whole record.',
  options: [RECORD],
  examples: [['onrecord verify', 'say what is wrong, if anything; ends with 1 where something is']],
  run: (_, options, world) =>
    withRecord(options, async (record) => {
      let faults = 0
      for await (const { article, reason } of verifyAll(record)) {
        world.err(`${messages.fault(article, reason)}\n`)
        faults++
      }
      const { articles } = await record.about()
      await world.out(`${faults ? messages.faults(faults) : messages.verified(articles)}\n`)
      return faults ? 1 : 0
    }),
}
