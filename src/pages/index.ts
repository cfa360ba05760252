import type { Article, Field, Found } from '../articles/article.ts'
import type { Page } from '../articles/page.ts'
import { hashOf } from '../text/hash.ts'
import type { Notice } from '../text/notice.ts'
import { decode, garbledIn, isBinary } from './decode.ts'
import { bodyOf, type Claim, type Draft, numbered } from './draft.ts'
import { SHIPPED, type Weights } from './html/weigh.ts'
import { readHtml } from './html.ts'
import { languageOf } from './language.ts'
import { readPlain } from './plain.ts'

/** Digits of a text's hash that name a version, and of an address's hash that name an article. */
const VERSION = 12
const ID = 10

/**
 * Reads a page: what the article is, in parts over one text, and what of the page was left out and why.
 * Never throws on what a page holds: odd input gives notices.
 */
export function articleOf(page: Page, weights: Weights = SHIPPED): Article {
  const binary = isBinary(page.bytes)
  const {
    text: source,
    encoding,
    notices,
  } = binary ? { text: '', encoding: 'binary', notices: [BINARY] } : decode(page)
  const type = mediaType(page, source)
  const draft = type === 'text/html' ? readHtml(source, page, weights) : readPlain(source)
  const fields = settled(draft, page, source)
  const textHash = hashOf(draft.text)
  const found = Object.entries({ ...fields, authors: draft.authors, free: draft.free }).flatMap(([key, claim]) =>
    claim ? [[key, claim.found] as const] : [],
  )
  const value = (field: keyof Draft['fields']) => fields[field]?.value
  const blocks = numbered(draft.blocks)
  const canonical = value('canonical')
  const address = addressOf(canonical, page.url)
  return {
    id: page.id ?? `a${(address === undefined ? textHash : hashOf(address)).slice(0, ID)}`,
    version: textHash.slice(0, VERSION),
    textHash,
    source: {
      sha256: hashOf(page.bytes),
      type,
      encoding,
      ...(page.url ? { url: page.url } : {}),
      ...(canonical ? { canonical } : {}),
      ...(page.fetched ? { fetched: page.fetched } : {}),
    },
    language: value('language') ?? 'en',
    ...present({ outlet: value('outlet'), headline: value('headline'), standfirst: value('standfirst') }),
    authors: draft.authors?.value ?? [],
    ...present({
      agency: value('agency'),
      dateline: value('dateline'),
      published: value('published'),
      modified: value('modified'),
      section: value('section'),
    }),
    ...(draft.free ? { free: draft.free.value } : {}),
    found: Object.fromEntries(found) as { [field in Field]?: Found },
    body: bodyOf(draft.text, draft.blocks),
    captions: draft.captions,
    related: draft.related,
    corrections: draft.blocks
      .filter(({ part }) => part === 'correction')
      .map(({ start, end }) => draft.text.slice(start, end)),
    text: draft.text,
    blocks,
    removed: draft.removed,
    ...(page.given ? { given: page.given } : {}),
    notices: [...notices, ...draft.notices, ...remarks(draft, fields, binary)],
  }
}

const BINARY: Notice = {
  rule: 'pages/binary',
  reason: 'this is no text: it looks like a picture, an archive or a program',
  grade: 'error',
}

/** What the page is, by its declaration or, failing one, by its first words. */
function mediaType(page: Page, source: string): string {
  const declared = page.type?.split(';')[0]?.trim().toLowerCase()
  if (declared === 'text/html' || declared === 'application/xhtml+xml') return 'text/html'
  if (declared === 'text/plain') return 'text/plain'
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype html|<html|<head|<body|<(?:div|p|article|main|meta|section|h1)\b)/i.test(
    source.slice(0, 2000),
  )
    ? 'text/html'
    : 'text/plain'
}

/** Fields with what the giver knows set above what the page says. */
function settled(draft: Draft, page: Page, source: string): Draft['fields'] {
  const published = givenAs(page.published) ?? notLater(draft.fields.published, page.fetched)
  const { published: _, language: declared, ...rest } = draft.fields
  const outlet = givenAs(page.outlet) ?? rest.outlet ?? hostOf(page.url)
  return {
    ...rest,
    ...(outlet ? { outlet } : {}),
    ...(published ? { published } : {}),
    language: languageOf(bodyOf(draft.text, draft.blocks) || draft.text || source.slice(0, 500), declared?.value),
  }
}

const givenAs = (value: string | undefined): Claim | undefined =>
  value ? { value, found: { by: 'pages/given', score: 1, stated: true } } : undefined

/** A date after the day on which the page was fetched cannot be its own. */
const notLater = (claim: Claim | undefined, fetched: string | undefined): Claim | undefined =>
  claim && fetched && claim.value.slice(0, 10) > nextDay(fetched) ? undefined : claim

const nextDay = (date: string): string => {
  const time = Date.parse(date.slice(0, 10))
  return Number.isNaN(time) ? '9999' : new Date(time + 86_400_000).toISOString().slice(0, 10)
}

const hostOf = (url: string | undefined): Claim | undefined => {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase()
  return host ? { value: host, found: { by: 'pages/host', score: 0.6, stated: true } } : undefined
}

/** The address that stands for an article: canonical before fetched, without scheme, `www.`, fragment and the marks of campaigns. */
function addressOf(canonical: string | undefined, url: string | undefined): string | undefined {
  const address = canonical && isOwn(canonical, url) ? canonical : url
  if (!address) return undefined
  try {
    const { host, pathname, searchParams } = new URL(address)
    for (const key of [...searchParams.keys()])
      if (/^(?:utm_|fbclid|gclid|mc_|cmp|ref|source|src|at_)/i.test(key)) searchParams.delete(key)
    searchParams.sort()
    const query = searchParams.toString()
    return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`
  } catch {
    return address
  }
}

/** A canonical address that is a site's front page, or on another host, says nothing of the article. */
const isOwn = (canonical: string, url: string | undefined): boolean => {
  try {
    const { host, pathname } = new URL(canonical)
    return pathname.length > 1 && (url === undefined || siteOf(host) === siteOf(new URL(url).host))
  } catch {
    return false
  }
}

const siteOf = (host: string): string => host.split('.').slice(-2).join('.')

const present = <T extends Record<string, string | undefined>>(values: T): { [key in keyof T]?: string } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as {
    [key in keyof T]?: string
  }

function remarks(draft: Draft, fields: Draft['fields'], binary: boolean): Notice[] {
  if (binary) return []
  if (!draft.text.trim())
    return draft.notices.length ? [] : [{ rule: 'pages/empty', reason: 'the page is empty', grade: 'error' }]
  const notices: Notice[] = []
  if (!draft.blocks.some(({ part }) => part === 'paragraph') && !draft.notices.some(({ grade }) => grade === 'error'))
    notices.push({
      rule: 'pages/no-article',
      reason: 'no running text of an article was found on the page',
      grade: 'error',
    })
  const garbled = garbledIn(draft.text)
  if (garbled > 1)
    notices.push({
      rule: 'pages/garbled',
      reason: `${garbled} letters of the page were written down in a wrong encoding`,
      grade: 'warning',
    })
  if (!fields.published)
    notices.push({
      rule: 'pages/no-date',
      reason: 'no date of publication was found; days named by words stay open',
      grade: 'warning',
    })
  if (fields.language && fields.language.value !== 'en')
    notices.push({
      rule: 'pages/language',
      reason: `the article is in ${fields.language.value}; what is written for English alone is not read in it`,
      grade: 'warning',
    })
  return notices
}
