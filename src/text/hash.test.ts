import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashOf } from './hash.ts'

describe('the hash of a text', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['a line', 'The river rose by two metres.'],
    ['letters beyond ASCII', 'Łódź · 東京 · 𝒳'],
    ['more than is turned into bytes at once', 'The river rose. '.repeat(20_000)],
    ['pairs of units where it is cut', `a${'𝒳'.repeat(100_000)}`],
  ])('is that of its UTF-8 bytes: %s', (_, text) => {
    expect(hashOf(text)).toBe(createHash('sha256').update(text).digest('hex'))
    expect(hashOf(new TextEncoder().encode(text))).toBe(hashOf(text))
  })
})
