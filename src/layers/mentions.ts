import type { Article } from '../articles/article.ts'
import type { Phrase, Tag } from '../tagger/tagger.ts'
import { byPlace, idOf, overlaps, type Span, spanAt } from '../text/span.ts'
import { layer, type Sourced, type Tools } from './layer.ts'
import { appointed } from './mentions/appointed.ts'
import { namedBy, TYPE_OF } from './mentions/extents.ts'
import { remembered } from './mentions/memory.ts'
import { type Name, namesOfTags } from './mentions/names.ts'
import { nominalsIn } from './mentions/nominals.ts'
import { pronounKind, pronounsIn } from './mentions/pronouns.ts'
import { roleBefore } from './mentions/roles.ts'
import { commonWords, namesOfRuns } from './mentions/runs.ts'
import { type Word, wordFrom, wordsIn } from './mentions/words.ts'
import { phrases } from './phrases.ts'
import { quotes } from './quotes.ts'
import { type Sentence, sentences } from './sentences.ts'
import { tags } from './tags.ts'

/** What a named thing may be. */
export const ENTITY_TYPES = ['person', 'organization', 'location', 'misc'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/** Words that stand for a person, an organization, a place or another named thing. */
export interface Mention extends Span, Sourced {
  /** `m:START-END`. */
  readonly id: string
  readonly type: EntityType
  readonly form: 'name' | 'nominal' | 'pronoun'
  /** The whole phrase, where it is longer than the name or the words up to its head: "the minister |who signed it|". */
  readonly extent?: Span
}

const mention = (form: Mention['form'], { start, end, type, by, score }: Name): Mention => ({
  id: idOf('m', { start, end }),
  start,
  end,
  type,
  form,
  by,
  score,
})

// Names never overlap: the surer one stays, of equals the longer.
function disjoint(names: readonly Name[]): readonly Name[] {
  const kept: Name[] = []
  for (const name of [...names].sort(byPlace)) {
    const last = kept.at(-1)
    if (!last || !overlaps(last, name)) kept.push(name)
    else if (name.score > last.score) kept[kept.length - 1] = name
  }
  return kept
}

function namesIn(
  text: string,
  bySentence: readonly (readonly Word[])[],
  found: readonly Tag[],
  tools: Tools,
): readonly Name[] {
  const words = bySentence.flat()
  const common = commonWords(words)
  const tagged = tools.tagger.labels.has('person')
    ? namesOfTags(words, found, tools.tagger.name)
    : bySentence.flatMap((own) => namesOfRuns(own, common, tools.gazetteer))
  return disjoint(remembered(text, words, appointed(text, words, disjoint(tagged), tools.gazetteer)))
}

/** Marks of words that a name, or the title in front of a person's name, has taken. */
function takenBy(words: readonly Word[], names: readonly Name[]): Uint8Array {
  const taken = new Uint8Array(words.length)
  const mark = (span: Span): unknown => taken.fill(1, wordFrom(words, span.start), wordFrom(words, span.end))
  for (const name of names) mark(name)
  for (const name of names) {
    const role = name.type === 'person' && roleBefore(words, wordFrom(words, name.start), () => false)
    if (role) mark(role)
  }
  return taken
}

function mentionsIn(
  article: Article,
  spans: readonly Sentence[],
  tags: readonly Tag[],
  phrases: readonly Phrase[],
  tools: Tools,
): readonly Mention[] {
  const bySentence = spans.map((span) => wordsIn(article.text, span))
  const words = bySentence.flat()
  const pronouns = bySentence.flatMap(pronounsIn)
  const spoken = new Set(pronouns.map(({ start, end }) => `${start}-${end}`))
  const names = namesIn(article.text, bySentence, tags, tools).filter(
    ({ start, end }) => !spoken.has(`${start}-${end}`),
  )
  const taken = takenBy(words, names)
  const isTaken = (word: Word): boolean => taken[wordFrom(words, word.start)] === 1
  const found = [
    ...names.map((name) => mention('name', name)),
    ...bySentence.flatMap((own) => nominalsIn(own, isTaken)).map((nominal) => mention('nominal', nominal)),
    ...pronouns.map((pronoun) => mention('pronoun', pronoun)),
  ].sort(byPlace)
  return phrases.length > 0 ? phrased(article.text, words, found, phrases, tools) : found
}

const withExtent = (found: Mention, { start, end }: Phrase): Mention =>
  start === found.start && end === found.end ? found : { ...found, extent: { start, end } }

/** Adds what a tagger's phrases tell: how far mentions reach, and descriptions and pronouns that no list of words knows. */
function phrased(
  text: string,
  words: readonly Word[],
  found: readonly Mention[],
  phrases: readonly Phrase[],
  { tagger }: Tools,
): readonly Mention[] {
  const names = found.filter(({ form }) => form === 'name')
  const reach = new Map<Mention, Phrase>(namedBy(words, names, phrases).map(({ name, phrase }) => [name, phrase]))
  const named = new Set(reach.values())
  const byEnd = new Map(found.flatMap((one) => (one.form === 'name' ? [] : [[one.end, one] as const])))
  const more = new Map<string, Mention>()
  for (const phrase of phrases) {
    if (named.has(phrase)) continue
    const known = byEnd.get(phrase.head.end)
    if (known && phrase.start <= known.start && !reach.has(known)) reach.set(known, phrase)
    else if (!known && phrase.kind !== 'other' && !spanAt(names, phrase.head.start)) {
      // Of two with the same words up to the head the likelier stays.
      const one = described(text, phrase, tagger.name)
      if (one.score > (more.get(one.id)?.score ?? 0)) more.set(one.id, one)
    }
  }
  const reaching = found.map((one) => {
    const phrase = reach.get(one)
    return phrase ? withExtent(one, phrase) : one
  })
  return [...reaching, ...more.values()].sort(byPlace)
}

function described(text: string, phrase: Phrase, tagger: string): Mention {
  const spoken = pronounKind(text.slice(phrase.start, phrase.end).toLowerCase()) !== undefined
  const core = {
    start: phrase.start,
    end: phrase.head.end,
    type: TYPE_OF[phrase.kind],
    by: `mentions/${tagger}`,
    score: phrase.score,
  }
  return withExtent(mention(spoken ? 'pronoun' : 'nominal', core), phrase)
}

/** Mentions as others gave them: only these, their form seen from their first letters. */
function givenMentions(article: Article, spans: readonly Span[], found: readonly Tag[]): readonly Mention[] {
  const byStart = new Map(found.map((tag) => [tag.start, tag]))
  return [...spans].sort(byPlace).map((span) => {
    const [first, ...rest] = wordsIn(article.text, span)
    const pronoun = first && rest.length === 0 ? pronounsIn([first])[0] : undefined
    const label = byStart.get(span.start)?.label
    const type = ENTITY_TYPES.find((known) => known === label) ?? pronoun?.type ?? 'misc'
    const named = /\p{Lu}/u.test(article.text.slice(span.start, span.end).replace(/^\p{Lu}\p{Ll}* (?=\p{Ll})/u, ''))
    const form = pronoun ? 'pronoun' : named ? 'name' : 'nominal'
    return { id: idOf('m', span), start: span.start, end: span.end, type, form, by: 'mentions/given', score: 1 }
  })
}

/** Mentions: names, descriptions and pronouns that stand for people, organizations, places and other named things. */
export const mentions = layer({
  key: 'mentions',
  needs: [sentences, quotes, tags, phrases],
  read: (article, found, tools): readonly Mention[] =>
    article.given?.mentions
      ? givenMentions(article, article.given.mentions, found.tags)
      : mentionsIn(article, found.sentences, found.tags, found.phrases, tools),
})
