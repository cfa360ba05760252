import type { Label } from '../../tagger/tagger.ts'
import { isPossessive } from '../mentions/words.ts'
import { cueOf, stanceOfNoun } from './cues.ts'
import { lineStart, neat, type Paragraph, type Stretch } from './paragraph.ts'
import type { Link } from './rules.ts'
import { subjectLeft, subjectRight } from './subjects.ts'

/** A tagged stretch. */
interface Piece extends Stretch {
  readonly role: 'source' | 'cue' | 'content'
  readonly score: number
}

/** Costs in words for what stands between two pieces, tuned on PolNeAR's development part. */
const BETWEEN = { sentence: 8, cue: 15, content: 7, source: 6 }
const FARTHEST = 60

const ROLES: ReadonlySet<Label> = new Set(['source', 'cue', 'content'])

/** Words between two pieces, with what the sentences, cues, contents and sources between them add. */
function cost(p: Paragraph, pieces: readonly Piece[], a: Piece, b: Piece): number {
  const [left, right] = a.from <= b.from ? [a, b] : [b, a]
  let sum = Math.max(0, right.from - left.to)
  if (sum > FARTHEST) return Number.POSITIVE_INFINITY
  sum += BETWEEN.sentence * Math.min(3, (p.line[right.from] ?? 0) - (p.line[left.to - 1] ?? 0))
  for (const other of pieces) if (other.from >= left.to && other.to <= right.from) sum += BETWEEN[other.role]
  return sum
}

interface Pairing {
  readonly a: Piece
  readonly b: Piece
  readonly cost: number
}

// Each piece of `many` beside each of the few nearest in `ones`, cheapest first. Pieces are in order, so only neighbours are tried.
function pairings(
  p: Paragraph,
  pieces: readonly Piece[],
  many: readonly Piece[],
  ones: readonly Piece[],
): readonly Pairing[] {
  return many
    .flatMap((a) =>
      neighboursOf(a, ones).map((b) => ({ a, b, cost: cost(p, pieces.slice(...window(pieces, a, b)), a, b) })),
    )
    .filter((pair) => Number.isFinite(pair.cost))
    .sort((x, y) => x.cost - y.cost || x.a.from - y.a.from)
}

const TRIED = 4

function neighboursOf(piece: Piece, others: readonly Piece[]): readonly Piece[] {
  const at = indexFrom(others, piece.from)
  return others.slice(Math.max(0, at - TRIED), at + TRIED)
}

