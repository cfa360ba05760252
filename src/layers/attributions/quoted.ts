import { isCapital } from '../mentions/words.ts'
import {
  endsSentence,
  isOutside,
  isVerbAtAll,
  isVerbForm,
  leadingTo,
  nounAt,
  pastSkipped,
  sentenceStart,
  subjectOf,
  subjectOfLine,
} from './nouns.ts'
import { lineEnd, lineStart, type Paragraph, type Stretch } from './paragraph.ts'
import type { Link } from './rules.ts'
import type { Tongue } from './tongue.ts'

/** Words of saying near a quotation: the cue's pieces, whose it is, and in which form. */
interface Found {
  readonly source?: Stretch | undefined
  readonly cue: readonly Stretch[]
  readonly stance?: string | undefined
  readonly form: keyof typeof SURE
}

/** How often each form is right, and how often where the quotation is but a few words: held against German news, rounded. */
const SURE = { beside: [0.855, 0.26], around: [0.6, 0.33], goneOn: [0.55, 0.3], bare: [0.05, 0.05] } as const
const SOURCELESS = 0.05
/** Scare quotes and titles are short; from four words on a quotation is taken for a statement. */
const STATEMENT = 4
const FARTHEST_PARTICLE = 24

const one = (at: number): Stretch => ({ from: at, to: at + 1 })
const lowerAt = (p: Paragraph, at: number): string => p.words[at]?.lower ?? ''
const isComma = (p: Paragraph, at: number): boolean => /^[,–—-]$/.test(p.words[at]?.text ?? '')

/** A verb of saying: its pieces, "fügte … hinzu" and "hatte … erklärt" being two. */
interface Verb extends Stretch {
  readonly pieces: readonly Stretch[]
  readonly stance: string
}

function verbAt(p: Paragraph, tongue: Tongue, at: number): Verb | undefined {
  if (!isVerbForm(p, tongue, at)) return undefined
  const pair = tongue.pairs.get(lowerAt(p, at))
  for (let next = at + 1; pair && next < Math.min(lineEnd(p, at), at + FARTHEST_PARTICLE); next++) {
    const stance = isOutside(p, next) ? pair.get(lowerAt(p, next)) : undefined
    if (stance)
      return { ...one(at), pieces: next === at + 1 ? [{ from: at, to: next + 1 }] : [one(at), one(next)], stance }
  }
  const stance = tongue.verbs.get(lowerAt(p, at))
  return stance === undefined ? undefined : { ...one(at), pieces: [one(at)], stance }
}

// "hatte |Lena Abara| in einem Gespräch erklärt": the verb ends the sentence.
function participleAfter(p: Paragraph, tongue: Tongue, at: number): Verb | undefined {
  if (!tongue.auxiliaries.has(lowerAt(p, at))) return undefined
  for (let next = at + 1; next < Math.min(lineEnd(p, at), at + FARTHEST_PARTICLE); next++) {
    const stance = isOutside(p, next) ? tongue.verbs.get(lowerAt(p, next)) : undefined
    if (stance) return { ...one(at), pieces: [one(at), one(next)], stance }
  }
  return undefined
}

// `"…", sagte Lena Abara`, `"…", so Lena Abara`, `"…", hatte Lena Abara erklärt`: at a word after a quotation and its comma.
function turnedAt(p: Paragraph, tongue: Tongue, at: number): Found | undefined {
  if (tongue.after.has(lowerAt(p, at))) {
    const source = nounAt(p, tongue, at + 1)
    return source && { source, cue: [one(at)], stance: 'said', form: 'beside' }
  }
  const verb = participleAfter(p, tongue, at) ?? verbAt(p, tongue, at)
  const first = verb && nounAt(p, tongue, pastSkipped(p, tongue, verb.to))
  // `"…", zitiert der „Hafenbote“ |Abara|`
  const quoted = first && tongue.objects.has(lowerAt(p, at)) ? nounAt(p, tongue, first.to) : undefined
  const right = quoted ?? first
  const source = right && !tongue.impersonal.has(lowerAt(p, right.from)) ? right : undefined
  return verb && { source: source ?? subjectOf(p, tongue, verb), cue: verb.pieces, stance: verb.stance, form: 'beside' }
}

