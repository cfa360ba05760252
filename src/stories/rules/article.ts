import type { ArticleItem } from '../items.ts'
import { PRINTS } from '../offer/article.ts'
import { containment } from '../shingles.ts'
import { ALL, rule } from './rule.ts'
import { cosine } from './words.ts'

const COPY = 0.6
const LEAST_WORDS = 40
// A text that is far longer than another may quote the same statements at length; then the shorter must stand in it nearly whole.
const FAR_SHORTER = 1 / 6
const WHOLE = 0.75
const STORY = 0.23
// Days after which time has taken half of what it can take from a likeness, and how much that is.
const HALF = 10
const TIME = 0.4
const DAY = 86_400_000

/** One text: most of the shorter body stands in the other (5-word shingles). */
export const copy = rule({
  kind: 'copy',
  items: 'article',
  within: false,
  most: ALL,
  compare: (a, b) => {
    const [shorter, longer] = [Math.min(a.words, b.words), Math.max(a.words, b.words)]
    if (shorter < LEAST_WORDS) return undefined
    const share = containment(a.prints, b.prints, PRINTS)
    return share >= (shorter < longer * FAR_SHORTER ? WHOLE : COPY)
      ? { why: 'copy/same-words', score: Math.min(0.99, 0.6 + share * 0.4) }
      : undefined
  },
})

/** Whole days between two publications; undefined when one is unknown. */
function daysApart(a: ArticleItem, b: ArticleItem): number | undefined {
  const [left, right] = [Date.parse(a.report.published ?? ''), Date.parse(b.report.published ?? '')]
  return Number.isNaN(left) || Number.isNaN(right) ? undefined : Math.abs(left - right) / DAY
}

/**
 * One story, perhaps: terms and names alike. Time weighs, but never parts: stories revive after weeks. Which of these edges count is
 * settled when stories are put together, by how many neighbours the two share.
 */
export const story = rule({
  kind: 'story',
  items: 'article',
  within: false,
  most: ALL,
  compare: (a, b) => {
    const days = daysApart(a, b)
    const weight = days === undefined ? 1 - TIME / 2 : 1 - TIME * (days / (days + HALF))
    const likeness = cosine(a.terms, b.terms) * weight
    return likeness >= STORY ? { why: 'same-story/terms', score: Math.min(0.99, 0.5 + likeness / 2) } : undefined
  },
})
