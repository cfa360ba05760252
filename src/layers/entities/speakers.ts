import { cueOf } from '../attributions/cues.ts'
import type { Word } from '../mentions/words.ts'

const REACH = 14
const SKIPPED = /^(?:have|has|had|also|later|then|now|on|who|,)$/

/** Whether a lower-case word is a verb of saying, in a form that has a subject. */
export function isSaying(lower: string): boolean {
  const cue = cueOf(lower)
  return cue !== undefined && (cue.speech || cue.clause) && cue.form !== 'participle'
}

const isCue = (word: Word | undefined): boolean => word !== undefined && isSaying(word.lower)

/** Whether the words from `from` to `to` stand as a speaker beside a verb of saying: "police said", "said a resident", "according to the ministry". */
export function speaks(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1]
  if (isCue(before) || (before?.lower === 'to' && words[from - 2]?.lower === 'according')) return true
  let at = to
  while (at < words.length && at < to + 3 && SKIPPED.test(words[at]?.lower ?? '')) at++
  if (isCue(words[at])) return true
  if (!/^(?:,|who|of|for|at|from|in|with|familiar|close|briefed|involved|speaking)$/.test(words[to]?.lower ?? ''))
    return false
  for (at = to + 1; at < words.length && at < to + REACH; at++) if (isCue(words[at])) return true
  return false
}