// `"…", zeigte sich Lena Abara sicher`: whatever verb stands between a quotation and a subject says it.
function anyVerbAt(p: Paragraph, tongue: Tongue, at: number): Found | undefined {
  const source = isVerbAtAll(p, tongue, at) ? nounAt(p, tongue, pastSkipped(p, tongue, at + 1)) : undefined
  return source && { source, cue: [one(at)], form: 'around' }
}

// `"…", wie Lena Abara sagte`: a clause whose verb ends it.
function clauseAt(p: Paragraph, tongue: Tongue, at: number): Found | undefined {
  const after = pastSkipped(p, tongue, at + 1)
  const source = tongue.subordinators.has(lowerAt(p, at)) ? nounAt(p, tongue, after) : undefined
  for (let next = source?.to ?? Number.POSITIVE_INFINITY; next < lineEnd(p, at) && !isComma(p, next); next++) {
    const verb = verbAt(p, tongue, next)
    if (verb) return { source, cue: verb.pieces, stance: verb.stance, form: 'beside' }
  }
  return undefined
}

function behind(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  let at = quote.to
  while (at < quote.to + 2 && isComma(p, at)) at++
  if (p.line[at] !== p.line[quote.to - 1] || !isOutside(p, at)) return undefined
  return turnedAt(p, tongue, at) ?? (at > quote.to ? clauseAt(p, tongue, at) : undefined)
}

// What comes right after a quotation of some length and its comma is a verb, and its subject says it.
function anyBehind(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  const fits = isComma(p, quote.to) && p.line[quote.to] === p.line[quote.to - 1] && lengthOf(p, quote) >= STATEMENT
  return fits ? anyVerbAt(p, tongue, quote.to + 1) : undefined
}

// "laut |Lena Abara|", "nach Angaben |der Polizei|".
function phraseAt(p: Paragraph, tongue: Tongue, at: number): Found | undefined {
  const phrase = tongue.before.find((words) => words.every((word, next) => lowerAt(p, at + next) === word))
  const to = at + (phrase?.length ?? 0)
  const linked = tongue.links.has(lowerAt(p, to)) && !tongue.determiners.has(lowerAt(p, to))
  const source = phrase && nounAt(p, tongue, linked ? to + 1 : to)
  return source && { source, cue: [{ from: at, to }], stance: 'said', form: 'around' }
}

// "nach |der Ankündigung der Ministerin|".
function accountAt(p: Paragraph, tongue: Tongue, at: number): Found | undefined {
  const source = tongue.by.has(lowerAt(p, at)) ? nounAt(p, tongue, at + 1) : undefined
  const account = source && p.words.slice(source.from, source.to).some(({ lower }) => tongue.accounts.has(lower))
  return account ? { source, cue: [one(at)], stance: 'said', form: 'around' } : undefined
}

// "|Angaben der Polizei| zufolge".
function postposedAt(p: Paragraph, tongue: Tongue, at: number): Found | undefined {
  if (!tongue.behind.has(lowerAt(p, at))) return undefined
  for (let from = lineStart(p, at); from < at; from++) {
    const source = nounAt(p, tongue, from)
    if (source?.to === at) return { source, cue: [one(at)], stance: 'said', form: 'around' }
  }
  return undefined
}

function saidAt(p: Paragraph, tongue: Tongue, at: number): Found | undefined {
  if (tongue.after.has(lowerAt(p, at)) && isComma(p, at - 1)) return turnedAt(p, tongue, at)
  const verb = verbAt(p, tongue, at)
  if (verb) return { source: subjectOf(p, tongue, verb), cue: verb.pieces, stance: verb.stance, form: 'around' }
  return phraseAt(p, tongue, at) ?? accountAt(p, tongue, at) ?? postposedAt(p, tongue, at)
}

