import { featuresOf, type Rows } from './features.ts'
import { declaredHeadlines, descriptionOf, type Head, headOf } from './head.ts'
import { headlineAmong, type Shown } from './headline.ts'
import { type Leaf, leavesOf } from './leaves.ts'
import { type Main, mainOf } from './main.ts'
import { rootOf, treeOf } from './tree.ts'

/** A page taken apart, before anything is kept or left out. */
export interface Ground {
  readonly head: Head
  readonly leaves: readonly Leaf[]
  /** Undefined where there is no running text to speak of. */
  readonly main: Main | undefined
  readonly headline: Shown | undefined
  readonly description: string | undefined
  readonly rows: Rows
  /** Whether the page has more nodes than are read. */
  readonly cut: boolean
}

/** Takes a page apart: what its head declares, its leaves, where the body seems to lie, and the features of each leaf. */
export function groundOf(html: string): Ground {
  const { document, cut: grown } = treeOf(html)
  const head = headOf(document)
  const { leaves, elements, cut } = leavesOf(rootOf(document))
  const main = mainOf(leaves, elements.length)
  const headline = headlineAmong(leaves, declaredHeadlines(head), main?.from ?? 0)
  const description = descriptionOf(head)
  const articleBody = typeof head.linked?.articleBody === 'string' ? head.linked.articleBody : undefined
  const rows = featuresOf({ leaves, main, headline: headline?.at, description, articleBody })
  return { head, leaves, main, headline, description, rows, cut: cut || grown }
}
