import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOf } from '../pages/index.ts'
import { PARTS, runningBlocks } from './article.ts'
import { articleSchema } from './json.ts'

const TEXT = `River rises by two metres

Ana Roth, AFP | Water in Quay Street on Tuesday, May 12, 2026

The river rose by two metres in the night, the mayor said on Tuesday, and the fire brigade cleared the streets beside it.

Video: Boats in Quay Street

Correction: An earlier version said three metres.
`
const article = articleOf({ bytes: new TextEncoder().encode(TEXT), url: 'https://courier.example/river' })
const back = (value: unknown) => articleSchema.safeParse(JSON.parse(JSON.stringify(value)))

describe('an article as JSON', () => {
  it('comes back as it was', () => expect(back(article).data).toEqual(article))

  it.each<[string, object]>([
    ['no text', { text: undefined }],
    ['a part that is none', { blocks: [{ id: 'b:0-1', start: 0, end: 1, part: 'chorus', by: 'x' }] }],
    ['a place before the text', { blocks: [{ id: 'b:0-1', start: -1, end: 1, part: 'paragraph', by: 'x' }] }],
    ['half a place', { blocks: [{ id: 'b:0-1', start: 0.5, end: 1, part: 'paragraph', by: 'x' }] }],
    ['a hash that is none', { textHash: 'abc' }],
    ['surer than sure', { found: { headline: { by: 'x', score: 1.2, stated: true } } }],
    ['a grade that is none', { notices: [{ rule: 'x', reason: 'y', grade: 'fatal' }] }],
    ['authors as a text', { authors: 'Ana Roth' }],
  ])('is refused with %s', (_, change) => expect(back({ ...article, ...change }).success).toBe(false))

  it('leaves out keys that it does not know', () => {
    expect(back({ ...article, mood: 'calm' }).data).toEqual(article)
  })

  it('any JSON is taken or refused, never thrown on', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void articleSchema.safeParse(value)))
  })
})

it('layers read the running text alone', () => {
  const parts = runningBlocks(article).map(({ part }) => part)
  expect(parts).toEqual(['headline', 'caption', 'paragraph', 'correction'])
  expect(PARTS.filter((part) => !parts.includes(part))).toContain('furniture')
})
