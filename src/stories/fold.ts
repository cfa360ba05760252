import { baseOf } from '../layers/events/forms.ts'
import common from './common.json' with { type: 'json' }

// Most words are: they need no taking apart.
const ASCII = /^[\0-\x7f]*$/

/** Letters alone: lower case, no accents, straight apostrophes; what may be compared across outlets. */
export const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase()

/** Folded words and numbers of a text, in order, without marks and without "'s". */
export const wordsIn = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}\p{M}]+(?:['‘’.,:-][\p{L}\p{N}\p{M}]+)*/gu) ?? []).map(fold).map(unowned)

const unowned = (word: string): string => (word.endsWith("'s") ? word.slice(0, -2) : word)

const ENDINGS: readonly (readonly [end: string, instead: string])[] = [
  ['ies', 'y'], ['sses', 'ss'], ['ings', ''], ['ing', ''], ['edly', ''], ['ed', ''], ['es', ''], ['ly', ''], ['s', ''], ['e', ''],
] // biome-ignore format: a table to be read

/** A word without its commonest English endings, so that "floods", "flooded" and "flooding" meet. Not a word to be shown. */
export function stem(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || /\p{N}/u.test(word)) return word
  for (const [end, instead] of ENDINGS)
    if (word.endsWith(end) && word.length - end.length >= 3) return undoubled(word.slice(0, -end.length) + instead)
  return word
}

const undoubled = (word: string): string => (/([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word)

/** Rarity of a word that the table of common words does not hold. */
export const RAREST = 6.5

/** Rarity of a number of one or two digits, or a year: every other article has one. */
const NUMBER = 2.5
const isCommonNumber = (word: string): boolean => /^(?:\d{1,2}|(?:19|20)\d\d)$/.test(word)

const rarities: ReadonlyMap<string, number> = new Map(
  Object.entries(common.rarity)
    .sort(([a], [b]) => Number(b) - Number(a))
    .flatMap(([rarity, words]) => words.split(' ').map((word): [string, number] => [stem(word), Number(rarity)])),
)

/**
 * How rare a stemmed word is in English news: the natural logarithm of its inverse document frequency, 0 (in every article) to 6.5.
 * A fixed table, so that what two articles have in common never depends on which others were added, nor in what order.
 */
export const rarity = (stemmed: string): number => rarities.get(stemmed) ?? (isCommonNumber(stemmed) ? NUMBER : RAREST)

/** Rarity of a word that carries meaning: it is in fewer than one article in five. */
const MEANING = 1.6

/** Stems of a text's words that carry meaning, or are as rare as is asked, and every number. */
export const stemsIn = (text: string, rare = MEANING): readonly string[] =>
  wordsIn(text)
    .map((word) => stem(baseOf(word)))
    .filter((word) => rarity(word) >= rare || /^\d/.test(word))

/** Stems, each once, the rarest first; equally rare ones by the alphabet. */
export const rarestOf = (stems: readonly string[]): readonly string[] =>
  [...new Set(stems)]
    .map((word) => ({ word, rare: rarity(word) }))
    .sort((a, b) => b.rare - a.rare || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word)
