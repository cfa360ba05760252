import { wordsIn } from '../fold.ts'
import table from './bodies.json' with { type: 'json' }
import words from './names.json' with { type: 'json' }
import { isParticle } from './sounds.ts'

const titles = new Set(words.titles)
const suffixes = new Set(words.suffixes)
const forms = new Set(words.forms)
const common = new Set(words.common)
// Particles that are first names, too, where they are not printed small: "Ben Ortmann".
const given = new Set(words.given)

/** A person's name in parts, folded, without titles; undefined when it is not at least a first and a last name: "dos Santos" is a surname. */
export interface FullName {
  readonly first: string
  readonly middle: readonly string[]
  readonly last: string
  /** "jr", "iii". */
  readonly suffix?: string
}

/** Takes a person's name apart: "Dr. Mary J. Kovač Jr." is mary, j, kovac, jr. */
export function fullName(name: string): FullName | undefined {
  const parts = wordsIn(name).filter((word) => !titles.has(word))
  const end = parts.at(-1)
  const suffix = end !== undefined && suffixes.has(end) ? parts.pop() : undefined
  const [first, ...rest] = parts
  const last = rest.pop()
  if (first === undefined || last === undefined || first.length < 2 || last.length < 2) return undefined
  if ([first, ...rest].every((part) => isParticle(part)) && (!given.has(first) || /^\p{Ll}/u.test(name)))
    return undefined
  return { first, middle: rest, last, ...(suffix === undefined ? {} : { suffix }) }
}

/** An organization's name, folded, without article and legal form: "The Drava Hydro Co." is "drava hydro". */
export function organizationName(name: string): string {
  const parts = [...wordsIn(name)]
  if (parts[0] === 'the' && parts.length > 1) parts.shift()
  while (parts.length > 1 && forms.has(parts.at(-1) ?? '')) parts.pop()
  return parts.join(' ')
}

const bodies: ReadonlyMap<string, string> = new Map(
  table.bodies.flatMap((names) => names.map((name) => [organizationName(name), organizationName(names[0] ?? '')])),
)

/** A body that is known in many languages, by one name for all that it is called; undefined for any other. */
export const bodyCalled = (name: string): string | undefined => bodies.get(organizationName(name))

/** Whether an organization's name says only what kind of body it is ("Interior Ministry", "police"): many countries have one. */
export const isCommonName = (folded: string): boolean => folded.split(' ').every((word) => common.has(word))

/** Whether a name is an acronym as printed: two to six capitals, full stops allowed. */
export const isAcronym = (name: string): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(name)

/** The letters of an acronym, lower case: "W.H.O." is "who". */
export const acronymLetters = (name: string): string => name.replaceAll('.', '').toLowerCase()

/** Acronym that a name's capitals give, lower case; undefined under three letters. */
export function acronymOf(name: string): string | undefined {
  const letters = [...name.matchAll(/(?<![\p{L}\p{N}'’])\p{Lu}/gu)].map(([letter]) => letter).join('')
  const bare = /^the /i.test(name) ? letters.slice(name.startsWith('T') ? 1 : 0) : letters
  return bare.length >= 3 && bare.length <= 6 ? bare.toLowerCase() : undefined
}
