import type { Article } from '../articles/article.ts'
import type { Tag } from '../tagger/tagger.ts'
import { byPlace, type Span } from '../text/span.ts'
import { acrossParagraphs, type Read } from './attributions/across.ts'
import { attributionOf, type Cast, castOf } from './attributions/assemble.ts'
import { circumstancesOf } from './attributions/circumstances.ts'
import { cueOf } from './attributions/cues.ts'
import { callNames, signed, spoken, type Voices, voicesOf } from './attributions/forms.ts'
import { bareQuotes, withSecondPieces } from './attributions/leftover.ts'
import { withParents } from './attributions/nested.ts'
import { type Paragraph, paragraphOf } from './attributions/paragraph.ts'
import { linksByQuoting } from './attributions/quoted.ts'
import { type Link, linksByRule, settled, without } from './attributions/rules.ts'
import { linksByTag } from './attributions/tagged.ts'
import { type Tongue, tongueOf } from './attributions/tongue.ts'
import { takenUp, trimmedLinks } from './attributions/trimmed.ts'
import { byBlock, sceneOf } from './entities/scene.ts'
import { type Entity, entities } from './entities.ts'
import type { Day } from './events.ts'
import { layer, type Sourced } from './layer.ts'
import { type Mention, mentions } from './mentions.ts'
import { type Place, places } from './places.ts'
import { type Quote, quotes } from './quotes.ts'
import { type Sentence, sentences } from './sentences.ts'
import { tags } from './tags.ts'
import { type Time, times } from './times.ts'

/** Who said what: source, cue and content as they stand in the text. */
export interface Attribution extends Sourced {
  /** `a:START-END` of its first content span. */
  readonly id: string
  /** The words that name the source; empty where none stand near. */
  readonly source: readonly Span[]
  /** The words that signal it: "said", "according to"; empty for a quotation that goes on without one. */
  readonly cue: readonly Span[]
  /** What is said; at least one span. */
  readonly content: readonly Span[]
  /** `direct`: all of the content stands in quotation marks; `mixed`: some; `indirect`: none. */
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** Id of the entity that says it. */
  readonly speaker?: string
  /** Kind of the cue, from the cue table: said, claimed, denied, warned, promised, demanded, confirmed … */
  readonly stance?: string
  /** Entity spoken to; time and place of saying. */
  readonly to?: string
  readonly when?: string
  readonly where?: string
  /** Day of saying, where a person gave it. */
  readonly day?: Day
  /** Id of the attribution whose content holds this one. */
  readonly parent?: string
  /** Id of the attribution that this one goes on from. */
  readonly continues?: string
}

/** Where the tagger reads who says what and saw no statement, a rule's clause is half as often (PolNeAR, development part). */
const UNSEEN = 0.5

/** Rules less sure than this are wrong more often than right there. */
const FILLS = 0.7

/** What its form alone shows gives way to a tagger that is surer than this share of its score (PolNeAR, development part). */
const HOLDS = 0.6

/** What is left of the weight of a statement for which the tagger saw no source. */
const SOURCELESS = 0.6

const weightOf = ({ formal, source, score }: Link): number =>
  score * (formal ? HOLDS : source.length === 0 ? SOURCELESS : 1)

// Of rules for quotations and the tagger the surer one is taken; the rules' clauses fill what both left.
function allLinks(p: Paragraph, tagged: boolean): readonly Link[] {
  const ruled = linksByRule(p)
  if (!tagged) return ruled
  const formal = ruled.filter((link) => link.formal)
  const kept = settled([...formal, ...linksByTag(p)], weightOf)
  const seen = p.tags.some(({ label }) => label === 'content')
  const clauses = seen ? ruled.filter(({ score }) => score >= FILLS) : ruled
  const isHeld = (link: Link): boolean => !seen && link.source.length > 0 && isPlain(p, link)
  return [
    ...kept,
    ...without(clauses, kept).map((link) => (isHeld(link) ? link : { ...link, score: link.score * UNSEEN })),
  ]
}

