import { isCredit } from '../classify.ts'
import { findDate } from '../dates.ts'
import { authorsIn, saysBy, saysByAlone } from '../names.ts'
import type { Leaf } from './leaves.ts'
import type { Reach } from './signers.ts'

/** A name in a block of its own, and a line of a name and a date, are no longer than this; units. */
const LONGEST = 80
/** Furniture whose bylines are those of others, or of nobody. */
const ELSEWHERE: ReadonlySet<string> = new Set(['comments', 'navigation'])

/** Lines that say who wrote it; "By" and the name in the next block are one. */
export function bylinesIn(leaves: readonly Leaf[], [from, to]: readonly [number, number]): readonly string[] {
  return leaves.slice(from, to).flatMap((leaf, i) => {
    if (ELSEWHERE.has(leaf.kinds.furniture ?? '')) return []
    const next = leaves[from + i + 1]
    if (saysByAlone(leaf.text)) return next && next.text.length < LONGEST ? [next.text] : []
    return isByline(leaf) ? [leaf.text] : []
  })
}

const isByline = ({ text, kinds }: Leaf): boolean =>
  text.length < 200 && !kinds.credit && !kinds.caption && (saysBy(text) || (kinds.byline === true && !isCredit(text)))

/** So many leaves around the end of the body a name may stand at its foot. */
const FOOT = 3

/** A name alone beside the date at the head of an article, or alone in bold type at its foot. */
export function nameLineIn(leaves: readonly Leaf[], { near, behind }: Reach): string | undefined {
  const head = leaves.slice(...near).find((leaf, i) => {
    const at = near[0] + i
    return nameAloneIn(leaf) !== undefined && [at - 1, at, at + 1].some((place) => isDated(leaves[place]))
  })
  const foot = leaves.slice(behind[0], behind[0] + FOOT).find((leaf) => leaf.bold && nameAloneIn(leaf) !== undefined)
  return (head && nameAloneIn(head)) ?? (foot && nameAloneIn(foot))
}

const isDated = (leaf: Leaf | undefined): boolean =>
  leaf !== undefined && leaf.text.length < LONGEST && findDate(leaf.text) !== undefined

/** Two or three words as most names are written. */
const PLAIN = /^\p{Lu}[\p{Ll}’'-]+(?: (?:\p{Lu}\.|de|van|von|der))?(?: \p{Lu}[\p{L}’'-]*\p{Ll}){1,2}$/u

/** The name in a line that holds nothing else but a date. */
function nameAloneIn({ text, heading, kinds }: Leaf): string | undefined {
  if (text.length > LONGEST || heading > 0 || kinds.furniture !== undefined || kinds.caption || kinds.credit) return
  const pieces = text.split(/[|•·,]|\s[-–—]\s/).filter((piece) => /\p{L}{2}|\d/u.test(piece) && !findDate(piece))
  const [only, ...more] = pieces
  const [name] = only === undefined || more.length ? [] : authorsIn(only)
  return name !== undefined && only?.trim().endsWith(name) && PLAIN.test(name) ? name : undefined
}
