import type { Resolved } from './resolve.ts'
import type { Spot } from './spots.ts'

/** How sure a spot is the place ranked first: that the words name a place, and this one. */
export function scoreOf(spot: Spot, ranked: Resolved['ranked']): number {
  const [best, next] = ranked
  if (!best) return Math.round(spot.sure * 500) / 1000
  const lead = best.fit - (next?.fit ?? best.fit - 3)
  const right = 0.55 + 0.4 * (1 - Math.exp(-lead / 1.5))
  return Math.round(spot.sure * right * 1000) / 1000
}
