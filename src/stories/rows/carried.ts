import type { ItemOf, Ref } from '../items.ts'
import type { HappeningRow, StoryRows, Who } from '../rows.ts'
import type { Listed } from './entry.ts'
import type { Kept, StoryParts } from './parts.ts'
import { type Recent, recent } from './recent.ts'

/** How many of the rows of a kind that were built last are kept, ready to be asked again. */
export const MOST_ROWS = 50_000

/** A row with what it was built from. */
export interface Built<K extends Listed, R> {
  readonly row: R
  readonly cluster: Kept<K>
}

/** How a plan ended, and what that was seen from: its row, the story's last day, and what may answer it. */
export interface Ended {
  readonly bare: HappeningRow
  readonly last: string | undefined
  readonly reports: readonly HappeningRow[]
  readonly row: HappeningRow
}

/** The rows of a story that were built, and what they took from elsewhere in it. */
export interface Carried {
  readonly rows: Map<Listed, Recent<Built<Listed, unknown>>>
  readonly ends: Recent<Ended>
  /** Whom each ref stood for, in one word for all of it; nobody's word where that changed meanwhile. */
  readonly who: Map<Ref, string>
  /** Whose report each article was. */
  readonly articles: Map<string, string>
}

/** What a row asks of the rest of its story now. */
export interface Now {
  who(ref: Ref): Omit<Who, 'words'> | undefined
  statement(ref: Ref): string | undefined
  /** Whose report an article is, in one word for all of it. */
  told(article: string): string
}

const CHANGED = 'changed'

const carriedBy = new WeakMap<StoryRows, Carried>()

/** What is kept with rows, to be carried over to the same story's rows when the record has changed. */
export function newCarried(): Carried {
  return { rows: new Map(), ends: recent(MOST_ROWS), who: new Map(), articles: new Map() }
}

/** Keeps with a story's rows what was built of them. */
export function carry(rows: StoryRows, carried: Carried): StoryRows {
  carriedBy.set(rows, carried)
  return rows
}

/** What was built of a story's rows. */
export const carriedWith = (rows: StoryRows | undefined): Carried | undefined => rows && carriedBy.get(rows)

/** The rows of one kind that are kept, by id. */
export function rowsOf<K extends Listed, R>({ rows }: Carried, kind: K): Recent<Built<K, R>> {
  const known = rows.get(kind) ?? recent<Built<Listed, unknown>>(MOST_ROWS)
  rows.set(kind, known)
  return known as unknown as Recent<Built<K, R>>
}

/** A cluster's items. */
export const itemsOf = <K extends Listed>({ items }: Kept<K>): readonly ItemOf<K>[] => items

/** The articles that tell of some clusters, each once. */
export const articlesOf = (
  clusters: readonly { readonly items: readonly { readonly article: string }[] }[],
): readonly string[] => [...new Set(clusters.flatMap(({ items }) => items.map(({ article }) => article)))]

function wordFor(now: Now, ref: Ref): string {
  const who = now.who(ref)
  return who ? `${who.id} ${who.type} ${who.name}` : (now.statement(ref) ?? '')
}

/** Notes whom refs stand for in the rows that are being built. */
export function note({ who, articles }: Carried, refs: readonly Ref[], told: readonly string[], now: Now): void {
  for (const ref of refs) {
    const [word, known] = [wordFor(now, ref), who.get(ref)]
    who.set(ref, known === undefined || known === word ? word : CHANGED)
  }
  for (const article of told) articles.set(article, now.told(article))
}

/**
 * Carries rows over that would be built the same again: whose items are the same, and which take the same from elsewhere in the story.
 * Without stamps of what is kept, none.
 */
export async function carryOver<K extends Listed, R>(
  before: Carried,
  after: Carried,
  {
    parts,
    kind,
    refsIn,
    nowFor,
  }: {
    readonly parts: StoryParts
    readonly kind: K
    readonly refsIn: (item: ItemOf<K>) => readonly Ref[]
    readonly nowFor: (refs: readonly Ref[]) => Promise<Now>
  },
): Promise<void> {
  const old = [...rowsOf<K, R>(before, kind).entries()]
  const stamps = old.length > 0 ? await parts.stamps?.(kind) : undefined
  if (!stamps) return
  const same = old.filter(([id, { cluster }]) => cluster.stamp !== undefined && stamps.get(id) === cluster.stamp)
  const refsOf = ({ cluster }: Built<K, R>): readonly Ref[] => itemsOf<K>(cluster).flatMap(refsIn)
  const refs = new Set(same.flatMap(([, built]) => refsOf(built)))
  const now = await nowFor([...refs])
  const isMoved = (ref: Ref): boolean => before.who.get(ref) !== wordFor(now, ref)
  const isRetold = (article: string): boolean => before.articles.get(article) !== now.told(article)
  const moved = new Set([...refs].filter(isMoved))
  const retold = new Set(articlesOf(same.map(([, { cluster }]) => cluster)).filter(isRetold))
  const kept = same.filter(
    ([, built]) =>
      !refsOf(built).some((ref) => moved.has(ref)) &&
      !articlesOf([built.cluster]).some((article) => retold.has(article)),
  )
  for (const [id, built] of kept) rowsOf<K, R>(after, kind).put(id, built)
  note(after, [...refs], articlesOf(kept.map(([, { cluster }]) => cluster)), now)
}
