import { type Content, clauseAfter, clauseBefore, isFiniteVerb, quoteAfter, quoteBefore } from './contents.ts'
import { lineEnd, lineStart, neat, type Paragraph, type Stretch } from './paragraph.ts'
import { subjectLeft, subjectRight } from './subjects.ts'
import { type Verb, verbsIn } from './verbs.ts'

/** An attribution of one paragraph, by words. */
export interface Link {
  readonly source: readonly Stretch[]
  readonly cue: readonly Stretch[]
  readonly content: readonly Stretch[]
  readonly quotes: readonly number[]
  readonly stance?: string
  /** Whether its form alone shows it, quotation marks or "according to", whatever a tagger sees there. */
  readonly formal?: boolean
  readonly by: string
  readonly score: number
}

/** How often each way of linking was right on development data. */
const SCORES: Readonly<Record<string, number>> = {
  quote: 0.9, label: 0.6, that: 0.85, clause: 0.75, before: 0.85, question: 0.75, infinitive: 0.6, object: 0.5, according: 0.85,
} // biome-ignore format: a table to be read

interface Subject {
  readonly source?: Stretch
  /** Where the content after the verb can begin. */
  readonly after: number
  readonly inverted: boolean
}

const isQuoteEnd = (p: Paragraph, at: number): boolean => at >= 0 && (p.quoted[at] ?? -1) >= 0

// "…," said Ms Holt; "…, said Ms Holt": the verb follows what is said.
function inverted(p: Paragraph, verb: Verb): Subject | undefined {
  const { cue } = verb
  const before = verb.from - 1
  const closed = isQuoteEnd(p, before)
  if (!cue.speech || cue.form === 'participle' || verb.passive || (cue.lemma === 'tell' && !closed)) return undefined
  const follows = p.words[before]?.text === ',' || closed
  const source = follows && !opensClause(p, verb.to) ? subjectRight(p, verb.to) : undefined
  return source && !isFiniteVerb(p.words[source.to]) ? { source, after: source.to, inverted: true } : undefined
}

// "Ms Holt, the mayor, said |she had left|": a pronoun after the verb ends what it says only where its sentence or a mark does.
const opensClause = (p: Paragraph, at: number): boolean =>
  SUBJECTS.test(p.words[at]?.lower ?? '') && p.words[at + 1]?.kind === 'word'

const SUBJECTS = /^(?:i|we|you|he|she|it|they)$/

const isRelative = (p: Paragraph, { from }: Stretch): boolean => /^(?:who|which)$/.test(p.words[from]?.lower ?? '')

// "…, adding that …": the subject is the sentence's own.
function subjectOfLine(p: Paragraph, verb: Verb, earlier: readonly Link[]): Stretch | undefined {
  const begin = lineStart(p, verb.at)
  const same = earlier.findLast(
    (link) =>
      link.cue.some(({ from }) => p.line[from] === p.line[verb.at]) &&
      !link.source.some((source) => isRelative(p, source)),
  )
  if (same?.source[0]) return same.source[0]
  const first = p.placed.find(
    ({ from, mention }) =>
      from >= begin &&
      from < verb.from &&
      (p.quoted[from] ?? -1) < 0 &&
      mention.type !== 'location' &&
      mention.type !== 'misc',
  )
  return first && { from: first.from, to: first.to }
}

function subjectOf(p: Paragraph, verb: Verb, earlier: readonly Link[]): Subject | undefined {
  const turned = inverted(p, verb)
  if (turned) return turned
  if (verb.cue.form === 'participle' && verb.from === verb.at) {
    const source = p.ending.has(verb.from) ? subjectLeft(p, verb.from) : subjectOfLine(p, verb, earlier)
    return source && { source, after: verb.to, inverted: false }
  }
  const left = subjectLeft(p, verb.from)
  if (left) return { source: left, after: verb.to, inverted: false }
  // "He took the stage and said …", "…, but added …": a second verb of the same subject.
  const joined = /^(?:and|but|then|,)$/.test(p.words[verb.from - 1]?.lower ?? '')
    ? subjectOfLine(p, verb, earlier)
    : undefined
  return joined && { source: joined, after: verb.to, inverted: false }
}

