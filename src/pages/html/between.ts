import type { Leaf } from './leaves.ts'
import { isElement, type Node } from './tree.ts'
import type { Shares } from './weigh.ts'

/** How far a leaf lies from the text that goes on around it: in the same element as the text before and after it, or in one beside it. */
export type Between = 'beside' | 'near' | undefined

/** So many leaves away the body may stand. */
const FAR = 5

/** Says of a leaf whether the body stands on both sides of it, as it does of a subheading; a leaf of the body is likelier than `least`. */
export function betweenIn(leaves: readonly Leaf[], shares: readonly Shares[], least: number): (i: number) => Between {
  const isBody = (i: number): boolean => (shares[i]?.body ?? 0) > least
  return (i) => {
    const leaf = leaves[i]
    const [before, after] = [leaves[next(i, -1, isBody)], leaves[next(i, 1, isBody)]]
    if (!leaf || !before || !after) return undefined
    const [own, above] = holdersOf(leaf)
    if (own === before.element.parentNode && own === after.element.parentNode) return 'beside'
    const near = (other: Leaf): boolean =>
      holdersOf(other).some((holder) => holder && (holder === own || holder === above))
    return near(before) && near(after) ? 'near' : undefined
  }
}

/** What holds a leaf's element, and what holds that. */
const holdersOf = ({ element: { parentNode } }: Leaf): readonly [Node | null, Node | null] => [
  parentNode,
  parentNode && isElement(parentNode) ? parentNode.parentNode : null,
]

/** The nearest leaf of the body on one side; -1 where none is near. */
function next(i: number, step: number, isBody: (i: number) => boolean): number {
  for (let far = 1; far <= FAR; far++) if (isBody(i + step * far)) return i + step * far
  return -1
}
