import type { Citation } from '../../text/citation.ts'
import { covers, overlaps, type Span } from '../../text/span.ts'

/** The attributes that say whose words an element holds: nothing else in the element, to the letter. */
export const quoted = (of: Citation): { 'data-quote': string; 'data-at': string } => ({
  'data-quote': `${of.article}@${of.version}`,
  'data-at': `${of.start}-${of.end}`,
})

/** A source's words, with marks laid over some of them. The only way words of a source reach a page. */
export function Quote(props: {
  readonly of: Citation
  readonly lit?: readonly Span[]
  readonly mark?: string
  readonly class?: string
  readonly href?: string
}) {
  const { of, lit = [], mark } = props
  const words = marked(of, lit, mark)
  const attributes = { ...quoted(of), ...(props.class ? { class: props.class } : {}) }
  return props.href ? (
    <a href={props.href} {...attributes}>
      {words}
    </a>
  ) : (
    <span {...attributes}>{words}</span>
  )
}

function marked(of: Citation, lit: readonly Span[], mark?: string) {
  // A quotation that is lit whole by its line stands as it is; one whose every word is another's is marked so.
  const inside = lit.filter((span) => overlaps(of, span) && (mark || !(span.start === of.start && span.end === of.end)))
  const parts: unknown[] = []
  let at = of.start
  for (const span of inside) {
    const start = Math.max(span.start, at)
    const end = Math.min(span.end, of.end)
    if (start >= end) continue
    parts.push(of.exact.slice(at - of.start, start - of.start))
    parts.push(<mark class={mark}>{of.exact.slice(start - of.start, end - of.start)}</mark>)
    at = end
  }
  parts.push(of.exact.slice(at - of.start))
  return parts as string[]
}

/** Whether a citation lies in another of the same text. */
export const within = (outer: Citation, inner: Citation): boolean =>
  outer.article === inner.article && outer.version === inner.version && covers(outer, inner)
