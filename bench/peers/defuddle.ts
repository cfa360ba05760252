import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import type { Peer } from './peer.ts'

/** Defuddle over linkedom; it may ask no other host. */
export const defuddle: Peer = {
  name: 'defuddle',
  read: async (html, url) => {
    const { document } = parseHTML(html)
    const { content, title, author, published } = await Defuddle(document, url, { useAsync: false })
    return { html: content, headline: title, byline: author, published }
  },
}
