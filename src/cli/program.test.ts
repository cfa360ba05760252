import { describe, expect, it } from 'vitest'
import { linesOf, ran } from '../../test/terminal.ts'
import { EXPORTS } from '../exports/index.ts'
import { VIEWS } from '../views/index.ts'
import { COMMANDS } from './commands/index.ts'
import { KINDS } from './corrections/kinds.ts'

describe('help', () => {
  it('lists every command of the issue', async () => {
    const { code, out } = await ran(['--help'])
    expect(code).toBe(0)
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(COMMANDS.map(({ name }) => name)).toEqual(
      expect.arrayContaining('read add remove export desk correct verify rebuild about'.split(' ')),
    )
    expect(COMMANDS.map(({ name }) => name)).toEqual(expect.arrayContaining(VIEWS.map(({ name }) => name)))
  })

  it.each(COMMANDS.map((command) => [command.name, command] as const))('%s has examples', async (name, command) => {
    const { code, out, err } = await ran([name, '--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`Usage: onrecord ${name} `)
    expect(command.examples.length).toBeGreaterThan(0)
    for (const [line, does] of command.examples) {
      expect(line).toMatch(new RegExp(`^onrecord ${name}\\b`))
      expect(out).toContain(`  ${line}\n      ${does}\n`)
    }
    for (const { flags } of command.options) expect(out).toContain(flags)
  })

  it('says its version', async () => {
    expect(await ran(['--version'])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' })
  })
})

describe('wrong use', () => {
  it.each([
    ['frob', "unknown command 'frob'", ''],
    ['tmeline', "unknown command 'tmeline' (Did you mean timeline?)", ''],
    ['--frob', "unknown option '--frob'", ''],
    ['read', 'nothing to read: name a file, a folder, an address, or - for JSON Lines on standard input', 'read'],
    ['add', 'nothing to read: name a file, a folder, an address, or - for JSON Lines on standard input', 'add'],
    ['read a.html --formt json', "unknown option '--formt' (Did you mean --format?)", 'read'],
    ['read a.html --format', "option '--format <format>' argument missing", 'read'],
    ['read a.html --offsets bytes', "option '--offsets <unit>' argument 'bytes' is invalid. Allowed choices are utf-16, codepoint.", 'read'], // biome-ignore format: one line
    ['read a.html --reader best', "option '--reader <name>' argument 'best' is invalid. Allowed choices are neural, small, linear.", 'read'], // biome-ignore format: one line
    ['timeline --format xml', `option '--format <format>' argument 'xml' is invalid. Allowed choices are table, ${EXPORTS.map(({ name }) => name).join(', ')}.`, 'timeline'], // biome-ignore format: one line
    ['remove', "missing required argument 'articles'", 'remove'],
    ['export maps', `maps is no view: ${VIEWS.map(({ name }) => name).join(', ')}`, 'export'],
    ['desk --port many', 'this needs a port between 0 and 65535', 'desk'],
    ['desk --port 70000', 'this needs a port between 0 and 65535', 'desk'],
    ['desk here', "too many arguments for 'desk'. Expected 0 arguments but got 1: here.", 'desk'],
    ['correct', `(nothing) is no kind of correction: ${KINDS.map(({ name }) => name).join(', ')}`, 'correct'],
    ['correct mend it', `mend is no kind of correction: ${KINDS.map(({ name }) => name).join(', ')}`, 'correct'],
  ])('%s', async (line, reason, command) => {
    const { code, out, err } = await ran(line.split(' '))
    expect([code, out]).toEqual([2, ''])
    expect(linesOf(err)).toEqual([
      `onrecord: ${reason}`,
      `onrecord ${command ? `${command} ` : ''}--help shows how it is used`,
    ])
  })

  it('shows all commands where none is named', async () => {
    const { code, err } = await ran([])
    expect(code).toBe(2)
    expect(err).toMatch(/^Usage: onrecord /)
  })
})
