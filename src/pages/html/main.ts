import type { Leaf } from './leaves.ts'

/** Where the article's body lies among a page's leaves. */
export interface Main {
  /** Place in `elements` of the element that holds it. */
  readonly element: number
  /** Leaves that lie in it, by place in the list: first, and one past the last. */
  readonly from: number
  readonly to: number
}

/** Share of the good text that an element must hold for the search to go down into it. */
const SHARE = 0.72

/** So many commas and the like are as good as more. */
const ENOUGH = 4

function marksIn(text: string): number {
  let found = 0
  for (const _ of text.matchAll(/[,;:،、]/g)) if (++found === ENOUGH) break
  return found
}

/** How much a leaf looks like running text: its words, up to 120, where it has few links and the marks of sentences. */
export function weightOf(leaf: Leaf): number {
  const { text, linked, kinds, heading } = leaf
  if (kinds.furniture !== undefined || kinds.caption || heading > 0 || linked > text.length * 0.5) return 0
  const words = Math.min(120, text.length / 6)
  const sentence = /[.!?…。؟।]["”’»)]*$/.test(text)
  if (words < 8 && !sentence) return 0
  const marks = marksIn(text) + (sentence ? 2 : 0)
  return words * Math.min(1, 0.4 + marks * 0.15) * (1 - linked / (text.length + 1))
}

/** The tightest element that holds most of the page's running text; undefined where there is none to speak of. */
export function mainOf(leaves: readonly Leaf[], count: number): Main | undefined {
  const weight = new Float64Array(count)
  for (const leaf of leaves) {
    const own = weightOf(leaf)
    for (const at of leaf.path) weight[at] = (weight[at] ?? 0) + own
  }
  if ((weight[0] ?? 0) < 20) return undefined
  const element = descend(childrenOf(leaves), weight)
  const inside = leaves.flatMap((leaf, i) => (leaf.path.includes(element) ? [i] : []))
  const [from, to] = [inside[0] ?? 0, (inside.at(-1) ?? -1) + 1]
  return { element, from, to }
}

/** The element children of each element, as the leaves' paths tell them. */
function childrenOf(leaves: readonly Leaf[]): Map<number, Set<number>> {
  const children = new Map<number, Set<number>>()
  for (const { path } of leaves)
    for (let i = 1; i < path.length; i++) {
      const [parent, child] = [path[i - 1] ?? 0, path[i] ?? 0]
      const set = children.get(parent)
      if (set) set.add(child)
      else children.set(parent, new Set([child]))
    }
  return children
}

function descend(children: Map<number, Set<number>>, weight: Float64Array): number {
  let at = 0
  for (;;) {
    const kids = [...(children.get(at) ?? [])].sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0))
    const [best] = kids
    if (best === undefined || (weight[best] ?? 0) < (weight[at] ?? 0) * SHARE) return at
    at = best
  }
}
