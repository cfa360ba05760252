import type { Span } from '../../text/span.ts'
import { isCapital, type Word } from '../mentions/words.ts'
import { cueOf } from './cues.ts'
import { lineEnd, lineStart, neat, type Paragraph, type Stretch } from './paragraph.ts'
import { phraseEnding } from './subjects.ts'
import type { Verb } from './verbs.ts'

/** What a verb signals, and how it was found. */
export interface Content {
  readonly pieces: readonly Stretch[]
  readonly by: 'quote' | 'label' | 'that' | 'clause' | 'before' | 'infinitive' | 'object' | 'question'
  /** Indices of the quotations in it. */
  readonly quotes: readonly number[]
}

const quotesIn = (p: Paragraph, { from, to }: Stretch): readonly number[] => [
  ...new Set(p.quoted.slice(from, to).filter((quote) => quote >= 0)),
]

const content = (p: Paragraph, by: Content['by'], ...pieces: readonly Stretch[]): Content => ({
  pieces,
  by,
  quotes: pieces.flatMap((piece) => quotesIn(p, piece)),
})

// Quotations that follow one another with nothing between are one piece.
function runBack(p: Paragraph, quote: number): number {
  let first = quote
  while (first > 0 && p.quotes[first - 1]?.to === p.quotes[first]?.from) first--
  return first
}

function runOn(p: Paragraph, quote: number): number {
  let last = quote
  while (p.quotes[last + 1] && p.quotes[last + 1]?.from === p.quotes[last]?.to) last++
  return last
}

/** The quotation that ends right before a word ("…," |he said), with the words of its sentence in front when they run into it. */
export function quoteBefore(p: Paragraph, at: number): Content | undefined {
  let last = at - 1
  while (last >= 0 && /^[,—–-]$/.test(p.words[last]?.text ?? '') && (p.quoted[last] ?? -1) < 0) last--
  const quote = p.quoted[last] ?? -1
  if (quote < 0 || quote === (p.quoted[at] ?? -1)) return undefined
  const own = p.quotes[quote]
  const first = p.quotes[runBack(p, quote)]
  if (!own || !first || isOver(p, own, at)) return undefined
  const begin = lineStart(p, first.from)
  const lead = begin < first.from ? leadOf(p, begin, first.from) : undefined
  return content(p, 'quote', { from: lead ?? first.from, to: own.to })
}

// A quotation that ended its own sentence is not said by the next one's subject: `… even for him." |She says it …`.
function isOver(p: Paragraph, quote: Span, at: number): boolean {
  const last = /[.?!](?=["'”’»]*$)/.exec(p.text.slice(Math.max(quote.start, quote.end - 4), quote.end))?.[0]
  const next = p.words[at]
  if (!last || !next || !isCapital(next)) return false
  return last === '.' || /^(?:he|she|they|it|the|a|an|his|her|this|that|but|and)$/.test(next.lower)
}

// Unquoted words of the sentence that run into the quotation: `The plan was "a mistake," he said`.
function leadOf(p: Paragraph, begin: number, to: number): number | undefined {
  const before = p.words[to - 1]
  if (!before || /^[:,;—–-]$/.test(before.text) || to - begin > 40) return undefined
  for (let at = begin; at < to; at++)
    if ((p.quoted[at] ?? -1) < 0 && cueOf(p.words[at]?.lower ?? '')?.speech) return undefined
  return begin
}

const LABELLING =
  /^(?:call|describe|label|brand|dub|characterise|characterize|portray|refer|denounce|mock|criticise|criticize|compare|slam|blast|dismiss|praise)$/
const BETWEEN = 14

/** The quotation that a verb introduces: said: "…", told reporters "…", called it "…". */
export function quoteAfter(p: Paragraph, verb: Verb, after: number): Content | undefined {
  const quote = nextQuote(p, after)
  const own = p.quotes[quote]
  if (!own || own.from - after > BETWEEN) return undefined
  const between = p.words.slice(after, own.from)
  if (between.some((word) => word.text === '.' || word.text === ';') || otherCue(p, after, own.from)) return undefined
  const last = between.at(-1)
  const end = runOn(p, quote)
  const whole = content(p, 'quote', { from: own.from, to: p.quotes[end]?.to ?? own.to })
  if (!last || /^[:,]$/.test(last.text)) return whole
  if (LABELLING.test(verb.cue.lemma)) return { ...whole, by: 'label' }
  const named =
    between.length <= 6 &&
    between.every(
      (word) => isCapital(word) || /^(?:the|a|on|of|in|as|at|to|reporters|journalists|supporters|us)$/.test(word.lower),
    )
  const opens = isCapital(p.words[own.from + 1] ?? last)
  return named && verb.cue.speech && opens && last.lower !== 'that' ? whole : undefined
}

function nextQuote(p: Paragraph, after: number): number {
  for (let at = after; at < p.words.length && at <= after + BETWEEN; at++)
    if ((p.quoted[at] ?? -1) >= 0) return p.quoted[at] ?? -1
  return -1
}

function otherCue(p: Paragraph, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const cue = cueOf(p.words[at]?.lower ?? '')
    if (cue?.speech && cue.form === 'past') return true
  }
  return false
}

const WEEKDAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tonight|afterward|afterwards|later|recently|this|last|week|month|morning|afternoon|evening|night|on|early|late)$/
const ADDRESSEE = 8

