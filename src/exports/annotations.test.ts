import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../test/browser/story.ts'
import { lineOf, told, viewOf, writtenOf } from '../../test/exported.ts'
import { annotations, pointed } from './annotations.ts'

interface Annotation {
  readonly id: string
  readonly motivation: string
  readonly body: readonly { readonly purpose: string; readonly value: string }[]
  readonly target: { readonly source: string; readonly scope: string; readonly selector: readonly Selector[] }
}
interface Selector {
  readonly type: string
  readonly start?: number
  readonly end?: number
  readonly exact?: string
  readonly prefix?: string
  readonly suffix?: string
}
interface Collection {
  readonly '@context': string
  readonly total: number
  readonly first: { readonly items: readonly Annotation[] }
}

const itemsOf = (text: string) => (JSON.parse(text) as Collection).first.items
// As a reader in Python counts: by code points.
const slice = (text: string, start: number, end: number) => [...text].slice(start, end).join('')

const UNITS = fc.constantFrom('a', ' ', 'é', 'e\u0301', '👩‍👩‍👧', '🇨🇭', '😀', '\u0301', '漢', '𐍈', '\n')

describe('annotations', () => {
  it('gives the same words back, counted in code points, whatever stands before them', () => {
    fc.assert(
      fc.property(fc.string({ unit: UNITS }), fc.string({ unit: UNITS, minLength: 1 }), fc.string({ unit: UNITS }), (before, exact, after) => {
        const text = before + exact + after
        const at = { article: 'a', version: 'v', start: before.length, end: before.length + exact.length, exact }
        const { start, end } = pointed(text).position(at)
        const { prefix, suffix } = pointed(text).quote(at)
        expect(slice(text, start, end)).toBe(exact)
        expect(before.endsWith(prefix) && after.startsWith(suffix)).toBe(true)
        expect(Math.min(before.length, 31)).toBeLessThanOrEqual(prefix.length)
        expect([prefix.isWellFormed(), suffix.isWellFormed()]).toEqual([true, true])
      }),
    ) // biome-ignore format: a table
  })

  it('is one annotation a citation, each leading to its words', async () => {
    const { lines, written } = await told(ferryStory)
    const text = await written(annotations)
    const items = itemsOf(text)
    expect(items).toHaveLength(lines.reduce((sum, { from }) => sum + from.length, 0))
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(JSON.parse(text)).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: items.length,
    })
    const citations = lines.flatMap((line) => line.from.map((citation) => ({ line, citation })))
    for (const [at, { target, body }] of items.entries()) {
      const { line, citation } = citations[at] ?? {}
      const [position, quote] = target.selector
      const article = ferryStory.find(({ id, version }) => target.scope.endsWith(`:${id}:${version}`))
      expect(slice(article?.text ?? '', position?.start ?? 0, position?.end ?? 0)).toBe(citation?.exact)
      expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: citation?.exact })
      expect(JSON.parse(body[0]?.value ?? '')).toMatchObject({ line: line?.id, shape: line?.shape })
    }
  })

  it.each([
    ['https://a.example/1', 'https://a.example/1'],
    ['file:///etc/passwd', 'urn:onrecord:article:a%2Fb%3A1'],
    [undefined, 'urn:onrecord:article:a%2Fb%3A1'],
  ])('names the article of %s as %s', async (url, want) => {
    const from = [{ article: 'a/b:1', version: 'v', start: 0, end: 1, exact: 'x' }] as const
    const line = lineOf({ from, reports: [{ article: 'a/b:1', ...(url ? { url } : {}) }] })
    const [item] = itemsOf(await writtenOf(annotations, [viewOf([line])], { texts: async () => undefined }))
    expect(item?.target.source).toBe(want)
    expect(item?.target.selector).toEqual([{ type: 'TextQuoteSelector', exact: 'x' }])
  })

  it('tags what a line is labelled, and says what it is cited for', async () => {
    const lines = [lineOf({ status: { modality: 'planned', end: 'overdue' } }), lineOf({ id: 'e1', shape: 'card' })]
    const items = itemsOf(await writtenOf(annotations, [viewOf(lines)], { texts: async () => 'words' }))
    expect(items.map(({ motivation }) => motivation)).toEqual(['describing', 'identifying'])
    expect(items[0]?.body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value)).toEqual([
      'planned',
      'overdue',
    ])
  })

  it('refuses to guess where words stand', async () => {
    await expect(writtenOf(annotations, [viewOf([lineOf()])], {})).rejects.toThrow(TypeError)
  })
})
