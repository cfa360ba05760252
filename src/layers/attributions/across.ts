import { covers, type Span } from '../../text/span.ts'
import type { Attribution } from '../attributions.ts'
import type { Quote } from '../quotes.ts'
import { type Cast, speakerOf } from './assemble.ts'
import { stanceOfNoun } from './cues.ts'
import { type Paragraph, spanOf } from './paragraph.ts'
import { subjectLeft } from './subjects.ts'
import { type Verb, verbsIn } from './verbs.ts'

/** A paragraph with its attributions: what goes on from one paragraph to the next is settled over these. */
export interface Read {
  readonly p: Paragraph
  readonly items: readonly Attribution[]
}

/** Source and cue at a paragraph's end that introduce the next one: "Ms Holt continued:". */
interface Opening {
  readonly source: Span
  readonly cue: Span
  readonly speaker?: string
  readonly stance: string
}

function openingOf({ p, items }: Read, cast: Cast): Opening | undefined {
  if (p.words.at(-1)?.text !== ':') return undefined
  const ends = spanOf(p, { from: p.words.length - 1, to: p.words.length })
  const known = items.some(({ cue }) => cue.some((span) => covers(span, ends)))
  return openingVerb({ p, items }, cast) ?? (known ? undefined : openingNoun(p, cast))
}

function openingVerb({ p, items }: Read, cast: Cast): Opening | undefined {
  const last = p.line.at(-1)
  const verb = verbsIn(p).findLast((found: Verb) => p.line[found.at] === last && found.cue.speech)
  const source = verb && (subjectLeft(p, verb.from) ?? firstOf(p, verb))
  if (!verb || !source || items.some(({ cue }) => cue.some((span) => covers(span, spanOf(p, verb))))) return undefined
  const speaker = speakerOf(p, source, cast)
  const near = verb.to === p.words.length - 1
  const cue = spanOf(p, near ? { from: verb.from, to: p.words.length } : verb)
  return { source: spanOf(p, source), cue, stance: verb.cue.stance, ...(speaker ? { speaker: speaker.id } : {}) }
}

const NEAR_COLON = 6
const LONGEST_OPENING = 12

// "Ms Holt made the following |comment|:": a noun of saying before the colon, its sentence's first person before that.
function openingNoun(p: Paragraph, cast: Cast): Opening | undefined {
  const end = p.words.length
  const noun = p.words.findLastIndex(({ lower }, at) => at >= end - NEAR_COLON && stanceOfNoun(lower) !== undefined)
  const stance = noun < 0 ? undefined : stanceOfNoun(p.words[noun]?.lower ?? '')
  const source = stance === undefined ? undefined : firstOf(p, { at: noun, from: noun })
  if (!source || stance === undefined || end - source.to > LONGEST_OPENING) return undefined
  const speaker = speakerOf(p, source, cast)
  const cue = spanOf(p, { from: source.to, to: end })
  return { source: spanOf(p, source), cue, stance, ...(speaker ? { speaker: speaker.id } : {}) }
}

function firstOf(
  p: Paragraph,
  verb: Pick<Verb, 'at' | 'from'>,
): { readonly from: number; readonly to: number } | undefined {
  return p.placed.find(
    ({ from, mention }) => p.line[from] === p.line[verb.at] && from < verb.from && mention.type === 'person',
  )
}

const isWhole = (p: Paragraph): boolean =>
  p.quotes.length > 0 && p.words.every((word, at) => (p.quoted[at] ?? -1) >= 0 || word.kind === 'mark')

const isBare = (item: Attribution): boolean => item.cue.length === 0 && item.source.length === 0

/** Gives a paragraph that is all quotation to the words that introduced it at the end of the one before. */
function introduced(item: Attribution, opening: Opening): Attribution {
  const { source, cue, stance, speaker } = opening
  return {
    ...item,
    source: [source],
    cue: [cue],
    stance,
    ...(speaker ? { speaker } : {}),
    by: 'attributions/introduced',
    score: 0.85,
  }
}

/** The statement that a quotation without words of its own goes on from: the last quoted one of the paragraph before. */
function goneOnFrom(
  item: Attribution,
  before: Read | undefined,
  quotes: readonly Quote[],
): { readonly from: Attribution; readonly sure: boolean } | undefined {
  const [first] = item.content
  const open = quotes.find(({ start }) => start === first?.start)?.continues
  const spoken = before?.items.filter(({ kind, content }) => kind !== 'indirect' || content.length > 1) ?? []
  const opened = spoken.find(
    ({ content }) => open !== undefined && content.some((span) => span.start <= open && open < span.end),
  )
  if (opened) return { from: opened, sure: true }
  const last = spoken.at(-1)
  return last && isBare(item) && before ? { from: last, sure: false } : undefined
}

function continued(item: Attribution, before: Read | undefined, quotes: readonly Quote[]): Attribution {
  const found = goneOnFrom(item, before, quotes)
  if (!found) return item
  const { from, sure } = found
  const speaker = item.speaker ?? from.speaker
  if (!isBare(item)) return sure ? { ...item, continues: from.id } : item
  return {
    ...item,
    ...(speaker ? { speaker } : {}),
    ...(from.stance ? { stance: from.stance } : {}),
    continues: from.id,
    by: sure ? 'attributions/continued' : 'attributions/next',
    score: Math.min(from.score, sure ? 0.9 : 0.75),
  }
}

// A quotation left open gets its speaker from where it goes on: `"We held on.` / `"It was luck," she said.`
function backwards(items: readonly Attribution[]): readonly Attribution[] {
  const later = new Map<string, Attribution>()
  for (const item of items) if (item.continues && item.speaker && item.cue.length > 0) later.set(item.continues, item)
  return items.map((item) => {
    const next = item.cue.length > 0 ? undefined : later.get(item.id)
    return next?.speaker
      ? {
          ...item,
          speaker: next.speaker,
          ...(next.stance ? { stance: next.stance } : {}),
          by: 'attributions/continued',
          score: Math.min(next.score, 0.9),
        }
      : item
  })
}

// A paragraph of quotation with nobody near: the person that the paragraph before spoke of.
function presumed(item: Attribution, before: Read | undefined, cast: Cast): Attribution {
  if (!isBare(item) || item.speaker || !before) return item
  const { p } = before
  const near = p.placed.filter(
    ({ from, mention }) => (p.quoted[from] ?? -1) < 0 && mention.type === 'person' && cast.has(mention.id),
  )
  const last = near.findLast(({ from }) => p.line[from] === p.line.at(-1))
  const first = near.find(({ from }) => p.line[from] === (last && p.line[last.from]))
  const speaker = first && cast.get(first.mention.id)
  return speaker?.type === 'person' ? { ...item, speaker: speaker.id, by: 'attributions/presumed', score: 0.45 } : item
}

/** Settles what crosses paragraphs: introductions, quotations that go on, and who speaks where the paragraph does not say. */
export function acrossParagraphs(reads: readonly Read[], quotes: readonly Quote[], cast: Cast): readonly Attribution[] {
  const settled: Read[] = []
  for (const read of reads) {
    const before = settled.findLast(({ p }) => p.block.part === 'paragraph')
    const opening = before && openingOf(before, cast)
    const items = read.items.map((item, at) => {
      if (!isWhole(read.p) && !(at === 0 && item.content[0]?.start === read.p.block.start))
        return continued(item, undefined, quotes)
      if (opening && item.cue.length === 0) return introduced(item, opening)
      return presumed(continued(item, before, quotes), before, cast)
    })
    settled.push({ p: read.p, items })
  }
  return backwards(settled.flatMap(({ items }) => items))
}
