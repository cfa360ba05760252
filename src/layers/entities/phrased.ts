import type { Phrase, Same } from '../../tagger/tagger.ts'
import { covers, type Span, spanAt } from '../../text/span.ts'
import { TYPE_OF } from '../mentions/extents.ts'
import { pronounOf } from '../mentions/pronouns.ts'
import { PLURAL } from '../mentions/roles.ts'
import type { Mention } from '../mentions.ts'
import { agrees, askedOf, fitsType } from './agree.ts'
import { described, resolve, unnamed } from './described.ts'
import { type Draft, draftOf, merge, root } from './draft.ts'
import { draftAt, type Gathering } from './gathering.ts'
import { type Link, linker } from './links.ts'
import { place, put } from './place.ts'
import { speaks } from './speakers.ts'

/** Phrases that a tagger found, and which of them it takes for the same. */
export interface Phrasing {
  readonly phrases: readonly Phrase[]
  readonly same: Same
}

const spanKey = ({ start, end }: Span): string => `${start}-${end}`

/** Puts mentions and the other phrases, in order of place, to what each takes up by the tagger's word; names stay where rules put them. */
export function placePhrases(state: Gathering, mentions: readonly Mention[], { phrases, same }: Phrasing): void {
  const byExtent = new Map(mentions.map((mention) => [spanKey(mention.extent ?? mention), mention]))
  const byPhrase = new Set(phrases.flatMap((phrase) => byExtent.get(spanKey(phrase)) ?? []))
  const names = mentions.filter(({ form }) => form === 'name')
  const nameAt = (phrase: Phrase): Draft | undefined => {
    const name = spanAt(names, phrase.head.start)
    return name && draftAt(state, name)
  }
  const antecedentOf = linker(state.scene, phrases, same, nameAt)
  const things = new Map<Phrase, Draft>()
  const rest = mentions.filter((mention) => !byPhrase.has(mention))
  let next = 0
  phrases.forEach((phrase, at) => {
    for (; (rest[next]?.start ?? Number.POSITIVE_INFINITY) < phrase.start; next++) place(state, rest[next] as Mention)
    const mention = byExtent.get(spanKey(phrase))
    const settled = settledBy(state, phrase, mention)
    if (settled) {
      things.set(phrase, settled)
      return
    }
    const asked = askedOf(state.scene.text, phrase)
    const link = antecedentOf(at, (earlier) => {
      const thing = things.get(earlier)
      // "Galati" of "the port authority of Galati" is not the authority.
      return thing !== undefined && !covers(earlier, phrase) && agrees(asked, root(thing), earlier.kind)
    })
    const before = link && things.get(link.to)
    things.set(phrase, thingOf(state, phrase, mention, link, before && root(before)))
  })
  for (const mention of rest.slice(next)) place(state, mention)
}

// What needs no antecedent: what nobody asks of, somebody named before, and what rules are surer of.
function settledBy(state: Gathering, phrase: Phrase, mention: Mention | undefined): Draft | undefined {
  if (!mention) return phrase.kind === 'other' ? draftOf('misc', 'entities/phrase', phrase.score) : undefined
  if (mention.form === 'name') {
    const named = draftAt(state, mention)
    if (!named || !state.met.has(named)) return undefined
    place(state, mention)
    return named
  }
  const draft = byRules(state, mention)
  if (draft) put(state, draft, mention)
  return draft
}

// What rules are surer of than a tagger: a description beside a name, one that repeats a person's role, "he" where one man is near.
function byRules(state: Gathering, mention: Mention): Draft | undefined {
  if (mention.form === 'nominal') {
    const apposed = state.apposed.get(mention.end)
    return apposed ? root(apposed) : described(state, mention)
  }
  const gender = pronounOf(state.scene.text.slice(mention.start, mention.end).toLowerCase())
  return gender && gender !== 'plural' ? resolve(state, mention) : undefined
}

function thingOf(
  state: Gathering,
  phrase: Phrase,
  mention: Mention | undefined,
  link: Link | undefined,
  before: Draft | undefined,
): Draft {
  const named = mention?.form === 'name' ? draftAt(state, mention) : undefined
  if (named) {
    if (before && before !== named && before.names.size === 0 && fitsType(before, named)) merge(named, before, 1)
    state.met.add(named)
    place(state, mention as Mention)
    return named
  }
  const speaking = mention && !before?.names.size && speaksAs(state, mention)
  const sure = (link?.score ?? 0) >= SURE
  const draft =
    (speaking && !sure && unnamed(state, mention)) ||
    before ||
    draftOf(TYPE_OF[phrase.kind], 'entities/phrase', phrase.score)
  if (!mention) return draft
  if (speaking && draft.type !== 'source') becomeSource(state, draft, mention)
  put(state, draft, mention)
  return draft
}

/** How sure it must be that one who speaks under a description is one whom another describes. */
const SURE = 0.75

function speaksAs(state: Gathering, mention: Mention): boolean {
  if (mention.form !== 'nominal' || (mention.type !== 'person' && mention.type !== 'organization')) return false
  const { words, from, to } = state.scene.around(mention)
  // "Nobody", "Hundreds", "Mayor" of a headline: one word that no list has describes nobody.
  const bare = to - from < 2 && !PLURAL.has(words[from]?.lower ?? '')
  return !bare && (state.isSource(mention) || speaks(words, from, to))
}

function becomeSource(state: Gathering, draft: Draft, mention: Mention): void {
  draft.type = 'source'
  draft.by = 'entities/unnamed'
  draft.description = state.scene.text.slice(mention.start, mention.end).toLowerCase()
}
