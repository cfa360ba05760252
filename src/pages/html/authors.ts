import { isAgency, isCredit } from '../classify.ts'
import type { Claim } from '../draft.ts'
import { authorsIn, mayBeName, saysBy } from '../names.ts'
import { claim, fold, type Head, said } from './head.ts'
import { namesOf } from './jsonld.ts'
import type { Leaf } from './leaves.ts'

/** Who wrote it: linked data, a byline near the headline, declarations. Outlets, desks and agencies are no authors. */
export function authorsOf(
  { meta, linked, all }: Head,
  near: readonly Leaf[],
  outlet: string | undefined,
): Claim<readonly string[]> | undefined {
  const own = fold(outlet ?? '')
  const list = (names: readonly string[]): readonly string[] | undefined => {
    const people = names.filter((name) => fold(name) !== own && !isAgency(name))
    return people.length ? [...new Set(people)] : undefined
  }
  const people = namesOf(linked?.author ?? linked?.creator, all).flatMap(({ organization, name }) =>
    organization ? [] : namesIn(name),
  )
  return (
    claim(list(people), said('json-ld', 0.95)) ??
    claim(list(near.filter(isByline).flatMap(({ text }) => authorsIn(text))), said('byline', 0.9)) ??
    claim(list(declaredIn(meta.values).flatMap(authorsIn)), said('meta-author', 0.85))
  )
}

const KEYS = ['author', 'article:author', 'byl', 'dc.creator', 'parsely-author']

const declaredIn = (values: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  (KEYS.map((key) => values.get(key)).find(Boolean) ?? []).filter((name) => !/^https?:/.test(name))

const namesIn = (text: string): readonly string[] => {
  const names = authorsIn(text)
  return names.length || !mayBeName(text) ? names : [text]
}

const isByline = ({ text, kinds }: Leaf): boolean =>
  text.length < 200 && !kinds.credit && !kinds.caption && !isCredit(text) && (kinds.byline === true || saysBy(text))
