import type { Attribution } from '../../layers/attributions.ts'
import { covers, type Span, spanAt } from '../../text/span.ts'
import { stemsIn, wordsIn } from '../fold.ts'
import words from './answers.json' with { type: 'json' }
import type { Source } from './source.ts'

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const [REPLIES, REJECTS] = [setOf(words.replies), setOf(words.rejects)]
const [CLAIMS, POINTING, NEGATIONS] = [setOf(words.claims), setOf(words.pointing), setOf(words.negations)]

/** Paragraphs before its own in which what a statement answers may stand: of a reply, and of a rejection. */
const NEXT = 1
const NEAR = 3
/** Words that a rejection shares with what it rejects, where it does not say that somebody said it. */
const SHARED = 3
/** Words that a reply has at least. */
const SOME = 4
/** Letters before a cue in which it may be negated: "did not immediately respond". */
const LEAD = 30

const startOf = ({ source, cue, content }: Attribution): number =>
  Math.min(...[...source, ...cue, ...content].map(({ start }) => start))
const endOf = ({ source, cue, content }: Attribution): number =>
  Math.max(...[...source, ...cue, ...content].map(({ end }) => end))

function paragraphOf({ reading }: Source, one: Attribution): number {
  const at = startOf(one)
  return reading.blocks.findIndex(({ start, end }) => start <= at && at < end)
}

const textOf = ({ reading }: Source, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => reading.text.slice(start, end)).join(' ')

// The sentences that a statement stands in.
function around({ reading }: Source, one: Attribution): Span {
  const [first, last] = [spanAt(reading.sentences, startOf(one)), spanAt(reading.sentences, endOf(one) - 1)]
  return { start: first?.start ?? startOf(one), end: last?.end ?? endOf(one) }
}

const names = ({ entities, mentions }: Source, sentences: Span, entity: string): boolean =>
  (entities.get(entity)?.mentions ?? []).some((id) => {
    const mention = mentions.get(id)
    return mention !== undefined && covers(sentences, mention)
  })

function isNegated({ reading }: Source, { cue: [cue] }: Attribution): boolean {
  if (!cue) return false
  const lead = reading.text
    .slice(Math.max(0, cue.start - LEAD), cue.start)
    .split(/[.;:!?]/u)
    .at(-1)
  return wordsIn(`${lead}${reading.text.slice(cue.start, cue.end)}`).some((word) => NEGATIONS.has(word))
}

function sharesWords(source: Source, one: Attribution, other: Attribution): boolean {
  const said = new Set(stemsIn(textOf(source, other.content)))
  return [...new Set(stemsIn(textOf(source, one.content)))].filter((stem) => said.has(stem)).length >= SHARED
}

// "Rejected Orlov's account": of who is named; "denied the claim": what was said last.
function claimed(source: Source, one: Attribution, before: readonly Attribution[]): Attribution | undefined {
  const sentences = around(source, one)
  const said = wordsIn(source.reading.text.slice(sentences.start, sentences.end))
  const at = said.findIndex((word) => CLAIMS.has(word))
  if (at < 0) return undefined
  const [last] = before
  const isLast =
    POINTING.has(said[at - 1] ?? '') && last && paragraphOf(source, one) - paragraphOf(source, last) <= NEXT
  return before.find(({ speaker = '' }) => names(source, sentences, speaker)) ?? (isLast ? last : undefined)
}

function replied(source: Source, one: Attribution, before: readonly Attribution[]): Attribution | undefined {
  const named = before.find(({ speaker = '' }) => speaker === one.to || names(source, around(source, one), speaker))
  return named ?? (wordsIn(textOf(source, one.content)).length >= SOME ? before[0] : undefined)
}

/**
 * The statement of its article that a statement answers: the last one of somebody else before a cue of replying ("she replied"); before one of
 * rejecting ("denied"), the last that its words take up, or that it says somebody made.
 */
export function answered(source: Source, one: Attribution): Attribution | undefined {
  const cue = wordsIn(textOf(source, one.cue))
  const rejects = cue.some((word) => REJECTS.has(word))
  if (one.speaker === undefined || (!rejects && !cue.some((word) => REPLIES.has(word))) || isNegated(source, one))
    return undefined
  const [start, paragraph] = [startOf(one), paragraphOf(source, one)]
  const before = source.reading.attributions
    .filter((other) => endOf(other) <= start && other.speaker !== undefined && other.speaker !== one.speaker)
    .filter((other) => paragraph - paragraphOf(source, other) <= (rejects ? NEAR : NEXT))
    .sort((a, b) => startOf(b) - startOf(a))
  if (!rejects) return replied(source, one, before)
  return before.find((other) => sharesWords(source, one, other)) ?? claimed(source, one, before)
}
