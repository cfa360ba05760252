import { wordsIn } from './fold.ts'
import { type FullName, fullName, organizationName } from './offer/names.ts'
import type { EntityRow } from './rows.ts'

/** Two of a cast who are told apart and may be one. Nothing follows from it: a person says whether they are. */
export interface Perhaps {
  /** The one that is mentioned more. */
  readonly one: EntityRow
  readonly other: EntityRow
  /** `perhaps/same-name`, `perhaps/spelling`, `perhaps/order`, `perhaps/initial`, or `perhaps/shorter-form`. */
  readonly why: string
}

/** Names that are compared, those mentioned most. */
const MOST_NAMES = 400
/** Shorter words a letter tells apart: "Aram" and "Adam" are two. */
const LEAST_LETTERS = 5

interface Named {
  readonly row: EntityRow
  readonly words: readonly string[]
  readonly full: FullName | undefined
}

/** Whether one word becomes the other by one letter more, less or changed, or by two neighbours that change places. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < LEAST_LETTERS) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const [left, right] = [short.slice(at), long.slice(at)]
  if (left.length < right.length) return left === right.slice(1)
  const swapped = left.length > 1 && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
  return left.slice(1) === right.slice(1) || swapped
}

const areAlike = (a: string, b: string, c: string, d: string): boolean =>
  (a === b && isNear(c, d)) || (c === d && isNear(a, b))

const isInitial = (word: string | undefined, whole: string): boolean => word?.length === 1 && whole.startsWith(word)

function persons(a: Named, b: Named): string | undefined {
  const [left, right] = [a.full, b.full]
  if (left && right) {
    if (left.first === right.first && left.last === right.last) return 'perhaps/same-name'
    if (left.first === right.last && left.last === right.first) return 'perhaps/order'
    return areAlike(left.first, right.first, left.last, right.last) ? 'perhaps/spelling' : undefined
  }
  const [whole, part] = left ? [left, b] : right ? [right, a] : []
  if (!whole || part?.words.length !== 2) return undefined
  return part.words[1] === whole.last && isInitial(part.words[0], whole.first) ? 'perhaps/initial' : undefined
}

function others(a: Named, b: Named): string | undefined {
  const [left, right] = [a.words.join(' '), b.words.join(' ')]
  if (left === right) return 'perhaps/same-name'
  return isNear(left, right) ? 'perhaps/spelling' : undefined
}

// Whether the words of a name open or end another one.
function isPartOf(part: Named, whole: Named): boolean {
  if (part.row.type === 'person')
    return part.words.length === 1 && whole.full !== undefined && part.words[0] === whole.full.last
  if (part.row.type !== 'organization' || part.words.length >= whole.words.length) return false
  const [short, long] = [part.words.join(' '), whole.words.join(' ')]
  return long.startsWith(`${short} `) || long.endsWith(` ${short}`)
}

// The one longer name that a shorter one is part of; several leave it open.
function wholeOf(part: Named, all: readonly Named[]): Named | undefined {
  const [first, second] = all.filter((one) => one !== part && isPartOf(part, one))
  return second ? undefined : first
}

const namedAs = (row: EntityRow): Named => ({
  row,
  words: row.type === 'organization' ? organizationName(row.name).split(' ') : wordsIn(row.name),
  full: row.type === 'person' ? fullName(row.name) : undefined,
})

function* amongType(named: readonly Named[]): Iterable<Perhaps> {
  for (const [at, a] of named.entries()) {
    for (const b of named.slice(0, at)) {
      const why = a.row.type === 'person' ? persons(a, b) : others(a, b)
      if (why) yield { one: b.row, other: a.row, why }
    }
    const whole = wholeOf(a, named)
    const [one, other] = whole && named.indexOf(whole) > at ? [a, whole] : [whole, a]
    if (one && other) yield { one: one.row, other: other.row, why: 'perhaps/shorter-form' }
  }
}

/**
 * Pairs of a cast that may be one person, organization or place, the most mentioned first: names that differ by a letter, by their order, or by an
 * initial; a surname or a shorter form that only one longer name has; one name of two.
 */
export function perhapsSame(rows: readonly EntityRow[]): readonly Perhaps[] {
  const looked = rows.slice(0, MOST_NAMES).map(namedAs)
  const types: readonly EntityRow['type'][] = ['person', 'organization', 'location']
  return types
    .flatMap((type) => [...amongType(looked.filter(({ row }) => row.type === type))])
    .sort((a, b) => b.other.mentions - a.other.mentions)
}
