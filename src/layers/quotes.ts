import { type Block, runningBlocks } from '../articles/article.ts'
import { byPlace, type Span } from '../text/span.ts'
import { layer } from './layer.ts'
import { marksIn } from './quotes/marks.ts'
import { innerOf, type Pair, pairsOf } from './quotes/pairs.ts'
import { sentences } from './sentences.ts'

/** A stretch inside quotation marks, marks included; one that is not closed runs to the end of its paragraph. */
export interface Quote extends Span {
  /** What stands between the marks. */
  readonly inner: Span
  /** Whether a closing mark was found in the paragraph. */
  readonly closed: boolean
  /** Start of the quotation that this one goes on from, when the paragraph before was left open. */
  readonly continues?: number
  /** Start of the quotation that this one stands inside. */
  readonly within?: number
}

// A single mark that nothing closes is an apostrophe, unless the whole paragraph is a quotation that goes on in the next.
function isLoose(pair: Pair, block: Span, next: string): boolean {
  if (pair.close || pair.open.family !== 'single') return false
  return pair.open.start !== block.start || !/^['‘]/.test(next)
}

function quotesOf(text: string, block: Block, next: string): readonly Quote[] {
  const found: Quote[] = []
  for (const pair of pairsOf(text, marksIn(text, block))) {
    const inner = isLoose(pair, block, next) ? undefined : innerOf(text, pair, block)
    if (!inner) continue
    const closed = pair.close !== undefined && pair.close.end > pair.close.start
    found.push({ start: pair.open.start, end: closed ? pair.close.end : inner.end, inner, closed })
  }
  return nested(found.sort(byPlace))
}

function nested(sorted: readonly Quote[]): readonly Quote[] {
  const open: Quote[] = []
  return sorted.map((quote) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= quote.start) open.pop()
    const outer = open.at(-1)
    open.push(quote)
    return outer ? { ...quote, within: outer.start } : quote
  })
}

/** Quotations of each running block, in order of place; one inside another stands after it. */
export const quotes = layer({
  key: 'quotes',
  needs: [sentences],
  hidden: true,
  read: ({ text, ...article }): readonly Quote[] => {
    const blocks = runningBlocks(article)
    let open: number | undefined
    return blocks.flatMap((block, at) => {
      const next = blocks[at + 1]
      const found = quotesOf(text, block, next ? text.slice(next.start, next.start + 1) : '')
      if (block.part !== 'paragraph') return found
      const from = open
      const [first] = found
      const linked =
        first && from !== undefined && first.start === block.start
          ? [{ ...first, continues: from }, ...found.slice(1)]
          : found
      open = linked.findLast((quote) => !quote.closed && quote.end === block.end && quote.within === undefined)?.start
      return linked
    })
  },
})
