import { hashOf } from '../text/hash.ts'
import type { Item, ItemKind, ItemOf, Ref } from './items.ts'
import type { Cluster, Link, LinkKind } from './links.ts'

const LETTERS: Readonly<Record<LinkKind, string>> = {
  entity: 'e',
  statement: 's',
  happening: 'h',
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

/** Two refs that a person split: no edge between them counts. */
export type Never = readonly [Ref, Ref]

// Union-find with path halving; the roots say which refs hang together.
function rootsOf(refs: Iterable<Ref>, links: readonly Link[], never: readonly Never[]): (ref: Ref) => Ref {
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
  const cut = new Set(never.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  for (const { from, to } of links)
    if (parent.has(from) && parent.has(to) && !cut.has(`${from} ${to}`)) parent.set(find(from), find(to))
  return find
}

/** Share of neighbours that two like articles must have in common to be of one story (Jarvis and Patrick 1973). */
const SHARED_NEIGHBOURS = 0.4

// Two like stories hang together by a few articles that are like both; within a story nearly all are like one another.
function supported(links: readonly Link[]): readonly Link[] {
  const near = new Map<Ref, Set<Ref>>()
  const of = (ref: Ref): Set<Ref> => {
    const known = near.get(ref) ?? new Set([ref])
    near.set(ref, known)
    return known
  }
  for (const { from, to } of links) {
    of(from).add(to)
    of(to).add(from)
  }
  return links.filter(({ from, to }) => {
    const [a, b] = [of(from), of(to)]
    const [small, large] = a.size < b.size ? [a, b] : [b, a]
    let both = 0
    for (const ref of small) if (large.has(ref)) both++
    return both / (a.size + b.size - both) >= SHARED_NEIGHBOURS
  })
}

/**
 * Clusters of items: the connected components of their links, less the edges between pairs that a person split. Depends on neither the
 * order of items nor of links. Links whose ends are not both among the items are passed over. `kind` names the links, and the ids.
 * Of story links only those count whose two articles share enough neighbours, so all story links of a component must be given at once.
 */
export function clustersOf<K extends ItemKind>(
  kind: LinkKind,
  items: readonly ItemOf<K>[],
  links: readonly Link[],
  never: readonly Never[] = [],
): readonly Cluster<K>[] {
  const own = links.filter((link) => link.kind === kind)
  const find = rootsOf(items.map(({ ref }) => ref), kind === 'story' ? supported(own) : own, never) // biome-ignore format: one thought
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
