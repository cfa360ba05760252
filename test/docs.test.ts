import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/cli/commands/index.ts'
import { EXPORTS } from '../src/exports/index.ts'
import { INPUTS } from '../src/inputs/index.ts'
import { LAYERS } from '../src/layers/index.ts'
import { VIEWS } from '../src/views/index.ts'

const DOCS = new URL('../docs/', import.meta.url)

describe('docs', () => {
  it.each([
    ['commands', COMMANDS.map(({ name }) => name)],
    ['layers', LAYERS.map(({ key }) => key)],
    ['views', VIEWS.map(({ name }) => name)],
    ['exports', EXPORTS.map(({ name }) => name)],
    ['inputs', INPUTS.map(({ name }) => name)],
  ] as const)('%s: a page for each, and none for what is not there', (folder, names) => {
    const pages = readdirSync(new URL(`${folder}/`, DOCS)).map((file) => file.replace(/\.md$/, ''))
    expect(pages.sort()).toEqual([...names].sort())
    for (const name of names)
      expect(readFileSync(new URL(`${folder}/${name}.md`, DOCS), 'utf8')).toMatch(new RegExp(`^# ${name}\n`))
  })
})
