import words from './names.json' with { type: 'json' }
import type { FullName } from './names.ts'
import table from './sounds.json' with { type: 'json' }

const patternsOf = (rows: readonly string[][]): readonly (readonly [RegExp, string])[] =>
  rows.map(([from = '', to = '']) => [new RegExp(from, 'g'), to])
const [SPELLINGS, VOWELS] = [patternsOf(table.spellings), patternsOf(table.vowels)]
const [PARTICLES, ARTICLES] = [new Set(words.particles), new Set(words.articles)]

/** Consonants that a surname has at least where its spelling may vary: shorter ones are told apart by their vowels. */
const CONSONANTS = 3

const written = (text: string, rows: readonly (readonly [RegExp, string])[]): string =>
  rows.reduce((word, [from, to]) => word.replace(from, to), text)

// What all spellings of a folded name share: its consonants, and the kinds of a vowel that it begins or ends with.
function soundOf(name: string): string {
  const word = written(written(name, SPELLINGS), VOWELS)
  const inner = word.slice(1, -1).replace(/[aiu]/g, '')
  return `${word.slice(0, 1)}${inner}${word.length > 1 ? word.slice(-1) : ''}`
}

/** Whether a word stands before a surname and is of it: "Le", "van", "bin". */
export const isParticle = (word: string): boolean => PARTICLES.has(word)

/** A surname with the particles before it in one word, without an Arabic article: "Le Drian" is "ledrian", "al-Assad" "assad". */
export function joinedLast({ middle, last }: FullName): string {
  const from = middle.findLastIndex((part) => !isParticle(part)) + 1
  const parts = [...middle.slice(from), ...last.split(/[-'’]/)]
  const bare = parts.filter((part, at) => at === parts.length - 1 || !ARTICLES.has(part))
  return bare.join('').replace(/[^\p{L}]/gu, '')
}

/** First and last name as all their spellings in Latin letters share them; undefined for a surname too short to tell by that. */
export function spelledAlike(name: FullName): string | undefined {
  const last = soundOf(joinedLast(name))
  return last.replace(/[aiu]/g, '').length < CONSONANTS ? undefined : `${soundOf(name.first)} ${last}`
}
