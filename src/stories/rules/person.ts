import { stemsIn } from '../fold.ts'
import type { EntityItem } from '../items.ts'
import { type FullName, fullName } from '../offer/names.ts'
import { present } from '../offer/source.ts'
import { A_FEW, rule, type Verdict } from './rule.ts'
import { once } from './words.ts'

const fullNames = once(({ name, aliases }: EntityItem): readonly FullName[] =>
  present([name, ...aliases].map(fullName)),
)
const roleWords = once(({ roles }: EntityItem) => new Set(roles.flatMap(({ exact }) => stemsIn(exact))))

// "George W. Bush" may be "George Bush" and "George Walker Bush", never "George H. Bush" or a junior.
function agrees(a: FullName, b: FullName): boolean {
  if (a.first !== b.first || a.last !== b.last) return false
  if (a.suffix !== undefined && b.suffix !== undefined && a.suffix !== b.suffix) return false
  const shorter = Math.min(a.middle.length, b.middle.length)
  return a.middle
    .slice(0, shorter)
    .every((part, at) => part.startsWith(b.middle[at] ?? '') || (b.middle[at] ?? '').startsWith(part))
}

// Roles that share a word back the name up; two that share none leave a doubt.
function roleVerdict(a: EntityItem, b: EntityItem): Verdict {
  const [left, right] = [roleWords(a), roleWords(b)]
  if (left.size === 0 || right.size === 0) return { why: 'same-person/full-name', score: 0.95 }
  const shared = [...left].some((word) => right.has(word))
  return shared ? { why: 'same-person/name-and-role', score: 0.98 } : { why: 'same-person/full-name', score: 0.88 }
}

/** One person: the same first and last name, middle names that agree. Never a surname alone, never a first name alone. */
export const person = rule({
  kind: 'entity',
  items: 'entity',
  within: false,
  most: A_FEW,
  compare: (a, b) => {
    if (a.type !== 'person' || b.type !== 'person') return undefined
    const others = fullNames(b)
    return fullNames(a).some((name) => others.some((other) => agrees(name, other))) ? roleVerdict(a, b) : undefined
  },
})
