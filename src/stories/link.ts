import type { Item, ItemKind, ItemOf } from './items.ts'
import type { Link, LinkIndex } from './links.ts'
import { memoryIndex } from './memory.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { askedOf, COMPARED } from './sharing.ts'

/** Which way items are made and linked: changes whenever the same readings may offer other items, or be linked otherwise. */
export const LINKING = '2026-11-27f'

const rulesOf = <K extends ItemKind>(kind: K): readonly Rule<K>[] =>
  (RULES as readonly unknown[] as readonly Rule<K>[]).filter(({ items }) => items === kind)

const isOf = <K extends ItemKind>(kind: K, item: Item): item is ItemOf<K> => item.kind === kind

// The first links that a rule makes, as many as it keeps.
function linksBy<K extends ItemKind>(
  { kind, most, compare }: Rule<K>,
  item: ItemOf<K>,
  others: readonly ItemOf<K>[],
): readonly Link[] {
  const found: Link[] = []
  for (const other of others) {
    const verdict = compare(item, other)
    if (verdict) found.push({ kind, from: item.ref, to: other.ref, ...verdict })
    if (found.length === most) break
  }
  return found
}

// What one item is linked with: found by its keys, judged by each rule of its kind.
async function linksOf<K extends ItemKind>(
  kind: K,
  items: readonly Item[],
  index: LinkIndex,
): Promise<readonly Link[]> {
  const found: Link[] = []
  const mine = items.filter((item): item is ItemOf<K> => isOf(kind, item))
  const rules = rulesOf(kind)
  const inside = rules.some(({ within }) => within) ? memoryIndex() : undefined
  inside?.put(mine)
  for (const item of mine) {
    const asked = askedOf(item)
    const others = await index.find(kind, asked, COMPARED[kind])
    const own = inside ? await inside.find(kind, asked, COMPARED[kind]) : []
    const outside = others.filter(({ article }) => article !== item.article)
    const before = own.filter(({ ref }) => ref < item.ref)
    // Its own article's first: few, and there whatever was added before.
    for (const rule of rules) found.push(...linksBy(rule, item, rule.within ? [...before, ...outside] : outside))
  }
  return found
}

/**
 * Links one article's items with those of the index, and with one another. The index need not hold them, and other versions of the same
 * article are passed over. Deterministic; which two items are linked depends on the two alone.
 */
export async function link(items: readonly Item[], index: LinkIndex): Promise<readonly Link[]> {
  const kinds: readonly ItemKind[] = ['article', 'entity', 'statement', 'happening', 'place', 'figure']
  const found = await Promise.all(kinds.map((kind) => linksOf(kind, items, index)))
  return found.flat()
}
