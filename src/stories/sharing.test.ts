import { describe, expect, it } from 'vitest'
import type { ItemKind } from './items.ts'
import { LEAST_SHARED, sharesOf } from './sharing.ts'

const many = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `other ${at}`)

describe('what items share of their keys', () => {
  it.each<readonly [string, ItemKind, readonly (readonly string[])[], number, boolean]>([
    ['a name', 'entity', [['x']], 2, true],
    ['a name that all have', 'entity', [['x', ...many(500)]], 2, true],
    ['a word of a few happenings', 'happening', [['x', ...many(40)]], 2, true],
    ['a word of many happenings', 'happening', [['x', ...many(400)]], 1, false],
    ['two words of many happenings', 'happening', [['x', ...many(400)], ['x', ...many(300)]], 2, true],
    ['three words of one statement', 'statement', [['x']], 1, false],
    ['four words of one statement', 'statement', [['x'], ['x']], 2, true],
  ])('%s', (_, kind, holders, share, isLooked) => {
    const shared = sharesOf(kind, holders.keys(), (key) => holders[key] ?? []).get('x') ?? 0
    expect([shared, shared >= LEAST_SHARED]).toEqual([share, isLooked])
  })
}) // biome-ignore format: a table
