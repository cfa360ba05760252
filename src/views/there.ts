import type { PlaceItem, Spot } from '../stories/items.ts'
import words from './there.json' with { type: 'json' }

const set = (list: readonly string[]): ReadonlySet<string> => new Set(list)
const AT = set(words.at)
const BY = set(words.by)
const GOING = set(words.going)
const GOES = set(words.goes)
const REACHES = set(words.reaches)
const THOUGHT = set(words.thought)
const KINDS = set(words.kinds)
const SKIPPED = set(words.skipped)

// The words and commas of a sentence before a place of it, the nearest first.
const before = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+(?:[-'’.][\p{L}\p{M}\p{N}]+)*\.?|[^\s\p{L}\p{N}]/gu) ?? []).reverse()

const isName = (word: string): boolean => /^\p{Lu}/u.test(word)

// How many words before a name belong to it: "the western city of", and the names it stands in a row with.
function passedOver(found: readonly string[]): number {
  let at = 0
  for (;;) {
    const word = found[at]?.toLowerCase() ?? ''
    const next = found[at + 1]?.toLowerCase() ?? ''
    if (SKIPPED.has(word)) at++
    else if (word === 'of' && KINDS.has(next)) at += 2
    else if ((word === ',' || word === 'and' || word === 'or') && isName(found[at + 1] ?? '')) {
      at++
      while (isName(found[at] ?? '')) at++
    } else return at
  }
}

// "Into Russia's attempts", "in the Russia meddling case": the name goes with what follows it.
function isFollowed({ words: name, sentence }: Pick<Spot, 'words' | 'sentence'>, found: readonly string[]): boolean {
  const after = sentence.exact.slice(name.end - sentence.start)
  return /^['’]s\b/u.test(after) || (found[0]?.toLowerCase() === 'the' && /^ \p{Ll}+ing\b/u.test(after))
}

/**
 * What a sentence's own words say of a place that it names: that something is there, or goes there or away. Judged by what stands before the
 * name; undefined where that says neither.
 */
export function standingOf(
  spot: Pick<Spot, 'words' | 'sentence'>,
  precision: PlaceItem['precision'],
): 'there' | 'going' | undefined {
  const found = before(spot.sentence.exact.slice(0, spot.words.start - spot.sentence.start))
  if (isFollowed(spot, found)) return undefined
  const at = passedOver(found)
  const [word = '', previous = ''] = found.slice(at, at + 2).map((one) => one.toLowerCase())
  // Outside a town is by it, outside a country is not.
  if (AT.has(word) || (BY.has(word) && (precision === 'city' || precision === 'site')))
    return THOUGHT.has(previous) ? undefined : 'there'
  return REACHES.has(word) || (GOING.has(word) && GOES.has(previous)) ? 'going' : undefined
}
