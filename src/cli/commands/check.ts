import { VIEWS } from '../../views/index.ts'
import { queueOf } from '../../views/queue.ts'
import { all } from '../checking/all.ts'
import { checkAt } from '../checking/keys.ts'
import { type Command, RECORD, word } from '../command.ts'
import { messages } from '../messages.ts'
import { withRecord } from '../tools.ts'
import { Failure, Misuse } from '../world.ts'

/** Goes through a story line by line: what is least sure and most used first. */
export const check: Command = {
  name: 'check',
  about: 'Check a story line by line: the least sure and most used first.',
  options: [
    RECORD,
    { flags: '--story <id>', about: 'this story; the largest unless given' },
    {
      flags: '--format <format>',
      about: 'keys at a terminal, jsonl elsewhere, unless given',
      choices: ['keys', 'jsonl'],
    },
  ],
  examples: [
    ['onrecord check', 'one line at a time: y confirms, n disputes, e edits, s leaves it for later, u undoes'],
    ['onrecord check --format jsonl', 'what is open, for programs'],
  ],
  run: (_, options, world) =>
    withRecord(options, async (record) => {
      const id = word(options, 'story')
      const rows = await record.rows(id)
      if (!rows) throw new Failure(id === undefined ? messages.emptyRecord(record.path) : messages.unknownStory(id))
      const queue = queueOf(await Promise.all(VIEWS.map((view) => all(view.lines(rows, {})))))
      const format = word(options, 'format') ?? (world.keys && world.terminal.out ? 'keys' : 'jsonl')
      if (format === 'jsonl') {
        for (const one of queue.open) await world.out(`${JSON.stringify(one)}\n`)
        return 0
      }
      if (!world.keys) throw new Misuse(messages.noKeys)
      await checkAt(queue, { record, rows, world, keys: world.keys() })
      return 0
    }),
}
