import { type Kinds, kindsReader } from './kinds.ts'
import { attribute, type Element, elementsOf, isElement, type Node, squeeze } from './tree.ts'

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
  /** Whether it stands in an element that the page does not show at first: folded up, or filled in by a script. */
  readonly hidden: boolean
  /** How many pictures stand between the leaf before and this one. */
  readonly pictures: number
}

/** Tags whose text is never read. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'math',
  'head',
  'option',
  'datalist',
])
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'picture',
  'source',
  'rp',
  'rt',
  'ruby',
])
const PICTURES: ReadonlySet<string> = new Set(['img', 'amp-img'])
/** Tags that are kept for what stands inside them. */
export const NOTED: ReadonlySet<string> = new Set([
  'li',
  'blockquote',
  'figure',
  'figcaption',
  'table',
  'article',
  'main',
  'header',
  'td',
  'th',
  'dl',
  'h1',
  'p',
  'address',
])

interface Context {
  readonly kinds: Kinds
  readonly inside: ReadonlySet<string>
  readonly path: readonly number[]
  readonly element: Element
  readonly heading: number
  readonly hidden: boolean
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

interface Enter {
  readonly enter: Node
  readonly context: Context
  readonly link?: string | undefined
  readonly bold: boolean
}
type Step = Enter | { readonly leave: Context }

/** What a walk has written so far. */
interface Walk {
  readonly leaves: Leaf[]
  readonly elements: Element[]
  readonly stack: Step[]
  /** Elements that are no furniture, whatever they are called. */
  readonly firm: ReadonlySet<Node>
  readonly kindsOf: (element: Element) => Kinds
  /** Sets of tags by the set that they add a tag to. */
  readonly sets: Map<ReadonlySet<string>, Map<string, ReadonlySet<string>>>
  /** Whether an element holds words of a sentence itself, as far as asked. */
  readonly wordy: Map<Node, boolean>
  run: Run
  /** Pictures since the last leaf. */
  pictures: number
}

/** Reads a tree into leaves in document order, by a loop. At most `limit` nodes are looked at. */
export function leavesOf(
  root: Element,
  limit = 400_000,
): { readonly leaves: readonly Leaf[]; readonly elements: readonly Element[]; readonly cut: boolean } {
  const context: Context = { kinds: {}, inside: new Set(), path: [0], element: root, heading: 0, hidden: false }
  const walk: Walk = {
    leaves: [],
    elements: [root],
    stack: [{ enter: root, context, bold: false }],
    firm: firmIn(root),
    kindsOf: kindsReader(),
    sets: new Map(),
    wordy: new Map(),
    run: emptyRun(),
    pictures: 0,
  }
  let seen = 0
  for (let step = walk.stack.pop(); step && seen < limit; step = walk.stack.pop(), seen++) {
    if ('leave' in step) flush(walk, step.leave)
    else enter(walk, step)
  }
  return { leaves: walk.leaves, elements: walk.elements, cut: walk.stack.length > 0 }
}

function flush(walk: Walk, context: Context): void {
  const leaf = leafOf(walk.run, context, walk.pictures)
  if (leaf) {
    walk.leaves.push(leaf)
    walk.pictures = 0
  }
  walk.run = emptyRun()
}

function enter(walk: Walk, { enter: node, context, link, bold }: Enter): void {
  if (node.nodeName === '#text' && 'value' in node) {
    const place = node.sourceCodeLocation
    addText(walk.run, node.value, link, bold, place?.startOffset ?? 0, place?.endOffset ?? 0)
    return
  }
  if (!isElement(node) || SKIPPED.has(node.tagName)) return
  if (PICTURES.has(node.tagName)) walk.pictures++
  if (node.tagName === 'br') {
    breakLine(walk, context)
    return
  }
  const own = firmly(walk, node, walk.kindsOf(node))
  const inline = INLINE.has(node.tagName) && !standsApart(node, own, walk.wordy)
  const hidden = context.hidden || isHidden(node)
  if (inline && hidden && !context.hidden) return
  const inner = inline ? inlineContext(own, context, hidden) : blockContext(walk, node, own, context, hidden)
  if (!inline) {
    flush(walk, context)
    walk.stack.push({ leave: inner })
  }
  const href = node.tagName === 'a' ? (attribute(node, 'href') ?? '') : link
  const strong = bold || node.tagName === 'b' || node.tagName === 'strong'
  for (let i = node.childNodes.length - 1; i >= 0; i--) {
    const child = node.childNodes[i]
    if (child) walk.stack.push({ enter: child, context: inner, link: href, bold: strong })
  }
}

/** What an element is marked as; one that is firm is no furniture. */
function firmly({ firm }: Walk, node: Element, kinds: Kinds): Kinds {
  if (kinds.furniture === undefined || !firm.has(node)) return kinds
  const { furniture: _, ...rest } = kinds
  return rest
}

/** A second line break in a row begins a new leaf, the first is a space. */
function breakLine(walk: Walk, context: Context): void {
  if (walk.run.broken) flush(walk, context)
  else {
    walk.run.text += ' '
    walk.run.broken = true
  }
}

/** Inline elements that are parts of their own: a credit, a byline, a date, a caption, a button. */
const standsApart = (node: Element, own: Kinds, wordy: Map<Node, boolean>): boolean =>
  own.credit === true ||
  (own.byline === true && node.tagName !== 'a') ||
  (own.date === true && node.tagName !== 'time') ||
  (own.furniture !== undefined && !isWithin(node, wordy)) ||
  own.caption === true

/** Links and stressed words, which stand within sentences whatever they are called: "<a class="player-link">". */
const STRESSED: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'em', 'i', 'mark', 'strong', 'u'])

