import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
/** An element of a page. */
export type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

/** What needs a desk that answers. */
const LIVE: ReadonlySet<string> = new Set(['script', 'form', 'search', 'button', 'input', 'select', 'textarea', 'dialog', 'template']) // biome-ignore format: a list to be read
/** What names a part of a page, and is nothing without it. */
const NAMING: ReadonlySet<string> = new Set(['summary', 'h1', 'h2', 'h3', 'h4', 'label', 'legend'])
/** What says something without words. */
const SHOWING: ReadonlySet<string> = new Set(['svg', 'table', 'img'])
const KEPT: ReadonlySet<string> = new Set(['html', 'body', 'main'])

/** Nothing runs and nothing is sent, whoever opens the page. */
const POLICY = "script-src 'none'; form-action 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'"

const isElement = (node: Node | Parent): node is Element => 'tagName' in node

/** All elements below a node, in their order. */
export function elementsIn(root: Parent): readonly Element[] {
  const found: Element[] = []
  const open: Node[] = [...root.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    found.push(node)
    open.push(...[...node.childNodes].reverse())
  }
  return found
}

/** The value of an attribute; undefined where the element has none. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

const hasClass = (element: Element, name: string): boolean =>
  attribute(element, 'class')?.split(/\s+/).includes(name) ?? false

/** The first element below a node of a name, of a class if one is given. */
export const find = (root: Parent, tag: string, name?: string): Element | undefined =>
  elementsIn(root).find((one) => one.tagName === tag && (name === undefined || hasClass(one, name)))

function says(element: Element): boolean {
  const open: Node[] = [...element.childNodes]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node && node.value.trim() !== '') return true
    if (!isElement(node) || NAMING.has(node.tagName)) continue
    if (SHOWING.has(node.tagName)) return true
    open.push(...node.childNodes)
  }
  return false
}

/** Takes an element out, and what says nothing without it. */
export function drop(element: Element): void {
  let one: Element = element
  for (;;) {
    const parent = one.parentNode
    defaultTreeAdapter.detachNode(one)
    if (!parent || !isElement(parent) || KEPT.has(parent.tagName) || says(parent)) return
    one = parent
  }
}

/** A page without what needs a desk: forms, scripts, fields, and the headings of what is gone with them. */
export interface Still {
  readonly root: DefaultTreeAdapterTypes.Document
  readonly links: readonly Element[]
  readonly ids: ReadonlySet<string>
}

/** Makes a page of the desk still. Undefined for one that says of its main part that it is not to be published. */
export function stillOf(html: string): Still | undefined {
  const root = parse(html)
  const main = find(root, 'main')
  if (!main || attribute(main, 'data-unpublished') !== undefined) return undefined
  for (const one of elementsIn(root)) if (LIVE.has(one.tagName)) drop(one)
  const left = elementsIn(root)
  return {
    root,
    links: left.filter((one) => one.tagName === 'a' && attribute(one, 'href') !== undefined),
    ids: new Set(left.flatMap((one) => attribute(one, 'id') ?? [])),
  }
}

function within(element: Element, tag: string): boolean {
  for (let one: Parent | null = element; one && isElement(one); one = one.parentNode)
    if (one.tagName === tag) return true
  return false
}

function textOf(element: Element): string {
  const found: string[] = []
  const open: Node[] = [...element.childNodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) found.push(node.value)
    else if (isElement(node)) open.push(...[...node.childNodes].reverse())
  }
  return found.join('')
}

// A label alone says where a link leads; words of a source, a number or a day say something themselves.
const saysSomething = (link: Element): boolean =>
  attribute(link, 'data-quote') !== undefined ||
  elementsIn(link).some((one) => attribute(one, 'data-quote') !== undefined || SHOWING.has(one.tagName)) ||
  link.namespaceURI.endsWith('svg') ||
  /\d/.test(textOf(link))

/** A link that leads nowhere here: what it says stays, a label that only said where it led goes with it. */
function unlink(link: Element): void {
  if (!saysSomething(link) || within(link, 'nav')) {
    drop(link)
    return
  }
  if (link.namespaceURI.endsWith('svg')) link.tagName = link.nodeName = 'g'
  else link.tagName = link.nodeName = 'span'
  link.attrs = link.attrs.filter(({ name }) => !['href', 'download', 'target', 'rel'].includes(name))
}

/** Leads each link to where `to` says, and takes away those for which it knows no place. */
export function relink(still: Still, to: (href: string, link: Element) => string | undefined): void {
  for (const link of still.links) {
    const href = attribute(link, 'href') ?? ''
    const found = to(href, link)
    if (found === undefined) unlink(link)
    else for (const one of link.attrs) if (one.name === 'href') one.value = found
  }
}

/** The page as HTML, its style sheet by the way to it, or in the page itself. */
export function written(still: Still, sheet: { readonly way: string } | { readonly css: string }): string {
  const head = find(still.root, 'head')
  for (const link of elementsIn(still.root))
    if (link.tagName === 'link' && attribute(link, 'rel') === 'stylesheet') defaultTreeAdapter.detachNode(link)
  const style = 'way' in sheet ? `<link rel="stylesheet" href="${sheet.way}">` : `<style>${sheet.css}</style>`
  const added = parseFragment(`<meta http-equiv="Content-Security-Policy" content="${POLICY}">${style}`)
  if (head) for (const node of [...added.childNodes]) defaultTreeAdapter.appendChild(head, node)
  return serialize(still.root)
}
