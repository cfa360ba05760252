import { attribute, type Element, type Node } from './tree.ts'

/** A value of JSON-LD: whatever the page wrote. */
export type Linked = { readonly [key: string]: unknown }

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|NewsStory)$/

/** All objects of a page's JSON-LD, graphs and arrays opened; blocks that are not JSON are passed over. */
export function linkedIn(elements: readonly Element[]): Linked[] {
  const found: Linked[] = []
  for (const element of elements) {
    if (element.tagName !== 'script' || !/ld\+json/i.test(attribute(element, 'type') ?? '')) continue
    open(parseLoosely(textOf(element)), found)
  }
  return found
}

const textOf = (element: Node): string =>
  'childNodes' in element
    ? element.childNodes.map((child) => (child.nodeName === '#text' && 'value' in child ? child.value : '')).join('')
    : ''

/** JSON as pages write it: control characters inside strings, a comment around it, a comma or semicolon behind it. */
function parseLoosely(text: string): unknown {
  const tidy = text
    .trim()
    .replace(/^(?:\/\*.*?\*\/|<!--|\/\/\s*<!\[CDATA\[)/s, '')
    .replace(/(?:-->|\/\/\s*\]\]>|;)\s*$/, '')
  for (const attempt of [
    tidy,
    tidy.replace(/[\u0000-\u001f]+/g, ' '),
    tidy.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // the next attempt is more lenient
    }
  }
  return undefined
}

function open(value: unknown, found: Linked[]): void {
  const stack: unknown[] = [value]
  for (let next = stack.pop(), n = 0; n < 2000 && (next !== undefined || stack.length); next = stack.pop(), n++) {
    if (Array.isArray(next)) stack.push(...next.slice(0, 200).reverse())
    else if (isLinked(next)) {
      found.push(next)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
        if (typeof next[key] === 'object') stack.push(next[key])
    }
  }
}

/** Whether a value is an object of linked data. */
export const isLinked = (value: unknown): value is Linked =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typesOf = (linked: Linked): string[] => [linked['@type']].flat().filter((type) => typeof type === 'string')

/** Whether an object is a piece of news by its type. */
export const isNews = (linked: Linked | undefined): boolean =>
  linked !== undefined && typesOf(linked).some((type) => /NewsArticle$/.test(type))

/** The object that stands for the article; the one with most of an article's fields where there are several. */
export function articleIn(all: readonly Linked[]): Linked | undefined {
  const articles = all.filter((linked) => typesOf(linked).some((type) => ARTICLE.test(type)))
  const fields = (linked: Linked) =>
    ['headline', 'datePublished', 'author', 'articleBody', 'publisher'].filter((key) => key in linked).length
  return articles.sort((a, b) => fields(b) - fields(a))[0]
}

/** Names of people behind a value: objects, references into the graph, strings, lists of these. */
export function namesOf(
  value: unknown,
  all: readonly Linked[],
): { readonly name: string; readonly organization: boolean }[] {
  return [value].flat().flatMap((one) => {
    if (typeof one === 'string') return [{ name: plain(one), organization: false }]
    if (!isLinked(one)) return []
    const id = one['@id']
    const whole =
      one.name === undefined && typeof id === 'string'
        ? (all.find((other) => other['@id'] === id && other.name !== undefined) ?? one)
        : one
    const organization = typesOf(whole).some((type) => /Organization/.test(type))
    return [whole.name ?? partsOf(whole)]
      .flat()
      .flatMap((name) => (typeof name === 'string' ? [{ name: plain(name), organization }] : []))
  })
}

/** "givenName" and "familyName", where there is no whole name. */
const partsOf = ({ givenName, familyName }: Linked): string | undefined =>
  typeof givenName === 'string' && typeof familyName === 'string' ? `${givenName} ${familyName}` : undefined

/** A string of the page's data with its entities and markup taken out; at most `longest` units of it. */
export const plain = (text: string, longest = 2000): string =>
  text
    .slice(0, longest)
    .replace(/<[^>]{0,200}>/g, '')
    .replace(/&#(\d{2,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([0-9a-f]{2,5});/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);/g,
      (_, name: string) => ENTITIES[name] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim()

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}
