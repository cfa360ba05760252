import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import { wordsOf } from '../../text/span.ts'
import type { Name } from './names.ts'
import { BODIES, HEADS, isFunction, MODIFIERS } from './roles.ts'
import { isCapital, isPossessive, type Word, wordFrom } from './words.ts'

/** A name surer than this to be no person's is left alone. */
const UNSURE = 0.75
const LONGEST = 14
const DETERMINERS = /^(?:the|its|their|his|her|our|my)$/
const ADDRESS = /^(?:mr|mrs|ms|miss|mx|dr|prof)$/

// "Lavinia Oprescu": two words or three that are letters alone, none of which says what a body is.
const isFull = (own: readonly Word[]): boolean =>
  own.length >= 2 &&
  own.length <= 3 &&
  own.every(
    (word) => isCapital(word) && /\p{Ll}$/u.test(word.text) && !BODIES.has(word.lower) && !HEADS.has(word.lower),
  )

// "|The mayor of Galati|, X": an office with its article, up to the comma; what it is of is a name, or nothing.
function isOffice(words: readonly Word[], comma: number): boolean {
  const last = words[comma - 1]
  if (!last || !(HEADS.has(last.lower) || isCapital(last))) return false
  for (let at = comma - 1; at >= Math.max(0, comma - LONGEST); at--) {
    const word = words[at]
    if (!word || (word.kind === 'mark' && word.text !== '-')) return false
    if (DETERMINERS.test(word.lower)) return headed(words.slice(at + 1, comma))
  }
  return false
}

// Its head comes before anything it is of: "mayor of Galati", "deputy prosecutor", not "capital of the president".
function headed(words: readonly Word[]): boolean {
  const at = words.findIndex((word) => HEADS.has(word.lower))
  return at >= 0 && words.slice(0, at).every((word) => MODIFIERS.has(word.lower) || isCapital(word))
}

const endsApposition = (word: Word | undefined): boolean =>
  word === undefined || word.kind === 'mark' || isFunction(word) || /^(?:said|says|told|has|had)$/.test(word.lower)

/**
 * Full names taken with doubt for places or bodies that the text treats as a person's: after an office and a comma ("the mayor of Galati, |Lavinia
 * Oprescu|,"), or where their last word stands elsewhere after "Mr" and the like. Names of known places are left alone.
 */
export function appointed(
  text: string,
  words: readonly Word[],
  names: readonly Name[],
  gazetteer: Gazetteer,
): readonly Name[] {
  const addressed = new Set(
    words.flatMap((word, at) =>
      at > 0 && isCapital(word) && ADDRESS.test(words[at - 1]?.lower ?? '') ? [word.text] : [],
    ),
  )
  return names.map((name) => {
    if (name.type === 'person' || name.score >= UNSURE) return name
    const [from, to] = [wordFrom(words, name.start), wordFrom(words, name.end)]
    const own = words.slice(from, to)
    if (!isFull(own) || isPossessive(words[to]) || gazetteer.lookup(wordsOf(text, name)).length > 0) return name
    const after = words[from - 1]?.text === ',' && endsApposition(words[to]) && isOffice(words, from - 1)
    if (!after && !addressed.has(own.at(-1)?.text ?? '')) return name
    return { ...name, type: 'person', by: 'mentions/office', score: 0.7 }
  })
}
