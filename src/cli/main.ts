#!/usr/bin/env node
import { messages } from './messages.ts'

const NEEDED = [22, 13] as const

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(`${messages.misuse(messages.oldNode(NEEDED.join('.'), process.versions.node))}\n`)
  process.exitCode = 2
} else {
  // Loaded only here: an older Node does not know what the rest imports.
  const [{ run }, { systemWorld }] = await Promise.all([import('./program.ts'), import('./system.ts')])
  process.exitCode = await run(process.argv.slice(2), systemWorld())
}
