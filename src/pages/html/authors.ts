import { isAgency, isCredit } from '../classify.ts'
import type { Claim } from '../draft.ts'
import { authorsIn, mayBeName, saysBy, saysByAlone } from '../names.ts'
import { claim, fold, type Head, said } from './head.ts'
import { namesOf } from './jsonld.ts'
import type { Leaf } from './leaves.ts'

/**
 * Who wrote it: people of the linked data, a byline near the headline, declarations, links to an author's page; failing people, whom the
 * page declares in their place, a desk, an agency or the outlet itself.
 */
export function authorsOf(
  { meta, linked, all }: Head,
  near: readonly Leaf[],
  outlet: string | undefined,
): Claim<readonly string[]> | undefined {
  const own = fold(outlet ?? '')
  const list = (names: readonly string[]): readonly string[] | undefined => {
    const found = names.filter((name) => fold(name) !== own && !isAgency(name))
    return found.length ? [...new Set(found)] : undefined
  }
  const named = namesOf(linked?.author ?? linked?.creator, all)
  const declared = declaredIn(meta.values)
  const institutions = [...named.map(({ name }) => name), ...declared].filter(isInstitution)
  return (
    claim(
      list(named.flatMap(({ organization, name }) => (organization ? [] : namesIn(name)))),
      said('json-ld', 0.95),
    ) ??
    claim(list(near.filter(isByline).flatMap(({ text }) => authorsIn(text))), said('byline', 0.9)) ??
    claim(list(declared.flatMap(namesIn)), said('meta-author', 0.85)) ??
    claim(list(near.filter(isAuthorLink).flatMap(({ text }) => authorsIn(text))), said('author-link', 0.8)) ??
    claim(institutions.length ? institutions.slice(0, 1) : undefined, said('declared-institution', 0.7))
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

/** Names in the head; "Written by" and the name behind it, as networks are told. */
function declaredIn(values: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const written = saysByAlone(values.get('twitter:label1')?.[0] ?? '')
  const keys = KEYS.map((key) => values.get(key)).find(Boolean) ?? []
  return [...keys, ...(written && !keys.length ? (values.get('twitter:data1') ?? []) : [])].filter(
    (name) => !/^https?:/.test(name),
  )
}

const namesIn = (text: string): readonly string[] => {
  const names = authorsIn(text)
  return names.length || !mayBeName(text) ? names : [text]
}

const isByline = ({ text, kinds }: Leaf): boolean =>
  text.length < 200 && !kinds.credit && !kinds.caption && !isCredit(text) && (kinds.byline === true || saysBy(text))

/** A leaf that is a link to a page about who wrote it, by the words of its address. */
const isAuthorLink = ({ text, href, linked }: Leaf): boolean =>
  href !== undefined && text.length < 80 && linked > text.length * 0.6 && AUTHOR_PAGE.test(href)
const AUTHOR_PAGE =
  /\/(?:authors?|contributors?|staff|profiles?|people|journalists?|reporters?|writers?|team|autor(?:en|es)?|auteurs?|autori|redakteure?)\/[^/?#]{3,}/i
