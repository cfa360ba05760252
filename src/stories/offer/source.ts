import type { Decided } from '../../decisions/decided.ts'
import type { Entity } from '../../layers/entities.ts'
import type { Mention } from '../../layers/mentions.ts'
import type { Reading } from '../../readings/reading.ts'
import { type Citation, cite } from '../../text/citation.ts'
import { type Span, spanAt } from '../../text/span.ts'
import type { Ref, Report } from '../items.ts'

/** A decided reading with what every offered item asks of it, looked up once. */
export interface Source {
  readonly reading: Reading
  readonly decided: Decided
  readonly report: Report
  readonly entities: ReadonlyMap<string, Entity>
  readonly mentions: ReadonlyMap<string, Mention>
  /** `ARTICLE@VERSION#ITEM`. */
  refOf(item: string): Ref
  /** The span's citation, with its paragraph. Undefined for a span that is not in the text. */
  cite(span: Span): Citation | undefined
  /** The sentence that a place of the text stands in. */
  sentenceAt(place: number): Citation | undefined
  /** Marks what a person confirmed or disputed. */
  said(item: string): { readonly confirmed?: true; readonly disputed?: true }
}

/** Names an item of a reading: `ARTICLE@VERSION#ITEM`. */
export const refOf = (reading: { readonly id: string; readonly version: string }, item: string): Ref =>
  `${reading.id}@${reading.version}#${item}`

/** The parts of a ref; undefined for what names no item. */
export function partsOfRef(
  ref: string,
): { readonly article: string; readonly version: string; readonly item: string } | undefined {
  const [, article, version, item] = /^(.+)@([^@#]+)#([^#]+)$/.exec(ref) ?? []
  return article && version && item ? { article, version, item } : undefined
}

/** What every row cites of an article. */
export const reportOf = ({ outlet, headline, source, published }: Reading): Report => ({
  ...(outlet === undefined ? {} : { outlet }),
  ...(headline === undefined ? {} : { headline }),
  ...(source.url === undefined ? {} : { url: source.url }),
  ...(published === undefined ? {} : { published }),
})

/** Looks up once what the items of a reading are made from. */
export function sourceOf(decided: Decided): Source {
  const { reading } = decided
  const citeIn = (span: Span): Citation | undefined => {
    if (!(span.start >= 0 && span.start < span.end && span.end <= reading.text.length)) return undefined
    const n = spanAt(reading.blocks, span.start)?.n
    return { ...cite(reading, { start: span.start, end: span.end }), ...(n === undefined ? {} : { n }) }
  }
  return {
    reading,
    decided,
    report: reportOf(reading),
    entities: new Map(reading.entities.filter(({ unnamed }) => !unnamed).map((entity) => [entity.id, entity])),
    mentions: new Map(reading.mentions.map((mention) => [mention.id, mention])),
    refOf: (item) => refOf(reading, item),
    cite: citeIn,
    sentenceAt: (place) => {
      const sentence = spanAt(reading.sentences, place)
      return sentence && citeIn(sentence)
    },
    said: (item) => ({
      ...(decided.confirmed.has(item) ? { confirmed: true } : {}),
      ...(decided.disputed?.has(item) ? { disputed: true } : {}),
    }),
  }
}

/** The values that are there. */
export const present = <T>(values: readonly (T | undefined)[]): readonly T[] =>
  values.filter((value): value is T & {} => value !== undefined)
