import { startOf } from '../text/citation.ts'
import type { Line, Shape } from './line.ts'

/** A line that waits to be checked. */
export interface Queued {
  readonly line: Line
  /** How many views show it, or cite its sentence. */
  readonly views: number
  /** How much it matters to check it: how unsure it is, times how much rests on it. */
  readonly rank: number
}

/** The lines of a story by whether a person has checked them. */
export interface Queue {
  /** Those that nobody has said anything of: the least sure and most used first. */
  readonly open: readonly Queued[]
  readonly confirmed: readonly Line[]
  readonly disputed: readonly Line[]
}

/** What a person can say of: something told, said, or named. Other lines are put together from these. */
const CHECKED: ReadonlySet<Shape> = new Set(['event', 'claim', 'card'])

// By the place of a sentence, in how many views it is cited.
function citing(views: readonly (readonly Line[])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const lines of views)
    for (const place of new Set(lines.flatMap(({ from }) => from.map(startOf))))
      found.set(place, (found.get(place) ?? 0) + 1)
  return found
}

/** How much everybody is named, as a share of who is named most: what the central ones say and do matters more. */
function centrality(lines: readonly Line[]): ReadonlyMap<string, number> {
  const named = lines.flatMap(({ shape, counts, who }) => {
    const [one] = who ?? []
    return shape === 'card' && counts && one ? [[one.id, counts.mentions] as const] : []
  })
  const most = named.reduce((high, [, mentions]) => Math.max(high, mentions), 1)
  return new Map(named.map(([id, mentions]) => [id, mentions / most]))
}

/**
 * The lines of a story's views, each once, in the order in which a person should check them: by `(1 - score)` times what rests on the line, which is its
 * origins, the views that use it, how often it is named, and how central those are who take part.
 */
export function queueOf(views: readonly (readonly Line[])[]): Queue {
  const all = new Map<string, Line>()
  for (const line of views.flat()) if (CHECKED.has(line.shape) && !all.has(line.id)) all.set(line.id, line)
  const [cited, central] = [citing(views), centrality([...all.values()])]
  const queued = (line: Line): Queued => {
    const used = Math.max(...line.from.map((one) => cited.get(startOf(one)) ?? 1))
    const middle = Math.max(0, ...(line.who ?? []).map(({ id }) => central.get(id) ?? 0))
    const use = line.origins + used + Math.log2(1 + (line.counts?.mentions ?? 0)) + middle
    return { line, views: used, rank: Math.round((1 - line.score) * use * 1000) / 1000 }
  }
  const lines = [...all.values()]
  return {
    open: lines
      .filter(({ status }) => !status?.confirmed && !status?.disputed)
      .map(queued)
      .sort((a, b) => b.rank - a.rank || (a.line.id < b.line.id ? -1 : 1)),
    confirmed: lines.filter(({ status }) => status?.confirmed && !status.disputed),
    disputed: lines.filter(({ status }) => status?.disputed),
  }
}
