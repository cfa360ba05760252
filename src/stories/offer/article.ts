import type { Reading } from '../../readings/reading.ts'
import type { Citation } from '../../text/citation.ts'
import { overlaps, type Span } from '../../text/span.ts'
import { rarity, stemsIn, wordsIn } from '../fold.ts'
import type { ArticleItem } from '../items.ts'
import { shingles } from '../shingles.ts'
import agencies from './agencies.json' with { type: 'json' }
import type { Source } from './source.ts'

/** Words in a shingle of a body, and how many shingles stand for it. */
export const PRINT_WORDS = 5
export const PRINTS = 128
const TERMS = 60
const KEYED_TERMS = 36
const KEYED_PRINTS = 24
// How often a word of each part counts: a headline says what an article is about.
const WEIGHTS = { headline: 3, standfirst: 2, body: 1 } as const
const NAME_WEIGHT = 2

function countInto(counts: Map<string, number>, text: string, weight: number): void {
  for (const term of stemsIn(text)) counts.set(term, (counts.get(term) ?? 0) + weight)
}

function heaviest(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts]
    .map(([term, count]): [string, number] => [term, (1 + Math.log(count)) * rarity(term)])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, TERMS)
}

/** Weighted terms of an article (TF-IDF against a fixed table; words of names weigh more), the heaviest 60, of length 1. */
export function termsOf(reading: Reading): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  countInto(counts, reading.headline ?? '', WEIGHTS.headline)
  countInto(counts, reading.standfirst ?? '', WEIGHTS.standfirst)
  countInto(counts, reading.body, WEIGHTS.body)
  for (const { name, type } of reading.entities) if (type !== 'source') countInto(counts, name, NAME_WEIGHT)
  const kept = heaviest(counts)
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1
  return Object.fromEntries(kept.map(([term, weight]) => [term, Math.round((weight / length) * 1e4) / 1e4]))
}

const CREDITING = new Set(agencies.names.flatMap((name) => wordsIn(name)).concat(agencies.around))

// What a body ends on when that is a credit, "(AFP, dpa)" or "Source: Reuters", and not a sentence that names an agency.
function creditAt(body: string): string {
  const [, ending = ''] = body.slice(-60).match(/(?:[.!?”"’]\s|[(\n—–])\s*([^.!?(\n—–]{2,50}?)\)?\.?$/u) ?? []
  return wordsIn(ending).every((word) => CREDITING.has(word)) ? ending : ''
}

// Where a text says whose report it is: byline and dateline, the body's first words and its last.
function agencyOf({ blocks, text, body }: Reading): string | undefined {
  const lines = blocks.filter(({ part }) => part === 'byline' || part === 'dateline' || part === 'credit')
  const bylines = lines.filter(({ part }) => part !== 'credit').map(({ start, end }) => text.slice(start, end))
  const opening = body.slice(0, 120).match(/\(([^()]{2,40})\)\s*[-–—]/)?.[1] ?? ''
  const places = [...bylines, opening, creditAt(body)]
  return agencies.names.find((name) => places.some((place) => wordsOnly(place).includes(` ${name.toLowerCase()} `)))
}

const wordsOnly = (text: string): string => ` ${wordsIn(text).join(' ')} `

function headOf({ reading, cite, sentenceAt }: Source): Citation | undefined {
  const headline = reading.blocks.find(({ part }) => part === 'headline')
  const [first] = reading.sentences
  return headline ? cite(headline) : first && sentenceAt(first.start)
}

/** The sentence that stands for an article in what people settle: the first of its headline, else of its text. */
export const headlineIn = ({
  blocks,
  sentences,
}: Pick<Reading, 'blocks' | 'sentences'>): (Span & { readonly id: string }) | undefined => {
  const headline = blocks.find(({ part }) => part === 'headline')
  return headline ? sentences.find((sentence) => overlaps(sentence, headline)) : sentences[0]
}

// What people settled of the article itself.
function settledOf({ reading, decided, said }: Source): Pick<ArticleItem, 'confirmed' | 'disputed' | 'hidden'> {
  const id = headlineIn(reading)?.id
  if (id === undefined) return {}
  const hidden = decided.applied.some(({ decision, item }) => decision.kind === 'hide' && item === id)
  return { ...said(id), ...(hidden ? { hidden } : {}) }
}

/** The article as a whole, as other articles are compared with it. */
export function articleItem(source: Source): ArticleItem {
  const { reading, report, refOf, cite } = source
  const words = wordsIn(reading.body)
  const prints = shingles(words, PRINT_WORDS, PRINTS)
  const terms = termsOf(reading)
  const head = headOf(source)
  const standfirst = reading.blocks.find(({ part }) => part === 'standfirst')
  const cited = standfirst && cite(standfirst)
  const agency = agencyOf(reading)
  return {
    kind: 'article',
    ref: refOf('article'),
    article: reading.id,
    version: reading.version,
    keys: [
      ...Object.keys(terms)
        .slice(0, KEYED_TERMS)
        .map((term) => `t:${term}`),
      ...prints.slice(0, KEYED_PRINTS).map((print) => `s:${print}`),
    ],
    score: 1,
    ...settledOf(source),
    report,
    ...(head ? { head } : {}),
    ...(cited ? { standfirst: cited } : {}),
    words: words.length,
    terms,
    prints,
    ...(agency ? { agency } : {}),
  }
}
