import type { Article, Block, Layout } from '../../articles/article.ts'

/** What a page says, piece by piece in its order, each in the page's own words: what a format sets out in its own way. */
export type Piece =
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | { readonly kind: 'standfirst' | 'correction' | 'paragraph' | 'quote'; readonly text: string }
  /** Who wrote it and when it was published, as far as known. */
  | { readonly kind: 'byline'; readonly parts: readonly string[] }
  | { readonly kind: 'item'; readonly item: Item; readonly texts: readonly string[] }
  /** Rows of cells. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'caption'
      readonly caption: string
      readonly credit?: string
      readonly image?: string
      readonly alt?: string
    }

/** An item of a list, and its place in the list. */
export type Item = NonNullable<Layout['item']> & { readonly place: number }

/** Parts that are told elsewhere, or are not the article's. */
const ELSEWHERE: ReadonlySet<string> = new Set(['headline', 'byline', 'related', 'furniture'])

/** What of an article is read by a person who wants its words alone: the headline, who and when, then all that is the article's in its order. */
export function piecesOf(article: Article): readonly Piece[] {
  const { headline, blocks, text } = article
  const words = ({ start, end }: Block): string => text.slice(start, end)
  const byline = blocks.filter(({ part }) => part === 'byline').map(words)
  const who = byline.length > 0 ? byline : article.authors
  const parts = [who.join(', '), article.published ?? ''].filter(Boolean)
  const above = blocks.filter(({ part }) => part === 'standfirst')
  const below = joined(
    blocks.filter(({ part }) => !ELSEWHERE.has(part) && part !== 'standfirst'),
    article,
  )
  return [
    ...(headline === undefined ? [] : [{ kind: 'heading', text: headline, level: 1 } as const]),
    ...above.map((block): Piece => ({ kind: 'standfirst', text: words(block) })),
    ...(parts.length > 0 ? [{ kind: 'byline', parts } as const] : []),
    ...gathered(below, article),
  ]
}

interface Running {
  readonly block: Block
  readonly text: string
}

/** A dateline stands before its paragraph. */
function joined(blocks: readonly Block[], { text }: Article): readonly Running[] {
  const found: Running[] = []
  let before = ''
  for (const block of blocks) {
    const words = text.slice(block.start, block.end)
    if (block.part === 'dateline') before = `${words} `
    else {
      found.push({ block, text: before + words })
      before = ''
    }
  }
  return found
}

/** Blocks as pieces; those of one item are one, and those of one table are one. */
function gathered(running: readonly Running[], article: Article): readonly Piece[] {
  const pieces: Piece[] = []
  const places = new Map<number, Set<number>>()
  for (let at = 0; at < running.length; at++) {
    const { block, text } = running[at] as Running
    const { item, cell } = block.layout ?? {}
    const same = (key: 'item' | 'cell') => runFrom(running, at, (other) => sameHolder(key, block.layout, other))
    if (block.part === 'paragraph' && cell) {
      const own = same('cell')
      pieces.push({ kind: 'table', rows: rowsOf(own) })
      at += own.length - 1
    } else if (block.part === 'paragraph' && item) {
      const own = same('item')
      const seen = (places.get(item.list) ?? new Set()).add(item.n)
      places.set(item.list, seen)
      pieces.push({ kind: 'item', item: { ...item, place: seen.size }, texts: own.map((one) => one.text) })
      at += own.length - 1
    } else pieces.push(...pieceOf(block, text, article))
  }
  return pieces
}

const sameHolder = (key: 'item' | 'cell', a: Layout | undefined, b: Layout | undefined): boolean =>
  key === 'item' ? a?.item?.n === b?.item?.n : a?.cell?.table === b?.cell?.table

function runFrom(running: readonly Running[], from: number, isSame: (layout: Layout | undefined) => boolean) {
  let to = from + 1
  while (to < running.length && running[to]?.block.part === 'paragraph' && isSame(running[to]?.block.layout)) to++
  return running.slice(from, to)
}

function rowsOf(cells: readonly Running[]): readonly (readonly string[])[] {
  const rows = new Map<number, Map<number, string>>()
  for (const { block, text } of cells) {
    const { cell } = block.layout ?? {}
    if (!cell) continue
    const row = rows.get(cell.row) ?? new Map<number, string>()
    rows.set(cell.row, row)
    row.set(cell.n, row.has(cell.n) ? `${row.get(cell.n)} ${text}` : text)
  }
  return [...rows.values()].map((row) => [...row.values()])
}

function pieceOf(block: Block, text: string, { captions }: Article): readonly Piece[] {
  const { part, layout } = block
  if (part === 'subheading') return [{ kind: 'heading', text, level: Math.max(2, layout?.level ?? 2) }]
  if (part === 'caption') {
    const found = captions.find(({ start }) => start === block.start)
    const { credit, image, alt } = found ?? {}
    const beside = { ...(credit ? { credit } : {}), ...(image ? { image } : {}), ...(alt ? { alt } : {}) }
    return [{ kind: 'caption', caption: text, ...beside }]
  }
  // A credit stands with its caption, unless it has none.
  if (part === 'credit')
    return captions.some(({ credit }) => credit !== undefined && text.includes(credit))
      ? []
      : [{ kind: 'caption', caption: '', credit: text }]
  if (part === 'correction') return [{ kind: 'correction', text }]
  return [{ kind: layout?.quote ? 'quote' : 'paragraph', text }]
}
