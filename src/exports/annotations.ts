import type { Citation } from '../text/citation.ts'
import { pointsBefore } from '../text/points.ts'
import type { Line, Shape } from '../views/line.ts'
import { labelsOf } from '../views/lines.ts'
import type { Export, ExportOptions, Texts, Viewed } from './export.ts'

/** Units of the text before and after a quotation that find it again where it stands more than once. */
const AROUND = 32
/** Texts kept at hand: lines that follow each other cite the same articles. */
const AT_HAND = 64

const isHalf = (text: string, at: number): boolean =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))

/** A text with places in it as the W3C's selectors count them. */
export interface Pointed {
  /** Code points before the words, and before their end. */
  position(citation: Citation): { readonly start: number; readonly end: number }
  quote(citation: Citation): { readonly exact: string; readonly prefix: string; readonly suffix: string }
}

/** Turns places of a text from UTF-16 units to code points. A place inside a character becomes the place of that character. */
export function pointed(text: string): Pointed {
  const points = pointsBefore(text)
  const at = (place: number) => points[Math.min(place, text.length)] ?? 0
  return {
    position: ({ start, end }) => ({ start: at(start), end: at(end) }),
    quote: ({ start, end, exact }) => {
      const from = Math.max(0, start - AROUND)
      const to = Math.min(text.length, end + AROUND)
      return {
        exact,
        prefix: text.slice(isHalf(text, from) ? from + 1 : from, start),
        suffix: text.slice(end, isHalf(text, to) ? to - 1 : to),
      }
    },
  }
}

function keptTexts(texts: Texts): (citation: Citation) => Promise<Pointed | undefined> {
  const kept = new Map<string, Pointed | undefined>()
  return async ({ article, version }) => {
    const key = `${article}@${version}`
    if (!kept.has(key)) {
      const text = await texts(article, version)
      const [oldest] = kept.keys()
      if (kept.size >= AT_HAND && oldest !== undefined) kept.delete(oldest)
      kept.set(key, text === undefined ? undefined : pointed(text))
    }
    return kept.get(key)
  }
}

const iri = (...parts: readonly (string | number)[]): string =>
  `urn:onrecord:${parts.map((part) => encodeURIComponent(String(part).toWellFormed())).join(':')}`

/** What the words are cited for: to say who or where something is, or what is told of it. */
const MOTIVATIONS: Readonly<Record<Shape, string>> = {
  event: 'describing',
  claim: 'describing',
  card: 'identifying',
  series: 'describing',
  pin: 'identifying',
  report: 'describing',
}

// The line as JSON, without the words that the targets hold, and its labels as tags.
function bodyOf(line: Line): readonly object[] {
  const { id, text, from, reports, roles, ...facets } = line
  return [
    {
      type: 'TextualBody',
      purpose: 'describing',
      format: 'application/json',
      value: JSON.stringify({ line: id, ...facets }),
    },
    ...labelsOf(line).map((value) => ({ type: 'TextualBody', purpose: 'tagging', language: 'en', value })),
  ]
}

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//i.test(url)

function annotationOf(line: Line, at: number, citation: Citation, found: Pointed | undefined): object {
  const { article, version, start, end, exact } = citation
  const url = line.reports[at]?.url
  return {
    id: iri('annotation', line.id, article, version, start, end),
    type: 'Annotation',
    motivation: MOTIVATIONS[line.shape],
    body: bodyOf(line),
    target: {
      source: isWeb(url) ? url : iri('article', article),
      selector: [
        ...(found ? [{ type: 'TextPositionSelector', ...found.position(citation) }] : []),
        { type: 'TextQuoteSelector', ...(found ? found.quote(citation) : { exact }) },
      ],
      scope: iri('article', article, version),
    },
  }
}

async function* write(views: readonly Viewed[], { all, texts }: ExportOptions): AsyncIterable<string> {
  if (!texts) throw new TypeError('annotations need the texts of articles: options.texts')
  const textOf = keptTexts(texts)
  const [first] = views
  const label = first?.story.title?.exact ?? first?.story.id ?? ''
  const names = views.map(({ view }) => view.name)
  const id = iri('collection', first?.story.id ?? '', ...names)
  const head = { '@context': 'http://www.w3.org/ns/anno.jsonld', id, type: 'AnnotationCollection', label }
  const page = { id: iri('page', first?.story.id ?? '', ...names), type: 'AnnotationPage', partOf: id, startIndex: 0 }
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`
  const told = new Set<string>()
  for (const { lines } of views)
    for await (const line of lines) {
      if (!all && !line.sure) continue
      for (const [at, citation] of line.from.entries()) {
        const { article, version, start, end } = citation
        const place = `${line.id} ${article}@${version}#${start}-${end}`
        if (told.has(place)) continue
        yield `${told.size > 0 ? ',' : ''}\n${JSON.stringify(annotationOf(line, at, citation, await textOf(citation)))}`
        told.add(place)
      }
    }
  yield `]},"total":${told.size}}\n`
}

/** Every citation as a W3C Web Annotation: its words, where they stand, and the line that cites them. */
export const annotations: Export = {
  name: 'annotations',
  extension: 'jsonld',
  type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  about: 'Every citation as a W3C Web Annotation.',
  needsTexts: true,
  write,
}
