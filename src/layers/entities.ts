import { byPlace, idOf, type Span } from '../text/span.ts'
import { type Draft, root } from './entities/draft.ts'
import { gather } from './entities/gather.ts'
import wordings from './entities/phrases.json' with { type: 'json' }
import { type Scene, sceneOf } from './entities/scene.ts'
import { isSaying } from './entities/speakers.ts'
import { layer, type Sourced } from './layer.ts'
import { type EntityType, type Mention, mentions } from './mentions.ts'
import { phrases } from './phrases.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { tags } from './tags.ts'

/** Words that give an entity's role, as they stand: "French Defence Minister". */
export interface Role extends Span {
  readonly text: string
}

/** One person, organization, place or thing under all its mentions in the article. */
export interface Entity extends Sourced {
  /** `e:START-END` of its first mention. */
  readonly id: string
  /** Its fullest name as the text has it; for an unnamed source, its description. */
  readonly name: string
  /** `source`: a speaker whom the text does not name. */
  readonly type: EntityType | 'source'
  /** Other names the text gives it, pronouns and nominals left out. */
  readonly aliases: readonly string[]
  readonly roles: readonly Role[]
  /** Set where descriptions and pronouns alone stand for it, and it is no source: the reading has it, no record does. */
  readonly unnamed?: true
  /** Ids of its mentions, in order of place; at least one. */
  readonly mentions: readonly string[]
}

const isAcronym = (name: string): boolean => !/\p{Ll}/u.test(name)

// The fullest name: words before acronyms, then the longest, then the most frequent.
function fullest(names: ReadonlyMap<string, number>): readonly string[] {
  return [...names]
    .sort(([a, x], [b, y]) => Number(isAcronym(a)) - Number(isAcronym(b)) || b.length - a.length || y - x)
    .map(([name]) => name)
}

const LONGEST_DESCRIPTION = 120
const LONGEST_NAME = 60
/** Words between a source and why it is unnamed: "an official |in the defence ministry| who asked not to be named". */
const LONGEST_BETWEEN = 8

// The word that completes a phrase, with its article: "who asked not to be |named", "close to |the matter".
const nextWord = (rest: string): string => /^ (?:(?:the|an?|his|her|its|their) )?\S+/.exec(rest)?.[0] ?? ''

// Where words end that say of a source why it is unnamed, or how it knows: the latter right behind it, neither behind a verb of saying.
function endIn(more: string): number {
  const said = [...wordings.unnamed, ...wordings.knowing].flatMap((phrase) => {
    const at = more.indexOf(phrase)
    const between = more.slice(0, Math.max(0, at)).split(/[ ,]+/).filter(Boolean)
    if (at < 0 || between.length > (wordings.knowing.includes(phrase) ? 0 : LONGEST_BETWEEN)) return []
    if (between.some((word) => isSaying(word.toLowerCase()))) return []
    return [at + phrase.length + nextWord(more.slice(at + phrase.length)).length]
  })
  return Math.max(0, ...said)
}

// How far a description reaches that is short enough for a name, up to a mark: "a teacher |at the school|".
function reachOf({ text }: Scene, { start, end, extent }: Mention): number {
  if (!extent || extent.start !== start || extent.end - start > LONGEST_NAME) return end
  const mark = text.slice(end, extent.end).search(/[,;:"“”()\n]/)
  return mark < 0 ? extent.end : end + mark
}

// An unnamed source is called by the words that describe it, with what the text says of its not being named.
function descriptionOf(scene: Scene, first: Mention): string {
  const { start, type } = first
  const end = start + scene.text.slice(start, reachOf(scene, first)).replace(/['’]s?$/, '').length
  const rest = scene.text.slice(end, end + LONGEST_DESCRIPTION)
  const more = /^(?:,? [^.,;:"“”()]{3,100})/.exec(rest)?.[0] ?? ''
  return `${scene.text.slice(start, end)}${type === 'person' ? more.slice(0, endIn(more)) : ''}`.replace(/\s+/g, ' ')
}

function entityOf(scene: Scene, draft: Draft): Entity | undefined {
  const own = [...draft.mentions].sort(byPlace)
  const [first] = own
  if (!first) return undefined
  const [name, ...aliases] = fullest(draft.names)
  return {
    id: idOf('e', first),
    name: name ?? descriptionOf(scene, first),
    type: draft.type,
    aliases,
    roles: [...draft.roles].sort(byPlace),
    ...(draft.names.size > 0 || draft.type === 'source' ? {} : { unnamed: true }),
    mentions: own.map(({ id }) => id),
    by: draft.by,
    score: Math.min(draft.score, Math.max(...own.map(({ score }) => score))),
  }
}

/** Entities: the mentions of one person, organization, place or unnamed source, gathered. */
export const entities = layer({
  key: 'entities',
  needs: [sentences, quotes, tags, phrases, mentions],
  read: (article, found, { tagger }): readonly Entity[] => {
    const scene = sceneOf(article, found.sentences, found.quotes)
    const sources = found.tags.filter(({ label }) => label === 'source')
    const { same } = tagger
    const reading = same && found.phrases.length > 0 ? { phrases: found.phrases, same } : undefined
    const drafts = new Set([...gather(scene, found.mentions, sources, reading).values()].map(root))
    return [...drafts]
      .flatMap((draft) => entityOf(scene, draft) ?? [])
      .sort((a, b) => Number(a.id.slice(2).split('-')[0]) - Number(b.id.slice(2).split('-')[0]))
  },
})
