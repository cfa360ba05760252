import type { Tag } from '../../tagger/tagger.ts'
import type { Span } from '../../text/span.ts'
import type { EntityType } from '../mentions.ts'
import { HEADS, HONORIFICS, MODIFIERS } from './roles.ts'
import { isCapital, isPossessive, type Word, wordFrom } from './words.ts'

/** A name as found: its words, what kind of thing it names, which rule found it and how sure. */
export interface Name extends Span {
  readonly type: EntityType
  readonly by: string
  readonly score: number
}

const TYPES: ReadonlySet<string> = new Set(['person', 'organization', 'location', 'misc'])

const isEntityType = (label: string): label is EntityType => TYPES.has(label)

// Words that belong to the name although they look like titles: "Pope Francis", "King Salman".
const KEPT = new Set([
  'king',
  'queen',
  'prince',
  'princess',
  'pope',
  'emperor',
  'saint',
  'st',
  'sheikh',
  'mullah',
  'chief',
  'major',
  'general',
])

const isTitle = (word: Word): boolean =>
  !KEPT.has(word.lower) && (HONORIFICS.has(word.lower) || (HEADS.has(word.lower) && isCapital(word)))

// "of State", "of Defense", "for Trade and Industry" after a title's head.
function afterOffice(words: readonly Word[], at: number): number {
  if (!/^(?:of|for)$/.test(words[at]?.lower ?? '')) return at
  return words[at + 2]?.lower === 'and' ? at + 4 : at + 2
}

// A tag that begins inside a title: "Secretary of |Defense Ada Cole|", "|Foreign Minister Ada Cole|" cut to "Foreign Ada Cole".
function afterCutTitle(words: readonly Word[], first: number, last: number): number {
  if (last - first < 3) return first
  const [two, one] = [words[first - 2], words[first - 1]]
  const inside = two !== undefined && HEADS.has(two.lower) && /^(?:of|for)$/.test(one?.lower ?? '')
  return inside || MODIFIERS.has(words[first]?.lower ?? '') ? first + 1 : first
}

/** Index of the first word of a person's name after the titles in front of it. */
function afterTitles(words: readonly Word[], first: number, last: number): number {
  let from = first
  for (let at = first; at < last; at++) {
    const word = words[at]
    if (!word || !isTitle(word)) continue
    const next = afterOffice(words, words[at + 1]?.text === '.' ? at + 2 : at + 1)
    const follows = words[next]
    if (follows && next < last && isCapital(follows)) from = next
  }
  return from
}

const PARTICLES = /^(?:bint|ould|dell|dall|della|delle|dello|degli|dalla)$/

const isCommon = ({ text }: Word): boolean => /^\p{Ll}{4,}$/u.test(text) && !PARTICLES.test(text)

// "Democratic strategist |Ada Cole|", "western |Ukraine|": a place's name does not begin with a longer word in small letters, and a person's has none.
function afterCommon(words: readonly Word[], first: number, last: number, type: EntityType): number {
  const common = words.slice(first, last - 1).map(isCommon)
  const lead = common.indexOf(false)
  const from = first + (type === 'person' ? common.lastIndexOf(true) + 1 : lead < 0 ? common.length : lead)
  return words[from] && isCapital(words[from]) ? from : first
}

/** The words of a name between two indices without article, titles, possessive and stray marks; undefined when none are left. */
export function trimName(words: readonly Word[], from: number, to: number, type: EntityType): Span | undefined {
  let [first, last] = [from, to]
  while (first < last && (words[first]?.kind === 'mark' || /^(?:the|a|an)$/i.test(words[first]?.text ?? ''))) first++
  while (first < last && isLoose(words, last - 1)) last--
  if (type === 'person') first = afterTitles(words, afterCutTitle(words, first, last), last)
  if (type === 'person' || type === 'location') first = afterCommon(words, first, last, type)
  const [head, tail] = [words[first], words[last - 1]]
  return head && tail && first < last ? { start: head.start, end: tail.end } : undefined
}

const isLoose = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  if (!word) return true
  if (isPossessive(word)) return true
  // A full stop ends an abbreviation inside the name ("Robert Downey Jr."), any other mark ends the name.
  return (
    word.kind === 'mark' &&
    !(word.text === '.' && /^(?:\p{Lu}|Jr|Sr|Inc|Co|Corp|Ltd|St|U\.S|U\.K)$/u.test(words[at - 1]?.text ?? '')) &&
    word.text !== '!'
  )
}

/** The letters that a name's capital words begin with: "IMF" of "International Monetary Fund"; empty under two. */
export function initialsOf(name: string): string {
  const letters = name.split(/[\s-]+/).filter((part) => /^\p{Lu}/u.test(part))
  return letters.length < 2 ? '' : letters.map((part) => part.charAt(0)).join('')
}

const KINDS = /^(?:port|city|town|village|district|province|capital|suburb|region|coast|island|resort)$/

// Where one tagged stretch holds two names: "Queen Maud |and| Pope Pius", "the Danube |port of| Galati".
function joinAt(words: readonly Word[], at: number, type: EntityType): number {
  const word = words[at]
  if (type === 'person') return word?.lower === 'and' ? 1 : 0
  return type === 'location' && word && KINDS.test(word.text) && words[at + 1]?.lower === 'of' ? 2 : 0
}

function namesApart(
  words: readonly Word[],
  from: number,
  to: number,
  type: EntityType,
): readonly (readonly [from: number, to: number])[] {
  const parts: (readonly [number, number])[] = []
  let first = from
  for (let at = from + 1; at < to - 1; at++) {
    const length = joinAt(words, at, type)
    if (length === 0) continue
    parts.push([first, at])
    first = at + length
  }
  return [...parts, [first, to]]
}

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

const wordsIn = (words: readonly Word[], { start, end }: Span): string =>
  words
    .slice(wordFrom(words, start), wordFrom(words, end))
    .map(({ lower }) => lower)
    .join(' ')

/** The names that the tagger marked, with titles, articles and possessives taken off. */
export function namesOfTags(words: readonly Word[], tags: readonly Tag[], tagger: string): readonly Name[] {
  return tags.flatMap((tag) => {
    if (!isEntityType(tag.label) || DAYS.test(wordsIn(words, tag))) return []
    const { label } = tag
    return namesApart(words, wordFrom(words, tag.start), wordFrom(words, tag.end), label).flatMap(([from, to]) => {
      const span = trimName(words, from, to, label)
      if (!span) return []
      // A tag may end inside a word ("US" of "US-led").
      const [start, end] = [Math.max(span.start, tag.start), Math.min(span.end, tag.end)]
      return start < end ? [{ start, end, type: label, by: `mentions/${tagger}`, score: tag.score }] : []
    })
  })
}
