import { isControl, isFurniture } from '../classify.ts'
import { authorsIn, isOfOthers, standInOf } from '../names.ts'
import type { Leaf } from './leaves.ts'
import { type Element, isElement, type Node, squeeze } from './tree.ts'

/** Whom a page's markup names as its author. */
export interface Signers {
  readonly people: readonly string[]
  /** What stands in a person's place where the markup says that an author does: a first name, a nickname, a desk. */
  readonly others: readonly string[]
}

/** Places of the leaves around the headline, of those just above the body, and of those right behind it: from, and up to. */
export interface Reach {
  readonly near: readonly [from: number, to: number]
  readonly above: readonly [from: number, to: number]
  readonly behind: readonly [from: number, to: number]
}

/** Markup around a name is no longer than this; units. */
const LONGEST = 120
/** More elements than these are not looked at. */
const MOST = 400

/** Class names and ids that say that an author's name stands here, and parts of such that say that something else does. */
const NAMED =
  /(?:^|[\s_-])(?:authors?|by-?line|autor(?:in|en)?|auteurs?|writers?|contributor)(?:$|[\s_-])|(?:author|byline|autor)[_-]*(?:name|link)/i
const OTHER = /comment|avatar|image|img|photo|bio\b|about|desc|date|time|follow|social|related|reviewer|checker/i
/** Pages about who wrote it, by the words of their address. */
const AUTHOR_PAGE =
  /\/(?:authors?|contributors?|staff|profiles?|people|journalists?|reporters?|writers?|editors|team|producers|autor(?:en|es)?|auteurs?|autori|redakteure?)\/[^/?#]{3,}/i

/** Says of elements whether they hold an author: outright, by a class, or by where they lead. A page's elements share names: each is looked at once. */
function markReader(): (element: Element) => boolean {
  const known = new Map<string, boolean>()
  const isName = (names: string): boolean => {
    const found = known.get(names) ?? (names.length < LONGEST && NAMED.test(names) && !OTHER.test(names))
    known.set(names, found)
    return found
  }
  return ({ attrs, tagName }) => {
    for (const { name, value } of attrs) {
      if ((name === 'class' || name === 'id') && isName(value)) return true
      if (name === 'itemprop' && /(?:^|\s)(?:author|creator)(?:\s|$)/i.test(value)) return true
      if (tagName !== 'a') continue
      if (name === 'href' ? AUTHOR_PAGE.test(value) : name === 'rel' && /(?:^|\s)author(?:\s|$)/i.test(value))
        return true
    }
    return false
  }
}

/** An element's words, those of its parts told apart by bars where no space does; and the place of their first letter in the source. */
function wordsOf(element: Element): { readonly text: string; readonly place: number | undefined } {
  const stack: Node[] = [element]
  let [text, place]: [string, number | undefined] = ['', undefined]
  for (let node = stack.pop(); node && text.length <= LONGEST; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) {
      if (node.value.trim()) place ??= node.sourceCodeLocation?.startOffset
      text += isGlued(text, node.value) ? ` | ${node.value}` : node.value
    } else if (isElement(node) && SILENT.has(node.tagName)) continue
    else if (isElement(node) && node !== element && !RUNNING.has(node.tagName)) text += ' | '
    if ('childNodes' in node) stack.push(...node.childNodes.slice(0, MOST).reverse())
  }
  return { text: squeeze(text).replace(/^(?:\s*\|)+\s*/, ''), place }
}

const isGlued = (before: string, after: string): boolean => /[\p{L}\p{N}]$/u.test(before) && /^\p{Lu}/u.test(after)

/** Tags inside a line of text, and those whose text is none. */
const RUNNING: ReadonlySet<string> = new Set([
  'a',
  'span',
  'b',
  'strong',
  'em',
  'i',
  'u',
  'font',
  'small',
  'abbr',
  'cite',
  'address',
  'img',
  'svg',
])
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button'])

/** Place of the last leaf that begins at or before a place in the source. */
function leafAt(leaves: readonly Leaf[], place: number): number {
  let [low, high] = [0, leaves.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((leaves[middle]?.source[0] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Furniture in which the author of something else stands. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'comments',
  'related',
  'sidebar',
  'navigation',
  'advertising',
  'newsletter',
  'consent',
])

/** An element that says that it holds an author, where it stands, and its words. */
interface Marked {
  readonly text: string
  readonly at: number
}

/** Whom markup near the headline names as the author; where there is none, markup right behind the body. */
export function signersIn(elements: readonly Element[], leaves: readonly Leaf[], reach: Reach): Signers {
  const marked = elements
    .filter(markReader())
    .slice(0, MOST)
    .flatMap((element): Marked[] => {
      const { text, place } = wordsOf(element)
      return place === undefined || text.length > LONGEST ? [] : [{ text, at: leafAt(leaves, place) }]
    })
  for (const [from, to] of [reach.near, reach.above, reach.behind]) {
    const found = signedBy(marked.filter(({ at }) => at >= from && at < to && isOwn(leaves, at)))
    if (found.people.length || found.others.length) return found
  }
  return { people: [], others: [] }
}

/** Whether a leaf is of the article, and names no one who only looked it over. */
function isOwn(leaves: readonly Leaf[], at: number): boolean {
  const [leaf, before] = [leaves[at], leaves[at - 1]]
  return (
    leaf !== undefined &&
    !ELSEWHERE.has(leaf.kinds.furniture ?? '') &&
    !isOfOthers(leaf.text) &&
    !(before && isOfOthers(before.text))
  )
}

/** Authors stand so many leaves apart at most. */
const APART = 3

function signedBy(marked: readonly Marked[]): Signers {
  const people = new Set<string>()
  let last: number | undefined
  for (const { text, at } of marked) {
    const names = last === undefined || at - last <= APART ? authorsIn(text) : []
    if (names.length) last = at
    for (const name of names) people.add(name)
  }
  const others = marked.flatMap(({ text }) => whole(text))
  // Markup around a name and its role, and around the name alone: the name.
  const alone = [...people].filter((name) => ![...people].some((other) => other !== name && name.includes(other)))
  return { people: alone, others: others.slice(0, 1) }
}

const whole = (text: string): readonly string[] => {
  const name = standInOf(text)
  return name === undefined || isFurniture(name) || isControl(name) ? [] : [name]
}
