import type { PageFields } from '../score/pages.ts'
import { defuddle } from './defuddle.ts'
import { flat } from './flat.ts'
import type { Peer } from './peer.ts'
import { readability } from './readability.ts'

/** The programs that pages are read beside. */
export const PEERS: readonly Peer[] = [readability, defuddle]

/** What a peer takes from a page, as fields that can be scored; none where it throws. White space before the page is spared it: linkedom has no root then. */
export async function fieldsBy(peer: Peer, html: string, url: string): Promise<PageFields> {
  const found = await quietly(() => peer.read(html.trimStart(), url)).catch(() => undefined)
  if (!found) return {}
  const { headline, byline, published } = found
  return {
    body: flat(found.html),
    headline: headline ?? null,
    authors: namesIn(byline ?? ''),
    published: dayIn(published ?? ''),
  }
}

/** Names in a byline, as far as commas and "and" part them. */
const namesIn = (byline: string): readonly string[] =>
  byline
    .split(/\s*(?:,|;|\n|\||\band\b|\bund\b|&)\s*/i)
    .map((name) => name.trim())
    .filter(Boolean)

const dayIn = (date: string): string => {
  if (/^\d{4}-\d{2}-\d{2}/.test(date)) return date
  const time = Date.parse(date)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}

/** Lets a peer work without what it writes to the console. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error, warn, log } = console
  Object.assign(console, { error: silent, warn: silent, log: silent })
  try {
    return await work()
  } finally {
    Object.assign(console, { error, warn, log })
  }
}

const silent = (): void => {}
