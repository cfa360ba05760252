import { fold } from '../fold.ts'
import type { EntityItem } from '../items.ts'
import { acronymLetters, acronymOf, bodyCalled, isAcronym, isCommonName, organizationName } from '../offer/names.ts'
import { present } from '../offer/source.ts'
import { A_FEW, rule } from './rule.ts'
import { once } from './words.ts'

const namesOf = ({ name, aliases }: EntityItem): readonly string[] => [name, ...aliases]
const plain = once((item: EntityItem) => namesOf(item).filter((name) => !isAcronym(name)).map(organizationName)) // biome-ignore format: one line
const printed = once((item: EntityItem) => namesOf(item).filter(isAcronym).map(acronymLetters))
const spelled = once((item: EntityItem) => present(namesOf(item).filter((name) => !isAcronym(name)).map(acronymOf))) // biome-ignore format: one line
const known = once((item: EntityItem) => present(namesOf(item).map(bodyCalled)))
// The Security Council may be called "the UN" for short, and is another body.
function areOther(a: EntityItem, b: EntityItem): boolean {
  const [one, other] = [bodyCalled(a.name), bodyCalled(b.name)]
  return one !== undefined && other !== undefined && one !== other
}
const meet = (a: readonly string[], b: readonly string[]): string | undefined => a.find((one) => b.includes(one))

/** One organization: the same name without article and legal form; the same acronym; an acronym and the name whose capitals it is; names of a body that many languages have. */
export const organization = rule({
  kind: 'entity',
  items: 'entity',
  within: false,
  most: A_FEW,
  compare: (a, b) => {
    if (a.type !== 'organization' || b.type !== 'organization') return undefined
    const name = meet(plain(a), plain(b))
    if (name !== undefined && !isCommonName(name)) return { why: 'same-organization/name', score: 0.95 }
    if (name !== undefined) return { why: 'same-organization/common-name', score: 0.7 }
    if (!areOther(a, b) && meet(known(a), known(b))) return { why: 'same-organization/translation', score: 0.92 }
    // Two that both spell their names out, and differ, are two.
    if (meet(printed(a), printed(b)) && !(plain(a).length > 0 && plain(b).length > 0))
      return { why: 'same-organization/acronym', score: 0.9 }
    const initials = meet(printed(a), spelled(b)) ?? meet(printed(b), spelled(a))
    return initials !== undefined && !(plain(a).length > 0 && plain(b).length > 0)
      ? { why: 'same-organization/initials', score: 0.8 }
      : undefined
  },
})

/** One place: the same place of the place data; where neither has one, the same name. */
export const location = rule({
  kind: 'entity',
  items: 'entity',
  within: false,
  most: A_FEW,
  compare: (a, b) => {
    if (a.type !== 'location' || b.type !== 'location') return undefined
    if (a.geonamesId !== undefined && a.geonamesId === b.geonamesId) return { why: 'same-place/geonames', score: 0.95 }
    if (a.geonamesId !== undefined || b.geonamesId !== undefined) return undefined
    return fold(a.name) === fold(b.name) ? { why: 'same-place/name', score: 0.85 } : undefined
  },
})

/** Another named thing: the same name. */
export const thing = rule({
  kind: 'entity',
  items: 'entity',
  within: false,
  most: A_FEW,
  compare: (a, b) =>
    a.type === 'misc' && b.type === 'misc' && fold(a.name) === fold(b.name)
      ? { why: 'same-thing/name', score: 0.85 }
      : undefined,
})
