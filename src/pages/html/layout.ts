import type { Layout } from '../../articles/article.ts'
import type { Leaf } from './leaves.ts'
import { type Element, isElement } from './tree.ts'

/** Elements that hold a leaf are looked at this far up. */
const DEEPEST = 60
/** A cell with more units than this is no cell of a table of facts. */
const LONGEST_CELL = 300
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dl'])

/** What holds a leaf, as far as it sets the leaf out. */
interface Holders {
  readonly item?: Element
  readonly list?: Element
  /** How many lists it stands in. */
  readonly depth: number
  readonly cell?: Element
  readonly row?: Element
  readonly table?: Element
  readonly quote?: Element
}

function holdersOf({ element }: Leaf): Holders {
  const found: { -readonly [key in keyof Holders]: Holders[key] } = { depth: 0 }
  let around: Element | undefined = element
  for (let level = 0; around && level < DEEPEST; level++) {
    const tag = around.tagName
    if (tag === 'li' && !found.list) found.item ??= around
    else if (LISTS.has(tag) && found.item) {
      found.list ??= around
      found.depth++
    } else if ((tag === 'td' || tag === 'th') && !found.table) found.cell ??= around
    else if (tag === 'tr' && found.cell && !found.table) found.row ??= around
    else if (tag === 'table' && found.row) found.table ??= around
    else if (tag === 'blockquote') found.quote ??= around
    const parent: Element['parentNode'] = around.parentNode
    around = parent && isElement(parent) ? parent : undefined
  }
  return found
}

/** Numbers things in the order in which they are first asked for, from 1. */
function numberer(): (thing: Element) => number {
  const numbers = new Map<Element, number>()
  return (thing) => {
    const known = numbers.get(thing) ?? numbers.size + 1
    numbers.set(thing, known)
    return known
  }
}

/** Tables of facts among those that hold kept leaves: two rows of two cells at least, and no cell long. Others only set the page out. */
function factsIn(held: readonly Holders[], leaves: readonly Leaf[]): ReadonlySet<Element> {
  const rows = new Map<Element, Map<Element, Set<Element>>>()
  const long = new Set<Element>()
  held.forEach(({ table, row, cell }, i) => {
    if (!table || !row || !cell) return
    const own = rows.get(table) ?? new Map<Element, Set<Element>>()
    rows.set(table, own)
    own.set(row, (own.get(row) ?? new Set()).add(cell))
    if ((leaves[i]?.text.length ?? 0) > LONGEST_CELL) long.add(table)
  })
  const wide = (own: Map<Element, Set<Element>>) => [...own.values()].filter((cells) => cells.size > 1).length > 1
  return new Set([...rows].flatMap(([table, own]) => (wide(own) && !long.has(table) ? [table] : [])))
}

/** How the page sets out each of the leaves that are kept: headings by level, items of lists, cells of tables of facts, quotes. */
export function layoutsOf(leaves: readonly Leaf[]): readonly (Layout | undefined)[] {
  const held = leaves.map(holdersOf)
  const facts = factsIn(held, leaves)
  const [items, lists, cells, rows, tables] = [numberer(), numberer(), numberer(), numberer(), numberer()]
  return held.map(({ item, list, depth, cell, row, table, quote }, i) => {
    const level = leaves[i]?.heading ?? 0
    const layout: Layout = {
      ...(level > 0 ? { level } : {}),
      ...(item && list ? { item: { list: lists(list), n: items(item), depth, ordered: list.tagName === 'ol' } } : {}),
      ...(cell && row && table && facts.has(table)
        ? { cell: { table: tables(table), row: rows(row), n: cells(cell) } }
        : {}),
      ...(quote ? { quote: true } : {}),
    }
    return Object.keys(layout).length ? layout : undefined
  })
}
