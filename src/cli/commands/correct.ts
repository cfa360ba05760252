import { PARTS } from '../../decisions/index.ts'
import type { OnRecord } from '../../record/record.ts'
import { type Command, type Options, RECORD, word } from '../command.ts'
import { ASSERTIONS } from '../corrections/assertion.ts'
import type { Scene } from '../corrections/correction.ts'
import { KINDS } from '../corrections/kinds.ts'
import { messages } from '../messages.ts'
import { settleTable } from '../table/settle.ts'
import { withRecord } from '../tools.ts'
import { Misuse, type World } from '../world.ts'

/** Settles what the machine read wrong or missed: appended, undoable, and kept when a page is read again. */
export const correct: Command = {
  name: 'correct',
  about: 'Settle what was read wrong or missed; every correction can be undone.',
  takes: '[kind] [words...]',
  options: [
    RECORD,
    { flags: '--article <id>', about: 'only in this article' },
    { flags: '--as <what>', about: 'assert: what the words are', choices: ASSERTIONS },
    { flags: '--type <type>', about: 'assert: type of the event or the name' },
    { flags: '--modality <modality>', about: 'assert: whether an event happened, is planned …', fallback: 'happened' },
    { flags: '--day <day>', about: 'assert: the day of the event' },
    { flags: '--speaker <words>', about: 'assert: who made the statement, as the article says it' },
    { flags: '--value <value>', about: 'assert: value of a time, as TIMEX3' },
    { flags: '--low <number>', about: 'assert: a figure, or its lower end' },
    { flags: '--high <number>', about: 'assert: the upper end of a figure' },
    { flags: '--unit <unit>', about: 'assert: unit of a figure' },
    { flags: '--part <part>', about: 'speaker: who else takes part in what a line tells', choices: PARTS },
    { flags: '--instead <words>', about: 'speaker: only in place of the one of these words or this name' },
    { flags: '--beside', about: 'speaker: one more, beside those who take part so' },
    { flags: '--from <file>', about: 'settle what was changed in a table that export --format csv wrote' },
    { flags: '--yes', about: '--from: do it without asking' },
    { flags: '--format <format>', about: 'list: text, or jsonl for programs', choices: ['text', 'jsonl'] },
  ],
  more: `Kinds:\n${KINDS.map(({ name, takes, about }) => `  ${`${name} ${takes}`.trim().padEnd(20)}${about}`).join('\n')}`,
  examples: [
    ['onrecord correct hide "three of the four gates"', 'hide the line that holds these words'],
    ['onrecord correct confirm h1a2b3c4d5e', 'confirm the line of this id'],
    ['onrecord correct rename "M. Kovač" "Marija Kovač"', 'call somebody by another name'],
    [
      'onrecord correct assert "opened the gates" --as event --type OTHER --day 2026-05-13',
      'add an event that was missed',
    ],
    ['onrecord correct date h1a2b3c4d5e 2026-05-12', 'give a line another day'],
    ['onrecord correct speaker h1a2b3c4d5e "two divers" --part victim', 'say whom it befell'],
    ['onrecord correct merge "Marija Kovač" "the water minister"', 'say that two are one person'],
    ['onrecord correct list', 'what was settled, with ids'],
    ['onrecord correct undo d1a2b3c4d5e', 'take a correction back'],
    ['onrecord correct export mine.jsonl', 'write what was settled, for somebody else'],
    ['onrecord correct import theirs.jsonl', 'join what somebody else settled'],
    ['onrecord correct --from timeline.csv', 'settle what was changed in a table that went out'],
  ],
  run: async ([kind = '', ...words], options, world) => {
    const table = word(options, 'from')
    if (table !== undefined) return withRecord(options, (record) => settleTable(table, options, sceneOf(record, world)))
    const found = KINDS.find(({ name }) => name === kind)
    if (!found)
      throw new Misuse(
        messages.unknownKind(
          kind || '(nothing)',
          KINDS.map(({ name }) => name),
        ),
      )
    return withRecord(options, (record) => found.run(words, optionsFor(options), sceneOf(record, world)))
  },
}

const sceneOf = (record: OnRecord, world: World): Scene => ({
  record,
  world,
  settler: { by: world.user, at: new Date(world.now()).toISOString() },
})

const optionsFor = (options: Options): Options => ({ ...options, modality: word(options, 'modality') ?? 'happened' })
