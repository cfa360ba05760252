import { ALIKE, chanceOf, likeness } from '../likeness.ts'
import { PRINTS } from '../offer/article.ts'
import { containment } from '../shingles.ts'
import { ALL, rule } from './rule.ts'

const COPY = 0.6
const LEAST_WORDS = 40
// A text that is far longer than another may quote the same statements at length; then the shorter must stand in it nearly whole.
const FAR_SHORTER = 1 / 6
const WHOLE = 0.75

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

/**
 * One story, perhaps: words, names and headlines alike. Time weighs, but never parts: stories revive after weeks. Which of these edges hold is
 * settled when stories are put together, by how alike the articles are on average.
 */
export const story = rule({
  kind: 'story',
  items: 'article',
  within: false,
  most: ALL,
  compare: (a, b) => {
    const odds = likeness(a, b)
    return odds >= ALIKE ? { why: 'same-story/terms', score: chanceOf(odds) } : undefined
  },
})