// "Lena Abara sagte laut „Hafenbote“: …": the verb's subject speaks, not who is only told of.
function verbBefore(p: Paragraph, tongue: Tongue, begin: number, at: number): Found | undefined {
  if (verbAt(p, tongue, at)) return undefined
  for (let before = at - 1; before >= begin && !isComma(p, before); before--) {
    const verb = isOutside(p, before) ? verbAt(p, tongue, before) : undefined
    const source = verb && subjectOf(p, tongue, verb)
    if (source && source.to <= at) return { source, cue: verb.pieces, stance: verb.stance, form: 'beside' }
  }
  return undefined
}

// A quotation is not its own speaker: "nach Ansicht |eines Gerichts| des „Aufruhrs“ schuldig".
function apartFrom(p: Paragraph, tongue: Tongue, quote: Stretch, found: Found | undefined): Found | undefined {
  if (!found?.source || found.source.to <= quote.from || found.source.from >= quote.to) return found
  let to = quote.from
  while (tongue.determiners.has(lowerAt(p, to - 1))) to--
  return to > found.source.from ? { ...found, source: { from: found.source.from, to } } : undefined
}

// `"…" |Das| sagte Lena Abara`: the next sentence says whose it was.
function pointedAt(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  const next = p.words[quote.to]?.text === '.' ? quote.to + 1 : quote.to
  if (!tongue.pointing.has(lowerAt(p, next)) || !isOutside(p, next)) return undefined
  const at = next + 1
  const verb = participleAfter(p, tongue, at) ?? verbAt(p, tongue, at)
  const source = verb && nounAt(p, tongue, pastSkipped(p, tongue, verb.to))
  return source && { source, cue: verb.pieces, stance: verb.stance, form: 'beside' }
}

const LONGEST_WORDING = 3

// `|Mit den Worten| "…", schloss sie`: the verb behind has the subject.
function closedWith(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  if (!tongue.wording.has(lowerAt(p, quote.from - 1))) return undefined
  const found = anyBehind(p, tongue, quote)
  let from = quote.from - 1
  while (from > lineStart(p, from) && quote.from - from < LONGEST_WORDING && /^\p{L}/u.test(lowerAt(p, from - 1)))
    from--
  return found && { ...found, cue: [{ from, to: quote.from }], form: 'beside' }
}

// What the words of its sentence before a quotation say of it, the nearest first.
function ahead(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  const last = quote.from - 1
  const colon = p.words[last]?.text === ':'
  const begin = sentenceStart(p, colon ? last : quote.from)
  const compared =
    !colon && tongue.comparing.has(lowerAt(p, begin)) && begin < quote.from ? clauseAt(p, tongue, begin) : undefined
  if (compared) return compared
  for (let at = last; at >= begin; at--) {
    const found = apartFrom(p, tongue, quote, isOutside(p, at) ? saidAt(p, tongue, at) : undefined)
    if (found) return colon ? { ...(verbBefore(p, tongue, begin, at) ?? found), form: 'beside' } : found
  }
  const source = colon ? leadingTo(p, tongue, last) : undefined
  return source && { source, cue: [one(last)], form: 'around' }
}

// What the words of its sentence after a quotation say of it: "…, so Lena Abara".
function turnedLater(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  for (let at = quote.to + 1; at < lineEnd(p, quote.to - 1); at++) {
    const found = isOutside(p, at) && isComma(p, at - 1) ? turnedAt(p, tongue, at) : undefined
    if (found?.source) return { ...found, form: 'around' }
  }
  return undefined
}

// "…" gesagt: any other words of saying after it.
function saidLater(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  for (let at = quote.to; at < lineEnd(p, quote.to - 1); at++) {
    const found = isOutside(p, at) ? saidAt(p, tongue, at) : undefined
    if (found?.source) return { ...found, form: 'around' }
  }
  return undefined
}

const lengthOf = (p: Paragraph, { from, to }: Stretch): number =>
  p.words.slice(from, to).filter(({ kind }) => kind !== 'mark').length

