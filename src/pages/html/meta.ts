import { attribute, type Element, isElement, textIn } from './tree.ts'

/** A page's meta tags by name, property or itemprop (case folded; the first of several), its title, links and declared language. */
export interface Meta {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly title?: string
  readonly canonical?: string
  readonly base?: string
  readonly language?: string
}

/** Reads what a page's head (and stray meta tags in its body) declare. */
export function metaIn(elements: readonly Element[]): Meta {
  const values = new Map<string, string[]>()
  let [title, canonical, base, language]: (string | undefined)[] = []
  for (const element of elements) {
    if (element.tagName === 'meta') addMeta(values, element)
    else if (element.tagName === 'title' && title === undefined) title = textIn(element, 600)
    else if (element.tagName === 'html') language = attribute(element, 'lang') ?? attribute(element, 'xml:lang')
    else if (element.tagName === 'base') base ??= attribute(element, 'href')
    else if (element.tagName === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel') ?? ''))
      canonical ??= attribute(element, 'href')
  }
  return {
    values,
    ...(title ? { title } : {}),
    ...(canonical ? { canonical } : {}),
    ...(base ? { base } : {}),
    ...(language ? { language } : {}),
  }
}

function addMeta(values: Map<string, string[]>, element: Element): void {
  const content = (attribute(element, 'content') ?? attribute(element, 'value'))?.replace(/\s+/g, ' ').trim()
  if (!content || isOfPart(element)) return
  for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
    const name = attribute(element, key)?.toLowerCase()
    if (!name) continue
    const list = values.get(name)
    if (list) list.push(content)
    else values.set(name, [content])
  }
}

/** Whether an `itemprop` tells of something that the page's item only holds: a work that it cites, its publisher, a picture. */
function isOfPart(element: Element): boolean {
  if (attribute(element, 'itemprop') === undefined) return false
  let around = element.parentNode
  for (let level = 0; around && isElement(around) && level < DEEPEST; level++) {
    if (attribute(around, 'itemscope') !== undefined) return !OWN.test(attribute(around, 'itemprop') ?? 'article')
    around = around.parentNode
  }
  return false
}

/** Properties by which a page holds its own article. */
const OWN = /article|posting|mainentity|blogpost/i
const DEEPEST = 50

/** The first value of the first of these names that is there. */
export const firstOf = (meta: Meta, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = meta.values.get(name)?.[0]
    if (value) return value
  }
  return undefined
}
