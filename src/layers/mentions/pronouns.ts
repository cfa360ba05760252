import type { Name } from './names.ts'
import table from './pronouns.json' with { type: 'json' }
import type { Word } from './words.ts'

const MALE: ReadonlySet<string> = new Set(table.male)
const FEMALE: ReadonlySet<string> = new Set(table.female)
const SEVERAL: ReadonlySet<string> = new Set(table.plural)

/** Who a personal pronoun can stand for; undefined for any other word. */
export function pronounOf(lower: string): 'male' | 'female' | 'plural' | undefined {
  if (MALE.has(lower)) return 'male'
  if (FEMALE.has(lower)) return 'female'
  return SEVERAL.has(lower) ? 'plural' : undefined
}

/** Personal pronouns of the third person in one sentence's words. */
export const pronounsIn = (words: readonly Word[]): readonly Name[] =>
  words
    .filter((word) => pronounOf(word.lower) !== undefined)
    .map(({ start, end }) => ({ start, end, type: 'person', by: 'mentions/pronoun', score: 0.95 }))