// Index where a clause begins after the verb: past the addressee, the day, and what stands before "that".
function clauseStart(p: Paragraph, verb: Verb, after: number): number | undefined {
  const end = lineEnd(p, verb.at)
  let at = after
  while (at < end && WEEKDAY.test(p.words[at]?.lower ?? '') && !phraseStarts(p, at)) at++
  if (verb.cue.addressee) {
    const to = addresseeEnd(p, at, end)
    if (to !== undefined) at = to
    else if (verb.cue.lemma === 'tell') return undefined
  }
  while (at < end && WEEKDAY.test(p.words[at]?.lower ?? '') && !phraseStarts(p, at)) at++
  return at < end ? at : undefined
}

const phraseStarts = (p: Paragraph, at: number): boolean =>
  /^(?:this|last|late)$/.test(p.words[at]?.lower ?? '') && !WEEKDAY.test(p.words[at + 1]?.lower ?? '')

// "told |the BBC| that", "warned |investors| of": the words up to "that", or the mention right after the verb.
function addresseeEnd(p: Paragraph, at: number, end: number): number | undefined {
  for (let to = at; to < Math.min(end, at + ADDRESSEE); to++)
    if (/^(?:that|to|how|whether|why|what|if)$/.test(p.words[to]?.lower ?? '')) return to
  let from = at
  while (from < end && /^(?:the|a|his|her|their)$/.test(p.words[from]?.lower ?? '')) from++
  const found = p.starting.get(from) ?? p.starting.get(at)
  if (found) return found.to
  return /^(?:reporters|journalists|us|me|him|them|her|you|people|supporters|lawmakers|officials)$/.test(
    p.words[from]?.lower ?? '',
  )
    ? from + 1
    : undefined
}

const QUESTION = /^(?:whether|how|why|what|who|when|where|if)$/
const JOINED =
  /^(?:adding|saying|noting|warning|arguing|claiming|insisting|stressing|suggesting|calling|urging|citing|explaining|telling|according|pointing|referring|promising|vowing|accusing|asking|speaking|using)$/

// Where the clause that begins at `from` stops: at the sentence's end or where another statement begins.
function clauseEnd(p: Paragraph, from: number, verb: Verb): number {
  const end = lineEnd(p, verb.at)
  for (let at = from + 2; at < end; at++) {
    const word = p.words[at]
    if (!word || (p.quoted[at] ?? -1) >= 0) continue
    if (word.text === ';') return at
    if (word.text === ',' && stopsAt(p, at, end)) return at
    if (word.lower === 'and' && at - from > 3 && otherVerb(p, at + 1))
      return p.words[at - 1]?.text === ',' ? at - 1 : at
  }
  return end
}

const otherVerb = (p: Paragraph, at: number): boolean => {
  const cue = cueOf(p.words[at]?.lower ?? '')
  return cue !== undefined && (cue.speech || cue.object) && cue.form === 'past'
}

function stopsAt(p: Paragraph, comma: number, end: number): boolean {
  const next = p.words[comma + 1]
  if (!next || comma + 1 >= end) return false
  if (JOINED.test(next.lower)) return true
  if (!/^(?:and|but|while)$/.test(next.lower)) return false
  if (otherVerb(p, comma + 2)) return true
  for (let at = comma + 3; at < Math.min(end, comma + 7); at++) {
    const cue = cueOf(p.words[at]?.lower ?? '')
    if (cue?.speech && (cue.form === 'past' || cue.form === 'third') && phraseEnding(p, at)) return true
  }
  return false
}

const BEFORE_THAT = /^(?:in|on|at|during|after|to|late|early|also|again|\p{L}+day|this|last)$/u
const FAR_THAT = 12

// "said |that the bridge was safe|", "said on Monday |that …|".
function thatAfter(p: Paragraph, verb: Verb, after: number, end: number): number | undefined {
  for (let at = after; at < Math.min(end, after + FAR_THAT); at++) {
    const word = p.words[at]
    if (!word || (p.quoted[at] ?? -1) >= 0 || (word.text === ',' && at === after) || /^[;:]$/.test(word.text)) break
    if (word.lower !== 'that') continue
    return at === after || verb.cue.addressee || BEFORE_THAT.test(p.words[after]?.lower ?? '') ? at : undefined
  }
  return undefined
}

