// Reads pages into a record, prints the story's timeline, and serves the desk: the example story, or the paths given, kept in record.db.
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const EXAMPLES = fileURLToPath(new URL('../examples/story/pages', import.meta.url))
const PORT = 8080

// The command line as it was built: what stands here is no more than a person could type.
const built = new URL('../dist/cli/', import.meta.url)
const { run } = (await import(new URL('program.js', built).href)) as typeof import('../src/cli/program.ts')
const { systemWorld } = (await import(new URL('system.js', built).href)) as typeof import('../src/cli/system.ts')

/** Whether nobody on this machine answers on a port. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

// npm runs scripts in the package's folder; paths, and the record, are meant where the person stands.
process.chdir(process.env.INIT_CWD ?? process.cwd())
const paths = process.argv.slice(2)
const record = paths.length ? 'record.db' : 'examples.db'
const world = systemWorld()

const added = await run(['add', '--record', record, '--', ...(paths.length ? paths : [EXAMPLES])], world)
if (added !== 0 && !existsSync(record)) process.exit(added)
const shown = await run(['timeline', '--record', record, '--format', 'table'], world)
const port = (await isFree(PORT)) ? PORT : 0
const served = shown === 0 ? await run(['desk', '--record', record, '--port', String(port)], world) : shown
process.exit(served || added)
