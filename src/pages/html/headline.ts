import { glanceAt, likenessOf } from './glance.ts'
import type { Leaf } from './leaves.ts'

/** The headline among a page's leaves. */
export interface Shown {
  /** Place in the list. */
  readonly at: number
  readonly by: string
  readonly score: number
}

/** Jaccard similarity of two wordings. */
export const likeness = (a: string, b: string): number => likenessOf(glanceAt(a).hashes, new Set(glanceAt(b).hashes))

/** The heading that is most like what the page declares, else its first-level heading nearest above the body. */
export function headlineAmong(
  leaves: readonly Leaf[],
  declared: readonly string[],
  bodyFrom: number,
): Shown | undefined {
  let best: { readonly at: number; readonly value: number } | undefined
  leaves.forEach((leaf, at) => {
    if ((leaf.heading === 0 && !leaf.bold) || leaf.heading > 3 || leaf.text.length > 400) return
    const like = Math.max(0, ...declared.map((words) => likeness(leaf.text, words)))
    const value =
      like +
      (leaf.heading === 1 ? 0.3 : leaf.heading === 2 ? 0.1 : 0) -
      (leaf.kinds.furniture ? 0.4 : 0) -
      (at > bodyFrom + 2 ? 0.4 : 0)
    if (like >= 0.5 && (!best || value > best.value)) best = { at, value }
  })
  if (best) return { at: best.at, by: 'pages/declared-headline', score: 0.93 }
  const above = leaves.findLastIndex((leaf, at) => at <= bodyFrom + 1 && isFirst(leaf))
  const at = above >= 0 ? above : leaves.findIndex(isFirst)
  return at < 0 ? onlyFirst(leaves) : { at, by: 'pages/first-heading', score: 0.8 }
}

/** The page's only first-level heading, whatever it stands in. */
function onlyFirst(leaves: readonly Leaf[]): Shown | undefined {
  const firsts = leaves.flatMap(({ heading, text }, at) => (heading === 1 && text.length < 400 ? [{ at, text }] : []))
  const [only, ...more] = firsts
  if (only === undefined || more.length || only.text.split(' ').length < LEAST) return undefined
  return { at: only.at, by: 'pages/only-heading', score: 0.75 }
}

/** Words of a headline that stands in a page's furniture, at least. */
const LEAST = 3

const isFirst = ({ heading, kinds, text }: Leaf): boolean =>
  heading === 1 && kinds.furniture === undefined && text.length >= 12 && text.length < 400
