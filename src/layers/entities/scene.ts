import type { Article, Block } from '../../articles/article.ts'
import { runningBlocks } from '../../articles/article.ts'
import { covers, type Span, spanAt } from '../../text/span.ts'
import { type Word, wordFrom, wordsIn } from '../mentions/words.ts'
import type { Quote } from '../quotes.ts'
import type { Sentence } from '../sentences.ts'

/** One sentence with its words. */
export interface Line extends Span {
  readonly at: number
  readonly words: readonly Word[]
}

/** What the linking rules look at: the text by sentence and by word, and where its quotations lie. */
export interface Scene {
  readonly text: string
  readonly lines: readonly Line[]
  readonly blocks: readonly Block[]
  /** The sentence that holds a place. */
  lineAt(place: number): Line | undefined
  /** The outermost quotation that holds a place. */
  quoteAt(place: number): Quote | undefined
  /** A sentence's words with the index of the first one of a span and the one after its last. */
  around(span: Span): { readonly words: readonly Word[]; readonly from: number; readonly to: number }
}

/** Lays a text out for the linking rules. */
export function sceneOf(article: Article, sentences: readonly Sentence[], quotes: readonly Quote[]): Scene {
  const { text } = article
  const lines = sentences.map((span, at) => ({ at, start: span.start, end: span.end, words: wordsIn(text, span) }))
  const outer = quotes.filter((quote) => quote.within === undefined)
  const lineAt = (place: number): Line | undefined => spanAt(lines, place)
  return {
    text,
    lines,
    blocks: runningBlocks(article),
    lineAt,
    quoteAt: (place) => spanAt(outer, place),
    around: (span) => {
      const words = lineAt(span.start)?.words ?? []
      return { words, from: wordFrom(words, span.start), to: wordFrom(words, span.end) }
    },
  }
}

/** The items that lie in each block, both sorted by place: one pass over both. */
export function byBlock<S extends Span>(blocks: readonly Block[], items: readonly S[]): readonly (readonly S[])[] {
  let at = 0
  return blocks.map((block) => {
    const own: S[] = []
    while (at < items.length && (items[at]?.start ?? 0) < block.start) at++
    for (; at < items.length && (items[at]?.start ?? 0) < block.end; at++) {
      const item = items[at]
      if (item && covers(block, item)) own.push(item)
    }
    return own
  })
}
