import type { DraftBlock } from '../draft.ts'
import type { Head } from './head.ts'
import { plain } from './jsonld.ts'

/** The article's text as the page's linked data give it is read from this length on; units. */
const LEAST = 200
/** And up to this. */
const LONGEST = 400_000

/** A paragraph of the linked data, and where its words stand in the page. */
export interface Told {
  readonly text: string
  readonly source?: readonly [start: number, end: number]
}

/** The paragraphs of an article that only the page's linked data give; none where these give none to speak of. */
export function toldIn({ linked }: Head, html: string): readonly Told[] {
  const body = linked?.articleBody
  if (typeof body !== 'string' || body.length < LEAST) return []
  let from = html.search(/"articleBody"/)
  return body
    .slice(0, LONGEST)
    .split(/\s*\n\s*|<\/p>|<br\s*\/?>(?:\s*<br\s*\/?>)*/i)
    .flatMap((raw): Told[] => {
      const text = plain(raw, LONGEST)
      if (!/[\p{L}\p{N}]/u.test(text)) return []
      // As JSON writes them: most often without any mark of its own.
      const written = JSON.stringify(raw.trim()).slice(1, -1)
      const at = from < 0 ? -1 : html.indexOf(written, from)
      if (at < 0) return [{ text }]
      from = at + written.length
      return [{ text, source: [at, from] }]
    })
}

/** Blocks that stand behind a text of this length, each behind a joint. */
export function blocksOf(told: readonly Told[], from: number, joint: string): readonly DraftBlock[] {
  let at = from
  return told.map(({ text, source }) => {
    const start = at === 0 ? 0 : at + joint.length
    at = start + text.length
    return { start, end: at, part: 'paragraph', by: 'pages/json-ld-body', ...(source ? { source } : {}) }
  })
}
