import type { Notice } from '../../text/notice.ts'
import type { Head } from './head.ts'
import type { Leaf } from './leaves.ts'
import { firstOf } from './meta.ts'
import words from './words.json' with { type: 'json' }

/** What is known of a page on which no article was found. */
export interface Bare {
  readonly head: Head
  readonly leaves: readonly Leaf[]
  readonly headline: string | undefined
  readonly url: string | undefined
}

const notice = (rule: string, reason: string): Notice => ({ rule: `pages/${rule}`, reason, grade: 'error' })

/** Links that a page holds at least, to be a list of them; and the share of its words that stand in them. */
const LINKS = 4
const LINKED = 0.5

/** What a page is that holds no article, and why it is taken for that: an error, a search, a video, a list of links, or none of these; nothing at all. */
export function absenceOf(page: Bare): Notice {
  if (!page.leaves.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return notice('empty', 'the page is empty')
  const title = (page.headline ?? page.head.meta.title ?? '').toLowerCase()
  const said = words.errors.find((phrase) => title.includes(phrase)) ?? codeIn(title)
  if (said !== undefined) return notice('error-page', `the page is an error's: its title says “${said}”`)
  const asked = searchIn(page, title)
  if (asked !== undefined) return notice('search-page', `the page lists what a search found: ${asked}`)
  const shown = videoIn(page.head)
  if (shown !== undefined) return notice('video-page', `the page shows a video and tells nothing beside it: ${shown}`)
  const links = page.leaves.filter(({ linked, text }) => linked >= text.length * LINKED)
  const letters = page.leaves.reduce((sum, { text }) => sum + text.length, 0)
  const inLinks = page.leaves.reduce((sum, { linked }) => sum + linked, 0)
  if (links.length >= LINKS && inLinks >= letters * LINKED)
    return notice(
      'list-page',
      `the page is a list of ${links.length} links to others, as a front or a section is: ${Math.round((100 * inLinks) / letters)} in 100 of its letters stand in them`,
    )
  return notice('no-article', 'no running text of an article was found on the page')
}

/** "404 Not Found": a code of the web's own at either end of a title. */
const codeIn = (title: string): string | undefined =>
  /^(?:error\s)?(?:40[0-9]|410|429|50[0-4])\b|\b(?:40[0-9]|410|429|50[0-4])$/.exec(title.trim())?.[0]

function searchIn({ head, url }: Bare, title: string): string | undefined {
  if (head.all.some((one) => [one['@type']].flat().includes('SearchResultsPage'))) return 'its linked data say so'
  const phrase = words.searches.find((start) => title.startsWith(start))
  if (phrase !== undefined) return `its title says “${phrase}”`
  const asked = /[?&](?:q|query|s|search|suche)=[^&#]|\/(?:search|suche|recherche|buscar|cerca)(?:[/?#]|$)/i.exec(
    url ?? '',
  )
  return asked ? 'its address asks for one' : undefined
}

function videoIn({ meta, all, elements }: Head): string | undefined {
  if (/^video\b/i.test(firstOf(meta, 'og:type') ?? '')) return 'it declares itself one'
  if (all.some((one) => [one['@type']].flat().includes('VideoObject'))) return 'its linked data describe one'
  return elements.some(({ tagName }) => tagName === 'video') ? 'it holds one' : undefined
}
