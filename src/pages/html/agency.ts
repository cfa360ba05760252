import { isSignOff, wireIn } from '../classify.ts'
import type { Claim } from '../draft.ts'
import { bylinesIn } from './bylines.ts'
import { claim, first, type Head, said } from './head.ts'
import { namesOf } from './jsonld.ts'
import type { Leaf } from './leaves.ts'
import type { Reach } from './signers.ts'

/** Tags by which a page says who sent its text. */
const TAGS = [
  'author',
  'article:author',
  'dc.creator',
  'byl',
  'source',
  'dc.source',
  'syndication-source',
  'news_source',
]
/** Lines longer than this name an agency by chance; units. */
const LONGEST = 120

/** The news agency of a wire copy: among the authors that the page declares, in its byline, in the dateline, or in the line behind the text. */
export function agencyOf(
  { meta, linked, all }: Head,
  leaves: readonly Leaf[],
  reach: Reach,
  dateline: string | undefined,
): Claim | undefined {
  const named = [linked?.author, linked?.creator, linked?.sourceOrganization, linked?.provider].flatMap((value) =>
    value === undefined ? [] : namesOf(value, all).map(({ name }) => name),
  )
  const declared = TAGS.flatMap((name) => meta.values.get(name) ?? [])
  const behind = leaves.slice(...reach.behind).flatMap(({ text }) => (isSignOff(text) ? [text] : []))
  const wire = (lines: readonly string[]): string | undefined => {
    const short = lines.filter(({ length }) => length <= LONGEST)
    return short.map(wireIn).find((name) => name !== undefined)
  }
  return first(
    claim(wire(bylinesIn(leaves, reach.near)), said('byline', 0.95)),
    claim(wire(named), said('json-ld', 0.9)),
    claim(wire(declared), said('meta-author', 0.9)),
    claim(dateline === undefined ? undefined : wireIn(dateline), said('dateline', 0.9)),
    claim(wire(behind), said('sign-off', 0.8)),
  )
}

/** Whether the page says that anybody may read it: its linked data, else the tier that it declares. Of one that may be read so often nothing is said. */
export function freeOf({ linked, all, meta }: Head): Claim<boolean> | undefined {
  const told = [linked, ...all].map((one) => truthOf(one?.isAccessibleForFree)).find((value) => value !== undefined)
  const tier = meta.values.get('article:content_tier')?.[0]?.toLowerCase()
  return (
    claim(told, said('json-ld', 0.9)) ??
    claim(tier === 'free' ? true : tier === 'locked' ? false : undefined, said('meta-tier', 0.9))
  )
}

/** True and false as linked data write them: also "False" and "http://schema.org/False". */
function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? /(?:^|\/)(true|false)$/i.exec(value.trim())?.[1] : undefined
  return word === undefined ? undefined : word.toLowerCase() === 'true'
}
