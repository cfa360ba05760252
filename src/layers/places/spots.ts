import type { Candidate, Gazetteer } from '../../gazetteer/gazetteer.ts'
import { overlapping } from '../../text/buckets.ts'
import { covers, type Span, spanAt } from '../../text/span.ts'
import type { Token } from '../../text/tokens.ts'
import type { Mention } from '../mentions.ts'
import { ELSEWHERE, NOT_PLACES } from './words.ts'

/** Words that may name a place, with the places they may stand for. */
export interface Spot extends Span {
  /** As it stands in the text. */
  readonly text: string
  readonly candidates: readonly Candidate[]
  /** Rule that found it: a location of the mentions layer, an adjective, a scan of capitalised words, the first words of an organization, or a span that others gave. */
  readonly rule: 'mention' | 'adjective' | 'scan' | 'within' | 'given'
  /** How sure its finder is that this names a place, 0 to 1. */
  readonly sure: number
  /** Its sentence's tokens, and the indices of its first and (exclusive) last one among them. */
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
}

/** Candidates of a surface; where it has none, of the surface without its article, its compass point or its kind. */
export function candidatesOf(surface: string, gazetteer: Gazetteer): readonly Candidate[] {
  if (ELSEWHERE.has(surface.toLowerCase())) return []
  const found = gazetteer.lookup(surface)
  if (found.length > 0) return found
  const bare = surface.replace(
    /^(?:the|downtown|central|northern|southern|eastern|western|north|south|east|west|city of|state of|province of)\s+/i,
    '',
  )
  if (bare !== surface) return gazetteer.lookup(bare)
  return gazetteer.lookup(
    surface.replace(/\s+(?:province|governorate|region|oblast|state|prefecture|city|district|area|peninsula)$/i, ''),
  )
}

/** Index of the first token that starts at or after a place in the text. */
function indexAt(tokens: readonly Token[], place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? place) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The name's own words: without "-led" or "-based" after it, with the full stop of its abbreviation ("Mo."). */
export function trimmedName(text: string, span: Span, gazetteer: Gazetteer): Span {
  const surface = text.slice(span.start, span.end)
  const tail = /[-‐‑–][a-z][\p{L}\d]*$/u.exec(surface)
  if (tail && tail.index > 1 && gazetteer.lookup(surface).length === 0)
    return { start: span.start, end: span.start + tail.index }
  const point = text[span.end] === '.' && surface.length < 8
  if (point && gazetteer.lookup(`${surface}.`)[0]?.form === 'abbreviation')
    return { start: span.start, end: span.end + 1 }
  return span
}

/** The names in one that nobody knows: "Atlanta, Georgia", "the Middle East and North Africa". */
export function namesApart(text: string, span: Span, gazetteer: Gazetteer): readonly Span[] {
  const surface = text.slice(span.start, span.end)
  const joint = /,\s+| and (?:the )?/.exec(surface)
  if (!joint || candidatesOf(surface, gazetteer).length > 0) return [span]
  const [first, rest] = [surface.slice(0, joint.index), surface.slice(joint.index + joint[0].length)]
  if (candidatesOf(first, gazetteer).length === 0 || candidatesOf(rest, gazetteer).length === 0) return [span]
  return [
    { start: span.start, end: span.start + first.length },
    { start: span.end - rest.length, end: span.end },
  ]
}

/** A spot over words that someone else marked. */
export function spotAt(
  text: string,
  span: Span,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  rule: Spot['rule'],
  sure: number,
): Spot {
  const surface = text.slice(span.start, span.end)
  const from = indexAt(tokens, span.start)
  return {
    start: span.start,
    end: span.end,
    text: surface,
    candidates: candidatesOf(surface, gazetteer),
    rule,
    sure,
    tokens,
    from,
    to: Math.max(from + 1, indexAt(tokens, span.end)),
  }
}

const CAPITAL = /^\p{Lu}/u
const ALL_CAPITALS = /^\p{Lu}{2,}$/u

/** Whether candidates of one capitalised word, which nobody marked as a name, are worth trusting. */
function trusted(surface: string, candidates: readonly Candidate[], first: boolean): boolean {
  const [best] = candidates
  // "US" is no "us".
  if (best?.form === 'abbreviation' && best.class === 'country' && ALL_CAPITALS.test(surface)) return true
  if (NOT_PLACES.has(surface.toLowerCase())) return false
  if (!best) return false
  if (best.class !== 'city' && best.class !== 'admin2') return best.form !== 'abbreviation' || surface.length > 1
  if (ALL_CAPITALS.test(surface) && surface.length < 5) return false
  return best.population >= (first ? 200_000 : 60_000) || (!first && /\s/.test(surface) && best.form === 'name')
}

