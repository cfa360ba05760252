import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** A node of the tree: element, text, comment, document. */
export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** A page's tree as the HTML standard builds it, with each node's place in the source. */
export const treeOf = (html: string): DefaultTreeAdapterTypes.Document => parse(html, { sourceCodeLocationInfo: true })

/** Whether a node is an element. */
export const isElement = (node: Node): node is Element => 'tagName' in node

/** The value of an attribute; undefined where it is not set. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

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
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The root element of a document. */
export const rootOf = (tree: DefaultTreeAdapterTypes.Document): Element =>
  tree.childNodes.find((node): node is Element => isElement(node)) as Element
