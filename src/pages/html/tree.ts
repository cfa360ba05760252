import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'
import { tightened } from '../lines.ts'

/** A node of the tree: element, text, comment, document. */
export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

type Document = DefaultTreeAdapterTypes.Document
type Adapter = TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>

/** Places are asked of text alone: kept for no other node, they cost a tenth of the time. */
const ADAPTER: Adapter = {
  ...defaultTreeAdapter,
  getNodeSourceCodeLocation: (node) => (node.nodeName === '#text' ? node.sourceCodeLocation : undefined),
  setNodeSourceCodeLocation: (node, place) => {
    if (node.nodeName !== '#text' || !place) return
    const { startLine, startCol, startOffset, endLine, endCol, endOffset } = place
    node.sourceCodeLocation = { startLine, startCol, startOffset, endLine, endCol, endOffset }
  },
  // A text comes in pieces: only its end moves.
  updateNodeSourceCodeLocation: ({ sourceCodeLocation: place }, { endLine, endCol, endOffset }) => {
    if (!place || endLine === undefined || endCol === undefined || endOffset === undefined) return
    place.endLine = endLine
    place.endCol = endCol
    place.endOffset = endOffset
  },
}

/** Pieces of a text node that are joined at once. */
const TOGETHER = 512

/** Writes texts as the parser hands them over, word by word. A long one is joined in lots, since a string that grew by words holds each of them. */
function textWriter(): Pick<Adapter, 'insertText' | 'insertTextBefore'> & { readonly finish: () => void } {
  let open: DefaultTreeAdapterTypes.TextNode | undefined
  let silent = false
  let grown = 0
  let pieces: string[] = []
  const finish = (): void => {
    if (pieces.length === 0) return
    if (open) open.value += pieces.join('')
    pieces = []
  }
  return {
    finish,
    insertText: (parent, text) => {
      // Asked for every word and every space: what the parent is was asked when the text began.
      const { childNodes } = parent
      const last = childNodes[childNodes.length - 1]
      if (open === undefined || last !== open) {
        finish()
        silent = isSilent(parent)
        grown = 0
        defaultTreeAdapter.insertText(parent, silent ? '' : text)
        const now = childNodes[childNodes.length - 1]
        open = now?.nodeName === '#text' && 'value' in now ? now : undefined
      } else if (silent) return
      else if (++grown < TOGETHER) open.value += text
      else if (pieces.push(text) === TOGETHER) finish()
    },
    // Text that stands where a table allows none goes before the table, there perhaps behind the text that is open.
    insertTextBefore: (...given) => {
      finish()
      defaultTreeAdapter.insertTextBefore(...given)
    },
  }
}

/** Styles and scripts, which nothing reads but those that hold data. */
function isSilent(node: Node): boolean {
  if (node.nodeName === 'style') return true
  return node.nodeName === 'script' && isElement(node) && !/json/i.test(attribute(node, 'type') ?? '')
}

/** More elements than these are not read: no article has as many, and each takes memory. */
const MOST = 60_000

/** A page's tree as the HTML standard builds it, with each text's place in the source; `cut` where it has more elements than are read. */
export function treeOf(html: string): { readonly document: Document; readonly cut: boolean } {
  const full = new Error('more elements than are read')
  let elements = 0
  let document = defaultTreeAdapter.createDocument()
  const { finish, ...writing } = textWriter()
  const treeAdapter: Adapter = {
    ...ADAPTER,
    ...writing,
    createDocument: () => {
      document = defaultTreeAdapter.createDocument()
      return document
    },
    createElement: (...given) => {
      if (++elements > MOST) throw full
      return defaultTreeAdapter.createElement(...given)
    },
  }
  let cut = false
  try {
    parse(html, { sourceCodeLocationInfo: true, treeAdapter })
  } catch (error) {
    // The parser knows no other end than that of the page.
    if (error !== full) throw error
    cut = true
  }
  finish()
  return { document, cut }
}

/** Whether a node is an element. */
export const isElement = (node: Node): node is Element => 'tagName' in node

/** The value of an attribute; undefined where it is not set. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  for (const attr of attrs) if (attr.name === name) return attr.value
  return undefined
}

/** Elements below a node in document order, by a loop: pages may be nested tens of thousands deep. */
export function* elementsIn(root: Node): Generator<Element> {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) yield node
    const children = 'childNodes' in node ? node.childNodes : []
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]
      if (child && 'tagName' in child) stack.push(child)
    }
  }
}

/** The same, all at once. */
export function elementsOf(root: Node): readonly Element[] {
  const elements: Element[] = []
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node) elements.push(node)
    if (!('childNodes' in node)) continue
    const { childNodes } = node
    for (let i = childNodes.length - 1; i >= 0; i--) {
      const child = childNodes[i]
      if (child && 'tagName' in child) stack.push(child)
    }
  }
  return elements
}

/** All text below a node, white space squeezed, at most `limit` units. */
export function textIn(root: Node, limit = 5000): string {
  const stack: Node[] = [root]
  let text = ''
  for (let node = stack.pop(); node && text.length < limit; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value
    const children = 'childNodes' in node ? node.childNodes : []
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Node)
  }
  return squeeze(text)
}

/** White space squeezed to single spaces, soft hyphens and zero-width marks dropped. */
export const squeeze = (text: string): string =>
  tightened(MARKS.test(text) ? text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '') : text)
const MARKS = /[\u00ad\u200b\u2060\ufeff]/

/** The root element of a document. */
export const rootOf = (tree: Document): Element =>
  tree.childNodes.find((node): node is Element => isElement(node)) as Element
