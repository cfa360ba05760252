import type { Article, Block, Caption, Field, Found, Layout, Part, Removed } from '../articles/article.ts'
import type { Notice } from '../text/notice.ts'
import { idOf, type Span } from '../text/span.ts'

/** A field of an article as a reader of pages found it. */
export interface Claim<Value = string> {
  readonly value: Value
  readonly found: Found
}

/** A block before it has an id and a number. */
export interface DraftBlock extends Span {
  readonly part: Part
  readonly by: string
  readonly source?: readonly [start: number, end: number]
  readonly layout?: Layout
}

/** What both readers, of HTML and of plain text, hand over: everything but ids, hashes and what follows from the blocks. */
export interface Draft {
  readonly text: string
  readonly blocks: readonly DraftBlock[]
  readonly removed: readonly Removed[]
  readonly captions: readonly Caption[]
  readonly related: Article['related']
  readonly fields: { readonly [field in Exclude<Field, 'authors' | 'free'>]?: Claim }
  readonly authors?: Claim<readonly string[]>
  readonly free?: Claim<boolean>
  readonly notices: readonly Notice[]
}

/** Blocks with their ids, paragraphs numbered from 1. */
export function numbered(blocks: readonly DraftBlock[]): Block[] {
  let n = 0
  return blocks.map(({ start, end, part, by, source, layout }) => ({
    id: idOf('b', { start, end }),
    start,
    end,
    part,
    ...(part === 'paragraph' ? { n: ++n } : {}),
    ...(source ? { source } : {}),
    ...(layout ? { layout } : {}),
    by,
  }))
}

/** The running article alone; a dateline stands before its paragraph. */
export const bodyOf = (text: string, blocks: readonly DraftBlock[]): string =>
  blocks
    .filter(({ part }) => part === 'paragraph' || part === 'subheading' || part === 'dateline')
    .map(({ start, end, part }) => text.slice(start, end) + (part === 'dateline' ? ' ' : '\n\n'))
    .join('')
    .trimEnd()