function contentOf(p: Paragraph, verb: Verb, { source, after, inverted: turned }: Subject): Content | undefined {
  const start = turned || !source ? verb.from : Math.min(source.from, verb.from)
  const near = source !== undefined && (turned || source.to >= verb.from - 1)
  if (verb.cue.speech && near && !verb.passive) {
    const before = quoteBefore(p, start)
    if (before) return before
  }
  const quote = quoteAfter(p, verb, after)
  if (quote && (verb.cue.speech || quote.quotes.length > 0)) return quote
  if (turned) return clauseBefore(p, verb.from)
  const clause = verb.passive && !verb.cue.infinitive ? undefined : clauseAfter(p, verb, after)
  if (clause) return clause
  return verb.cue.speech && near && endsClause(p, verb) ? clauseBefore(p, start) : undefined
}

// What follows ", he said": nothing, a day, a place, or a new clause.
const endsClause = (p: Paragraph, verb: Verb): boolean => {
  const next = p.words[verb.to]
  if (verb.cue.lemma === 'tell') return endsAddressed(p, verb)
  return (
    verb.to >= lineEnd(p, verb.at) ||
    !next ||
    /^(?:[.,;:)—–]|in|on|at|during|after|\p{L}+day|last|this|to)$/u.test(next.lower)
  )
}

// ", she told a committee of the council on Monday": whom it was told and when, and no clause after.
function endsAddressed(p: Paragraph, verb: Verb): boolean {
  const rest = p.words.slice(verb.to, lineEnd(p, verb.at))
  return (
    rest.length > 1 &&
    rest.length <= LONGEST_ADDRESSEE &&
    !rest.some(({ lower }) => /^(?:that|to|how|why|what|whether|if|about|[,:;])$/.test(lower))
  )
}

const LONGEST_ADDRESSEE = 14

// "Did you know that …", "prices vary according to your tariff": who reads says nothing.
const isReader = (p: Paragraph, { from, to }: Stretch): boolean =>
  [from, to - 1].some((at) => /^your?$/.test(p.words[at]?.lower ?? ''))

function linkOf(p: Paragraph, verb: Verb, earlier: readonly Link[]): Link | undefined {
  const subject = subjectOf(p, verb, earlier)
  const content = subject && contentOf(p, verb, subject)
  if (!content || (subject.source && isReader(p, subject.source))) return undefined
  return {
    source: subject.source ? [subject.source] : [],
    cue: [{ from: verb.from, to: verb.to }],
    content: content.pieces,
    quotes: content.quotes,
    stance: verb.cue.stance,
    formal: content.by === 'quote',
    by: `attributions/${content.by}`,
    score: content.by === 'quote' ? quoteScore(p, verb, content) : (SCORES[content.by] ?? 0.5),
  }
}

/** Words and marks of a quotation that says something without a mark at its end: "there is 'love'" does not. */
const LONG = 6
const SCRAP = 0.45
const OTHER_VERB = 0.6

// "Speaking on the channel's 'Morning View', the mayor said" quotes a title; "who is supporting" is no verb of saying (PolNeAR, training part).
function quoteScore(p: Paragraph, { cue }: Verb, { pieces }: Content): number {
  const places = pieces.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
  const outside = places.filter((at) => (p.quoted[at] ?? -1) < 0)
  const isShort = places.length - outside.length <= LONG
  const ends = pieces.some(({ to }) => /^[,.?!…—]$/.test(p.words[to - 2]?.text ?? ''))
  const tells = outside.length > 0 ? outside.some((at) => isFiniteVerb(p.words[at])) : ends
  if (isShort && !tells) return SCRAP
  return cue.speech ? (SCORES.quote ?? 0.5) : OTHER_VERB
}

