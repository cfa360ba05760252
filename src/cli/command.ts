import type { World } from './world.ts'

/** Options of a command as they were given: a flag is true, the rest are words. */
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** An option that a command takes. */
export interface OptionSpec {
  /** As commander reads it: `--record <file>`. */
  readonly flags: string
  readonly about: string
  readonly choices?: readonly string[]
  readonly fallback?: string
}

/** One command of the command line: its words, its options, and what it does. */
export interface Command {
  readonly name: string
  /** One line, for the list of commands. */
  readonly about: string
  /** As commander reads it: `<paths...>`. */
  readonly takes?: string
  readonly options: readonly OptionSpec[]
  /** What else help says of it, after the options. */
  readonly more?: string
  /** Command lines that show its use, each with what it does. At least one. */
  readonly examples: readonly (readonly [command: string, does: string])[]
  /** Does it; resolves to the exit code: 0 done, 1 some input failed. Throws `Misuse` (2) or `Failure` (1). */
  run(given: readonly string[], options: Options, world: World): Promise<number>
}

/** An option's word; undefined where it was not given. */
export const word = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** The file of the record. */
export const RECORD: OptionSpec = {
  flags: '--record <file>',
  about: 'the record to use',
  fallback: 'record.db',
}

/** Whether addresses of this machine and its network may be fetched. */
export const PRIVATE: OptionSpec = {
  flags: '--allow-private',
  about: 'fetch from private and loopback addresses too',
}
