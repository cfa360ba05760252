import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Peer } from './peer.ts'

/** Mozilla's Readability over linkedom. */
export const readability: Peer = {
  name: 'readability',
  read: async (html) => {
    const { document } = parseHTML(html)
    const found = new Readability(document).parse()
    if (!found) return undefined
    const { content, title, byline, publishedTime } = found
    return { html: content ?? '', headline: title, byline, published: publishedTime }
  },
}
