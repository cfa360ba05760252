import type { Cluster } from '../links.ts'
import type { EntityRow } from '../rows.ts'
import type { RowContext } from './context.ts'
import type { Listed } from './entry.ts'
import { type Origins, originsOfArticles } from './origins.ts'
import type { StoryParts } from './parts.ts'
import { recent } from './recent.ts'

/** Rows that are built together. */
const TOGETHER = 64
/** How many of the rows built last are kept, ready to be asked again. */
export const MOST_ROWS = 20_000

/** Builds rows of one kind by their ids, in that order. */
export type Build<R> = (ids: readonly string[]) => Promise<readonly R[]>

type Some<T> = AsyncIterable<T> | Iterable<T>

/** What is made when it is first asked for, and kept. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** What every row asks of its story's articles. */
export interface Shared {
  readonly copyOf: RowContext['copyOf']
  readonly origins: Origins
  report(article: string): EntityRow['occurrences'][number]['report']
}

/** Whose articles a story's are, and which are copies. */
export async function sharedOf(parts: StoryParts): Promise<Shared> {
  const [copies, articles] = [await parts.copies(), await parts.reports()]
  const reports = new Map(articles.map(({ article, report }) => [article, report]))
  return {
    copyOf: (article) => copies.get(article),
    origins: originsOfArticles(articles, copies),
    report: (article) => reports.get(article) ?? {},
  }
}

/** Builds rows of one kind by their ids, in that order; those built last are kept. */
export function building<K extends Listed, R extends { readonly id: string }>(
  parts: StoryParts,
  kind: K,
  make: (clusters: readonly Cluster<K>[]) => Promise<readonly R[]>,
): Build<R> {
  const known = recent<R>(MOST_ROWS)
  return async (ids) => {
    const there = new Map(ids.map((id) => [id, known.get(id)]))
    const missing = ids.filter((id) => there.get(id) === undefined)
    const made = missing.length === 0 ? [] : await make(await parts.clusters(kind, missing))
    for (const row of made) {
      known.put(row.id, row)
      there.set(row.id, row)
    }
    return ids.flatMap((id) => there.get(id) ?? [])
  }
}

// Entries in runs: of a few, and no run ends between two that `together` holds to be of one.
async function* runs<E>(entries: Some<E>, together: (a: E, b: E) => boolean): AsyncIterable<readonly E[]> {
  let run: E[] = []
  for await (const entry of entries) {
    const last = run.at(-1)
    if (last !== undefined && run.length >= TOGETHER && !together(last, entry)) {
      yield run
      run = []
    }
    run.push(entry)
  }
  if (run.length > 0) yield run
}

const never = (): boolean => false

/** The rows of one kind in their order, built a few at a time. */
export async function* inOrder<E extends { readonly id: string }, R>(
  entries: Some<E>,
  build: Build<R>,
  together: (a: E, b: E) => boolean = never,
): AsyncIterable<R> {
  for await (const run of runs(entries, together)) yield* await build(run.map(({ id }) => id))
}