// "According to the ministry, …" and "…, according to the ministry".
function accordingTo(p: Paragraph): readonly Link[] {
  const found: Link[] = []
  for (let at = 0; at + 2 < p.words.length; at++) {
    if (p.words[at]?.lower !== 'according' || p.words[at + 1]?.lower !== 'to' || (p.quoted[at] ?? -1) >= 0) continue
    const [begin, end] = [lineStart(p, at), lineEnd(p, at)]
    const stop = sourceEnd(p, at + 2, end)
    const source = neat(p, { from: at + 2, to: stop })
    const leads = at - begin <= 1
    const span = neat(p, leads ? { from: stop, to: end } : { from: begin, to: at })
    const back = !leads ? quoteBefore(p, at) : undefined
    const content = back?.pieces ?? (span ? [span] : [])
    if (!source || content.length === 0 || isReader(p, source)) continue
    found.push({
      source: [source],
      cue: [{ from: at, to: at + 2 }],
      content,
      quotes: quotesOf(p, content),
      stance: 'said',
      formal: true,
      by: 'attributions/according',
      score: SCORES.according ?? 0.5,
    })
  }
  return found
}

function sourceEnd(p: Paragraph, from: number, end: number): number {
  let at = from
  while (at < end && !/^[,.;:—–()]$/.test(p.words[at]?.text ?? '') && (p.quoted[at] ?? -1) < 0) at++
  return at
}

const quotesOf = (p: Paragraph, pieces: readonly Stretch[]): readonly number[] => [
  ...new Set(pieces.flatMap(({ from, to }) => p.quoted.slice(from, to)).filter((quote) => quote >= 0)),
]

const CONTENT = 1
const CUE = 2

// Which words are taken as content, as a cue, or as both.
function mark(taken: Map<number, number>, stretches: readonly Stretch[], as: number): void {
  for (const { from, to } of stretches) for (let at = from; at < to; at++) taken.set(at, (taken.get(at) ?? 0) | as)
}

const meets = (taken: ReadonlyMap<number, number>, stretches: readonly Stretch[], as: number): boolean =>
  stretches.some(({ from, to }) => {
    for (let at = from; at < to; at++) if ((taken.get(at) ?? 0) & as) return true
    return false
  })

/** Links of which no two share content: the one that weighs most keeps it. A quotation's own verb outranks the clause of another. */
export function settled(
  links: readonly Link[],
  weightOf: (link: Link) => number = ({ score }) => score,
): readonly Link[] {
  const taken = new Map<number, number>()
  return [...links]
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.content[0]?.from ?? 0) - (b.content[0]?.from ?? 0))
    .filter((link) => {
      if (meets(taken, link.content, CONTENT | CUE) || meets(taken, link.cue, CONTENT)) return false
      mark(taken, link.content, CONTENT)
      mark(taken, link.cue, CUE)
      return true
    })
}

/** Links that share no words of content or cue with others. */
export function without(links: readonly Link[], others: readonly Link[]): readonly Link[] {
  const taken = new Map<number, number>()
  for (const other of others) {
    mark(taken, other.content, CONTENT)
    mark(taken, other.cue, CUE)
  }
  return links.filter((link) => !meets(taken, [...link.content, ...link.cue], CONTENT | CUE))
}

/** The attributions of a paragraph by its verbs and by "according to", in order of place. */
export function linksByRule(p: Paragraph): readonly Link[] {
  const found: Link[] = []
  for (const verb of verbsIn(p)) {
    const link = linkOf(p, verb, found)
    if (link) found.push(link)
  }
  return settled([...found, ...accordingTo(p)]).toSorted(
    (a, b) => (a.content[0]?.from ?? 0) - (b.content[0]?.from ?? 0),
  )
}
