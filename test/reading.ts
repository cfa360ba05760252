import { type Article, type Block, type Part, runningBlocks } from '../src/articles/article.ts'
import { openGazetteer } from '../src/gazetteer/open.ts'
import type { Tools } from '../src/layers/layer.ts'
import { readArticle } from '../src/readings/read.ts'
import type { Reading } from '../src/readings/reading.ts'
import { openTagger } from '../src/tagger/open.ts'
import { hashOf } from '../src/text/hash.ts'
import { idOf, type Span, wordsOf } from '../src/text/span.ts'

/** What may be known of a made article beside its words. */
export interface Known {
  readonly published?: string
  /** The first paragraph's part, where it is no paragraph. */
  readonly first?: Part
  readonly given?: Article['given']
  /** English unless said. */
  readonly language?: string
}

/** An article over a text as it stands: a blank line parts its paragraphs. */
export function articleOver(text: string, { published, first, given, language = 'en' }: Known = {}): Article {
  const hash = hashOf(text)
  const blocks: Block[] = []
  for (const { 0: words, index } of text.matchAll(/(?:[^\n]+\n?)*[^\n]+/g)) {
    if (words.trim() === '') continue
    const span = { start: index, end: index + words.length }
    const part = blocks.length === 0 ? (first ?? 'paragraph') : 'paragraph'
    const n = blocks.filter((block) => block.part === 'paragraph').length + 1
    blocks.push({ id: idOf('b', span), ...span, part, ...(part === 'paragraph' ? { n } : {}), by: 'made' })
  }
  return {
    id: 'a1',
    version: hash.slice(0, 12),
    textHash: hash,
    source: { sha256: hash, type: 'text/plain', encoding: 'utf-8' },
    language,
    ...(published === undefined ? {} : { published }),
    authors: [],
    found: {},
    body: text,
    captions: [],
    related: [],
    corrections: [],
    text,
    blocks,
    removed: [],
    ...(given === undefined ? {} : { given }),
    notices: [],
  }
}

const gazetteer = openGazetteer()
const tagger = openTagger({ reader: 'linear' })

/** The rules alone: a tagger that knows no label. */
export const rulesOnly = async (): Promise<Tools> => ({
  tagger: { name: 'none', labels: new Set(), tag: async () => [] },
  gazetteer: await gazetteer,
})

/** The reader as it is shipped, with the linear tagger. */
export const shipped = async (): Promise<Tools> => ({ tagger: await tagger, gazetteer: await gazetteer })

/** Reads a text by rules alone. */
export const readByRules = async (text: string, known?: Known): Promise<Reading> =>
  readArticle(articleOver(text, known), await rulesOnly())

/** Reads a text with the linear tagger. */
export const readText = async (text: string, known?: Known): Promise<Reading> =>
  readArticle(articleOver(text, known), await shipped())

/** The words of spans, joined by "…". */
export const saying = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => wordsOf(text, span)).join(' … ')

/** The running words of a reading, so that a test can tell what no layer may touch. */
export const runningWords = (reading: Reading): string => saying(reading.text, runningBlocks(reading))
