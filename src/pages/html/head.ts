import type { Found } from '../../articles/article.ts'
import { findDate, machineDate } from '../dates.ts'
import type { Claim } from '../draft.ts'
import { articleIn, isNews, type Linked, linkedIn, namesOf, plain } from './jsonld.ts'
import type { Leaf } from './leaves.ts'
import { firstOf, type Meta, metaIn } from './meta.ts'
import { attribute, type Element, elementsOf, type Node, squeeze } from './tree.ts'

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
const first = <V>(...claims: readonly (Claim<V> | undefined)[]): Claim<V> | undefined =>
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

const PUBLISHED = ['article:published_time', 'article:published', 'og:published_time', 'datepublished', 'date', 'pubdate', 'publishdate', 'publish-date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'sailthru.date', 'parsely-pub-date', 'cxenseparse:recs:publishtime', 'rnews:datepublished', 'originalpublicationdate', 'article.published', 'published_time', 'publication_date', 'article_date_original', 'last-published', 'published', 'published-date', 'publish_date'] // biome-ignore format: a list to be read
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'dcterms.modified',
  'last-modified',
  'article:modified',
  'modified_time',
  'dc.date.modified',
]

/**
 * When it was published: linked data, declarations, a time element or a date line near the headline; failing these, less surely, when it was
 * last changed. A line that shows an earlier day than the page declares is believed: sites declare anew what they publish again.
 */
export function publishedOf(head: Head, near: readonly Leaf[]): Claim | undefined {
  const { meta, linked, all } = head
  const declared =
    claim(dateIn(linked?.datePublished ?? linked?.dateCreated), said('json-ld', 0.97)) ??
    claim(dateIn(firstOf(meta, ...PUBLISHED)), said('meta-date', 0.95))
  const page = all.find(({ datePublished }) => datePublished !== undefined)
  return (
    (declared && earlierDate(near, declared.value)) ??
    declared ??
    visibleDate(near) ??
    timeElement(head, /publi|posted|created|date/i) ??
    claim(dateIn(page?.datePublished), said('json-ld-page', 0.8)) ??
    claim(dateInAddress(firstOf(meta, 'og:url') ?? meta.canonical), said('address', 0.8)) ??
    claim(modifiedOf(head, near)?.value, said('modified-only', 0.5))
  )
}

/** When it was last changed, as declared, or as a line near the headline says. */
export function modifiedOf(head: Head, near: readonly Leaf[]): Claim | undefined {
  const { meta, linked } = head
  return (
    first(
      claim(dateIn(linked?.dateModified), said('json-ld', 0.95)),
      claim(dateIn(firstOf(meta, ...MODIFIED)), said('meta-date', 0.93)),
    ) ?? visibleChange(near)
  )
}

// "Last updated 10 March 2026 at 09:12": the date right after the word.
function visibleChange(near: readonly Leaf[]): Claim | undefined {
  for (const { text } of near) {
    const after = text.length > 160 ? undefined : /\b(?:updated|modified)\b(.*)$/i.exec(text)?.[1]
    const found = after === undefined ? undefined : findDate(after)
    if (found && found.start < 8) return { value: found.value, found: said('date-line', 0.85) }
  }
  return undefined
}

const dateIn = (value: unknown): string | undefined => {
  const one = [value].flat()[0]
  return typeof one === 'string' ? machineDate(one) : undefined
}

const CHANGED = /\b(?:updated|modified|reviewed|aktualisiert|mis à jour|last)\b/i

/** A date line, by its words or its markup, among the leaves around the headline. */
function visibleDate(near: readonly Leaf[]): Claim | undefined {
  for (const leaf of near) {
    if (leaf.text.length > 160 || CHANGED.test(leaf.text.slice(0, 30))) continue
    const found = findDate(leaf.text)
    if (found && (leaf.kinds.date || leaf.text.length - (found.end - found.start) < 60))
      return { value: found.value, found: said('date-line', 0.9) }
  }
  return undefined
}

/** Units beside the date in a line that shows when the article was first published. */
const BARE = 24
const DAY = 86_400_000
/** Hours by which a day that is shown may differ from a declared instant: time zones. */
const ZONES = 1.5

/** A line near the headline that is a date and little else, and earlier than the declared one. */
function earlierDate(near: readonly Leaf[], declared: string): Claim | undefined {
  for (const { text, kinds } of near) {
    const found = kinds.furniture !== undefined || text.length > 80 || CHANGED.test(text) ? undefined : findDate(text)
    if (!found || text.length - (found.end - found.start) > BARE) continue
    const apart = Date.parse(declared.slice(0, 10)) - Date.parse(found.value.slice(0, 10))
    return apart > ZONES * DAY ? { value: found.value, found: said('date-line', 0.85) } : undefined
  }
  return undefined
}

function timeElement({ elements }: Head, hint: RegExp): Claim | undefined {
  let any: string | undefined
  for (const element of elements) {
    if (element.tagName !== 'time') continue
    const value = dateIn(attribute(element, 'datetime'))
    if (value && hint.test(`${attribute(element, 'class')} ${attribute(element, 'itemprop')}`))
      return { value, found: said('time-element', 0.85) }
    any ??= value
  }
  return claim(any, said('time-element', 0.75))
}

const dateInAddress = (url: string | undefined): string | undefined => {
  const m = /\/(20\d{2})[/-](\d{2})[/-](\d{2})(?:\/|-|$)/.exec(url ?? '')
  return m ? machineDate(`${m[1]}-${m[2]}-${m[3]}`) : undefined
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
