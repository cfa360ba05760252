import type { ItemOf, Ref } from '../items.ts'
import type { Cluster } from '../links.ts'
import type { EntityRow } from '../rows.ts'
import { articlesOf, type Built, type Carried, carryOver, itemsOf, note, rowsOf } from './carried.ts'
import type { RowContext } from './context.ts'
import type { Listed } from './entry.ts'
import { type Origins, originsOfArticles } from './origins.ts'
import type { StoryParts } from './parts.ts'

/** Rows that are built together. */
const TOGETHER = 64

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
  copyOf(article: string): string | undefined
  readonly origins: Origins
  report(article: string): EntityRow['occurrences'][number]['report']
  /** Whose report an article is, in one word for all of it. */
  told(article: string): string
}

/** What every row asks of its story. */
export interface Context extends RowContext, Shared {}

/** Whose articles a story's are, and which are copies. */
export async function sharedOf(parts: StoryParts): Promise<Shared> {
  const [copies, articles] = [await parts.copies(), await parts.reports()]
  const reports = new Map(articles.map(({ article, report }) => [article, report]))
  const origins = originsOfArticles(articles, copies)
  const [copyOf, report] = [(article: string) => copies.get(article), (article: string) => reports.get(article) ?? {}]
  const told = (article: string): string =>
    JSON.stringify([origins.originOf(article), origins.agencyOf(article), copyOf(article), report(article)])
  return { copyOf, origins, report, told }
}

/** How rows of one kind are made of their clusters. */
export interface Making<K extends Listed, R> {
  readonly kind: K
  /** Whom an item names: their refs. */
  refsIn(item: ItemOf<K>): readonly Ref[]
  make(cluster: Cluster<K>, context: Context): R | undefined
}

/** What rows are built from. */
export interface Site {
  readonly parts: StoryParts
  contextFor(refs: readonly Ref[]): Promise<Context>
  readonly carried: Carried
  /** What was built before the record changed. */
  readonly before?: Carried | undefined
}

/** Builds rows of one kind by their ids, in that order; those built last are kept, and carried over. */
export function building<K extends Listed, R extends { readonly id: string }>(
  { parts, contextFor, carried, before }: Site,
  { kind, refsIn, make }: Making<K, R>,
): Build<R> {
  const known = rowsOf<K, R>(carried, kind)
  const over = once(async () => {
    if (before) await carryOver<K, R>(before, carried, { parts, kind, refsIn, nowFor: contextFor })
  })
  const built = async (ids: readonly string[]): Promise<readonly Built<K, R>[]> => {
    const clusters = await parts.clusters(kind, ids)
    const items = clusters.flatMap((cluster) => itemsOf<K>(cluster))
    const refs = items.flatMap(refsIn)
    const context = await contextFor(refs)
    note(carried, refs, articlesOf(clusters), context)
    return clusters.flatMap((cluster) => {
      const row = make(cluster, context)
      return row ? [{ cluster, row }] : []
    })
  }
  return async (ids) => {
    await over()
    const there = new Map(ids.map((id) => [id, known.get(id)?.row]))
    const missing = ids.filter((id) => there.get(id) === undefined)
    for (const one of missing.length === 0 ? [] : await built(missing)) {
      known.put(one.row.id, one)
      there.set(one.row.id, one.row)
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
