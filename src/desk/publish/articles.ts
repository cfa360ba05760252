import type { OnRecord } from '../../record/record.ts'
import { byPlace, type Span } from '../../text/span.ts'
import { type CitedSpan, excerptPage } from '../pages/excerpt.tsx'
import type { Asking } from './asking.ts'
import { fileName } from './names.ts'
import { type Still, stillOf } from './still.ts'

/** A version of an article with all that is cited of it. */
export interface Cited {
  readonly article: string
  /** The newest one where no address named one. */
  readonly version: string | undefined
  /** What is cited, as a line's words or, on somebody's own page, as a mention alone. */
  readonly spans: Map<string, CitedSpan>
  story: string | undefined
}

/** What an address of an article names: which, in which version, and what is cited there. */
export interface Named {
  readonly article: string
  readonly version: string | undefined
  readonly spans: readonly Span[]
  readonly story: string | undefined
  /** The row whose words these are. */
  readonly of: string | undefined
}

/** Names a version of an article; without a version its newest. */
export const keyOf = (article: string, version: string | undefined): string => JSON.stringify([article, version ?? ''])

/** Names a span among those of one article. */
export const spanKey = ({ start, end }: Span): string => `${start}-${end}`

/** Reads the address of an article's page; undefined for any other. */
export function articleIn(address: URL): Named | undefined {
  const [, name] = /^\/articles\/([^/]+)$/.exec(address.pathname) ?? []
  if (name === undefined) return undefined
  const query = address.searchParams
  const spans = query.getAll('at').flatMap((at) => {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at) ?? []
    return Number(start) < Number(end) ? [{ start: Number(start), end: Number(end) }] : []
  })
  return {
    article: decodeURIComponent(name),
    version: query.get('version') ?? undefined,
    spans,
    story: query.get('story') ?? undefined,
    of: query.get('of') ?? undefined,
  }
}

/** Notes what an address on a page cites. */
export function noteCited(cited: Map<string, Cited>, address: URL | undefined, page: string): void {
  const named = address && articleIn(address)
  if (!named) return
  const { article, version, story, of } = named
  // A row's own page lists where it is named.
  const mention = of !== undefined && page.endsWith(`/${of}`)
  const key = keyOf(article, version)
  const known = cited.get(key) ?? { article, version, story, spans: new Map() }
  known.story ??= story
  for (const span of named.spans) {
    const key = spanKey(span)
    known.spans.set(key, { ...span, mention: mention && (known.spans.get(key)?.mention ?? true) })
  }
  cited.set(key, known)
}

/** The same by what is kept: each with its version, under every key that names it. What is not kept is left out. */
export async function settled(
  record: OnRecord,
  cited: ReadonlyMap<string, Cited>,
): Promise<ReadonlyMap<string, Cited>> {
  const kept = new Map<string, Cited>()
  for (const one of cited.values()) {
    const reading = (await record.reading(one.article, one.version))?.reading
    if (!reading) continue
    const key = keyOf(reading.id, reading.version)
    const known = kept.get(key) ?? { ...one, version: reading.version, spans: new Map() }
    for (const [at, span] of one.spans)
      if (span.end <= reading.text.length)
        known.spans.set(at, { ...span, mention: span.mention && (known.spans.get(at)?.mention ?? true) })
    known.story ??= one.story
    kept.set(key, known)
    kept.set(keyOf(one.article, one.version), known)
  }
  return kept
}

/** The file of an article's page. */
export const articleFile = ({ article, version = '' }: Cited): string =>
  `articles/${fileName(article)}/${fileName(version)}.html`

/** The id of a place on an article's page; of its top without a span. */
export const placeId = ({ article, version = '' }: Cited, span?: Span): string =>
  [fileName(article), fileName(version), ...(span ? [spanKey(span)] : [])].join('.')

/** The page of an article for everybody. */
export async function excerptOf({ record, options }: Asking, cited: Cited): Promise<Still | undefined> {
  const reading = (await record.reading(cited.article, cited.version))?.reading
  if (!reading) return undefined
  const html = await excerptPage({
    reading,
    at: [...cited.spans.values()].toSorted(byPlace),
    whole: options.whole === true,
    anchor: (span) => placeId(cited, span),
    ...(cited.story === undefined ? {} : { story: cited.story }),
  })
  return stillOf(String(html))
}
