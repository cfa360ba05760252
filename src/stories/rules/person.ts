import { stemsIn } from '../fold.ts'
import type { EntityItem } from '../items.ts'
import { type FullName, fullName } from '../offer/names.ts'
import { isParticle, joinedLast, spelledAlike } from '../offer/sounds.ts'
import { present } from '../offer/source.ts'
import { A_FEW, rule, type Verdict } from './rule.ts'
import { once } from './words.ts'

const fullNames = once(({ name, aliases }: EntityItem): readonly FullName[] =>
  present([name, ...aliases].map(fullName)),
)
const roleWords = once(({ roles }: EntityItem) => new Set(roles.flatMap(({ exact }) => stemsIn(exact))))

// "George W. Bush" may be "George Bush" and "George Walker Bush", never "George H. Bush" or a junior.
function agrees(a: FullName, b: FullName): boolean {
  return a.first === b.first && a.last === b.last && agreeBetween(a, b)
}

function agreeBetween(a: FullName, b: FullName): boolean {
  if (a.suffix !== undefined && b.suffix !== undefined && a.suffix !== b.suffix) return false
  const shorter = Math.min(a.middle.length, b.middle.length)
  return a.middle
    .slice(0, shorter)
    .every((part, at) => part.startsWith(b.middle[at] ?? '') || (b.middle[at] ?? '').startsWith(part))
}

const given = (name: FullName): FullName => ({ ...name, middle: name.middle.filter((part) => !isParticle(part)) })

const sharesRole = (a: EntityItem, b: EntityItem): boolean => {
  const others = roleWords(b)
  return [...roleWords(a)].some((word) => others.has(word))
}

// "Jean-Yves Le Drian" and "Jean-Yves Ledrian"; "Moammar Gadhafi" and "Muammar Qaddafi" only where both are called the same, too.
function spelledVerdict(a: EntityItem, b: EntityItem): Verdict | undefined {
  const pairs = fullNames(a).flatMap((one) =>
    fullNames(b).flatMap((other) => (agreeBetween(given(one), given(other)) ? [[one, other] as const] : [])),
  )
  const isJoined = ([one, other]: readonly [FullName, FullName]) =>
    one.first === other.first &&
    one.last !== other.last &&
    joinedLast(one) === joinedLast(other) &&
    one.suffix === other.suffix
  if (pairs.some(isJoined)) return { why: 'same-person/particle', score: 0.9 }
  if (!sharesRole(a, b)) return undefined
  const isSpelled = ([one, other]: readonly [FullName, FullName]) => {
    const sound = spelledAlike(one)
    return sound !== undefined && sound === spelledAlike(other)
  }
  return pairs.some(isSpelled) ? { why: 'same-person/spelling', score: 0.85 } : undefined
}

// Roles that share a word back the name up; two that share none leave a doubt.
function roleVerdict(a: EntityItem, b: EntityItem): Verdict {
  const [left, right] = [roleWords(a), roleWords(b)]
  if (left.size === 0 || right.size === 0) return { why: 'same-person/full-name', score: 0.95 }
  return sharesRole(a, b)
    ? { why: 'same-person/name-and-role', score: 0.98 }
    : { why: 'same-person/full-name', score: 0.88 }
}

/** One person: the same first and last name, middle names that agree; names that differ only in how they are written in Latin letters, with the same role. Never a surname alone, never a first name alone. */
export const person = rule({
  kind: 'entity',
  items: 'entity',
  within: false,
  most: A_FEW,
  compare: (a, b) => {
    if (a.type !== 'person' || b.type !== 'person') return undefined
    const others = fullNames(b)
    const isSame = fullNames(a).some((name) => others.some((other) => agrees(name, other)))
    return isSame ? roleVerdict(a, b) : spelledVerdict(a, b)
  },
})
