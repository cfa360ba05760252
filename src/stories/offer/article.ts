import type { Reading } from '../../readings/reading.ts'
import type { Citation } from '../../text/citation.ts'
import { overlaps, type Span } from '../../text/span.ts'
import { wordsIn } from '../fold.ts'
import { type ArticleItem, termsIn } from '../items.ts'
import { shingles } from '../shingles.ts'
import agencies from './agencies.json' with { type: 'json' }
import type { Source } from './source.ts'
import { termsOf } from './terms.ts'

/** Words in a shingle of a body, and how many shingles stand for it. */
export const PRINT_WORDS = 5
export const PRINTS = 128
const KEYED_TERMS = 36
const KEYED_PRINTS = 24
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
  const { terms, aspects } = termsOf(reading)
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
      ...termsIn(terms)
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
    aspects,
    prints,
    ...(agency ? { agency } : {}),
  }
}
