import { beforeAll, describe, expect, it, vi } from 'vitest'
import { articleOver, shipped } from '../../test/reading.ts'
import { examples } from '../../test/record.ts'
import type { Reading } from '../readings/reading.ts'
import { wordsOf } from '../text/span.ts'
import { apply } from './apply.ts'
import type { Decision } from './decision.ts'
import { type Making, makeDecision } from './make.ts'
import { itemAt, targetOf } from './target.ts'

const DECISIONS = 200
const LAYERS = ['entities', 'events', 'attributions', 'times', 'places', 'quantities', 'mentions'] as const

/** Numbers from 0 to below 1, the same every time (Lehmer). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

type Read = (text: string, of: Reading) => Promise<Reading>
const readingWith =
  (readArticle: typeof import('../readings/read.ts').readArticle): Read =>
  async (text, { id, published }) =>
    readArticle({ ...articleOver(text, published === undefined ? {} : { published }), id }, await shipped())

let pages: readonly Reading[]
let decisions: readonly Decision[]
let read: Read

/** Decisions about things chosen by chance, of kinds that leave them where they are. */
function chosen(readings: readonly Reading[]): readonly Decision[] {
  const next = chance(7)
  const items = readings.flatMap((reading) =>
    LAYERS.flatMap((layer) => reading[layer].map(({ id }) => targetOf(reading, layer, id))).filter(
      // Words that stand twice with the same words around are lost from the start, and said to be.
      (target) => itemAt(reading, target),
    ),
  )
  return Array.from({ length: DECISIONS }, (_, n) => {
    const target = items[Math.floor(next() * items.length)]
    const at = new Date(Date.UTC(2026, 4, 1) + n * 60_000).toISOString()
    const making = next() < 0.5 ? { kind: 'confirm' } : { kind: 'note', note: `${n}` }
    return makeDecision({ ...making, target, at, by: 'ana' } as Making)
  })
}

beforeAll(async () => {
  read = readingWith((await import('../readings/read.ts')).readArticle)
  // Of an article in two versions the later one.
  const kept = [...new Map((await examples()).map((one) => [one.reading.id, one])).values()]
  pages = await Promise.all(
    kept.map(({ reading }) => read(reading.blocks.map((block) => wordsOf(reading.text, block)).join('\n\n'), reading)),
  )
  decisions = chosen(pages)
}, 120_000)

const paragraphAt = (text: string, place: number): string =>
  text
    .slice(
      text.lastIndexOf('\n\n', place) + 1,
      text.indexOf('\n\n', place) < 0 ? undefined : text.indexOf('\n\n', place),
    )
    .trim()

const wordSet = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}+/gu))

/** Whether two paragraphs are one that was edited: most of the shorter one's words are in both. */
function alike(a: string, b: string): boolean {
  const [one, other] = [wordSet(a), wordSet(b)]
  const both = [...one].filter((word) => other.has(word)).length
  return both >= 0.5 * Math.min(one.size, other.size)
}

/** What became of the decisions in readings of the same pages: kept at their words, marked as lost, or at other words. */
function fates(readings: readonly Reading[]) {
  const counts = { kept: 0, lost: 0, moved: 0, unsaid: 0 }
  for (const decision of decisions) {
    if (decision.kind === 'undo') continue
    const [before, now] = [pages, readings].map((some) => some.find(({ id }) => id === decision.target.article))
    if (!before || !now) throw new Error('a page is missing')
    const { applied, lost } = apply(now, [decision])
    const [was, met] = [itemAt(before, decision.target), applied.length > 0 ? spotOf(now, decision) : undefined]
    if (lost.length > 0) counts.lost++
    else if (!was || !met) counts.unsaid++
    else if (
      wordsOf(now.text, met) === decision.target.exact &&
      alike(paragraphAt(before.text, was.start), paragraphAt(now.text, met.start))
    )
      counts.kept++
    else counts.moved++
  }
  return counts
}

// A note may stand where nothing is found any more: then its words are met.
function spotOf(reading: Reading, decision: Extract<Decision, { readonly kind: 'confirm' | 'note' }> | Decision) {
  if (decision.kind === 'undo') return undefined
  const item = itemAt(reading, decision.target)
  const start = reading.text.indexOf(decision.target.exact)
  return item ?? (start < 0 ? undefined : { start, end: start + decision.target.exact.length })
}

/** A page as it is after a day: words edited, paragraphs moved and cut. */
function changed(text: string, next: () => number): string {
  const paragraphs = text.split('\n\n').filter(() => next() > 0.1)
  const [head, ...body] = paragraphs
  const moved = next() < 0.5 ? [...body.slice(2), ...body.slice(0, 2)] : body
  const edited = [head ?? '', ...moved].map((paragraph) =>
    paragraph.replace(/\p{L}{4,}/gu, (word) => (next() < 0.03 ? `${word.slice(0, 2)}xx` : word)),
  )
  return edited.join('\n\n')
}

describe('two hundred decisions', () => {
  it('are all kept when the same reader reads again', async () => {
    const again = await Promise.all(pages.map((page) => read(page.text, page)))
    expect(fates(again)).toEqual({ kept: DECISIONS, lost: 0, moved: 0, unsaid: 0 })
  }, 120_000)

  it('are kept or marked as lost when a reader with another sentence splitter reads', async () => {
    vi.resetModules()
    vi.doMock('../text/sentences.ts', () => ({ sentencesIn: byMarks }))
    const other = readingWith((await import('../readings/read.ts')).readArticle)
    vi.doUnmock('../text/sentences.ts')
    const again = await Promise.all(pages.map((page) => other(page.text, page)))
    expect(again.map(({ sentences }) => sentences.length)).not.toEqual(pages.map(({ sentences }) => sentences.length))
    const found = fates(again)
    expect(found.moved + found.unsaid).toBe(0)
    expect(found.kept + found.lost).toBe(DECISIONS)
    expect(found.kept).toBeGreaterThanOrEqual(0.9 * DECISIONS)
  }, 120_000)

  it('are kept or marked as lost when pages were edited', async () => {
    const next = chance(11)
    const again = await Promise.all(pages.map((page) => read(changed(page.text, next), page)))
    const found = fates(again)
    expect(found.moved + found.unsaid).toBe(0)
    expect(found.kept + found.lost).toBe(DECISIONS)
    expect(found.kept).toBeGreaterThanOrEqual(0.5 * DECISIONS)
  }, 120_000)
})

// Every full stop, question mark, semicolon and colon ends a sentence, abbreviations or not.
function byMarks(text: string, block: { readonly start: number; readonly end: number }) {
  const found: { start: number; end: number }[] = []
  for (const { 0: words, index } of text.slice(block.start, block.end).matchAll(/\S[^.?!;:]*[.?!;:”"]*/gu)) {
    const start = block.start + index
    found.push({ start, end: start + words.trimEnd().length })
  }
  return found
}
