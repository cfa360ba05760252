import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../test/browser/story.ts'
import { lineOf, told, viewOf, writtenOf } from '../../test/exported.ts'
import { escaped, timelinejs } from './timelinejs.ts'

interface Slide {
  readonly unique_id: string
  readonly start_date: object
  readonly end_date?: object
  readonly display_date: string
  readonly text: { readonly headline: string; readonly text: string }
}
interface Written {
  readonly title: Slide
  readonly events: readonly Slide[]
}

const read = (text: string) => JSON.parse(text) as Written

describe('timelinejs', () => {
  it.each([
    [['2026-05-13', '2026-05-13'], { year: 2026, month: 5, day: 13 }, undefined],
    [['2026-05-13T10:00', '2026-05-13T10:00'], { year: 2026, month: 5, day: 13 }, undefined],
    [['2026-05-13', '2026-05-15'], { year: 2026, month: 5, day: 13 }, { year: 2026, month: 5, day: 15 }],
    [['2026-02-01', '2026-02-28'], { year: 2026, month: 2 }, undefined],
    [['2026-01-01', '2026-03-31'], { year: 2026, month: 1 }, { year: 2026, month: 3 }],
    [['2026-01-01', '2026-12-31'], { year: 2026 }, undefined],
    [['2025-01-01', '2026-12-31'], { year: 2025 }, { year: 2026 }],
  ] as const)('dates %j as exactly as that', async ([from, to], start, end) => {
    const line = lineOf({ when: { from, to, stated: true } })
    const [slide] = read(await writtenOf(timelinejs, [viewOf([line])], {})).events
    expect([slide?.start_date, slide?.end_date]).toEqual([start, end])
  })

  it('has every line with a day once, under its id, with every citation', async () => {
    const { lines, written } = await told(ferryStory)
    const { title, events } = read(await written(timelinejs))
    const dated = lines.filter(({ when }) => when)
    expect(events.map((slide) => slide.unique_id)).toEqual([...new Set(dated.map(({ id }) => id))])
    expect(title.text.headline).toMatch(/ferry/i)
    for (const { id, from, reports } of dated) {
      const slide = events.find((one) => one.unique_id === id)
      const { headline = '', text = '' } = slide?.text ?? {}
      expect(text.match(/<cite>/g)).toHaveLength(from.length)
      for (const [at, { exact, n }] of from.entries()) {
        expect([headline, text].some((words) => words.includes(escaped(exact)))).toBe(true)
        expect(text).toContain(`${reports[at]?.outlet}</a>, `)
        if (n !== undefined) expect(text).toContain(` ¶${n}</cite>`)
      }
    }
  })

  it('leaves out what is less sure, unless asked for all', async () => {
    const { written } = await told(ferryStory)
    const count = async (all: boolean) => read(await written(timelinejs, { all })).events.length
    expect(await count(false)).toBeLessThan(await count(true))
  })

  it('links to web addresses alone', async () => {
    const of = async (url: string) =>
      read(await writtenOf(timelinejs, [viewOf([lineOf({ when: { from: '2026-05-13', to: '2026-05-13', stated: true }, reports: [{ article: 'a', url }] })])], {})).events[0]?.text.text // biome-ignore format: one line
    expect(await of('https://a.example/?x=1&y="')).toContain('<a href="https://a.example/?x=1&amp;y=&quot;">')
    expect(await of('javascript:alert(1)')).not.toContain('<a')
  })

  it('lets no markup of a source through', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(escaped(words)).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/)
      }),
    )
  })
})
