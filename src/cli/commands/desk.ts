import { existsSync } from 'node:fs'
import { openThreads } from '../../collect/index.ts'
import type { OnRecord } from '../../record/record.ts'
import { type Command, PRIVATE, RECORD, word } from '../command.ts'
import { messages } from '../messages.ts'
import { openingOf, READER } from '../readers.ts'
import { withRecord } from '../tools.ts'
import { Failure, Misuse } from '../world.ts'

const PORT = 8080

/** Serves a record to the browser on this machine, until it is asked to stop. */
export const desk: Command = {
  name: 'desk',
  about: 'Show a record in the browser, on this machine alone.',
  options: [
    RECORD,
    { flags: '--port <port>', about: 'the port to answer on; 0 takes any free one', fallback: String(PORT) },
    READER,
    PRIVATE,
  ],
  examples: [
    ['onrecord desk', 'serve record.db on http://127.0.0.1:8080/'],
    ['onrecord desk --record floods.db --port 0', 'another record, on any free port'],
  ],
  run: (_, options, world) => {
    const port = Number(word(options, 'port') ?? PORT)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Misuse(messages.needs('a port between 0 and 65535'))
    const path = word(options, 'record') ?? 'record.db'
    const isNew = !existsSync(path)
    const serve = async (record: OnRecord): Promise<number> => {
      if (isNew) world.err(`${messages.newRecord(path)}\n`)
      // Loaded only here: no other command waits for it.
      const { serveDesk } = await import('../../desk/index.ts')
      const served = await serveDesk(record, {
        port,
        by: world.user,
        collecting: { allowPrivate: options.allowPrivate === true },
        // Opened at the first addition: whoever only looks does not wait for it.
        readers: () => openThreads(1, openingOf(options, world)),
      }).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
          throw new Failure(messages.portTaken(port))
        throw error
      })
      await world.out(`${messages.serving(served.url)}\n`)
      await world.stopped()
      await served.close()
      return 0
    }
    return withRecord(options, serve, { make: true })
  },
}