/** Whether words go on in the same element beside a link or stressed words. */
function isWithin(node: Element, wordy: Map<Node, boolean>): boolean {
  const { parentNode, tagName } = node
  if (!STRESSED.has(tagName) || parentNode === null) return false
  const known = wordy.get(parentNode)
  if (known !== undefined) return known
  const found = parentNode.childNodes.some(
    (child) => child.nodeName === '#text' && 'value' in child && GOES_ON.test(child.value),
  )
  wordy.set(parentNode, found)
  return found
}
/** Words of a sentence: three letters in lower case, or more than one word of a script that has no cases. */
const GOES_ON = /\p{Ll}{3}|\p{Lo}{4}/u

/** Share of a page's running text that an element must hold to be no furniture, whatever its class names say. */
const FIRM = 0.4
/** The same for an element that holds a first-level heading. */
const HEADED = 0.15
/** Text nodes shorter than this are not counted as running text. */
const RUNNING = 60
const DEEPEST = 400

/** Units of the long text nodes that stand directly in an element. */
function runningUnits(element: Element): number {
  let units = 0
  for (const child of element.childNodes) {
    if (child.nodeName !== '#text' || !('value' in child) || child.value.length < RUNNING) continue
    const { length } = child.value.trim()
    if (length >= RUNNING) units += length
  }
  return units
}

/** Elements that hold much of the page's running text, or running text below a first-level heading: "has-sidebar" makes no page a sidebar. */
function firmIn(root: Element): ReadonlySet<Node> {
  const held = new Map<Node, number>()
  const headed = new Set<Node>()
  let total = 0
  for (const element of elementsOf(root)) {
    if (SKIPPED.has(element.tagName) || element.tagName === 'a') continue
    if (element.tagName === 'h1') for (const around of aroundOf(element)) headed.add(around)
    const own = runningUnits(element)
    if (own === 0) continue
    total += own
    for (const around of aroundOf(element)) held.set(around, (held.get(around) ?? 0) + own)
  }
  const firm = new Set<Node>()
  for (const [node, own] of held) if (own >= total * (headed.has(node) ? HEADED : FIRM)) firm.add(node)
  return firm
}

/** An element and what holds it, from the inside out. */
export function* aroundOf(element: Element): Generator<Node> {
  let around: Node | null = element
  for (let level = 0; around && level < DEEPEST; level++) {
    yield around
    around = 'parentNode' in around ? around.parentNode : null
  }
}

const emptyRun = (): Run => ({ text: '', linked: 0, bold: 0, broken: false, start: -1, end: -1 })

function addText(run: Run, value: string, link: string | undefined, bold: boolean, start: number, end: number): void {
  const letters = value.trim().length
  // White space before the first letter is none of the text's.
  if (letters || run.text) run.text += value
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

function leafOf(run: Run, context: Context, pictures: number): Leaf | undefined {
  const text = squeeze(run.text)
  if (!text || run.start < 0) return undefined
  const { element, heading, kinds, inside, path, hidden } = context
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
    hidden,
    pictures,
  }
}

/** What an element adds to what its ancestors say: the innermost furniture is named, other kinds add up. */
function join(outer: Kinds, own: Kinds): Kinds {
  for (const _ in own) return { ...outer, ...own }
  return outer
}

function inlineContext(own: Kinds, outer: Context, hidden: boolean): Context {
  const kinds = join(outer.kinds, own)
  return kinds === outer.kinds && hidden === outer.hidden ? outer : { ...outer, kinds, hidden }
}

/** A set of tags with one more; leaves that stand in the same tags share one set. */
function withTag({ sets }: Walk, outer: ReadonlySet<string>, tag: string): ReadonlySet<string> {
  if (outer.has(tag)) return outer
  const known = sets.get(outer) ?? new Map<string, ReadonlySet<string>>()
  sets.set(outer, known)
  const set = known.get(tag) ?? new Set([...outer, tag])
  known.set(tag, set)
  return set
}

function blockContext(walk: Walk, node: Element, own: Kinds, outer: Context, hidden: boolean): Context {
  const { elements } = walk
  elements.push(node)
  return {
    kinds: join(outer.kinds, own),
    inside: NOTED.has(node.tagName) ? withTag(walk, outer.inside, node.tagName) : outer.inside,
    path: outer.path.length < 400 ? [...outer.path, elements.length - 1] : outer.path,
    element: node,
    heading: LEVELS.get(node.tagName) ?? outer.heading,
    hidden,
  }
}

const LEVELS: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]))

/** Not shown, or cut to nothing for all but screen readers (", opens new tab"). */
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(0|clip-path\s*:\s*inset\((?:50|100)%/

const isHidden = (element: Element): boolean =>
  element.attrs.length > 0 &&
  (attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    HIDING.test(attribute(element, 'style') ?? ''))
