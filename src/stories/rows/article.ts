import type { ArticleRow } from '../rows.ts'
import type { Outlines } from './entry.ts'
import type { Origins } from './origins.ts'

/** What a row of an article asks beside its item. */
export interface ArticleContext {
  readonly story: string
  copyOf(article: string): string | undefined
  versions(article: string): readonly string[] | undefined
  readonly origins: Origins
}

/** An article as a story shows it. */
export function articleRow(
  item: Outlines['article'] & { readonly article: string },
  context: ArticleContext,
): ArticleRow {
  const [origin, agency] = [context.copyOf(item.article), context.origins.agencyOf(item.article)]
  return {
    ...item.report,
    id: item.article,
    version: item.version,
    versions: context.versions(item.article) ?? [item.version],
    story: context.story,
    ...(item.head ? { head: item.head } : {}),
    words: item.words,
    ...(origin === undefined ? {} : { origin }),
    ...(agency === undefined ? {} : { agency }),
    source: context.origins.originOf(item.article),
    ...(item.confirmed ? { confirmed: true } : {}),
    ...(item.disputed ? { disputed: true } : {}),
    ...(item.hidden ? { hidden: true } : {}),
  }
}
