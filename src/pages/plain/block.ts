import type { Part } from '../../articles/article.ts'
import type { Span } from '../../text/span.ts'
import type { DraftBlock } from '../draft.ts'

/** What a step of the reading makes of the blocks of a plain text. */
export type Step = (text: string, blocks: readonly DraftBlock[]) => readonly DraftBlock[]

/** A block under another part, with the rule that says so. */
export const renamed = (block: DraftBlock, part: Part, rule: string): DraftBlock => ({
  ...block,
  part,
  by: `pages/plain-${rule}`,
})

/** The words of a block. */
export const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end)

/** How many words a text has; dashes and other marks that stand alone are none. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Whether a block may still become anything: no rule but the last has named it. */
export const isOpen = ({ by }: DraftBlock): boolean => by === 'pages/plain-paragraph'

/** Whether nothing but one line break parts two blocks. */
export const isNext = (text: string, a: Span, b: Span | undefined): boolean =>
  b !== undefined && !/\n\s*\n/.test(text.slice(a.end, b.start))
