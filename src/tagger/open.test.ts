import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTagger } from './open.ts'
import type { Tag } from './tagger.ts'

const tagger = await openTagger()
const whole = (text: string) => [{ start: 0, end: text.length, sentences: [{ start: 0, end: text.length }] }]
const NAMES: ReadonlySet<string> = new Set(['person', 'organization', 'location', 'misc'])

function disjoint(tags: readonly Tag[]): boolean {
  return tags.every((tag, i) => i === 0 || (tags[i - 1]?.end ?? 0) <= tag.start)
}

describe('the tagger of the package', () => {
  it('marks names and who said what', async () => {
    const text = 'Mayor Teresa Almonte said the bridge in Lagos would open in May, and thanked the Ministry of Works.'
    const found = (await tagger.tag(text, whole(text))).map(
      ({ start, end, label }) => `${label}: ${text.slice(start, end)}`,
    )
    expect(found).toContain('person: Teresa Almonte')
    expect(found).toContain('location: Lagos')
    expect(found).toContain('organization: Ministry of Works')
    expect(found).toContain('cue: said')
  })

  it('gives tags in order, inside the text, names and roles disjoint, scores in 0 to 1, on any text', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 40 })), async (text) => {
        const tags = await tagger.tag(text, whole(text))
        expect(
          tags.every((tag) => tag.start < tag.end && tag.end <= text.length && tag.score >= 0 && tag.score <= 1),
        ).toBe(true)
        expect(tags.every((tag, i) => i === 0 || (tags[i - 1]?.start ?? 0) <= tag.start)).toBe(true)
        expect(disjoint(tags.filter((tag) => NAMES.has(tag.label)))).toBe(true)
        expect(disjoint(tags.filter((tag) => !NAMES.has(tag.label)))).toBe(true)
      }),
    ))

  it('tags nothing in no passages, and takes a passage without sentences', async () => {
    expect(await tagger.tag('Kofi Mensah spoke.', [])).toEqual([])
    expect(await tagger.tag('Kofi Mensah spoke.', [{ start: 0, end: 18, sentences: [] }])).toHaveLength(1)
  })

  it('takes a passage of a hundred thousand words', async () => {
    const text = 'Anna Berg said "no" '.repeat(20_000)
    expect((await tagger.tag(text, whole(text))).length).toBeGreaterThan(10_000)
  })
})
