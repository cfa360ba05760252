import { hashOf } from '../text/hash.ts'
import type { Item, ItemKind, ItemOf, Ref } from './items.ts'
import { linkage } from './linkage.ts'
import type { Cluster, Link, LinkKind } from './links.ts'

const LETTERS: Readonly<Record<LinkKind, string>> = {
  entity: 'e',
  statement: 's',
  happening: 'h',
  place: 'p',
  figure: 'f',
  copy: 'c',
  story: 'y',
}

/**
 * Public id of a cluster: a letter for its kind and ten digits of the hash of its earliest member's ref. Every item of a cluster has an id
 * by the same rule, and it answers to the cluster's: so an id that was ever shown is found again after a merge, by its item.
 */
export const clusterId = (kind: LinkKind, ref: Ref): string => LETTERS[kind] + hashOf(ref).slice(0, 10)

/** When an item was published: ISO; what has no date comes last. */
export const publishedOf = (item: Item): string =>
  (item.kind === 'entity' ? item.published : item.report.published) ?? '9999'

/** Earliest first: by publication, then by ref. The order of a cluster's members, from which its id follows. */
export const byPublication = (a: Item, b: Item): number => {
  const [left, right] = [publishedOf(a), publishedOf(b)]
  if (left !== right) return left < right ? -1 : 1
  return a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0
}

/** Two refs that a person split: they are never in one cluster. */
export type Never = readonly [Ref, Ref]

// Union-find with path halving.
function forest(refs: Iterable<Ref>) {
  const parent = new Map<Ref, Ref>()
  for (const ref of refs) parent.set(ref, ref)
  const find = (ref: Ref): Ref => {
    let at = ref
    for (;;) {
      const up = parent.get(at) ?? at
      if (up === at) return at
      const over = parent.get(up) ?? up
      parent.set(at, over)
      at = over
    }
  }
  return { find, has: (ref: Ref) => parent.has(ref), join: (a: Ref, b: Ref) => void parent.set(find(a), find(b)) }
}

/** Reason of the links that a person made. */
export const BY_PERSON = 'by a person'

type Edge = Omit<Link, 'kind'>

// A person's links first, then the surest: what is kept apart goes with those that it is most surely one with.
const surestFirst = (a: Edge, b: Edge): number =>
  Number(b.why === BY_PERSON) - Number(a.why === BY_PERSON) || b.score - a.score || (keyOf(a) < keyOf(b) ? -1 : 1)
const keyOf = ({ from, to }: Edge): string => (from < to ? `${from} ${to}` : `${to} ${from}`)

/**
 * Says of refs which hang together by links: those of one component have one root. Of two refs that a person split neither is in the other's
 * component: a link that would bring them together is passed over.
 */
export function rootsOf(refs: Iterable<Ref>, links: readonly Edge[], never: readonly Never[]): (ref: Ref) => Ref {
  const { find, has, join } = forest(refs)
  const apart = never.filter(([a, b]) => has(a) && has(b))
  const parts = (a: Ref, b: Ref) =>
    apart.some(([one, other]) => {
      const [left, right] = [find(one), find(other)]
      return (left === a && right === b) || (left === b && right === a)
    })
  for (const { from, to } of apart.length > 0 ? [...links].sort(surestFirst) : links) {
    if (!has(from) || !has(to)) continue
    const [a, b] = [find(from), find(to)]
    if (a !== b && !parts(a, b)) join(a, b)
  }
  return find
}

// Two like stories hang together by a few articles that are like both; the articles of one story are alike on average.
const heldBy = (items: readonly Item[], links: readonly Link[]): readonly Edge[] =>
  linkage(items.filter((item) => item.kind === 'article'), links).map(([from, to]) => ({ from, to, why: 'same-story/average', score: 1 })) // biome-ignore format: one thought

/**
 * Clusters of items: the connected components of their links, parted where a person split two of them: the surest links hold, a person's own before
 * all. Depends on neither the order of items nor of links. Links whose ends are not both among the items are passed over. `kind` names the links, and the ids.
 * Articles are of one story when they are alike on average (`linkage`), so all story links of a component must be given at once.
 */
export function clustersOf<K extends ItemKind>(
  kind: LinkKind,
  items: readonly ItemOf<K>[],
  links: readonly Link[],
  never: readonly Never[] = [],
): readonly Cluster<K>[] {
  const own = links.filter((link) => link.kind === kind)
  const find = rootsOf(items.map(({ ref }) => ref), kind === 'story' ? heldBy(items, own) : own, never) // biome-ignore format: one thought
  const groups = new Map<Ref, ItemOf<K>[]>()
  for (const item of [...items].sort(byPublication)) {
    const root = find(item.ref)
    const group = groups.get(root)
    if (group) group.push(item)
    else groups.set(root, [item])
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first ? [{ id: clusterId(kind, first.ref), items: [first, ...rest] as const }] : [],
  )
}
