import type { Name } from './names.ts'
import table from './pronouns.json' with { type: 'json' }
import type { Word } from './words.ts'

/** What pronouns can stand for, in the order in which a tagger's table of facts has them. */
export const PRONOUNS = ['i', 'we', 'you', 'he', 'she', 'it', 'they', 'who', 'which', 'this', 'here'] as const
export type PronounKind = (typeof PRONOUNS)[number]

const KIND: ReadonlyMap<string, PronounKind> = new Map(
  PRONOUNS.flatMap((kind) => table[kind].map((word) => [word, kind] as const)),
)

/** What kind of pronoun a word in lower case is; undefined for any other word. */
export const pronounKind = (lower: string): PronounKind | undefined => KIND.get(lower)

const GENDERS: Readonly<Partial<Record<PronounKind, 'male' | 'female' | 'plural'>>> = {
  he: 'male',
  she: 'female',
  they: 'plural',
}

/** Who a personal pronoun of the third person can stand for; undefined for any other word. */
export function pronounOf(lower: string): 'male' | 'female' | 'plural' | undefined {
  const kind = KIND.get(lower)
  return kind && GENDERS[kind]
}

/** Personal pronouns of the third person in one sentence's words. */
export const pronounsIn = (words: readonly Word[]): readonly Name[] =>
  words
    .filter((word) => pronounOf(word.lower) !== undefined)
    .map(({ start, end }) => ({ start, end, type: 'person', by: 'mentions/pronoun', score: 0.95 }))
