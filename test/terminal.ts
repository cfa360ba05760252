import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMANDS } from '../src/cli/commands/index.ts'
import { run } from '../src/cli/program.ts'
import { READER } from '../src/cli/readers.ts'
import type { World } from '../src/cli/world.ts'

/** The example story's pages. */
export const EXAMPLES = join(import.meta.dirname, '../examples/story/pages')

/** What a command line came to. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What a command line is run in. */
export interface Around {
  /** What comes on standard input. */
  readonly stdin?: string
  /** Whether a person looks at a terminal. */
  readonly terminal?: boolean
  /** The keys that a person presses. */
  readonly keys?: string
  readonly stopped?: Promise<void>
  /** Called with each piece that is written on standard output. */
  onOut?(text: string): void
}

// The linear tagger reads, unless a test names another: what these tests are about is what becomes of readings, and it is the fastest.
function asked(argv: readonly string[]): readonly string[] {
  const command = COMMANDS.find(({ name }) => name === argv[0])
  const named = argv.some((word) => word.startsWith('--reader'))
  return command?.options.includes(READER) && !named ? [command.name, '--reader', 'linear', ...argv.slice(1)] : argv
}

/** Runs a command line in this process, as a person or a script would. */
export async function ran(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const { stdin = '', terminal = false, keys, stopped = Promise.resolve(), onOut } = around
  let minute = 0
  const world: World = {
    out: async (text) => {
      out.push(text)
      onOut?.(text)
    },
    err: (text) => void err.push(text),
    stdin: bytesOnce(new TextEncoder().encode(stdin)),
    terminal: { out: terminal, err: terminal },
    columns: 80,
    color: false,
    ...(keys === undefined ? {} : { keys: () => pressed(keys) }),
    now: () => Date.UTC(2026, 4, 1, 9, minute++),
    user: 'ana',
    stopped: () => stopped,
  }
  const code = await run(asked(argv), world)
  return { code, out: out.join(''), err: err.join('') }
}

async function* pressed(keys: string): AsyncIterable<string> {
  yield* keys
}

async function* bytesOnce(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  if (bytes.length) yield bytes
}

/** Runs a command line in a process of its own; `shell` stands before it, such as "ulimit -f 100;". */
export async function ranAlone(argv: readonly string[], shell = '', redirect = ''): Promise<Ran> {
  const main = join(import.meta.dirname, '../src/cli/main.ts')
  const words = [process.execPath, '--disable-warning=ExperimentalWarning', main, ...asked(argv)]
  const line = words.map((word) => `'${word}'`).join(' ')
  const child = spawn('sh', ['-c', `${shell} exec ${line} ${redirect}`], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.on('data', (piece) => out.push(String(piece)))
  child.stderr.on('data', (piece) => err.push(String(piece)))
  const [code] = await once(child, 'close')
  return { code: code ?? -1, out: out.join(''), err: err.join('') }
}

/** A folder of its own, which goes after use. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The lines of what was written. */
export const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean)
