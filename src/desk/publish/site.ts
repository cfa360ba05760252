import type { OnRecord } from '../../record/record.ts'
import {
  articleFile,
  articleIn,
  type Cited,
  excerptOf,
  keyOf,
  noteCited,
  placeId,
  settled,
  spanKey,
} from './articles.ts'
import { type Asking, askingOf, HOST, hrefOf, isPublished, type SiteOptions, stillPage } from './asking.ts'
import { downloadFile, pageFile, wayTo } from './names.ts'
import { attribute, type Element, relink, type Still, written } from './still.ts'

/** One file of a site, by its path from the site's folder: plain words and slashes, never a way out of it. */
export interface SiteFile {
  readonly path: string
  readonly body: string
}

/** A site that is planned: every path is known before the first file is made. */
export interface Site {
  readonly paths: readonly string[]
  /** Each file in turn; no more than one is held. */
  files(): AsyncIterable<SiteFile>
}

const SHEET = 'assets/desk.css'

interface Found {
  /** Ids that stand on each page, by the page's path. */
  readonly pages: Map<string, ReadonlySet<string>>
  /** Paths that lead on to another. */
  readonly moved: Map<string, string>
  /** Files of what is offered to download, by the address that gives it. */
  readonly downloads: Map<string, string>
  readonly cited: Map<string, Cited>
}

const addressOf = ({ pathname, search }: URL): string => `${pathname}${search}`

async function noteDownload(asking: Asking, found: Found, address: URL): Promise<void> {
  if (found.downloads.has(addressOf(address)) || !isPublished(asking, address.pathname)) return
  const answer = await asking.app.request(`${HOST}${addressOf(address)}`, { method: 'HEAD' })
  const [, name] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  if (answer.status === 200 && name) found.downloads.set(addressOf(address), downloadFile(address, name))
}

/** Notes what a page links to; gives the paths of further pages. */
async function noteLinks(asking: Asking, found: Found, still: Still, page: string): Promise<readonly string[]> {
  const further: string[] = []
  for (const link of still.links) {
    const address = hrefOf(link, page)
    if (address?.origin !== HOST) continue
    if (attribute(link, 'download') !== undefined) await noteDownload(asking, found, address)
    else if (articleIn(address)) noteCited(found.cited, address, page)
    else if (isPublished(asking, address.pathname)) further.push(address.pathname)
  }
  return further
}

/** Goes through every page from the first one: what stands on each, and what they cite. The pages themselves are not kept. */
async function crawl(asking: Asking): Promise<Found> {
  const found: Found = { pages: new Map(), moved: new Map(), downloads: new Map(), cited: new Map() }
  const seen = new Set([asking.root])
  // Last in, first out: the pages of one story come one after the other.
  const open = [asking.root]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const still = await stillPage(asking, path)
    if (typeof still === 'string') found.moved.set(path, still)
    else if (still) found.pages.set(path, still.ids)
    const further = typeof still === 'string' ? [still] : still ? await noteLinks(asking, found, still, path) : []
    for (const next of further)
      if (!seen.has(next)) {
        seen.add(next)
        open.push(next)
      }
  }
  return found
}

interface Plan {
  readonly asking: Asking
  readonly found: Found
  readonly cited: ReadonlyMap<string, Cited>
}

const fileOf = ({ root }: Asking, path: string): string => (path === root ? 'index.html' : pageFile(path))

function articleWay(from: string, address: URL, cited: ReadonlyMap<string, Cited>): string | undefined {
  const named = articleIn(address)
  const one = named && cited.get(keyOf(named.article, named.version))
  if (!one) return undefined
  const [span] = named.spans
  const anchor = span && one.spans.has(spanKey(span)) ? `#${placeId(one, span)}` : ''
  return `${wayTo(from, articleFile(one))}${anchor}`
}

function pageWay(plan: Plan, from: string, address: URL): string | undefined {
  const { asking, found } = plan
  // The program's name leads to the first page, whichever that is.
  const asked = address.pathname === '/' ? asking.root : address.pathname
  const path = found.moved.get(asked) ?? asked
  const ids = found.pages.get(path)
  if (!ids) return undefined
  const anchor = ids.has(decodeURIComponent(address.hash.slice(1))) ? address.hash : ''
  return `${wayTo(from, fileOf(asking, path))}${anchor}`
}

/** Where the links of a page lead on the site: of a page of the desk by its path, of an article by its file. */
function waysFrom(plan: Plan, page: string, from: string, ids: ReadonlySet<string>) {
  return (href: string, link: Element): string | undefined => {
    if (href.startsWith('#')) return ids.has(decodeURIComponent(href.slice(1))) ? href : undefined
    const address = hrefOf(link, page)
    if (!address) return undefined
    if (address.origin !== HOST) return /^https?:$/.test(address.protocol) ? address.href : undefined
    const download = plan.found.downloads.get(addressOf(address))
    if (download) return wayTo(from, download)
    return articleWay(from, address, plan.cited) ?? pageWay(plan, from, address)
  }
}

function fileFrom(plan: Plan, still: Still | string | undefined, page: string, path: string): SiteFile {
  if (typeof still !== 'object') throw new Error(`the record changed while it was published: ${page} is gone`)
  relink(still, waysFrom(plan, page, path, still.ids))
  return { path, body: written(still, { way: wayTo(path, SHEET) }) }
}

async function* filesOf(plan: Plan): AsyncIterable<SiteFile> {
  const { asking, found, cited } = plan
  const answered = async (address: string) => (await asking.app.request(`${HOST}${address}`)).text()
  yield { path: SHEET, body: await answered(`/${SHEET}`) }
  for (const one of new Set(cited.values())) yield fileFrom(plan, await excerptOf(asking, one), '/', articleFile(one))
  for (const page of found.pages.keys()) yield fileFrom(plan, await stillPage(asking, page), page, fileOf(asking, page))
  for (const [address, path] of found.downloads) yield { path, body: await answered(address) }
}

/**
 * A static site of a record: the desk's own pages without what needs a desk, their links ways from file to file, and every cited article as an
 * excerpt. Undefined where the record has no such story.
 */
export async function siteOf(record: OnRecord, options: SiteOptions = {}): Promise<Site | undefined> {
  const asking = await askingOf(record, options)
  if (!asking) return undefined
  const found = await crawl(asking)
  const cited = await settled(record, found.cited)
  const paths = [
    SHEET,
    ...[...new Set(cited.values())].map(articleFile),
    ...[...found.pages.keys()].map((page) => fileOf(asking, page)),
    ...found.downloads.values(),
  ]
  return { paths, files: () => filesOf({ asking, found, cited }) }
}
