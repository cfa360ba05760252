import { type Command, RECORD } from '../command.ts'
import { messages } from '../messages.ts'
import { withRecord } from '../tools.ts'
import { Misuse } from '../world.ts'

/** Takes articles out of a record. */
export const remove: Command = {
  name: 'remove',
  about: 'Take articles out of a record, with their bytes and words.',
  takes: '<articles...>',
  options: [RECORD],
  examples: [['onrecord remove a1b2c3d4e5', 'take out the article of this id (the desk and --format json show it)']],
  run: async (given, options, world) => {
    if (given.length === 0) throw new Misuse(messages.needs('the id of an article'))
    return withRecord(options, async (record) => {
      let missing = 0
      for (const id of given) {
        if (await record.remove(id)) await world.out(`${messages.removed(id)}\n`)
        else {
          world.err(`${messages.notThere(id)}\n`)
          missing++
        }
      }
      return missing ? 1 : 0
    })
  },
}
