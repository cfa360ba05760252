import type { FigureRow } from '../rows.ts'
import { originCount } from './context.ts'
import { compare } from './entry.ts'
import type { Origins } from './origins.ts'
import type { Listing } from './parts.ts'
import { pointsAmong, UNKNOWN } from './points.ts'

/** Neighbours that a series is told apart from, at most. */
const BESIDE = 8

/** A series by its entry, with what puts it in its place. */
interface Series {
  readonly entry: Listing<'figure'>
  readonly origins: number
  readonly points: number
  readonly day: string
}

/** All series of a story in their order, before any row is built. */
export interface Ledger {
  readonly sorted: readonly Listing<'figure'>[]
  /** The neighbours of one: of the same thing in the same state, but of another place or scope, the ones told most first. */
  beside(id: string): FigureRow['beside']
}

const byTold = (a: Series, b: Series): number =>
  b.origins - a.origins ||
  Number(b.entry.sort !== undefined) - Number(a.entry.sort !== undefined) ||
  b.points - a.points ||
  compare(a.day, b.day) ||
  compare(a.entry.id, b.entry.id)

const sameOrOpen = <T>(a: T | undefined, b: T | undefined): boolean => a === undefined || b === undefined || a === b

// What sets a series apart from another of the same thing and state; undefined where they count two things, or nothing is known to differ.
function apartBy(a: Listing<'figure'>, b: Listing<'figure'>): FigureRow['beside'][number]['by'] | undefined {
  if (a.days && b.days && (a.days.from > b.days.to || b.days.from > a.days.to)) return undefined
  if (a.narrow !== b.narrow) return 'who'
  if (a.covers !== b.covers) return 'scope'
  return sameOrOpen(a.place, b.place) ? undefined : 'place'
}

function besideAmong({ entry }: Series, others: readonly Series[]): FigureRow['beside'] {
  const beside = others.flatMap(({ entry: other, points }) => {
    const by = other.id === entry.id ? undefined : apartBy(entry, other)
    return by ? [{ id: other.id, by, points }] : []
  })
  return beside
    .sort((a, b) => b.points - a.points || compare(a.id, b.id))
    .slice(0, BESIDE)
    .map(({ id, by }) => ({ id, by }))
}

/** Puts a story's series in their order: those told by most origins first, of these those whose thing became something, then those with most points. Pure. */
export function ledgerOf(
  entries: readonly Listing<'figure'>[],
  origins: Origins,
  copyOf: (article: string) => string | undefined,
): Ledger {
  const all = entries.map((entry): Series => {
    const points = pointsAmong(entry.told, (told) => told, copyOf)
    const day = points.reduce((first, one) => (one.day < first ? one.day : first), UNKNOWN)
    return { entry, origins: originCount(entry.told, origins), points: points.length, day }
  })
  const [byId, sorts] = [new Map(all.map((one) => [one.entry.id, one])), Map.groupBy(all, ({ entry }) => entry.sort)]
  return {
    sorted: all.toSorted(byTold).map(({ entry }) => entry),
    beside: (id) => {
      const one = byId.get(id)
      return one?.entry.sort === undefined ? [] : besideAmong(one, sorts.get(one.entry.sort) ?? [])
    },
  }
}
