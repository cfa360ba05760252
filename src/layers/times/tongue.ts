import { contextsOf } from './barred.ts'
import { grammarOf, type Match, type TimesIn } from './grammar.ts'
import { joiningOf } from './joined.ts'
import { LANGUAGES } from './languages/index.ts'
import type { Language } from './languages/language.ts'
import { type LeanAt, tenseOf } from './tense.ts'
import { patternOf, type Word } from './words.ts'

/** A language's data, ready to read with. */
export interface Tongue {
  readonly timesIn: TimesIn
  /** Whether the words around a match let it be a time. */
  isTime(words: readonly Word[], match: Match): boolean
  joined(words: readonly Word[], matches: readonly Match[]): readonly Match[]
  readonly leanAt: LeanAt
  /** Verbs of saying. */
  readonly saying: ReadonlySet<string>
  /** Words after a length that is counted up to now: "nine days into". */
  readonly into: ReadonlySet<string>
  /** Years that a text tells, the first group caught being the year; words that are reckoned from the day of telling. */
  readonly year: RegExp
  readonly telling: RegExp
}

const tongueFrom = (language: Language): Tongue => ({
  timesIn: grammarOf(language),
  isTime: contextsOf(language),
  joined: joiningOf(language),
  leanAt: tenseOf(language),
  saying: new Set(language.tense.saying.split(', ')),
  into: new Set(language.marks.into.split(' ')),
  year: patternOf(language.marks.year, 'gm'),
  telling: patternOf(language.marks.telling, 'g'),
})

// Languages are laid out when they are first met: most readers meet one.
const laid = new Map<Language, Tongue>()

/** What reads the times of a language, by its ISO 639-1 code; English where there is none of its own. */
export function tongueOf(code: string): Tongue {
  const language = LANGUAGES[code] ?? LANGUAGES.en
  const tongue = laid.get(language) ?? tongueFrom(language)
  laid.set(language, tongue)
  return tongue
}
