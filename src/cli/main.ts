#!/usr/bin/env node
import { run } from './program.ts'
import { systemWorld } from './system.ts'

process.exitCode = await run(process.argv.slice(2), systemWorld())
