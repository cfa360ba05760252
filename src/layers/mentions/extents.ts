import type { Phrase, PhraseKind } from '../../tagger/tagger.ts'
import { covers, firstFrom, type Span } from '../../text/span.ts'
import type { EntityType } from '../mentions.ts'
import { isCapital, type Word, wordFrom } from './words.ts'

/** What a thing is that a phrase of some kind stands for. */
export const TYPE_OF: Readonly<Record<PhraseKind, EntityType>> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
  other: 'misc',
}

/** A phrase that names somebody or something: its name lies in it. */
export interface Named<N extends Span> {
  readonly name: N
  readonly phrase: Phrase
}

/** The phrase of each name that has one: its head lies in the name, or in a title in front of it. Of several the one with the title, else the shortest. */
export function namedBy<N extends Span>(
  words: readonly Word[],
  names: readonly N[],
  phrases: readonly Phrase[],
): readonly Named<N>[] {
  const best = new Map<N, Phrase>()
  for (const phrase of phrases) {
    const name = nameOf(words, names, phrase)
    const known = name && best.get(name)
    if (name && (!known || isCloser(name, phrase, known))) best.set(name, phrase)
  }
  return [...best].map(([name, phrase]) => ({ name, phrase }))
}

const isCloser = (name: Span, phrase: Phrase, known: Phrase): boolean => {
  const [titled, before] = [!covers(name, phrase.head), !covers(name, known.head)]
  return titled === before ? phrase.end - phrase.start < known.end - known.start : titled
}

// "the late |Mina Kovač| of Galati", "Mr |Kovač|".
function nameOf<N extends Span>(words: readonly Word[], names: readonly N[], phrase: Phrase): N | undefined {
  const inside = namesIn(names, phrase)
  const held = inside.find((name) => covers(name, phrase.head))
  if (held) return held
  const next = inside.find(({ start }) => start >= phrase.head.end)
  if (!next) return undefined
  const between = words.slice(wordFrom(words, phrase.head.start), wordFrom(words, next.start))
  return between.every((word) => isCapital(word) || word.text === '.') ? next : undefined
}

// Names that lie in a phrase: both are sorted, and names are disjoint.
function namesIn<N extends Span>(names: readonly N[], phrase: Span): readonly N[] {
  const found: N[] = []
  for (let at = firstFrom(names, phrase.start); (names[at]?.end ?? Number.POSITIVE_INFINITY) <= phrase.end; at++)
    found.push(names[at] as N)
  return found
}
