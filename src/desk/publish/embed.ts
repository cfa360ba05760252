import { defaultTreeAdapter, parseFragment } from 'parse5'
import type { OnRecord } from '../../record/record.ts'
import { viewPath } from '../addresses.ts'
import { say } from '../labels.ts'
import { articleIn, type Cited, excerptOf, keyOf, noteCited, placeId, settled } from './articles.ts'
import { type Asking, askingOf, hrefOf, type SiteOptions, stillPage } from './asking.ts'
import { type Element, elementsIn, find, relink, type Still, written } from './still.ts'

/** What leads around the desk, and is nothing on a page that stands alone. */
const AROUND: readonly (readonly [tag: string, name?: string])[] = [
  ['header', 'bar'],
  ['a', 'skip'],
  ['nav', 'views'],
  ['span', 'downloads'],
]

const detach = (element: Element | undefined): void => {
  if (element) defaultTreeAdapter.detachNode(element)
}

// An article's excerpt as a part of the page; its heading is one of the page's.
function partOf(still: Still): Element | undefined {
  const part = find(still.root, 'article', 'excerpt')
  if (!part) return undefined
  detach(find(part, 'nav', 'way'))
  for (const one of elementsIn(part)) if (one.tagName === 'h1') one.tagName = one.nodeName = 'h3'
  return part
}

async function addSources(asking: Asking, still: Still, articles: Awaited<ReturnType<typeof settled>>): Promise<void> {
  const main = find(still.root, 'main')
  const sources = parseFragment(`<section class="sect sources"><h2>${say('Sources')}</h2></section>`).childNodes[0]
  if (!main || !sources || !('tagName' in sources)) return
  for (const one of new Set(articles.values())) {
    const excerpt = await excerptOf(asking, one)
    if (!excerpt) continue
    relink(excerpt, (href) => (/^https?:/.test(href) ? href : undefined))
    const part = partOf(excerpt)
    if (part) defaultTreeAdapter.appendChild(sources, part)
  }
  defaultTreeAdapter.appendChild(main, sources)
}

/**
 * A view of a story as one page that needs nothing beside it, its sources below it: for a frame on another page. Undefined where the record
 * has no such story, or the story no such view.
 */
export async function embedOf(record: OnRecord, view: string, options: SiteOptions = {}): Promise<string | undefined> {
  const rows = await record.rows(options.story)
  const story = (await rows?.story())?.id
  const asking = story === undefined ? undefined : await askingOf(record, { ...options, story })
  if (!asking || story === undefined) return undefined
  const page = viewPath(story, view)
  const still = await stillPage(asking, page)
  if (typeof still !== 'object') return undefined
  const cited = new Map<string, Cited>()
  for (const link of still.links) noteCited(cited, hrefOf(link, page), page)
  const articles = await settled(record, cited)
  for (const [tag, name] of AROUND) detach(find(still.root, tag, name))
  relink(still, (href, link) => {
    if (href.startsWith('#')) return still.ids.has(href.slice(1)) ? href : undefined
    const address = hrefOf(link, page)
    const named = address && articleIn(address)
    const one = named && articles.get(keyOf(named.article, named.version))
    if (!one) return undefined
    return `#${placeId(one, named.spans[0])}`
  })
  await addSources(asking, still, articles)
  const sheet = await asking.app.request('http://127.0.0.1/assets/desk.css')
  return written(still, { css: await sheet.text() })
}
