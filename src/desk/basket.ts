import type { OnRecord } from '../record/record.ts'
import type { Line } from '../views/line.ts'

/** Lines that a basket holds at most. */
export const MOST_KEPT = 2000

/** A line in the basket. */
export interface Kept {
  /** A sentence's name in the record, or `STORY/LINE`. */
  readonly id: string
  readonly line: Line
  /** Public id of the story that it is from. */
  readonly story: string
}

/** Lines that a person gathers for a text of their own. It is this desk's alone, and goes when the desk ends. */
export interface Basket {
  ids(): ReadonlySet<string>
  /** In the order in which they were put in. */
  all(): readonly Kept[]
  /** Takes out what is not to be kept and puts in what is; false, and nothing changed, where that would be too much. */
  change(out: readonly string[], put: readonly Kept[]): boolean
  empty(): void
}

/** An empty basket. */
export function newBasket(): Basket {
  let held: ReadonlyMap<string, Kept> = new Map()
  return {
    ids: () => new Set(held.keys()),
    all: () => [...held.values()],
    change: (out, put) => {
      const next = new Map(held)
      for (const id of out) next.delete(id)
      for (const one of put) if (!next.has(one.id)) next.set(one.id, one)
      if (next.size > MOST_KEPT) return false
      held = next
      return true
    },
    empty: () => {
      held = new Map()
    },
  }
}

/** The lines all of whose citations the record still has, to the letter. */
export async function standingIn(record: OnRecord, kept: readonly Kept[]): Promise<readonly Kept[]> {
  const texts = new Map<string, string | undefined>()
  const textOf = async (article: string, version: string) => {
    const key = `${article}@${version}`
    if (!texts.has(key)) texts.set(key, (await record.reading(article, version))?.reading.text)
    return texts.get(key)
  }
  const standing: Kept[] = []
  for (const one of kept) {
    const held = await Promise.all(
      one.line.from.map(async ({ article, version, start, end, exact }) => {
        const text = await textOf(article, version)
        return text?.slice(start, end) === exact
      }),
    )
    if (held.every(Boolean)) standing.push(one)
  }
  return standing
}