// "reports", "claims" and "notes" are nouns, too: of that form only what is none.
const isPlain = (p: Paragraph, { cue }: Link): boolean =>
  cue.some(({ to }) => {
    const lower = p.words[to - 1]?.lower ?? ''
    return cueOf(lower)?.plain === true && (cueOf(lower)?.form === 'past' || /^(?:says|adds|tells)$/.test(lower))
  })

/** What every paragraph of an article is read with. */
interface Whole {
  readonly cast: Cast
  readonly byId: ReadonlyMap<string, Entity>
  readonly voices: Voices
  readonly persons: ReadonlyMap<string, Entity>
  /** What reads a language that is not English. */
  readonly tongue: Tongue | undefined
  /** Whether a tagger reads who says what. */
  readonly tagged: boolean
}

// Headlines and captions quote in scraps: a quotation there is a statement only where a verb governs it.
function linksOf(p: Paragraph, { tongue, tagged }: Whole): readonly Link[] {
  const letter = signed(p)
  if (letter) return [letter]
  if (tongue) return linksByQuoting(p, tongue)
  const links = withSecondPieces(p, trimmedLinks(p, allLinks(p, tagged)))
  return p.block.part === 'paragraph' ? [...links, ...bareQuotes(p, links)] : links
}

/** What a name must be for its words to be a speaker's where mentions are found with less certainty, in languages other than English. */
const SPEAKERS: ReadonlySet<Entity['type']> = new Set(['person', 'organization'])

interface Own {
  readonly p: Paragraph
  readonly times: readonly Time[]
  readonly places: readonly Place[]
}

function itemsOf({ p, times, places }: Own, whole: Whole): readonly Attribution[] {
  const { cast, byId, voices, persons } = whole
  const voice = spoken(p, voices, persons)
  const links = voice ? [voice.link] : linksOf(p, whole)
  const items = links
    .flatMap(
      (link) => attributionOf(p, link, cast, circumstancesOf(p, link, cast, times, places), voice?.speaker) ?? [],
    )
    .sort((a, b) => byPlace(a.content[0] ?? p.block, b.content[0] ?? p.block))
  return takenUp(p.text, items, byId)
}

type FoundHere = {
  readonly sentences: readonly Sentence[]
  readonly quotes: readonly Quote[]
  readonly tags: readonly Tag[]
  readonly mentions: readonly Mention[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
}

// The article's blocks, each with what lies in it.
function paragraphsOf(article: Article, found: FoundHere): readonly Own[] {
  const scene = sceneOf(article, found.sentences, found.quotes)
  const { blocks } = scene
  const lines = byBlock(blocks, scene.lines)
  const [quoted, named, tagged] = [
    byBlock(blocks, found.quotes),
    byBlock(blocks, found.mentions),
    byBlock(blocks, found.tags),
  ]
  const [timed, placed] = [byBlock(blocks, found.times), byBlock(blocks, found.places)]
  return blocks.flatMap((block, at): readonly Own[] => {
    const first = lines[at]?.[0]?.at
    if (first === undefined) return []
    const own = { quotes: quoted[at] ?? [], mentions: named[at] ?? [], tags: tagged[at] ?? [] }
    return [{ p: paragraphOf(scene, block, first, own), times: timed[at] ?? [], places: placed[at] ?? [] }]
  })
}

/** Who said what, over the article: each paragraph by itself, then what goes on from one to the next. */
export const attributions = layer({
  key: 'attributions',
  needs: [sentences, quotes, tags, mentions, entities, times, places],
  read: (article, found, { tagger }): readonly Attribution[] => {
    const paragraphs = paragraphsOf(article, found)
    const tongue = tongueOf(article.language)
    const cast = castOf(tongue ? found.entities.filter(({ type }) => SPEAKERS.has(type)) : found.entities)
    const voices = voicesOf(paragraphs.map(({ p }) => p))
    const byId = new Map(found.entities.map((entity) => [entity.id, entity]))
    const persons = voices.size > 0 ? callNames(found.entities) : new Map()
    const whole: Whole = { cast, byId, voices, persons, tongue, tagged: tagger.labels.has('content') }
    const reads = paragraphs.map((own): Read => ({ p: own.p, items: itemsOf(own, whole) }))
    return withParents(acrossParagraphs(reads, found.quotes, cast))
  },
})
