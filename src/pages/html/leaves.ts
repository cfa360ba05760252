import { type Kinds, kindsOf } from './kinds.ts'
import { attribute, type Element, isElement, type Node, squeeze } from './tree.ts'

/** A run of text inside one block element of a page, with what its ancestors say about it. */
export interface Leaf {
  readonly text: string
  /** Units of the text that stand inside links. */
  readonly linked: number
  /** Address of the first link. */
  readonly href?: string
  /** Place in the decoded HTML. */
  readonly source: readonly [start: number, end: number]
  /** Nearest block element. */
  readonly element: Element
  /** Heading level, 1 to 6; 0 for none. */
  readonly heading: number
  /** Whether all of it is bold. */
  readonly bold: boolean
  /** What it or an ancestor is marked as. */
  readonly kinds: Kinds
  /** Tags that enclose it, that matter: li, blockquote, figure, table, article … */
  readonly inside: ReadonlySet<string>
  /** Places in `elements` of the elements that hold it, outermost first. */
  readonly path: readonly number[]
}

/** Tags whose text is never read. */
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'canvas', 'audio', 'video', 'select', 'textarea', 'math', 'head', 'option', 'datalist'])
const INLINE = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'nobr', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'img', 'picture', 'source', 'rp', 'rt', 'ruby'])
const NOTED = new Set(['li', 'blockquote', 'figure', 'figcaption', 'table', 'article', 'main', 'header', 'td', 'th', 'dl', 'h1', 'p', 'address'])

interface Context {
  readonly kinds: Kinds
  readonly inside: ReadonlySet<string>
  readonly path: readonly number[]
  readonly element: Element
  readonly heading: number
}

/** A leaf being written. */
interface Run {
  text: string
  linked: number
  bold: number
  /** Whether nothing but white space came since a line break: a second one begins a new leaf. */
  broken: boolean
  href?: string | undefined
  start: number
  end: number
}

type Step = { readonly enter: Node; readonly context: Context; readonly link?: string | undefined; readonly bold: boolean } | { readonly leave: Context }

/** Reads a tree into leaves in document order, by a loop. At most `limit` nodes are looked at. */
export function leavesOf(root: Element, limit = 400_000): { readonly leaves: readonly Leaf[]; readonly elements: readonly Element[]; readonly cut: boolean } {
  const leaves: Leaf[] = []
  const elements: Element[] = [root]
  let run: Run = emptyRun()
  let seen = 0
  const flush = (context: Context) => {
    const leaf = leafOf(run, context)
    if (leaf) leaves.push(leaf)
    run = emptyRun()
  }
  const stack: Step[] = [{ enter: root, context: { kinds: {}, inside: new Set(), path: [0], element: root, heading: 0 }, bold: false }]
  for (let step = stack.pop(); step && seen < limit; step = stack.pop()) {
    seen++
    if ('leave' in step) {
      flush(step.leave)
      continue
    }
    const { enter: node, context, link, bold } = step
    if (node.nodeName === '#text' && 'value' in node) {
      addText(run, node.value, link, bold, node.sourceCodeLocation?.startOffset ?? 0, node.sourceCodeLocation?.endOffset ?? 0)
      continue
    }
    if (!isElement(node) || SKIPPED.has(node.tagName) || isHidden(node)) continue
    if (node.tagName === 'br') {
      if (run.broken) flush(context)
      else {
        run.text += ' '
        run.broken = true
      }
      continue
    }
    const own = kindsOf(node)
    const inline = INLINE.has(node.tagName) && !own.credit && !(own.byline && node.tagName !== 'a') && !(own.date && node.tagName !== 'time') && own.furniture === undefined && !own.caption
    const inner = inline ? { ...context, kinds: join(context.kinds, own) } : blockContext(node, own, context, elements)
    if (!inline) {
      flush(context)
      stack.push({ leave: inner })
    }
    const href = node.tagName === 'a' ? (attribute(node, 'href') ?? '') : link
    const strong = bold || node.tagName === 'b' || node.tagName === 'strong'
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child) stack.push({ enter: child, context: inner, link: href, bold: strong })
    }
  }
  return { leaves, elements, cut: stack.length > 0 }
}

const emptyRun = (): Run => ({ text: '', linked: 0, bold: 0, broken: false, start: -1, end: -1 })

function addText(run: Run, value: string, link: string | undefined, bold: boolean, start: number, end: number): void {
  const letters = value.trim().length
  run.text += value.replace(/\n/g, ' ')
  if (!letters) return
  run.broken = false
  if (link !== undefined) {
    run.linked += letters
    run.href ??= link
  }
  if (bold) run.bold += letters
  if (run.start < 0) run.start = start
  run.end = end
}

function leafOf(run: Run, context: Context): Leaf | undefined {
  const text = squeeze(run.text)
  if (!text || run.start < 0) return undefined
  const { element, heading, kinds, inside, path } = context
  return {
    text,
    linked: Math.min(run.linked, text.length),
    ...(run.href ? { href: run.href } : {}),
    source: [run.start, run.end],
    element,
    heading,
    bold: run.bold >= text.length * 0.9,
    kinds,
    inside,
    path,
  }
}

/** What an element adds to what its ancestors say: the innermost furniture is named, other kinds add up. */
const join = (outer: Kinds, own: Kinds): Kinds => (Object.keys(own).length ? { ...outer, ...own } : outer)

function blockContext(node: Element, own: Kinds, outer: Context, elements: Element[]): Context {
  elements.push(node)
  const level = /^h([1-6])$/.exec(node.tagName)?.[1]
  return {
    kinds: join(outer.kinds, own),
    inside: NOTED.has(node.tagName) ? new Set([...outer.inside, node.tagName]) : outer.inside,
    path: outer.path.length < 400 ? [...outer.path, elements.length - 1] : outer.path,
    element: node,
    heading: level ? Number(level) : outer.heading,
  }
}

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/.test(attribute(element, 'style') ?? '')