/** The clause that a verb governs: "said |that the bridge was safe|", "asked |whether …|", "vowed |to rebuild it|". */
export function clauseAfter(p: Paragraph, verb: Verb, after: number): Content | undefined {
  const { cue } = verb
  const end = lineEnd(p, verb.at)
  const that = cue.clause ? thatAfter(p, verb, after, end) : undefined
  if (that !== undefined) return found(p, verb, 'that', that)
  const at = clauseStart(p, verb, after)
  if (at === undefined) return undefined
  const lower = p.words[at]?.lower ?? ''
  if ((cue.clause || cue.lemma === 'ask') && QUESTION.test(lower)) return found(p, verb, 'question', at)
  if (lower === 'to') return cue.infinitive ? found(p, verb, 'infinitive', at) : undefined
  if (cue.clause && !/^[,.;:)—–-]$/.test(lower) && opensClause(p, at, end, verb)) return found(p, verb, 'clause', at)
  return cue.object && !verb.passive ? objectAfter(p, verb, after) : undefined
}

const found = (p: Paragraph, verb: Verb, by: Content['by'], from: number): Content | undefined => {
  const stretch = neat(p, { from, to: clauseEnd(p, from, verb) })
  return stretch && stretch.to - stretch.from > 1 ? content(p, by, stretch) : undefined
}

const FINITE =
  /^(?:is|was|are|were|has|had|have|will|would|could|can|may|might|must|should|did|does|do|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|won['’]t|wouldn['’]t|couldn['’]t|can['’]t|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|hadn['’]t|haven['’]t|(?:he|she|it|they|we|i|you|that|there)['’](?:s|re|ll|d|m|ve))$/

/** Whether a word is a verb that a subject can only have before it: "was", "has", "won't". */
export const isFiniteVerb = (word: Word | undefined): boolean => FINITE.test(word?.lower ?? '')

// What else makes a clause of words, as far as its looks tell: "jumped", "fell".
const PAST =
  /ed$|^(?:fell|rose|went|came|got|took|made|gave|saw|began|left|lost|won|met|sent|kept|felt|knew|held|became|found|brought|broke|built|bought|caught|chose|cut|drew|drove|fought|fled|flew|grew|heard|hit|led|let|paid|put|ran|sat|sold|shot|shut|spent|stood|struck|thought|threw|understood|wrote|needs?|wants?|believes?|remains?|makes?|takes?|goes|gets?|comes?|means?|shows?)$/
const PREPOSITION =
  /^(?:in|on|at|of|for|from|with|during|after|before|by|about|against|into|through|over|under|as|and|or|but|than)$/

// A clause without "that" has a verb of its own; after "say" nearly anything is one, after other verbs a finite verb must follow.
function opensClause(p: Paragraph, at: number, end: number, verb: Verb): boolean {
  const first = p.words[at]
  if (!first || PREPOSITION.test(first.lower)) return false
  const sure = /^(?:say|think|believe|tell|hope|claim|argue|insist|add|suggest|warn|know)$/.test(verb.cue.lemma)
  for (let next = at; next < Math.min(end, at + 18); next++) {
    const lower = p.words[next]?.lower ?? ''
    if (FINITE.test(lower) || (next > at && /(?:ed|es)$/.test(lower) && lower.length > 4)) return true
    if (lower === ',' && !sure) return false
  }
  return sure && end - at > 3
}

function objectAfter(p: Paragraph, verb: Verb, after: number): Content | undefined {
  const first = p.words[after]
  if (!first || first.kind === 'mark' || /^(?:to|by|in|on|at|and|or)$/.test(first.lower)) return undefined
  const stretch = neat(p, { from: after, to: objectEnd(p, after, verb) })
  return stretch ? content(p, 'object', stretch) : undefined
}

function objectEnd(p: Paragraph, from: number, verb: Verb): number {
  const end = clauseEnd(p, from, verb)
  for (let at = from; at < end; at++)
    if ((p.quoted[at] ?? -1) < 0 && /^[,—–;]$/.test(p.words[at]?.text ?? '')) return at
  return end
}

/** The clause before ", he said": from the head of the sentence to the comma. */
export function clauseBefore(p: Paragraph, start: number): Content | undefined {
  if (p.words[start - 1]?.text !== ',' || p.line[start - 1] !== p.line[start]) return undefined
  const begin = lineStart(p, start)
  const stretch = neat(p, { from: begin, to: start - 1 })
  if (!stretch || stretch.to - stretch.from < 3) return undefined
  return p.words.slice(stretch.from, stretch.to).some(({ lower }) => FINITE.test(lower) || PAST.test(lower))
    ? content(p, 'before', stretch)
    : undefined
}
