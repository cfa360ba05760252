import type { Item, ItemKind, ItemOf } from '../stories/index.ts'
import type { Citation } from '../text/citation.ts'

// Where an item holds citations: all of its own version, which they need not say each.
const CITING: { readonly [K in ItemKind]: readonly (keyof ItemOf<K>)[] } = {
  article: ['head', 'standfirst'],
  entity: ['roles', 'places', 'sentence'],
  statement: ['source', 'cue', 'content', 'sentences', 'dayWords', 'place', 'to'],
  happening: ['words', 'sentence', 'dayWords', 'place', 'roles'],
  place: ['spots'],
  figure: ['words', 'printed', 'sentence', 'of', 'place', 'scopeWords', 'asOfWords'],
}

type Cited = Partial<Citation> & { readonly exact: string }

const isCited = (value: object): value is Cited => 'exact' in value

// A value with every citation in it changed.
function changed(value: unknown, change: (cited: Cited) => object): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => changed(one, change))
  if (isCited(value)) return change(value)
  const found: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(value)) found[key] = changed(one, change)
  return found
}

function withCitations(item: Item, change: (cited: Cited) => object): Item {
  const found: Record<string, unknown> = { ...item }
  for (const key of CITING[item.kind]) if (key in found) found[key] = changed(found[key], change)
  return found as unknown as Item
}

function packed(item: Item): Item {
  const { article, version } = item
  return withCitations(item, (cited) => {
    if (cited.article !== article || cited.version !== version) return cited
    const { article: _, version: __, ...rest } = cited
    return rest
  })
}

const bodies = new WeakMap<Item, string>()

/** An item's JSON as it is kept: without its keys and those it asks for, and its citations without the article and version that are the item's own. */
export function bodyOf(item: Item): string {
  const known = bodies.get(item)
  if (known !== undefined) return known
  const body = JSON.stringify({ ...packed(item), keys: [], asks: undefined })
  bodies.set(item, body)
  return body
}

/** The item that was kept, whole again. */
export function unpacked<K extends ItemKind>(kept: ItemOf<K>): ItemOf<K> {
  const { article, version } = kept
  return withCitations(kept, (cited) =>
    cited.article === undefined ? { article, version, ...cited } : cited,
  ) as ItemOf<K>
}

/** The item of a body. */
export const itemOf = <K extends ItemKind>(body: string): ItemOf<K> => unpacked(JSON.parse(body) as ItemOf<K>)
