import { wordsIn } from '../fold.ts'
import type { StatementItem } from '../items.ts'
import { fullName } from '../offer/names.ts'
import { A_FEW, rule } from './rule.ts'
import { common, inBoth, once } from './words.ts'

// Words that must be aligned, and their share of the shorter and of the longer telling.
const LEAST_WORDS = 4
const SHORTER = 0.8
const LONGER = 0.35

const wordsOf = once(({ content }: StatementItem): readonly string[] => content.flatMap(({ exact }) => wordsIn(exact)))
const vocabularyOf = once((words: readonly string[]): ReadonlySet<string> => new Set(words))

// One telling may name no speaker, or only a surname; two that name different people tell two statements.
function speakersAgree(a: StatementItem, b: StatementItem): 'same' | 'open' | 'other' {
  if (a.speakerName === undefined || b.speakerName === undefined) return 'open'
  const [left, right] = [wordsIn(a.speakerName), wordsIn(b.speakerName)]
  if (left.at(-1) !== right.at(-1)) return left.some((word) => right.includes(word)) ? 'open' : 'other'
  const [one, two] = [fullName(a.speakerName), fullName(b.speakerName)]
  return one && two && one.first !== two.first ? 'other' : 'same'
}

/** One statement: the same speaker or none, and words of which most align in order. */
export const statement = rule({
  kind: 'statement',
  items: 'statement',
  within: true,
  most: A_FEW,
  compare: (a, b) => {
    const speakers = speakersAgree(a, b)
    if (speakers === 'other') return undefined
    const [left, right] = [wordsOf(a), wordsOf(b)]
    const [shorter, longer] = [Math.min(left.length, right.length), Math.max(left.length, right.length)]
    const least = Math.max(speakers === 'same' ? LEAST_WORDS : LEAST_WORDS + 2, shorter * SHORTER, longer * LONGER)
    // Most pairs have too few words in common for any alignment.
    if (inBoth(left, vocabularyOf(right)) < least || inBoth(right, vocabularyOf(left)) < least) return undefined
    const aligned = common(left, right)
    if (aligned < least) return undefined
    return {
      why: `same-statement/${aligned === longer ? 'same' : 'aligned'}-words`,
      score: 0.7 + 0.29 * (aligned / longer),
    }
  },
})
