import type { ArticleItem } from '../items.ts'
import agencies from '../offer/agencies.json' with { type: 'json' }

/** An agency's full name, where a text credits it by a short one. */
const fullName = (agency: string): string => (agencies.short as Readonly<Record<string, string>>)[agency] ?? agency

/** Whose report each article of a story is. */
export interface Origins {
  /** The agency that the article credits, or that the text it shares with others is credited to, by its full name. */
  agencyOf(article: string): string | undefined
  /**
   * One name for each independent origin: the agency, else the outlet that printed the text first, else that article. Two articles with the
   * same name are one origin.
   */
  originOf(article: string): string
}

/** Tells the origins of articles apart: `articles` are earliest first, `copies` gives the article whose text each copy has. Pure. */
export function originsOfArticles(
  articles: readonly Pick<ArticleItem, 'article' | 'report' | 'agency'>[],
  copies: ReadonlyMap<string, string>,
): Origins {
  const rootOf = (article: string): string => copies.get(article) ?? article
  const outlets = new Map(articles.map(({ article, report }) => [article, report.outlet]))
  const credited = new Map<string, string>()
  for (const { article, agency } of articles) {
    const root = rootOf(article)
    if (agency !== undefined && (article === root || !credited.has(root))) credited.set(root, fullName(agency))
  }
  const agencyOf = (article: string) => credited.get(rootOf(article))
  return {
    agencyOf,
    originOf: (article) => {
      const root = rootOf(article)
      return credited.get(root) ?? outlets.get(root) ?? root
    },
  }
}
