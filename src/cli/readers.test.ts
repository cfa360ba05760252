import { describe, expect, it } from 'vitest'
import { openingOf } from './readers.ts'
import type { World } from './world.ts'

describe('openingOf', () => {
  it('names the tagger, and says on standard error where another reads', () => {
    const said: string[] = []
    const world = { err: (text: string) => void said.push(text) } as World
    const { reader, onNotice } = openingOf({ reader: 'small' }, world)
    onNotice({ rule: 'tagger/instead', reason: 'the small reader cannot be opened', grade: 'warning' })
    expect([reader, said]).toEqual(['small', ['onrecord: the small reader cannot be opened\n']])
  })
})
