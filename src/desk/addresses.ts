import type { Citation } from '../text/citation.ts'
import type { Span } from '../text/span.ts'

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** A path with its query; undefined values are left out, a list gives its key once for each. */
export function address(path: string, query: Query = {}, anchor?: string): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one))
  }
  const asked = search.toString()
  return `${path}${asked ? `?${asked}` : ''}${anchor ? `#${anchor}` : ''}`
}

const safe = encodeURIComponent

/** Paths of the desk's pages, by the public ids that stand in them. */
export const storyPath = (story: string): string => `/stories/${safe(story)}`
export const viewPath = (story: string, view: string, query?: Query, anchor?: string): string =>
  address(`${storyPath(story)}/${safe(view)}`, query, anchor)
export const entityPath = (story: string, entity: string): string => `${storyPath(story)}/cast/${safe(entity)}`
export const articlePath = (article: string): string => `/articles/${safe(article)}`
export const jobPath = (job: string): string => `/add/${safe(job)}`

/** Where a citation's paragraph stands in its article; the article's top for what is no paragraph. */
export const paragraphPath = ({ article, version, n }: Citation, story: string): string =>
  address(articlePath(article), { version, story }, n === undefined ? undefined : `p${n}`)

/** Where a row is stepped through from an article: the story and the row's public id. */
export interface Within {
  readonly story: string
  readonly of?: string
}

/** The page on which a citation's words are lit, or only those of them that are given. */
export const citedPath = (at: Citation, within?: Within, lit: readonly Span[] = [at]): string =>
  address(
    articlePath(at.article),
    { version: at.version, at: lit.map(({ start, end }) => `${start}-${end}`), story: within?.story, of: within?.of },
    'lit',
  )

/** A search of the record; without a query its page says how to ask. */
export const searchPath = (query?: string, more?: Query): string => address('/search', { q: query, ...more })

/** Where a form asks to land: a path of this desk, never another host. */
export const backOf = (back: string | undefined): string => (back && /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : '/')
