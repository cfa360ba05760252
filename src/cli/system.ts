import { once } from 'node:events'
import { userInfo } from 'node:os'
import { writeReason } from './failures.ts'
import { messages } from './messages.ts'
import type { World } from './world.ts'

/** Columns of text where the terminal does not say, and at most: longer lines are hard to read. */
const COLUMNS = 80
const WIDEST = 100

/** The world as the process has it. A reader that closes the pipe (`| head`) ends the program quietly. */
export function systemWorld(): World {
  const { stdout, stderr, stdin, env } = process
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    stderr.write(`${messages.misuse(messages.cannotWrite('standard output', writeReason(error)))}\n`)
    process.exit(1)
  })
  return {
    out: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    err: (text) => void stderr.write(text),
    stdin,
    terminal: { out: stdout.isTTY === true, err: stderr.isTTY === true },
    // Some terminals say that they have none.
    columns: Math.min(stdout.columns || COLUMNS, WIDEST),
    color: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    ...(stdin.isTTY === true ? { keys: () => keysOf(stdin) } : {}),
    now: () => Date.now(),
    user: env.ONRECORD_USER ?? userName(),
    stopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      }),
  }
}

const [CTRL_C, CTRL_D] = ['\u0003', '\u0004']

async function* keysOf(stdin: typeof process.stdin): AsyncIterable<string> {
  stdin.setRawMode(true)
  try {
    for await (const bytes of stdin)
      for (const key of String(bytes)) {
        if (key === CTRL_C || key === CTRL_D) return
        yield key
      }
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