// `Der Dampfer |"Aurora"|`: the name of what the noun before it is.
const isTitle = (p: Paragraph, tongue: Tongue, quote: Stretch): boolean => {
  const before = p.words[quote.from - 1]
  // "the term |„Gesindel“|" is somebody's.
  if (tongue.terms.has(before?.lower ?? '')) return false
  return (
    lengthOf(p, quote) < STATEMENT &&
    before !== undefined &&
    isCapital(before) &&
    isCapital(p.words[quote.from + 1] ?? before)
  )
}

// "laut |„Hafenbote“|"
const isTold = (p: Paragraph, tongue: Tongue, quote: Stretch): boolean =>
  lengthOf(p, quote) < STATEMENT &&
  tongue.before.some((words) => words.every((word, n) => lowerAt(p, quote.from - words.length + n) === word))

// Who was last said to say something in the sentences right before.
function lastSource(p: Paragraph, tongue: Tongue, begin: number, reach: number): Found | undefined {
  const line = p.line[begin] ?? 0
  for (let at = begin - 1; at >= 0 && line - (p.line[at] ?? 0) <= reach; at--) {
    const found = isOutside(p, at) ? saidAt(p, tongue, at) : undefined
    if (found?.source) return { ...found, form: 'goneOn' }
  }
  return undefined
}

/** How many sentences back the one lies whose words a sentence reports, and how many back where a quotation just goes on. */
const BACK = { reported: 3, quoted: 1 }

// „Der Hafenbote“ where it is who said what was quoted before.
const isNamed = (quote: Stretch, found: readonly Link[]): boolean =>
  found.some(({ source }) => source.some(({ from, to }) => from <= quote.from && quote.to <= to))

const reports = (p: Paragraph, tongue: Tongue, begin: number, end: number): boolean =>
  p.words.slice(begin, end).some(({ lower }, at) => isOutside(p, begin + at) && tongue.reported.has(lower))

// What a sentence reports, or quotes at length, right after someone spoke is theirs, too.
function goneOn(p: Paragraph, tongue: Tongue, quote: Stretch): Found | undefined {
  const begin = sentenceStart(p, quote.from)
  const reported = reports(p, tongue, begin, lineEnd(p, quote.to - 1))
  const long = lengthOf(p, quote) >= STATEMENT
  if (!long && !reported) return undefined
  const found = lastSource(p, tongue, begin, reported ? BACK.reported : BACK.quoted)
  if (found || !long) return found
  const source = subjectOfLine(p, tongue, begin === quote.from ? Math.max(0, begin - 1) : quote.from)
  return { source, cue: [], form: 'bare' }
}

// The nearest form first; words after a quotation that ends its sentence, or that a colon introduces, belong to something else.
function saidOf(p: Paragraph, tongue: Tongue, quote: Paragraph['quotes'][number]): Found | undefined {
  const open = p.words[quote.from - 1]?.text !== ':' && !endsSentence(p, quote)
  const turned = behind(p, tongue, quote) ?? (open ? turnedLater(p, tongue, quote) : undefined)
  const before = turned ?? closedWith(p, tongue, quote) ?? ahead(p, tongue, quote) ?? anyBehind(p, tongue, quote)
  return (
    before ??
    (open ? saidLater(p, tongue, quote) : undefined) ??
    pointedAt(p, tongue, quote) ??
    goneOn(p, tongue, quote)
  )
}

/** The direct quotations of a paragraph, by a language's words of quoting alone. */
export function linksByQuoting(p: Paragraph, tongue: Tongue): readonly Link[] {
  const found: Link[] = []
  p.quotes.forEach((quote, at) => {
    if (isTitle(p, tongue, quote) || isTold(p, tongue, quote) || isNamed(quote, found)) return
    const said = saidOf(p, tongue, quote)
    if (!said) return
    const { source, cue, stance, form } = said
    found.push({
      source: source ? [source] : [],
      cue,
      content: [{ from: quote.from, to: quote.to }],
      quotes: [at],
      ...(stance ? { stance } : {}),
      by: 'attributions/quoting',
      score: source ? SURE[form][lengthOf(p, quote) < STATEMENT ? 1 : 0] : SOURCELESS,
    })
  })
  return found
}