function indexFrom(pieces: readonly Piece[], from: number): number {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

const window = (pieces: readonly Piece[], a: Piece, b: Piece): readonly [number, number] => [
  indexFrom(pieces, Math.min(a.from, b.from)),
  indexFrom(pieces, Math.max(a.from, b.from)) + 1,
]

// Contents to cues, nearest first; a second piece joins on the cue's other side, or within four words.
function contentsOf(
  p: Paragraph,
  pieces: readonly Piece[],
  contents: readonly Piece[],
  cues: readonly Piece[],
): ReadonlyMap<Piece, Piece[]> {
  const owned = new Map<Piece, Piece[]>()
  const placed = new Set<Piece>()
  const pairs = pairings(p, pieces, contents, cues)
  for (const { a: content, b: cue } of pairs) {
    if (placed.has(content) || owned.has(cue)) continue
    owned.set(cue, [content])
    placed.add(content)
  }
  for (const { a: content, b: cue } of pairs) {
    const own = owned.get(cue)
    const [first] = own ?? []
    if (!own || !first || placed.has(content) || own.length > 1) continue
    const gap = content.from >= first.to ? content.from - first.to : first.from - content.to
    const beside = p.line[content.from] === p.line[cue.from] || isQuoted(p, content)
    if (
      beside &&
      (first.from < cue.from !== content.from < cue.from || gap <= 4) &&
      !isOfAnother(p, content, first, owned)
    ) {
      own.push(content)
      placed.add(content)
    }
  }
  return owned
}

const isQuoted = (p: Paragraph, { from }: Stretch): boolean => (p.quoted[from] ?? -1) >= 0

const holdsQuote = (p: Paragraph, { from, to }: Stretch): boolean =>
  p.quoted.slice(from, to).some((quote) => quote >= 0)

// `"It held," she said, referring to the dam. "We were lucky."`: the second quotation goes on from the first, not from what was told between.
function isOfAnother(p: Paragraph, content: Piece, first: Piece, owned: ReadonlyMap<Piece, readonly Piece[]>): boolean {
  const opens = p.quotes.some(({ from }) => from === content.from)
  if (!opens || p.words[first.to]?.text === ':' || holdsQuote(p, first)) return false
  return [...owned].some(
    ([cue, [other]]) => other && cue.to <= content.from && other.to <= cue.from && isQuoted(p, other),
  )
}

// "When her brother called, |she| laughed and said": whose the verb is that another goes before.
function subjectOfPair(p: Paragraph, cue: Piece): Stretch | undefined {
  if (p.words[cue.from - 1]?.lower !== 'and') return undefined
  const verb = /ly$/.test(p.words[cue.from - 2]?.lower ?? '') ? cue.from - 3 : cue.from - 2
  const subject = subjectLeft(p, verb)
  const before = p.words[(subject?.from ?? 0) - 1]
  return subject && (before?.text === ',' || subject.from === lineStart(p, verb)) ? subject : undefined
}

function sourcesOf(
  p: Paragraph,
  pieces: readonly Piece[],
  cues: readonly Piece[],
  sources: readonly Piece[],
): ReadonlyMap<Piece, Stretch> {
  const owned = new Map<Piece, Stretch>()
  const used = new Set<Piece>()
  for (const { a: cue, b: source, cost: price } of pairings(p, pieces, cues, sources)) {
    if (owned.has(cue) || used.has(source) || price > 25) continue
    owned.set(cue, source)
    used.add(source)
  }
  for (const cue of cues) {
    const last = owned.has(cue)
      ? undefined
      : (subjectOfPair(p, cue) ??
        sources.findLast((source) => source.to <= cue.from && p.line[source.from] === p.line[cue.from]))
    if (last) owned.set(cue, last)
  }
  return owned
}

const NEGATION = /^(?:not|never|cannot|nor)$|n['’]t$/

const stanceOf = (p: Paragraph, { from, to }: Stretch): string | undefined => {
  // Who "has not offered any details" promises nothing.
  if (p.words.slice(from, to).some(({ lower }) => NEGATION.test(lower))) return undefined
  for (let at = to - 1; at >= from; at--) {
    const lower = p.words[at]?.lower ?? ''
    const stance =
      cueOf(`${lower} ${p.words[at + 1]?.lower ?? ''}`)?.stance ?? cueOf(lower)?.stance ?? stanceOfNoun(lower)
    if (stance) return stance
  }
  return p.words[from]?.lower === 'according' ? 'said' : undefined
}

const quotesIn = (p: Paragraph, list: readonly Stretch[]): readonly number[] => [
  ...new Set(list.flatMap(({ from, to }) => p.quoted.slice(from, to)).filter((quote) => quote >= 0)),
]

// Outside quotations nothing that is told goes on beyond its sentence, except after a colon.
function endOf(p: Paragraph, from: number, to: number): number {
  if (p.words[from - 1]?.text === ':') return to
  for (let at = from + 1; at < to; at++)
    if (p.line[at] !== p.line[at - 1] && (p.quoted[at - 1] ?? -1) < 0) return neat(p, { from, to: at })?.to ?? at
  return to
}

/** The attributions that the tagger's segments make, linked by nearness. */
export function linksByTag(p: Paragraph): readonly Link[] {
  const pieces = p.tags
    .filter(({ label, from, to }) => ROLES.has(label) && from < to)
    .map(({ label, from, to, score }) => ({ role: label as Piece['role'], from, to: endOf(p, from, to), score }))
    .sort((a, b) => a.from - b.from)
  const of = (role: Piece['role']): readonly Piece[] => pieces.filter((piece) => piece.role === role)
  const [cues, sources] = [of('cue'), of('source')]
  const contents = contentsOf(p, pieces, of('content'), cues)
  const speaking = cues.filter((cue) => contents.has(cue))
  const named = sourcesOf(p, pieces, speaking, sources)
  return speaking.flatMap((cue) => {
    const content = contents.get(cue) ?? []
    const source = named.get(cue) ?? subjectApart(p, cue, content) ?? agentOf(p, cue) ?? subjectAhead(p, cue, sources)
    return source && isCaption(p, source) ? [] : [linkOf(p, cue, content, source)]
  })
}

const PICTURES = /^(?:photo|photograph|picture|image|illustration|graphic|screenshot)s?$/

// "This combination of photos shows the mayor, left": what one sees there, nobody says.
const isCaption = (p: Paragraph, { from, to }: Stretch): boolean =>
  /^(?:this|these)$/.test(p.words[from]?.lower ?? '') &&
  p.words.slice(from, to).some(({ lower }) => PICTURES.test(lower))

// "|Twenty people| were confirmed dead": what is told is not who tells it.
function subjectApart(p: Paragraph, cue: Piece, content: readonly Piece[]): Stretch | undefined {
  const subject = subjectLeft(p, cue.from)
  return subject && content.some(({ from, to }) => from < subject.to && subject.from < to) ? undefined : subject
}

// "were appointed by |the council|".
const agentOf = (p: Paragraph, cue: Piece): Stretch | undefined =>
  p.words[cue.to]?.lower === 'by' ? subjectRight(p, cue.to + 1) : undefined

// "Citing the storm, |Lena Abara| closed the port": a participle that opens its sentence is its subject's.
function subjectAhead(p: Paragraph, cue: Piece, sources: readonly Piece[]): Stretch | undefined {
  const opens = cue.from === lineStart(p, cue.from) && /ing$/.test(p.words[cue.from]?.lower ?? '')
  return opens ? sources.find(({ from }) => from >= cue.to && p.line[from] === p.line[cue.from]) : undefined
}

/**
 * A tag's score says how often its edges are right; a statement is right more often, since it may be cut a little wrong. By the least score of its
 * cue and contents, on PolNeAR's development part, with both taggers.
 */
const overlapOf = (least: number): number => Math.round((0.28 + 0.71 * least) * 1000) / 1000

// "chose one of her lines as its title|: "We held on."|": what stands between cue and colon only introduces the quotation.
function afterColon(p: Paragraph, cue: Piece, content: readonly Piece[]): Pick<Link, 'cue' | 'content'> {
  const [first, ...rest] = content
  const quote =
    first && p.quotes.find(({ from }) => p.words[from - 1]?.text === ':' && first.from < from && from < first.to)
  if (!first || !quote || cue.to !== first.from || isQuoted(p, first)) return { cue: [cue], content }
  return { cue: [{ from: cue.from, to: quote.from }], content: [{ from: quote.from, to: first.to }, ...rest] }
}

/** How often what is said in pronouns alone is right; and it tells a reader nothing. */
const WORDLESS = 0.5
const PRONOUN =
  /^(?:who|which|that|what|whom|it|he|she|they|him|her|them|this|these|those|so|me|us|you|himself|herself)$/

const isWordless = (p: Paragraph, content: readonly Stretch[]): boolean =>
  content.every(({ from, to }) =>
    p.words.slice(from, to).every(({ lower, kind }) => kind === 'mark' || PRONOUN.test(lower)),
  )

const LONGEST_OWNER = 8

// "seized on |Ms Holt's claim that the bridge was safe|": what is told is what she claims.
function ownedBy(p: Paragraph, first: Stretch | undefined): Pick<Link, 'source' | 'cue' | 'content'> | undefined {
  if (!first || isQuoted(p, first)) return undefined
  const owner = p.words.slice(first.from, first.from + LONGEST_OWNER).findIndex(isPossessive)
  const noun = first.from + owner + 1
  for (let at = noun; owner > 0 && at < noun + 3 && at < first.to; at++) {
    if (stanceOfNoun(p.words[at]?.lower ?? '') === undefined || p.words[at + 1]?.lower !== 'that') continue
    return {
      source: [{ from: first.from, to: noun }],
      cue: [{ from: noun, to: at + 1 }],
      content: [{ from: at + 1, to: first.to }],
    }
  }
  return undefined
}

function linkOf(p: Paragraph, cue: Piece, content: readonly Piece[], source: Stretch | undefined): Link {
  const owned = content.length === 1 ? ownedBy(p, content[0]) : undefined
  const stance = stanceOf(p, owned?.cue[0] ?? cue)
  return {
    ...(owned ?? { source: source ? [source] : [], ...afterColon(p, cue, content) }),
    quotes: quotesIn(p, content),
    ...(stance ? { stance } : {}),
    by: 'attributions/tagged',
    score: Math.min(
      overlapOf(Math.min(cue.score, ...content.map(({ score }) => score))),
      isWordless(p, content) ? WORDLESS : 1,
    ),
  }
}
