import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { examples } from '../../test/record.ts'
import { hashOf } from '../text/hash.ts'
import { readingFromJson, readingToJson } from './json.ts'
import type { Reading } from './reading.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const SAID = 'the pier is cracked'
const of = (opening: string): Reading =>
  made({
    id: 'a1',
    headline: opening,
    body: [`${opening} Mara Lind of 🌊 Oldmarsh said: "${SAID}". The gates 🚪 opened.`],
    entities: [{ names: ['Mara Lind'], roles: ['of'] }],
    places: [{ words: 'Oldmarsh', geonamesId: 7 }],
    said: [{ words: SAID, source: 'Mara Lind', cue: 'said', speaker: 'Mara Lind' }],
    events: [{ words: 'opened', day: '2026-04-02', actor: 'Mara Lind', said: SAID, place: 'Oldmarsh' }],
  })
const reading = of('🌉 Bridges')

describe('reading as JSON', () => {
  it('comes back as it went', async () => {
    for (const one of [reading, ...(await examples()).map((given) => given.reading)])
      expect(readingFromJson(plain(readingToJson(one)))).toEqual(plain(one))
  })

  it('comes back from code points, whatever its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        const one = of(`${words.replace(/\s/g, 'x')}!`)
        const json = plain(readingToJson(one, { offsets: 'codepoint' }))
        expect(readingFromJson(json)).toEqual(plain(one))
      }),
    )
  })

  it('counts code points as Python does', () => {
    const { text, events, blocks, offsets } = readingToJson(reading, { offsets: 'codepoint' })
    const points = [...text]
    const wordsAt = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => points.slice(start, end).join(''))
    expect(offsets).toBe('codepoint')
    expect(wordsAt(events)).toEqual(['opened'])
    expect(wordsAt(blocks)).toEqual(reading.blocks.map(({ start, end }) => reading.text.slice(start, end)))
  })

  it('ignores keys that it does not know', () => {
    const [first] = reading.events
    const more = { ...reading, later: 1, events: [{ ...first, mood: 'glad' }] }
    expect(readingFromJson(plain(more))).toEqual(plain(reading))
  })
})

const wrong: readonly (readonly [name: string, change: Partial<Record<keyof Reading, unknown>>, says: RegExp])[] = [
  ['another format', { format: 'onrecord/2' }, /onrecord\/1/],
  ['a missing layer', { events: undefined }, /events/],
  ['a span outside the text', { sentences: [{ id: 's:0-9999', start: 0, end: 9999 }] }, /sentences\[0\] is at 0-9999/],
  ['an empty span', { sentences: [{ id: 's:3-3', start: 3, end: 3 }] }, /is at 3-3/],
  ['a span that ends before it starts', { sentences: [{ id: 's:3-2', start: 3, end: 2 }] }, /is at 3-2/],
  ['two items of one id', { sentences: [reading.sentences[0], reading.sentences[0]] }, /two items have the id s:/],
  ['an id that nothing has', { mentions: [] }, /refers to m:.*which mentions do not have/],
  ['another text', { textHash: hashOf('another') }, /does not have the hash/],
  ['a score beyond 1', { events: [{ ...reading.events[0], score: 1.5 }] }, /score/],
]

describe('what is no reading', () => {
  it.each(wrong)('refuses %s', (_, change, says) => {
    expect(() => readingFromJson(plain({ ...reading, ...change }))).toThrow(says)
    expect(() => readingFromJson(plain({ ...reading, ...change }))).toThrow(TypeError)
  })

  it('refuses any other value, and says so', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => readingFromJson(value)).toThrow(TypeError)
      }),
    )
  })

  it('refuses offsets beyond the text in code points', () => {
    const json = { ...readingToJson(reading, { offsets: 'codepoint' }), sentences: [{ id: 's', start: 0, end: 999 }] }
    expect(() => readingFromJson(plain(json))).toThrow('offset 999')
  })
})
