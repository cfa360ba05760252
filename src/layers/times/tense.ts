import type { Language, TenseWords } from './languages/language.ts'
import { patternOf, type Word } from './words.ts'

/** Which way a time without its year or week leans. */
export type Lean = 'past' | 'future'

/** What the verbs and prepositions nearest to a time (words `from` to `to`) say of it: those before it first, then those after. */
export type LeanAt = (all: readonly Word[], from: number, to: number) => Lean | undefined

const NEAR = 14
const OWNED = 4

const listOf = (list: string): ReadonlySet<string> => new Set(list.split(', '))
const lowAt = (all: readonly Word[], at: number): string => all[at]?.low ?? ''
const isOneOf = (list: string | undefined, word: string): boolean => list?.split(' ').includes(word) ?? false

/** Whether a word says that something is to come, or that it has been. */
function saying(words: TenseWords) {
  const [future, past, neither] = [listOf(words.future), listOf(words.past), listOf(words.neither)]
  const pastForms = patternOf(words.pastForms)
  const futureForms = words.futureForms === undefined ? undefined : patternOf(words.futureForms)
  const be = new Set(words.be.split(' '))
  // "Set to begin", not "set aside"; "next to the bank", "ahead of the vote" say nothing of what is to come.
  const saysFuture = (low: string, after: string): boolean =>
    (future.has(low) || futureForms?.test(low) === true) &&
    !isOneOf(words.bars[low], after) &&
    (words.needs[low] === undefined || isOneOf(words.needs[low], after))
  // "The United States" is no participle.
  const saysPast = ({ low, capital }: Word): boolean =>
    past.has(low) || (pastForms.test(low) && !capital && !neither.has(low))
  // "A court is to decide on Friday." "Tests would be published on Friday": the auxiliary says when, not the participle.
  const leanOf = (all: readonly Word[], at: number): Lean | undefined => {
    const word = all[at]
    // "In May", "Will Odell": names and months, but at the head of a sentence.
    if (!word || (word.capital && at > 0)) return undefined
    const before = lowAt(all, at - 1)
    if (saysFuture(word.low, lowAt(all, at + 1)) || (word.low === words.to && be.has(before))) return 'future'
    if (before === 'be') return undefined
    return saysPast(word) ? 'past' : undefined
  }
  return { future, leanOf }
}

/** What tells past from future in a language. */
export function tenseOf({ tense }: Language): LeanAt {
  const { future, leanOf } = saying(tense)
  const limits = listOf(tense.limits)
  const directly = tense.directly.split(', ').map((phrase) => phrase.split(' ').reverse())

  // "By Friday", not "questioned by prosecutors on Friday": only right before a time.
  const isAgent = (all: readonly Word[], at: number, from: number): boolean =>
    all[at]?.low === tense.agent && at < from - 2

  // "Until Thursday they had not answered", "had filed by Wednesday": that limit is past.
  const isPastLimit: (...at: Parameters<LeanAt>) => boolean = (all, from, to) =>
    limits.has(lowAt(all, from - 1)) &&
    all.slice(Math.max(0, from - NEAR), to + NEAR / 2).some(({ low }) => low === tense.pluperfect)

  // "In Sunday's vote" looks back where no word of the future stands near.
  const leanOfOwned: LeanAt = (all, from, to) => {
    if (tense.owner === '' || lowAt(all, to) !== tense.owner) return undefined
    return all.slice(Math.max(0, from - OWNED), from).some(({ low }) => future.has(low)) ? 'future' : 'past'
  }

  const isAhead = (all: readonly Word[], from: number): boolean =>
    directly.some((phrase) => phrase.every((word, i) => lowAt(all, from - 1 - i) === word))

  return (all, from, to) => {
    if (isPastLimit(all, from, to)) return 'past'
    const owned = leanOfOwned(all, from, to)
    if (owned) return owned
    if (isAhead(all, from)) return 'future'
    for (let at = from - 1; at >= Math.max(0, from - NEAR); at--) {
      const lean = isAgent(all, at, from) ? undefined : leanOf(all, at)
      if (lean) return lean
    }
    for (let at = to; at < Math.min(all.length, to + NEAR); at++) {
      const lean = leanOf(all, at)
      if (lean) return lean
    }
    return undefined
  }
}
