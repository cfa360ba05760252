import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import type { EntityType } from '../mentions.ts'
import given from './given.json' with { type: 'json' }
import { type Name, trimName } from './names.ts'
import { HEADS, HONORIFICS, isFunction } from './roles.ts'
import { isCapital, isPossessive, type Word } from './words.ts'

const GIVEN: ReadonlySet<string> = new Set([...given.male, ...given.female])

const ORGANIZATION =
  /^(?:Ministry|Department|Office|Agency|Bureau|Commission|Committee|Council|Court|Party|Union|University|College|School|Hospital|Institute|Foundation|Association|Federation|League|Club|Bank|Group|Company|Corporation|Corp|Inc|Ltd|Plc|Airlines|Airways|Times|Post|Guardian|Herald|Tribune|Gazette|Observer|Telegraph|News|Television|Radio|Police|Army|Navy|Force|Forces|Guard|Parliament|Senate|Congress|Assembly|Authority|Service|Organisation|Organization|Movement|Front|Brigade|Brigades|State|Nations|Cross|Crescent|United|FC|Coalition|Campaign|Administration|Government)$/
const PARTICLE = /^(?:of|de|da|do|dos|del|della|di|du|la|le|van|von|der|den|bin|ibn|al|el|ben|and|&|for|the)$/
const DAYS =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

interface Run {
  readonly from: number
  readonly to: number
}

const isNamed = (word: Word | undefined): word is Word =>
  word !== undefined &&
  isCapital(word) &&
  !isPossessive(word) &&
  (!isFunction(word) || /^\p{Lu}{2,6}$/u.test(word.text)) &&
  !DAYS.test(word.text)

function runAt(words: readonly Word[], from: number): Run {
  let to = from + 1
  for (;;) {
    if (isNamed(words[to])) to++
    else if (
      /^(?:of|de|da|van|von|bin|ibn|al|el|del|di|du|la|le)$/.test(words[to]?.lower ?? '') &&
      isNamed(words[to + 1])
    )
      to += 2
    else return { from, to }
  }
}

/** Words of a text that stand in lower case somewhere, so that a capital at a sentence's head tells nothing of them. */
export const commonWords = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.filter((word) => word.kind === 'word' && word.text === word.lower).map((word) => word.lower))

function typeOf(words: readonly Word[], { from, to }: Run, gazetteer: Gazetteer): readonly [EntityType, number] {
  const own = words.slice(from, to)
  const [first, last] = [own[0]?.text ?? '', own.at(-1)?.text ?? '']
  const before = words[from - 1]?.text === '.' ? words[from - 2] : words[from - 1]
  if (own.some((word, at) => at < own.length - 1 && (HONORIFICS.has(word.lower) || HEADS.has(word.lower))))
    return ['person', 0.8]
  if (before && (HEADS.has(before.lower) || HONORIFICS.has(before.lower))) return ['person', 0.8]
  if (own.length > 1 && GIVEN.has(first)) return ['person', 0.8]
  if (ORGANIZATION.test(last) || ORGANIZATION.test(first)) return ['organization', 0.7]
  const [place] = gazetteer.lookup(own.map((word) => word.text).join(' '))
  if (place) return place.form === 'adjective' ? ['misc', 0.7] : ['location', 0.7]
  if (own.length === 1 && /^\p{Lu}{2,6}$/u.test(first)) return ['organization', 0.6]
  return own.length === 2 || own.length === 3 ? ['person', 0.4] : ['misc', 0.3]
}

/** Names by their capitals alone, for where no tagger gives names: weak, and scored so. `words` are one sentence's. */
export function namesOfRuns(
  words: readonly Word[],
  common: ReadonlySet<string>,
  gazetteer: Gazetteer,
): readonly Name[] {
  const found: Name[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!isNamed(word)) continue
    const run = runAt(words, at)
    at = run.to - 1
    if (run.to - run.from === 1 && run.from === 0 && common.has(word.lower)) continue
    const [type, score] = typeOf(words, run, gazetteer)
    const span = trimName(words, run.from, run.to, type)
    if (span && !PARTICLE.test(word.lower)) found.push({ ...span, type, by: 'mentions/capitals', score })
  }
  return found
}
