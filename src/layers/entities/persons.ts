import given from '../mentions/given.json' with { type: 'json' }
import type { Mention } from '../mentions.ts'
import { type Draft, draftOf, join } from './draft.ts'

const MALE: ReadonlySet<string> = new Set(given.male)
const FEMALE: ReadonlySet<string> = new Set(given.female)

const partsOf = (name: string): readonly string[] => name.split(/\s+/).filter((part) => /\p{L}/u.test(part))
const plain = (part: string): string => part.toLowerCase().replace(/[.’']/g, '')

// Given names agree when one is the other, or its initial.
const agree = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))

/** Whether two full names can be one person's: same last name, given names that agree, middle names that do not clash. */
export function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a.map(plain), b.map(plain)]
  if (x.at(-1) !== y.at(-1) || !agree(x[0] ?? '', y[0] ?? '')) return false
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.slice(1, -1).every((middle) => long.slice(1, -1).some((other) => agree(middle, other)))
}

/** Gender that a given name suggests, if it is a common one of one gender alone. */
export function genderOfName(name: string): 'male' | 'female' | undefined {
  const first = partsOf(name)[0] ?? ''
  if (MALE.has(first) === FEMALE.has(first)) return undefined
  return MALE.has(first) ? 'male' : 'female'
}

// "Le Drian" of "Jean-Yves Le Drian", but not "Anna Reed" of "Mary Anna Reed": the tail begins with no common given name.
const tailOf = (full: readonly string[], tail: readonly string[]): boolean =>
  endsWith(full, tail) && genderOfName(tail[0] ?? '') === undefined

const endsWith = (full: readonly string[], tail: readonly string[]): boolean =>
  tail.length < full.length &&
  tail.every((part, at) => plain(part) === plain(full[full.length - tail.length + at] ?? ''))

interface Person {
  readonly draft: Draft
  readonly parts: readonly string[]
}

/** Persons by surname, so that looking one up does not grow with their number. */
interface Register {
  readonly byLast: Map<string, Person[]>
  readonly byFirst: Map<string, Person[]>
}

const listed = (map: Map<string, Person[]>, key: string): Person[] => {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

function enter(register: Register, person: Person): void {
  listed(register.byLast, plain(person.parts.at(-1) ?? '')).push(person)
  listed(register.byFirst, plain(person.parts[0] ?? '')).push(person)
}

function fullNames(names: readonly Mention[], text: string, register: Register, drafts: Map<Mention, Draft>): void {
  const full = names
    .map((mention) => ({ mention, parts: partsOf(text.slice(mention.start, mention.end)) }))
    .filter(({ parts }) => parts.length >= 2)
  // The longest first, so that a surname of several words ("Le Drian") finds the whole name.
  for (const { mention, parts } of full.sort((a, b) => b.parts.length - a.parts.length)) {
    const name = parts.join(' ')
    const same = listed(register.byLast, plain(parts.at(-1) ?? '')).slice(0, 20)
    const known =
      same.find((person) => sameFullName(person.parts, parts)) ?? same.find((person) => tailOf(person.parts, parts))
    const draft = known?.draft ?? draftOf('person', 'entities/name', 0.9)
    draft.gender ??= genderOfName(name)
    join(draft, mention, text)
    drafts.set(mention, draft)
    if (!known || known.parts.length < parts.length) enter(register, { draft, parts })
  }
}

// Of several persons of that surname the one named last before; failing that, the next one.
function nearest(persons: readonly Person[], mention: Mention, gender: Draft['gender']): Draft | undefined {
  const fit = persons.filter(({ draft }) => !gender || !draft.gender || draft.gender === gender)
  let best: Draft | undefined
  let place = -1
  for (const { draft } of fit.slice(0, 20)) {
    const before = draft.mentions.findLast((other) => other.start < mention.start)?.start ?? -1
    if (before > place) [best, place] = [draft, before]
  }
  return best ?? fit[0]?.draft
}

function shortName(mention: Mention, text: string, register: Register, gender: Draft['gender']): Draft | undefined {
  const parts = partsOf(text.slice(mention.start, mention.end))
  const last = plain(parts.at(-1) ?? '')
  const bySurname = (register.byLast.get(last) ?? []).filter((person) => endsWith(person.parts, parts))
  const found = nearest(bySurname, mention, gender)
  if (found) return found
  const byGiven =
    parts.length === 1 ? (register.byFirst.get(last) ?? []).filter(({ parts: own }) => own.length > 1) : []
  const drafts = new Set(byGiven.map(({ draft }) => draft))
  return drafts.size === 1 ? byGiven[0]?.draft : undefined
}

/**
 * Gathers a text's person names: full names first, wherever they stand, then surnames and given names to the full name they can
 * only mean. Two persons of one surname stay two. `genderAt` tells the gender that an address in front shows ("Mrs Reed").
 */
export function personsOf(
  names: readonly Mention[],
  text: string,
  genderAt: (mention: Mention) => Draft['gender'],
): Map<Mention, Draft> {
  const drafts = new Map<Mention, Draft>()
  const register: Register = { byLast: new Map(), byFirst: new Map() }
  fullNames(names, text, register, drafts)
  for (const mention of names) {
    const gender = genderAt(mention)
    const full = drafts.get(mention)
    if (full) {
      full.gender = gender ?? full.gender
      continue
    }
    const found = shortName(mention, text, register, gender)
    const draft = found ?? draftOf('person', 'entities/name', 0.85)
    if (gender) draft.gender ??= gender
    if (!found) enter(register, { draft, parts: ['', ...partsOf(text.slice(mention.start, mention.end))] })
    join(draft, mention, text)
    drafts.set(mention, draft)
  }
  return drafts
}
