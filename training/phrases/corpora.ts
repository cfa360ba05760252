import { createHash } from 'node:crypto'
import type { Span } from '../../src/text/span.ts'
import { linesOf } from '../linear/corpora.ts'

/** A phrase that people marked: what kind of thing it stands for, where its head begins, and which of the text's things it is. */
export interface Phrase extends Span {
  readonly type: string
  readonly head?: number
  readonly chain: number
}

/** A document as the corpora have it. */
export interface Doc {
  readonly id: string
  readonly text: string
  readonly published?: string | null
  readonly genre?: string
  readonly licence?: string
  readonly scored?: readonly Span[]
  readonly entities?: readonly (Span & {
    readonly type: string
    readonly head: number | Span
    readonly chain: number
  })[]
  readonly chains?: readonly (readonly Span[])[]
  readonly chainInfo?: readonly { readonly type: string }[]
}

/** A document to learn from (`fit`; `unmarked` where nobody marked it), to choose by (`kept`) or to measure on. */
export interface Marked {
  readonly doc: Doc
  readonly corpus: string
  readonly part: 'fit' | 'unmarked' | 'kept' | 'measured'
  readonly gold: readonly Phrase[]
}

const isKept = (id: string): boolean =>
  createHash('sha256').update(`onrecord/phrases-kept/1/${id}`).digest().readUInt32BE(0) % 10 === 0

const KINDS: Readonly<Record<string, string>> = { PER: 'person', ORG: 'organization', LOC: 'place', PRO: 'object' }

const headOf = (head: number | Span): number => (typeof head === 'number' ? head : head.start)

/** Kinds of text that are measured; the rest of the development part is kept to calibrate on. */
const MEASURED = ['news', 'interview', 'bio', 'speech']

function gumIn(folder: string, file: string, development: boolean): readonly Marked[] {
  // Texts whose licence shuts out commercial use are not learnt from.
  const docs = (linesOf(folder, file) as readonly Doc[]).filter(({ licence }) => !/\bNC\b/.test(licence ?? ''))
  return docs.map((doc) => ({
    doc,
    corpus: 'gum',
    part: development ? (MEASURED.includes(doc.genre ?? '') ? 'measured' : 'kept') : isKept(doc.id) ? 'kept' : 'fit',
    gold: (doc.entities ?? []).map(({ start, end, type, head, chain }) => ({
      start,
      end,
      type,
      head: headOf(head),
      chain,
    })),
  }))
}

function meantimeIn(folder: string): readonly Marked[] {
  return (linesOf(folder, 'coref-meantime/dev.jsonl') as readonly Doc[]).map((doc) => ({
    doc,
    corpus: 'meantime',
    part: 'measured',
    gold: (doc.chains ?? []).flatMap((chain, n) =>
      chain.map(({ start, end }) => ({
        start,
        end,
        type: KINDS[doc.chainInfo?.[n]?.type ?? ''] ?? 'abstract',
        chain: n,
      })),
    ),
  }))
}

/** Of the news without marks that teachers read, one piece in so many. */
const READ = 8

const unmarkedIn = (folder: string): readonly Marked[] =>
  (linesOf(folder, 'names-gmb/dev.jsonl.gz') as readonly Doc[])
    .filter((_, n) => n % READ === 0)
    .map((doc) => ({ doc, corpus: 'gmb', part: 'unmarked', gold: [] }))

/** Every document, corpus by corpus. */
export const documentsIn = (folder: string): readonly Marked[] => [
  ...gumIn(folder, 'coref-gum/train.jsonl.gz', false),
  ...gumIn(folder, 'coref-gum/dev.jsonl.gz', true),
  ...meantimeIn(folder),
  ...unmarkedIn(folder),
]
