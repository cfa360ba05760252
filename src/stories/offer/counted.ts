import { fold, wordsIn } from '../fold.ts'
import table from './figures.json' with { type: 'json' }

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const irregular: ReadonlyMap<string, string> = new Map(Object.entries(table.singular))
const generic = setOf(table.generic)
const dropped = setOf(table.dropped)
const persons = setOf(table.persons)
const passed = setOf(table.passed)
const rising = setOf(table.rising)
const bodies = setOf(table.bodies)
const losses = setOf(table.losses)
const families: ReadonlyMap<string, string> = new Map([
  ...Object.entries(table.became).flatMap(([name, words]) =>
    words.split(' ').map((word): [string, string] => [word, name]),
  ),
  ...Object.entries(table.phrases),
])

/** A folded English noun as one of them: "fighters" is "fighter". Not a word to be shown. */
export function singular(noun: string): string {
  const known = irregular.get(noun)
  if (known !== undefined) return known
  if (noun.length > 4 && noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(noun)) return noun.slice(0, -2)
  return noun.length > 3 && /[^sui]s$/.test(noun) ? noun.slice(0, -1) : noun
}

// "nine bodies were recovered", "nine lives were lost".
function isLoss(state: string, counted: string): boolean {
  const noun = wordsIn(counted).at(-1) ?? ''
  return (state === 'recovered' && bodies.has(noun)) || (noun === 'lives' && losses.has(state))
}

/**
 * What became of those counted, by one name for words that say the same: "killed", "dead" and "death toll" are one. Undefined for no state,
 * and for a word that may say many things. `counted`: the words of what is counted, since bodies that were recovered and lives that were lost are dead.
 */
export function becameOf(state: string | undefined, counted?: string): string | undefined {
  if (state === undefined) return undefined
  if (counted !== undefined && isLoss(state, counted)) return 'dead'
  const phrase = families.get(state)
  if (phrase !== undefined) return phrase
  const word = wordsIn(state).find((one) => families.has(one)) ?? fold(state)
  return passed.has(word) ? undefined : (families.get(word) ?? word)
}

/** Whether a count of a state only grows, so that a later and lower one goes against it: those killed, not those missing. */
export const isRising = (became: string | undefined): boolean => became !== undefined && rising.has(became)

/** What a number counts, as it is compared: the noun, and the words that narrow it, folded, singular, in order of the alphabet. */
export interface Thing {
  /** The noun: "house"; "person" where only a state that people are in is told; empty where nothing is counted. */
  readonly thing: string
  /** What narrows it: "foreign tourist" of people killed; empty for nothing. */
  readonly who: string
}

/** What is counted, from the words of the text and what became of it. */
export function thingOf(words: string | undefined, became: string | undefined): Thing {
  const all = words === undefined ? [] : wordsIn(words).filter((word) => !dropped.has(word))
  const head = singular(all.at(-1) ?? '')
  const narrow = all.slice(0, -1).map(singular)
  const isGeneric = head === '' || generic.has(head) || families.has(all.at(-1) ?? '')
  if (became !== undefined && persons.has(became))
    return { thing: 'person', who: [...narrow, ...(isGeneric ? [] : [head])].sort().join(' ') }
  return { thing: head, who: narrow.sort().join(' ') }
}
