/** What a command knows of the world: tests give another one. */
export interface World {
  /** Writes to standard output. Resolves when more may be written. */
  out(text: string): Promise<void>
  /** Writes to standard error. */
  err(text: string): void
  readonly stdin: AsyncIterable<Uint8Array>
  /** Whether a person reads standard output, and standard error, on a terminal. */
  readonly terminal: { readonly out: boolean; readonly err: boolean }
  /** Columns of the terminal. */
  readonly columns: number
  readonly color: boolean
  /** Now, in milliseconds since 1970. */
  now(): number
  /** Who settles what is corrected. */
  readonly user: string
  /** Keys as a person presses them, until Ctrl-C or Ctrl-D; undefined where nobody sits at a keyboard. */
  readonly keys?: () => AsyncIterable<string>
  /** Resolves when the person asks to stop (Ctrl-C). */
  stopped(): Promise<void>
}

/** A caller's mistake: a wrong word or option. The command line says it and ends with 2. */
export class Misuse extends Error {}

/** An input that could not be read or a record that could not be opened. The command line says it and ends with 1. */
export class Failure extends Error {}
