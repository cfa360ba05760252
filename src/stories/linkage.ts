import { heapOf } from './heap.ts'
import type { ArticleItem, Ref } from './items.ts'
import { ALIKE, type Gathered, gathered, meanLikeness, oddsOf, together } from './likeness.ts'
import { lazy } from './rules/words.ts'

/** How alike two groups of articles are: the mean over their pairs, or the most that it may be while some pairs were not looked at. */
interface Bond {
  readonly a: number
  readonly b: number
  readonly mean: number
  readonly isExact: boolean
}

// The most alike first; of equal ones that of the first articles.
const before = (x: Bond, y: Bond): boolean =>
  x.mean !== y.mean ? x.mean > y.mean : x.a !== y.a ? x.a < y.a : x.b < y.b

/** A group: an article, or two groups that were joined. Its articles are added up only where that is asked. */
interface Group {
  readonly size: number
  readonly sum: () => Gathered
}

const joinedOf = (a: Group, b: Group): Group => ({
  size: a.size + b.size,
  sum: lazy(() => together(a.sum(), b.sum())),
})

/** Groups of articles, each under the number of its first, and the bonds between them. */
function groupsOf(items: readonly ArticleItem[]) {
  const heap = heapOf(before)
  const near = items.map(() => new Map<number, Bond>())
  const groups: Group[] = items.map((item) => ({ size: 1, sum: lazy(() => gathered(item)) }))
  const bondsOf = (group: number) => near[group] as Map<number, Bond>
  const groupAt = (group: number) => groups[group] as Group
  const bind = (one: number, other: number, mean: number, isExact: boolean): void => {
    const bond = { a: Math.min(one, other), b: Math.max(one, other), mean, isExact }
    bondsOf(one).set(other, bond)
    bondsOf(other).set(one, bond)
    if (mean >= ALIKE) heap.push(bond)
  }
  // Lance and Williams: the mean with both is the mean of the means. Two that no link names are less than alike.
  const join = (a: number, b: number): void => {
    const [mine, theirs, m, n] = [bondsOf(a), bondsOf(b), groupAt(a).size, groupAt(b).size]
    groups[a] = joinedOf(groupAt(a), groupAt(b))
    near[b] = new Map()
    mine.delete(b)
    theirs.delete(a)
    for (const other of new Set([...mine.keys(), ...theirs.keys()])) {
      const [one, two] = [mine.get(other), theirs.get(other)]
      bondsOf(other).delete(b)
      const mean = (m * (one?.mean ?? ALIKE) + n * (two?.mean ?? ALIKE)) / (m + n)
      bind(a, other, mean, (one?.isExact && two?.isExact) ?? false)
    }
  }
  const isThere = (bond: Bond): boolean => bondsOf(bond.a).get(bond.b) === bond
  const measure = ({ a, b }: Bond): void => bind(a, b, meanLikeness(groupAt(a).sum(), groupAt(b).sum()), true)
  return { heap, bind, join, isThere, measure }
}

/**
 * Average linkage (Sokal and Michener 1958): joins the two groups of articles that are most alike on average, until no two are alike enough. Only
 * groups that a link holds together are looked at: any two that are alike on average hold two articles that are. Gives the pairs joined, by the
 * first of each group. Depends on the order of neither articles nor links.
 */
export function linkage(
  articles: readonly ArticleItem[],
  links: readonly { readonly from: Ref; readonly to: Ref; readonly score: number }[],
): readonly (readonly [Ref, Ref])[] {
  const items = [...articles].sort((a, b) => (a.ref < b.ref ? -1 : 1))
  const numbers = new Map(items.map(({ ref }, at) => [ref, at]))
  const { heap, bind, join, isThere, measure } = groupsOf(items)
  for (const { from, to, score } of links) {
    const [one, other] = [numbers.get(from), numbers.get(to)]
    if (one === undefined || other === undefined || one === other) continue
    bind(one, other, oddsOf(score), true)
  }
  const joined: (readonly [Ref, Ref])[] = []
  for (let bond = heap.pop(); bond; bond = heap.pop()) {
    if (!isThere(bond)) continue
    if (!bond.isExact) measure(bond)
    else {
      join(bond.a, bond.b)
      joined.push([items[bond.a]?.ref ?? '', items[bond.b]?.ref ?? ''])
    }
  }
  return joined
}
