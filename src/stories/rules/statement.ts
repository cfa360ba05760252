import { stemsIn, wordsIn } from '../fold.ts'
import type { StatementItem } from '../items.ts'
import { matterOf, recounts } from '../matter.ts'
import { fullName } from '../offer/names.ts'
import { A_FEW, rule } from './rule.ts'
import { common, inBoth, once } from './words.ts'

// Words that must be aligned, and their share of the shorter and of the longer telling.
const LEAST_WORDS = 4
const SHORTER = 0.8
const LONGER = 0.35
/** Words by which two tellings may differ in length where neither is cut. */
const CUT = 2

const wordsOf = once(({ content }: StatementItem): readonly string[] => content.flatMap(({ exact }) => wordsIn(exact)))
const stemsOf = once(({ content }: StatementItem): readonly string[] => content.flatMap(({ exact }) => stemsIn(exact)))
const vocabularyOf = once((words: readonly string[]): ReadonlySet<string> => new Set(words))

const namesOf = once(({ speakerName = '' }: StatementItem) => ({
  words: wordsIn(speakerName),
  full: fullName(speakerName),
}))

// One telling may name no speaker, or only a surname; two that name different people tell two statements.
function speakersAgree(a: StatementItem, b: StatementItem): 'same' | 'open' | 'other' {
  if (a.speakerName === undefined || b.speakerName === undefined) return 'open'
  const [one, two] = [namesOf(a), namesOf(b)]
  if (one.words.at(-1) !== two.words.at(-1))
    return one.words.some((word) => two.words.includes(word)) ? 'open' : 'other'
  return one.full && two.full && one.full.first !== two.full.first ? 'other' : 'same'
}

interface Alignment {
  readonly aligned: number
  readonly longer: number
}

// How many words of two tellings stand in the same order, where these are enough of both.
function aligned(left: readonly string[], right: readonly string[], fewest: number): Alignment | undefined {
  const [shorter, longer] = [Math.min(left.length, right.length), Math.max(left.length, right.length)]
  const least = Math.max(fewest, shorter * SHORTER, longer * LONGER)
  // Most pairs have too few words in common for any alignment.
  if (inBoth(left, vocabularyOf(right)) < least || inBoth(right, vocabularyOf(left)) < least) return undefined
  const found = common(left, right)
  return found < least ? undefined : { aligned: found, longer }
}

const matterIn = once((item: StatementItem) => matterOf(wordsOf(item)))

// Who denies that it was so says that it was not so.
const isDenied = (item: StatementItem): boolean => (item.stance === 'denied') !== matterIn(item).negated

// "11 were killed" and "13 were killed" are two.
function saidOtherwise(a: StatementItem, b: StatementItem): boolean {
  const [one, other] = [matterIn(a), matterIn(b)]
  // What is cut short may have lost its "not".
  const isWhole = Math.abs(wordsOf(a).length - wordsOf(b).length) <= CUT
  return recounts(one, other) || (isWhole && isDenied(a) !== isDenied(b))
}

// "The county needs a prefect who can sleep", retold: the county needed a prefect who could sleep. Persons, tenses and small words change.
const isRetold = (a: StatementItem, b: StatementItem): boolean => a.form === 'indirect' || b.form === 'indirect'

/** One statement: the same speaker or none, and words of which most align in order, with the same numbers; what one telling gives indirectly, of the same speaker, by what its words mean. */
export const statement = rule({
  kind: 'statement',
  items: 'statement',
  within: true,
  most: A_FEW,
  compare: (a, b) => {
    const speakers = speakersAgree(a, b)
    if (speakers === 'other') return undefined
    const said = aligned(wordsOf(a), wordsOf(b), speakers === 'same' ? LEAST_WORDS : LEAST_WORDS + 2)
    // Most pairs end here, before what they mean is looked at.
    const retold =
      !said && speakers === 'same' && isRetold(a, b) ? aligned(stemsOf(a), stemsOf(b), LEAST_WORDS) : undefined
    if ((!said && !retold) || saidOtherwise(a, b)) return undefined
    if (said)
      return {
        why: `same-statement/${said.aligned === said.longer ? 'same' : 'aligned'}-words`,
        score: 0.7 + 0.29 * (said.aligned / said.longer),
      }
    return retold && { why: 'same-statement/retold', score: 0.65 + 0.25 * (retold.aligned / retold.longer) }
  },
})
