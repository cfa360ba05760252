import { Command as Commander, CommanderError, Option } from 'commander'
import { READER_VERSION } from '../readings/reading.ts'
import type { Command, Options } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { messages } from './messages.ts'
import { Failure, Misuse, type World } from './world.ts'

/** Runs a command line (without the program's name). Resolves to the exit code: 0 done, 1 some input failed, 2 wrong use. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  let code = 0
  const program = new Commander('onrecord')
    .description('Reads news pages and keeps a sourced record of a developing story.')
    .version(READER_VERSION)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => void world.out(text),
      writeErr: (text) => world.err(text),
      outputError: (text, write) => write(`${oneLine(text)}\n`),
    })
  for (const command of COMMANDS)
    program.addCommand(
      commanderOf(command, async (given, options) => {
        code = await command.run(given, options, world)
      }).copyInheritedSettings(program),
    )
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    const ended = said(error, world)
    if (ended === 2 && !isHelp(error)) world.err(`${messages.seeHelp(commandIn(argv))}\n`)
    return ended
  }
}

// Commander puts what may have been meant on a line of its own.
const oneLine = (text: string): string =>
  text
    .replace(/^error: /, 'onrecord: ')
    .trim()
    .replace(/\s*\n/g, ' ')

const isHelp = (error: unknown): boolean => error instanceof CommanderError && error.code === 'commander.help'

/** The command that a command line names, as far as it names one. */
const commandIn = (argv: readonly string[]): string =>
  argv.find((word) => COMMANDS.some(({ name }) => name === word)) ?? ''

function said(error: unknown, world: World): number {
  // Commander has said its own errors; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Misuse) {
    world.err(`${messages.misuse(error.message)}\n`)
    return 2
  }
  if (error instanceof Failure) {
    world.err(`${messages.misuse(error.message)}\n`)
    return 1
  }
  world.err(`${messages.unexpected(error instanceof Error ? error.message : String(error))}\n`)
  if (process.env.ONRECORD_DEBUG && error instanceof Error) world.err(`${error.stack}\n`)
  return 1
}

function commanderOf(command: Command, act: (given: readonly string[], options: Options) => Promise<void>): Commander {
  const made = new Commander(command.name).description(command.about).exitOverride()
  if (command.takes) made.arguments(command.takes)
  for (const { flags, about, choices, fallback } of command.options) {
    const option = new Option(flags, about)
    if (choices) option.choices(choices)
    if (fallback !== undefined) option.default(fallback)
    made.addOption(option)
  }
  made.addHelpText(
    'after',
    `${command.more ? `\n${command.more}\n` : ''}\nExamples:\n${command.examples.map(([line, does]) => `  ${line}\n      ${does}`).join('\n')}\n`,
  )
  return made.action((...args: unknown[]) => {
    const given = args
      .slice(0, -2)
      .flat()
      .filter((one) => typeof one === 'string')
    return act(given, made.opts())
  })
}
