import type { Notice } from '../../text/notice.ts'
import { absolute } from './figures.ts'
import { attribute, type Element } from './tree.ts'

/** What numbers the pages of one article at the end of an address: "/2", "/page/2", "-2.html", "?page=2". */
const NUMBERED = /(?:\/(?:page\/?)?|[-_](?:page-?)?)\d{1,2}(?=\/?$|\.\w{2,5}$)/
const ASKED: ReadonlySet<string> = new Set(['page', 'p', 'pg', 'seite', 'pagina'])

/** An address without the number of a page. */
function bare(address: string): string {
  const url = new URL(address)
  for (const key of [...url.searchParams.keys()]) if (ASKED.has(key.toLowerCase())) url.searchParams.delete(key)
  return `${url.host}${url.pathname.replace(NUMBERED, '').replace(/\/$/, '')}${url.search}`
}

/** A glance at the source, before all its elements are asked. */
const NEXT = /\brel\s*=\s*["']?[^"'>]{0,40}\bnext\b/i

function isNext(element: Element): boolean {
  if (element.tagName !== 'link' && element.tagName !== 'a') return false
  const rel = attribute(element, 'rel')
  return rel !== undefined && /\bnext\b/i.test(rel)
}

/** Says that the article goes on on another page, where the page names one as its next whose address differs from its own by a page's number alone. */
export function furtherIn(html: string, elements: readonly Element[], base: string | undefined): Notice | undefined {
  if (base === undefined || !URL.canParse(base) || !NEXT.test(html)) return undefined
  const next = elements.find(isNext)
  const address = next && absolute(attribute(next, 'href'), base)
  if (address === undefined || address === base || bare(address) !== bare(base)) return undefined
  return { rule: 'pages/further-page', reason: `the article goes on on another page: ${address}`, grade: 'warning' }
}
