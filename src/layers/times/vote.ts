import type { Label, Tag } from '../../tagger/tagger.ts'
import type { Span } from '../../text/span.ts'

const TIMES: ReadonlySet<Label> = new Set(['DATE', 'TIME', 'DURATION', 'SET'])

/** Whether a tagger that knows times would give these labels. */
export const isVoter = (labels: ReadonlySet<Label>): boolean => [...TIMES].some((label) => labels.has(label))

/** The tags of times. */
export const timeTags = (tags: readonly Tag[]): readonly Tag[] => tags.filter(({ label }) => TIMES.has(label))

/**
 * How much of a rule's score is left after a tagger read the same words: it saw the same stretch, another one that shares words with it, or no time
 * (shares right of each, by those of all, in the fifths of time-te3 and time-wikiwars that no tagger was trained on).
 */
const SHARES = { same: 1.02, other: 0.4, none: 0.6 }

/** The share of a rule's score that the tagger's times leave to a stretch. */
export function shareOf(tags: readonly Span[], { start, end }: Span): number {
  const near = tags.filter((tag) => tag.start < end && start < tag.end)
  if (near.length === 0) return SHARES.none
  return near.some((tag) => tag.start === start && tag.end === end) ? SHARES.same : SHARES.other
}
