import type { Quantity } from '../../layers/quantities.ts'
import type { Citation } from '../../text/citation.ts'
import type { Span } from '../../text/span.ts'
import { becameOf } from './counted.ts'
import table from './figures.json' with { type: 'json' }
import type { Source } from './source.ts'

/** What a number that may be none is worth, and one whose unit or state may be another: both below what is shown by default. */
const DOUBTFUL = 0.6
const OTHER_SENSE = 0.8

const before = (words: readonly string[]): RegExp =>
  new RegExp(String.raw`\b(?:${words.join('|')})\s+(?:\S+\s+)?$`, 'iu')
const PART = before(table.parts)
const EARLIER = before(table.earlier)
// "Five people were initially trapped", "20 of those injured".
const FIRST = new RegExp(String.raw`^(?:\s+\S+){0,4}?\s+(?:${table.first.join('|')})\b`, 'iu')
const OF_ALL = /^\s+of (?:the|those|them|these|whom)\b/iu
const OF_THOSE = /\bof (?:those|them|these),\s+$/iu
const BELOW_NOUGHT = /(?:\b(?:negative|minus)\s+|[−-])$/iu
// "Falcon 9 launches", "France 2 shows": a word in the middle of a sentence that begins with a capital.
const NAME = /\S\s+\p{Lu}[\p{L}\p{N}-]*\s+$/u

const HARM: ReadonlySet<string | undefined> = new Set([
  'dead',
  'hurt',
  'displaced',
  'destroyed',
  'damaged',
  'trapped',
  'stranded',
])

const isOne = ({ low, high }: Quantity): boolean => low === 1 && high === 1

/** Whether a number can be told again: a count of something or somebody, a sum, a share, or a measure of something; or a person confirmed it. */
export function isUsable({ reading, decided }: Source, quantity: Quantity): boolean {
  const { id, kind, of, state, start, end } = quantity
  if (decided.confirmed.has(id)) return true
  // "He was one of those injured" counts nobody.
  if (isOne(quantity) && /^\s+of\b/u.test(reading.text.slice(end, end + 4))) return false
  if (BELOW_NOUGHT.test(reading.text.slice(Math.max(0, start - 12), start))) return false
  if (kind === 'money' || kind === 'percent' || kind === 'change' || (of?.length ?? 0) > 0) return true
  return kind === 'count' && becameOf(state) !== undefined
}

/** How sure it is that a number is one, and of what it says it is. */
export function scoreOf({ reading, decided }: Source, quantity: Quantity, sentence: Span): number {
  const { id, kind, unit, of, hedge, state, score, start, end } = quantity
  if (decided.confirmed.has(id)) return score
  const words = reading.text.slice(start, end)
  const lead = reading.text.slice(sentence.start, start)
  if (kind === 'count' && !hedge && !state && /^\d{1,2}$/u.test(words) && NAME.test(lead))
    return Math.min(score, DOUBTFUL)
  // "One released this week" may be a poll.
  if (isOne(quantity) && !of?.length && !['dead', 'hurt', 'missing'].includes(becameOf(state) ?? ''))
    return Math.min(score, DOUBTFUL)
  // "Deporting 300 people was no option": what a gerund tells need not have happened, but of harm.
  if (/ing$/u.test(state ?? '') && !HARM.has(becameOf(state))) return Math.min(score, OTHER_SENSE)
  // Egypt, Syria and weights have pounds, too.
  return unit === 'GBP' && /pounds?$/iu.test(words) ? Math.min(score, OTHER_SENSE) : score
}

/** Whether a number counts some of those named: "28 of the evacuated families", "eleven of them", "of those, eleven". `printed` begins at its hedge. */
export const isShare = ({ reading }: Source, sentence: Citation, printed: Span, { end }: Quantity): boolean =>
  OF_ALL.test(reading.text.slice(end, sentence.end)) || OF_THOSE.test(reading.text.slice(sentence.start, printed.start))

/** Whether a number is said to be part of another, or of before. `printed` begins at its hedge, `earlier` is the number before it. */
export function isPart(
  source: Source,
  sentence: Citation,
  printed: Span,
  quantity: Quantity,
  earlier?: Quantity,
): boolean {
  const { reading } = source
  const lead = reading.text.slice(sentence.start, printed.start)
  const rest = reading.text.slice(quantity.end, sentence.end)
  const follows = earlier !== undefined && earlier.start >= sentence.start
  return (
    quantity.later !== undefined ||
    EARLIER.test(lead) ||
    (follows && PART.test(lead)) ||
    FIRST.test(rest) ||
    isShare(source, sentence, printed, quantity)
  )
}
