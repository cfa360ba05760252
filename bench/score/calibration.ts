import type { Figures } from './figures.ts'
import { meanOf } from './figures.ts'

/** One predicted item: how sure it was said to be, and whether it was right. */
export interface Judged {
  readonly score: number
  readonly right: boolean
}

/**
 * Whether scores mean what they say. `ece`: items sorted by score and cut into `bins` parts of equal count; the mean over
 * parts, weighed by count, of |mean score − share right|. `right_at_0.9`: the share right of those given 0.9 and more; of those given
 * 0.8 and more, `high_right`, their mean score, `high_mean`, and by how much these two differ, `high_off`.
 */
export function calibrationOf(judged: readonly Judged[], bins = 10): Figures {
  const items = [...judged].sort((a, b) => a.score - b.score)
  if (!items.length) return { items: 0 }
  const right = (part: readonly Judged[]) => meanOf(part.map((item) => (item.right ? 1 : 0)))
  let ece = 0
  for (let bin = 0; bin < bins; bin++) {
    const part = items.slice(Math.floor((bin * items.length) / bins), Math.floor(((bin + 1) * items.length) / bins))
    if (part.length)
      ece += (part.length / items.length) * Math.abs(meanOf(part.map((item) => item.score)) - right(part))
  }
  const likely = items.filter((item) => item.score >= 0.8)
  const sure = items.filter((item) => item.score >= 0.9)
  return {
    items: items.length,
    ece,
    'share_at_0.9': sure.length / items.length,
    ...(likely.length ? highOf(right(likely), meanOf(likely.map((item) => item.score))) : {}),
    ...(sure.length ? { 'right_at_0.9': right(sure) } : {}),
    right: right(items),
  }
}

const highOf = (right: number, mean: number): Figures => ({
  high_mean: mean,
  high_right: right,
  high_off: Math.abs(mean - right),
})
