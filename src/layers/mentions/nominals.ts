import type { Span } from '../../text/span.ts'
import { cueOf } from '../attributions/cues.ts'
import type { EntityType } from '../mentions.ts'
import {
  ADJECTIVES,
  BODIES,
  COLLECTIVE,
  DOCUMENTS,
  EITHER,
  HEADS,
  isFunction,
  LANDS,
  MODIFIERS,
  PLURAL,
} from './roles.ts'
import { isCapital, isPossessive, type Word } from './words.ts'

/** A description that stands for someone: "the US defence chief", "a senior official", "police". */
export interface Nominal extends Span {
  readonly type: EntityType
  readonly by: string
  readonly score: number
}

const DETERMINERS =
  /^(?:the|a|an|this|that|these|those|another|one|some|several|many|most|other|both|two|three|four|five|his|her|their|its|our|my|no|few|dozens|hundreds)$/
const YEARS = /^\d{1,3}-(?:year|month)-old$/
const LONGEST = 7

const headed = (lower: string): EntityType | undefined => {
  if (HEADS.has(lower) || YEARS.test(lower)) return 'person'
  if (PLURAL.has(lower)) return COLLECTIVE.has(lower) ? 'organization' : 'person'
  if (BODIES.has(lower)) return 'organization'
  if (DOCUMENTS.has(lower)) return 'misc'
  return LANDS.has(lower) ? 'location' : undefined
}

// "an independent |inquiry|": a word in small letters that is no verb of saying, no past form and no small word.
const isNounLike = (word: Word): boolean =>
  word.kind === 'word' &&
  !isCapital(word) &&
  !isFunction(word) &&
  !/ed$/.test(word.lower) &&
  cueOf(word.lower) === undefined

const isInside = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.kind !== 'mark' &&
  !isFunction(word) &&
  !/(?:ed|ing)$/.test(word.kind === 'word' && !MODIFIERS.has(word.lower) ? word.lower : '')

// How far left of a head its own words reach, at most LONGEST; two unknown words in lower case end it.
function leftEdge(words: readonly Word[], head: number): { readonly at: number; readonly determined: boolean } {
  let at = head
  let unknown = 0
  while (at > 0 && head - at < LONGEST) {
    const word = words[at - 1]
    if (!word) break
    // "said |that 41 people| had": a clause begins.
    if (word.lower === 'that' && words[at]?.kind === 'number') break
    if (DETERMINERS.test(word.lower)) return { at: at - 1, determined: true }
    if (isPossessive(word) && words[at - 2] && isCapital(words[at - 2] as Word))
      return { at: ownerEdge(words, at - 2), determined: true }
    if (!isInside(word)) break
    const known =
      isCapital(word) ||
      MODIFIERS.has(word.lower) ||
      HEADS.has(word.lower) ||
      BODIES.has(word.lower) ||
      PLURAL.has(word.lower) ||
      word.text.includes('-')
    if (!known && ++unknown > 2) break
    at--
  }
  return { at, determined: false }
}

const typeAt = (words: readonly Word[], at: number): EntityType | undefined => {
  const lower = words[at]?.lower ?? ''
  const next = words[at + 1]
  if (ADJECTIVES.has(lower) && next && isNounLike(next)) return undefined
  return EITHER.has(lower) && isWhom(words, at) ? 'person' : headed(lower)
}

// "a crane operator from Corvan, |who|": who may be a body or a person is one that has a "who".
function isWhom(words: readonly Word[], head: number): boolean {
  let at = head + 1
  if (/^(?:from|in|of)$/.test(words[at]?.lower ?? ''))
    for (at++; at < head + 4 && words[at] && isCapital(words[at] as Word); ) at++
  return words[words[at]?.text === ',' ? at + 1 : at]?.lower === 'who'
}

function ownerEdge(words: readonly Word[], owner: number): number {
  let at = owner
  while (at > 0 && words[at - 1] && isCapital(words[at - 1] as Word) && !isFunction(words[at - 1] as Word)) at--
  return at
}

// Without an article only plurals stand for someone, with what surely modifies them: "senior officials".
function bareEdge(words: readonly Word[], head: number): number {
  let at = head
  while (at > 0 && head - at < 4) {
    const word = words[at - 1]
    if (
      !word ||
      isFunction(word) ||
      !(MODIFIERS.has(word.lower) || (isCapital(word) && word.kind === 'word' && !isPossessive(word)))
    )
      break
    at--
  }
  return at
}

/** Descriptions in one sentence's words. `taken` tells words that belong to a name or to the title in front of one. */
export function nominalsIn(words: readonly Word[], taken: (word: Word) => boolean): readonly Nominal[] {
  const found: Nominal[] = []
  let [before, after] = [0, 0]
  words.forEach((word, at) => {
    const type = taken(word) ? undefined : typeAt(words, at)
    if (!type) return
    const next = words[at + 1]
    if (next && !taken(next) && headed(next.lower) && next.kind !== 'mark') return
    const edge = leftEdge(words, at)
    const bare = !edge.determined && PLURAL.has(word.lower)
    if (!edge.determined && !bare) return
    const wanted = bare ? bareEdge(words, at) : edge.at
    // "The prosecutor's office" is one: who owns it is not the speaker.
    const owned =
      found.length > 0 && wanted <= after && words[after] !== undefined && isPossessive(words[after] as Word)
    if (owned) found.pop()
    const from = owned ? before : Math.max(after, wanted)
    const first = words[from]
    if (!first) return
    before = from
    after = at + 1
    found.push({
      start: first.start,
      end: word.end,
      type,
      by: bare ? 'mentions/plural' : 'mentions/role',
      score: bare ? 0.7 : 0.75,
    })
  })
  return found
}
