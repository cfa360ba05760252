import { isAgency } from '../classify.ts'
import type { Claim } from '../draft.ts'
import { authorsIn, mayBeName, saysBy, saysByAlone, standInOf } from '../names.ts'
import { bylinesIn, nameLineIn } from './bylines.ts'
import { claim, fold, type Head, said } from './head.ts'
import { namesOf } from './jsonld.ts'
import type { Leaf } from './leaves.ts'
import { type Reach, signersIn } from './signers.ts'

type Authors = Claim<readonly string[]> | undefined

/** What a page says of who wrote it, by where it says so. */
interface Said {
  readonly named: ReturnType<typeof namesOf>
  readonly declared: readonly string[]
  /** Bylines around the headline, and elsewhere. */
  readonly near: readonly string[]
  readonly below: readonly string[]
  readonly signed: ReturnType<typeof signersIn>
  readonly alone: string | undefined
}

/**
 * Who wrote it: people of the linked data, a byline near the headline, markup, declarations, a byline behind the body; failing people, whom the
 * page names in their place: a nickname, a desk, an agency or the outlet itself.
 */
export function authorsOf(head: Head, leaves: readonly Leaf[], reach: Reach, outlet: string | undefined): Authors {
  const { meta, linked, all, elements } = head
  const own = fold(outlet ?? '')
  const named = namesOf(linked?.author ?? linked?.creator, all)
  const people = named.flatMap(({ organization, name }) => (organization ? [] : namesIn(name)))
  const linkedTo = claim(but(own, people), said('json-ld', 0.94))
  // Where linked data name somebody, nothing else need be looked for.
  if (linkedTo) return linkedTo
  const what: Said = {
    named,
    declared: declaredIn(meta.values),
    near: bylinesIn(leaves, reach.near),
    below: [...bylinesIn(leaves, reach.above), ...bylinesIn(leaves, reach.behind)],
    signed: signersIn(elements, leaves, reach),
    alone: nameLineIn(leaves, reach),
  }
  return peopleOf(what, own) ?? standInsOf(what, own)
}

/** Names but the outlet's and agencies', each once. */
function but(own: string, names: readonly string[]): readonly string[] | undefined {
  const found = names.filter((name) => fold(name) !== own && !isAgency(name))
  return found.length ? [...new Set(found)] : undefined
}

function peopleOf({ declared, near, below, signed }: Said, own: string): Authors {
  return (
    claim(but(own, near.filter(saysBy).flatMap(authorsIn)), said('byline', 0.9)) ??
    claim(but(own, signed.people), said('author-markup', 0.93)) ??
    claim(but(own, near.flatMap(authorsIn)), said('byline', 0.9)) ??
    claim(but(own, declared.flatMap(namesIn)), said('meta-author', 0.9)) ??
    claim(but(own, below.flatMap(authorsIn)), said('byline-below', 0.83))
  )
}

/** One that stands in a person's place. */
function standInsOf({ named, declared, near, signed, alone }: Said, own: string): Authors {
  const one = (names: readonly string[] | undefined) => (names?.length ? names.slice(0, 1) : undefined)
  const institutions = [...named.map(({ name }) => name), ...declared].filter(isInstitution)
  return (
    claim(one(but('', signed.others)), said('author-markup', 0.9)) ??
    claim(alone === undefined ? undefined : but(own, [alone]), said('name-line', 0.8)) ??
    claim(one(institutions), said('declared-institution', 0.75)) ??
    claim(
      one(
        but(
          own,
          near.flatMap((text) => standInOf(text) ?? []),
        ),
      ),
      said('byline', 0.7),
    )
  )
}

/** A name that a page declares and that is no address, no sentence and no word of the site's own making. */
const isInstitution = (name: string): boolean =>
  name.length > 1 &&
  name.length < 60 &&
  !/^https?:|[@<>{}]|\.$/.test(name) &&
  !/^(?:admin|administrator|user|guest|unknown|n\/a|none|null|undefined|author)$/i.test(name)

const KEYS = [
  'author',
  'article:author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
]

/** Places where networks are told of an article's author and the like: a label, and what it labels. */
const LABELS = [1, 2, 3, 4]

/** Names in the head: those of the first tag that names a person, else of the first that is there; "Written by" and the name behind it. */
function declaredIn(values: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const keys = KEYS.flatMap((key) => {
    const names = values.get(key)?.filter((name) => !/^https?:/.test(name)) ?? []
    return names.length ? [names] : []
  })
  const written = LABELS.find((n) => saysByAlone(values.get(`twitter:label${n}`)?.[0] ?? ''))
  const told = written === undefined ? [] : (values.get(`twitter:data${written}`) ?? [])
  return [...keys, told].find((names) => names.some((name) => authorsIn(name).length)) ?? keys[0] ?? told
}

const namesIn = (text: string): readonly string[] => {
  const names = authorsIn(text)
  return names.length || !mayBeName(text) ? names : [text]
}