interface Scan {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly gazetteer: Gazetteer
  /** Names found by the mentions layer, in order of place. */
  readonly names: readonly Mention[]
}

// "German-led", "Paris-based": the name is the part before the hyphen.
function unhyphened(token: Token, gazetteer: Gazetteer): Token {
  const tail =
    /[-‐‑](?:led|backed|based|born|controlled|held|made|registered|flagged|occupied|owned|run|speaking|brokered|funded|trained|style)$/.exec(
      token.text,
    )
  if (!tail || gazetteer.lookup(token.text).length > 0) return token
  return { start: token.start, end: token.start + tail.index, text: token.text.slice(0, tail.index) }
}

/** The longest known name that begins at a token, not over a name's edge. */
function longestAt({ text, tokens, gazetteer }: Scan, from: number, limit: number): Spot | undefined {
  const first = tokens[from]
  if (!first) return undefined
  for (let to = Math.min(tokens.length, from + gazetteer.longest); to > from; to--) {
    const last = to === from + 1 ? unhyphened(first, gazetteer) : tokens[to - 1]
    if (!last || last.end > limit || !/^[\p{L}\d]/u.test(last.text)) continue
    if (to > from + 1 && !CAPITAL.test(last.text)) continue
    const surface = text.slice(first.start, last.end)
    if (/[\n,;:]/.test(surface)) continue
    const candidates = gazetteer.lookup(surface)
    if (candidates.length === 0) continue
    return { start: first.start, end: last.end, text: surface, candidates, rule: 'scan', sure: 0.5, tokens, from, to }
  }
  return undefined
}

const isAdjective = (spot: Spot): boolean => spot.candidates[0]?.form === 'adjective'

/** Adjectives and place names that open an organization's name: "Syrian Observatory …", "Toronto Police Service". */
const PRESS =
  /\b(?:Post|Times|Herald|Journal|News|Tribune|Guardian|Observer|Star|Mail|Telegraph|Chronicle|Gazette|Globe|Standard|Monitor|Examiner|Inquirer|Review)$/

function within(scan: Scan, spot: Spot, name: Mention): Spot | undefined {
  const [best] = spot.candidates
  if (!best) return undefined
  if (isAdjective(spot)) return { ...spot, rule: 'adjective', sure: 0.6 }
  // "The Washington Post" is not of Washington to its readers.
  if (PRESS.test(scan.text.slice(name.start, name.end))) return undefined
  const wide = best.class === 'country' || best.class === 'admin1' || best.population > 300_000
  const led = name.type === 'organization' || scan.text.charAt(spot.end) === '-'
  return wide && led && spot.start === name.start ? { ...spot, rule: 'within', sure: 0.5 } : undefined
}

function judged(scan: Scan, spot: Spot): Spot | undefined {
  const over = overlapping(scan.names, spot)
  const [name] = over
  if (name && over.length === 1 && name.start <= spot.start && spot.end <= name.end && name.type !== 'person') {
    const whole = name.start === spot.start && name.end === spot.end
    if (!whole) return within(scan, spot, name)
    if (isAdjective(spot)) return { ...spot, rule: 'adjective', sure: 0.9 }
    return spot.candidates[0]?.class === 'country' ? { ...spot, sure: 0.6 } : undefined
  }
  if (name) return undefined
  if (isAdjective(spot)) return { ...spot, rule: 'adjective', sure: 0.9 }
  return trusted(spot.text, spot.candidates, spot.from === 0) ? spot : undefined
}

/** Names that the gazetteer knows among a sentence's capitalised words, apart from those taken already. */
export function scanned(scan: Scan, taken: readonly Span[]): readonly Spot[] {
  const found: Spot[] = []
  let next = 0
  for (let at = 0; at < scan.tokens.length; at++) {
    const token = scan.tokens[at]
    if (!token || !CAPITAL.test(token.text) || spanAt(taken, token.start)) continue
    while (next < taken.length && (taken[next]?.start ?? 0) <= token.start) next++
    const limit = taken[next]?.start ?? Number.POSITIVE_INFINITY
    const name = overlapping(scan.names, token).find((known) => covers(known, token))
    const spot = longestAt(scan, at, Math.min(limit, name?.end ?? limit))
    const kept = spot && judged(scan, spot)
    if (kept) found.push(kept)
    if (spot && kept) at = spot.to - 1
  }
  return found
}
