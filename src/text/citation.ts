import { type Span, wordsOf } from './span.ts'

/** Exact words and where they stand: `text.slice(start, end) === exact` in that version of that article, always. */
export interface Citation extends Span {
  readonly article: string
  readonly version: string
  readonly exact: string
  /** Number of the paragraph it stands in (the ¶ that people cite); absent outside paragraphs. */
  readonly n?: number
}

/** Where the words of a citation begin, as a key: `ARTICLE@VERSION#START`. */
export const startOf = ({ article, version, start }: Citation): string => `${article}@${version}#${start}`

/** Cites a span of an article. Throws a RangeError for a span that is empty or reaches outside its text. */
export function cite(
  article: { readonly id: string; readonly version: string; readonly text: string },
  span: Span,
): Citation {
  const { start, end } = span
  if (!(start >= 0 && start < end && end <= article.text.length))
    throw new RangeError(`span ${start}-${end} is not in a text of ${article.text.length} units`)
  return { article: article.id, version: article.version, start, end, exact: wordsOf(article.text, span) }
}
