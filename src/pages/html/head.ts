import type { Found } from '../../articles/article.ts'
import type { Claim } from '../draft.ts'
import { articleIn, isNews, type Linked, linkedIn, namesOf, plain } from './jsonld.ts'
import { firstOf, type Meta, metaIn } from './meta.ts'
import { type Element, elementsOf, type Node, squeeze } from './tree.ts'

/** What a page says of its article outside the article's own text. */
export interface Head {
  readonly meta: Meta
  readonly all: readonly Linked[]
  readonly linked: Linked | undefined
  /** All elements of the page. */
  readonly elements: readonly Element[]
}

/** Reads declarations and linked data, once for all fields. */
export function headOf(root: Node): Head {
  const elements = elementsOf(root)
  const all = linkedIn(elements)
  return { meta: metaIn(elements), all, linked: articleIn(all), elements }
}

/** A finding that the page states. */
export const said = (by: string, score: number): Found => ({ by: `pages/${by}`, score, stated: true })
/** A claim, where there is a value. */
export const claim = <V>(value: V | undefined, found: Found): Claim<V> | undefined =>
  value === undefined ? undefined : { value, found }
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? plain(value) : undefined

/** The first claim that is there. */
export const first = <V>(...claims: readonly (Claim<V> | undefined)[]): Claim<V> | undefined =>
  claims.find((c) => c !== undefined)

/** Letters and digits, case folded: for telling whether two wordings are one. */
export const fold = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The headline as declared, for finding the one that is shown. */
export const declaredHeadlines = ({ meta, linked }: Head): string[] =>
  [
    text(linked?.headline),
    firstOf(meta, 'og:title', 'twitter:title', 'dc.title', 'headline'),
    withoutSite(meta.title, firstOf(meta, 'og:site_name', 'application-name')),
  ].flatMap((h) => (h ? [squeeze(h)] : []))

/**
 * The headline of a news article that holds the words of the one shown and more (its kicker, most often), where the page says so twice: in its
 * linked data and to those who share it.
 */
export function fullerHeadline({ meta, linked }: Head, shown: string): string | undefined {
  const own = text(linked?.headline)
  if (own === undefined || !isNews(linked)) return undefined
  const [words, site] = [fold(own), firstOf(meta, 'og:site_name', 'application-name')]
  const shared = ['og:title', 'twitter:title'].map((name) => withoutSite(firstOf(meta, name), site))
  if (words === fold(shown) || !` ${words} `.includes(` ${fold(shown)} `)) return undefined
  return shared.some((title) => title !== undefined && fold(title) === words) ? own : undefined
}

/** The headline as the linked data of a news article spell it, where that differs in nothing but quotation marks, dashes and the like. */
export function spelledHeadline({ linked }: Head, shown: string): string | undefined {
  const own = text(linked?.headline)
  return own !== undefined && isNews(linked) && own !== shown && fold(own) === fold(shown) ? own : undefined
}

/** A declared headline without the outlet's name behind it. */
export function bareHeadline({ meta }: Head, declared: string): string {
  const site = firstOf(meta, 'og:site_name', 'application-name')
  const m = /^(.{12,}?)\s[|–—-]\s([^|–—]+)$/.exec(declared)
  return m?.[1] && m[2] && site !== undefined && fold(m[2]) === fold(site) ? m[1] : declared
}

/** Words that a headline has at least, where a title has several parts. */
const LEAST = 4

/** A page's title without the outlet's name behind or before a bar or dash: its longest part, the first where all are short. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  const parts = (title ?? '').split(/\s+[|–—\-»•·:]\s+/).filter((part) => part && fold(part) !== fold(site ?? ''))
  const [longest] = [...parts].sort((a, b) => b.length - a.length)
  return longest && longest.split(/\s+/).length >= LEAST ? longest : parts[0]
}

/** What stands behind the last bar or dash of a title: most often the outlet. */
const suffixOf = (title: string | undefined): string | undefined =>
  /\s[|–—-]\s([^|–—-]{3,40})$/.exec(title ?? '')?.[1]?.trim()

/** Who published it: linked data, declarations, failing these the host. */
export function outletOf({ meta, all, linked }: Head, url: string | undefined): Claim | undefined {
  const publisher = namesOf(linked?.publisher, all)[0]?.name
  const host = url === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase()
  return first(
    claim(firstOf(meta, 'og:site_name'), said('og-site-name', 0.95)),
    claim(publisher || undefined, said('json-ld-publisher', 0.93)),
    claim(firstOf(meta, 'application-name', 'publisher', 'dc.publisher'), said('meta-publisher', 0.85)),
    claim(suffixOf(meta.title), said('title-suffix', 0.7)),
    claim(host, said('host', 0.6)),
  )
}

/** The outlet's section that it stands in. */
export function sectionOf({ meta, linked }: Head): Claim | undefined {
  const section = [linked?.articleSection].flat()[0]
  return first(
    claim(text(section), said('json-ld', 0.9)),
    claim(firstOf(meta, 'article:section', 'section'), said('meta-section', 0.85)),
  )
}

/** What the page says of itself to search engines and networks. */
export const descriptionOf = ({ meta, linked }: Head): string | undefined =>
  firstOf(meta, 'og:description', 'description', 'twitter:description') ?? text(linked?.description)
