import { isCapital } from '../mentions/words.ts'
import { lineEnd, lineStart, type Paragraph, type Stretch } from './paragraph.ts'
import type { Tongue } from './tongue.ts'

const LONGEST = 24
/** Words of a quoted name with its marks: „Der Hafenbote“. */
const LONGEST_TITLE = 6

const lowerAt = (p: Paragraph, at: number): string => p.words[at]?.lower ?? ''

/** Whether a word stands outside all quotations. */
export const isOutside = (p: Paragraph, at: number): boolean => (p.quoted[at] ?? -1) < 0

/** Whether a form is one of a verb of saying, alone or with a second word. */
export const isVerbForm = (p: Paragraph, tongue: Tongue, at: number): boolean => {
  const word = p.words[at]
  if (!word || (isCapital(word) && at > sentenceStart(p, at)) || tongue.marker.has(lowerAt(p, at - 1))) return false
  return tongue.verbs.has(word.lower) || tongue.pairs.has(word.lower)
}

/** Where the sentence that holds a word begins: after a quotation that ended with its own full stop, too. */
export function sentenceStart(p: Paragraph, at: number): number {
  const begin = lineStart(p, at)
  const over = p.quotes.findLast((quote) => quote.to > begin && quote.to <= at && endsSentence(p, quote))
  return over?.to ?? begin
}

// "|Europapolitik:| Der Rat will": what is under a label is not said by it.
function pastLabel(p: Paragraph, begin: number, at: number): number {
  const colon = [begin + 1, begin + 2].find((mark) => p.words[mark]?.text === ':' && isOutside(p, mark))
  return colon !== undefined && colon + 1 < at && isOutside(p, colon + 1) ? colon + 1 : begin
}

// "|Auch| Lena Abara sagte": what goes before a subject is none of it.
function subjectStart(p: Paragraph, tongue: Tongue, at: number): number {
  const begin = pastLabel(p, sentenceStart(p, at), at)
  return tongue.focus.has(lowerAt(p, begin)) && !tongue.openers.has(lowerAt(p, begin + 1)) ? begin + 1 : begin
}

/** Whether a quotation ends its sentence with a stop of its own. */
export function endsSentence(p: Paragraph, { to, inner }: Paragraph['quotes'][number]): boolean {
  const next = p.words[to]
  return (!next || isCapital(next)) && /[.?!]$/.test(p.text.slice(inner.start, inner.end))
}

// Nouns are told by their capital, as German writes them.
function isNoun(p: Paragraph, tongue: Tongue, at: number): boolean {
  const [word, lower] = [p.words[at], lowerAt(p, at)]
  if (!word || !(isCapital(word) || /-\p{Lu}/u.test(word.text))) return false
  return !tongue.determiners.has(lower) && !tongue.pronouns.has(lower) && !tongue.openers.has(lower)
}

// What may stand between article and noun: "|zuständige| Vorstand", "38".
function isBeforeNoun(p: Paragraph, tongue: Tongue, at: number, inside: boolean): boolean {
  const [word, lower] = [p.words[at], lowerAt(p, at)]
  if (!word || word.kind === 'mark') return false
  if (isNoun(p, tongue, at)) return false
  if (word.kind === 'number' || tongue.determiners.has(lower)) return true
  if (inside && tongue.skipped.has(lower)) return true
  const small = [
    tongue.auxiliaries,
    tongue.reported,
    tongue.openers,
    tongue.subordinators,
    tongue.skipped,
    tongue.links,
  ]
  return !isCapital(word) && !isVerbForm(p, tongue, at) && !small.some((set) => set.has(lower))
}

// "58|-|Jähriger": a mark without spaces.
const isHyphen = (p: Paragraph, at: number): boolean =>
  p.words[at]?.text === '-' &&
  p.words[at - 1]?.end === p.words[at]?.start &&
  p.words[at]?.end === p.words[at + 1]?.start

/** The index after a bracket that begins here, or the index itself. */
function pastBracket(p: Paragraph, at: number): number {
  if (p.words[at]?.text !== '(') return at
  const length = p.words.slice(at, at + 8).findIndex(({ text }) => text === ')')
  return length < 0 ? at : at + length + 1
}

/** The noun phrase or pronoun that begins at a word: article, adjectives, nouns and names, and what ties further nouns to them. */
export function nounAt(p: Paragraph, tongue: Tongue, from: number): Stretch | undefined {
  if (tongue.nominative.has(lowerAt(p, from)) && isOutside(p, from)) return { from, to: from + 1 }
  const end = Math.min(lineEnd(p, from), from + LONGEST)
  let at = from
  while (
    at < end &&
    isOutside(p, at) &&
    isBeforeNoun(p, tongue, at, at > from && tongue.determiners.has(lowerAt(p, from)))
  )
    at++
  const noun = at
  const title = p.quotes.find((quote) => quote.from === at && quote.to - at <= LONGEST_TITLE)
  if (title && at < end) return { from, to: title.to }
  while (at < end && isOutside(p, at) && (isNoun(p, tongue, at) || isHyphen(p, at))) at = pastBracket(p, at + 1)
  if (at === noun) return tongue.pronouns.has(lowerAt(p, from)) ? { from, to: from + 1 } : undefined
  const further = at < end && tongue.links.has(lowerAt(p, at)) ? nounAt(p, tongue, at + 1) : undefined
  return { from, to: further && !tongue.pronouns.has(lowerAt(p, further.from)) ? further.to : at }
}

/** The index of the first word that may be a subject after a verb. */
export function pastSkipped(p: Paragraph, tongue: Tongue, from: number): number {
  let at = from
  while (at < from + 4 && tongue.skipped.has(lowerAt(p, at)) && !tongue.impersonal.has(lowerAt(p, at))) at++
  return at
}

// "Mira Holt|, Sprecherin des Rates|, sagte": what stands between two commas after a name.
function withApposition(p: Paragraph, tongue: Tongue, noun: Stretch): Stretch {
  const inner = p.words[noun.to]?.text === ',' ? nounAt(p, tongue, noun.to + 1) : undefined
  return inner && p.words[inner.to]?.text === ',' ? { from: noun.from, to: inner.to } : noun
}

// What a sentence begins with that is no subject: "Gestern", "Dem Rat".
const isOpened = (p: Paragraph, tongue: Tongue, begin: number): boolean =>
  tongue.openers.has(lowerAt(p, begin)) || tongue.oblique.has(lowerAt(p, begin))

// "Als das Wasser stieg, rief |ein Mann| …".
function subjectAfterClause(p: Paragraph, tongue: Tongue, begin: number): Stretch | undefined {
  const comma = p.words.slice(begin, lineEnd(p, begin)).findIndex(({ text }) => text === ',')
  return comma < 0 ? undefined : nounAt(p, tongue, pastSkipped(p, tongue, begin + comma + 2))
}

const opensSubject = (p: Paragraph, tongue: Tongue, at: number): boolean => {
  const lower = lowerAt(p, at)
  return (tongue.determiners.has(lower) && !tongue.oblique.has(lower)) || tongue.nominative.has(lower)
}

/** The first noun phrase of the sentence that holds a word, or the one after what opens it and its verb. */
export function subjectOfLine(p: Paragraph, tongue: Tongue, at: number): Stretch | undefined {
  const begin = subjectStart(p, tongue, at)
  if (!isOutside(p, begin)) return undefined
  if (tongue.subordinators.has(lowerAt(p, begin))) return subjectAfterClause(p, tongue, begin)
  if (!isOpened(p, tongue, begin)) {
    const first = nounAt(p, tongue, begin)
    return first && withApposition(p, tongue, first)
  }
  // "Hier sparte |der Präsident| nicht mit Kritik"
  if (isVerbAtAll(p, tongue, begin + 1) && opensSubject(p, tongue, begin + 2)) return nounAt(p, tongue, begin + 2)
  // "Bereits am Sonntag zogen …"
  const last = tongue.openers.has(lowerAt(p, begin + 1)) ? begin + 1 : begin
  const opener = nounAt(p, tongue, last + 1)
  return nounAt(p, tongue, pastSkipped(p, tongue, (opener?.to ?? last + 1) + 1))
}

// "…, indem |sie| den Rat aufforderte", "…, die |Lena Abara| angekündigt hatte": the clause's own subject, where its verb ends it.
function subjectOfClause(p: Paragraph, tongue: Tongue, verb: Stretch): Stretch | undefined {
  const end = tongue.auxiliaries.has(lowerAt(p, verb.to)) ? verb.to + 1 : verb.to
  if (p.words[end]?.kind === 'word' && isOutside(p, end)) return undefined
  for (let at = verb.from - 1; at > sentenceStart(p, verb.from); at--) {
    if (!isOutside(p, at)) continue
    const relative = end > verb.to && p.words[at - 1]?.text === ',' && tongue.determiners.has(lowerAt(p, at))
    const clause =
      relative || tongue.subordinators.has(lowerAt(p, at))
        ? nounAt(p, tongue, pastSkipped(p, tongue, at + 1))
        : undefined
    if (clause && isOutside(p, clause.from)) return clause
  }
  return undefined
}

// "|Lena Abara| hat in einem Gespräch erklärt": the subject stands beside the form that goes with the verb.
function auxiliaryOf(p: Paragraph, tongue: Tongue, verb: Stretch): Stretch {
  for (let at = verb.from - 1; at >= sentenceStart(p, verb.from) && p.words[at]?.text !== ','; at--) {
    const helps = tongue.auxiliaries.has(lowerAt(p, at)) || tongue.reported.has(lowerAt(p, at))
    if (helps && isOutside(p, at)) return { from: at, to: at + 1 }
  }
  return verb
}

// "Dem Blatt sagte |Lena Abara|:", "Die Brücke nannte |er| …": what follows the verb can only be its subject.
function isSubject(p: Paragraph, tongue: Tongue, { from, to }: Stretch): boolean {
  if (tongue.nominative.has(lowerAt(p, from))) return true
  return /^[:,]$/.test(p.words[to]?.text ?? '') && to - from > 1 && p.words.slice(from, to).every(isCapital)
}

// "In dem Bericht heißt es", "So heißt es in dem Bericht".
function originOf(p: Paragraph, tongue: Tongue, begin: number, pronoun: Stretch): Stretch | undefined {
  const at = [begin, pronoun.to].find((place) => isOutside(p, place) && tongue.origins.has(lowerAt(p, place)))
  return at === undefined ? undefined : nounAt(p, tongue, at + 1)
}

// "…, |Mira Holt, die Sprecherin|, sagte": what ends right before the verb and opens its clause.
function adjacentTo(p: Paragraph, tongue: Tongue, verb: Stretch): Stretch | undefined {
  const begin = subjectStart(p, tongue, verb.from)
  const opening = isOpened(p, tongue, begin) ? /^[,;]$/ : /^(?:,|;|und|aber|doch)$/
  for (let at = begin + 1; at < verb.from; at++) {
    if (!isOutside(p, at) || !opening.test(lowerAt(p, at - 1)) || tongue.oblique.has(lowerAt(p, at))) continue
    const noun = nounAt(p, tongue, at)
    const whole = noun && withApposition(p, tongue, noun)
    if (whole && (whole.to === verb.from || (whole.to > noun.to && whole.to + 1 === verb.from))) return whole
  }
  return undefined
}

// "|Ergänzend| sagte Lena Abara": one word that names nobody, and a person after the verb.
function isAdverb(p: Paragraph, tongue: Tongue, left: Stretch, right: Stretch | undefined): boolean {
  if (
    !right ||
    tongue.pronouns.has(lowerAt(p, left.from)) ||
    left.to - left.from > 1 ||
    p.placed.some(({ from, to }) => from < left.to && left.from < to)
  )
    return false
  return p.placed.some(({ from, to, mention }) => mention.type === 'person' && right.from <= from && to <= right.to)
}

// "wird |von Kennern| als … bezeichnet".
function agentOf(p: Paragraph, tongue: Tongue, from: number, to: number): Stretch | undefined {
  for (let at = from; at < to; at++)
    if (isOutside(p, at) && tongue.agent.has(lowerAt(p, at))) return nounAt(p, tongue, at + 1)
  return undefined
}

// "wird … bezeichnet", "war … bezeichnet worden"; who "wird … zitiert" speaks.
const isPassive = (p: Paragraph, tongue: Tongue, helper: Stretch, said: Stretch): boolean =>
  helper.from < said.from &&
  !tongue.objects.has(lowerAt(p, said.from)) &&
  (tongue.passive.has(lowerAt(p, helper.from)) || tongue.passive.has(lowerAt(p, said.to)))

// "In |den Medien| wurde es … genannt".
function accountIn(p: Paragraph, tongue: Tongue, begin: number): Stretch | undefined {
  const found = isOutside(p, begin) && tongue.origins.has(lowerAt(p, begin)) ? nounAt(p, tongue, begin + 1) : undefined
  return found && tongue.media.has(lowerAt(p, found.to - 1)) ? found : undefined
}

/** Whose a verb of saying is: its clause's subject, what stands before it in its sentence, or what follows it. */
export function subjectOf(p: Paragraph, tongue: Tongue, said: Stretch): Stretch | undefined {
  const clause = subjectOfClause(p, tongue, said)
  if (clause) return clause
  const verb = auxiliaryOf(p, tongue, said)
  const begin = subjectStart(p, tongue, verb.from)
  if (isPassive(p, tongue, verb, said)) return agentOf(p, tongue, verb.to, said.from) ?? accountIn(p, tongue, begin)
  const after = pastSkipped(p, tongue, verb.to)
  const takesObject = tongue.objects.has(lowerAt(p, verb.from))
  const right = tongue.oblique.has(lowerAt(p, after)) && !takesObject ? undefined : nounAt(p, tongue, after)
  if (right && tongue.impersonal.has(lowerAt(p, right.from))) return originOf(p, tongue, begin, right)
  if (right && (isSubject(p, tongue, right) || takesObject)) return right
  const left = isOpened(p, tongue, begin) ? undefined : subjectOfLine(p, tongue, verb.from)
  const near = left?.to === verb.from ? undefined : adjacentTo(p, tongue, verb)
  if (near) return near
  // "zogen Demonstranten vor das Amt |und| riefen Losungen": what follows is what they called.
  const goesOn = tongue.coordinators.has(lowerAt(p, verb.from - 1)) ? subjectOfLine(p, tongue, verb.from) : undefined
  if (goesOn && goesOn.to < verb.from) return goesOn
  if (left && left.to <= verb.from && !isAdverb(p, tongue, left, right)) return left
  // "|Von der Ley| betonte, …": no sentence lacks a subject, so what looks like none is a name.
  const named = right ? undefined : nounAt(p, tongue, begin + 1)
  return right ?? (named?.to === verb.from ? { from: begin, to: named.to } : subjectOfLine(p, tongue, verb.from))
}

// Persons by name in full: a German noun that stands alone is too often taken for one.
const fullNamesIn = (p: Paragraph, { from, to }: Stretch): readonly Stretch[] =>
  p.placed.filter(
    ({ mention, ...at }) =>
      mention.form === 'name' && mention.type === 'person' && at.to - at.from > 1 && from <= at.from && at.to <= to,
  )

/**
 * Who speaks after a colon that no word of saying goes before: the sentence's subject, where that is a pronoun, a person by name, or what is said is
 * called somebody's words; else whom it names last in full.
 */
export function leadingTo(p: Paragraph, tongue: Tongue, colon: number): Stretch | undefined {
  const subject = subjectOfLine(p, tongue, colon)
  const begin = sentenceStart(p, colon)
  const lead = { from: begin, to: colon }
  if (!subject) return nominativeIn(p, tongue, lead) ?? fullNamesIn(p, lead).at(-1)
  const first = lowerAt(p, subject.from)
  const isPronoun = tongue.pronouns.has(first) && !tongue.impersonal.has(first)
  const inWords = p.words.slice(begin, colon).some(({ lower }) => tongue.wording.has(lower))
  if (inWords || isPronoun || fullNamesIn(p, subject).length > 0) return subject
  return nominativeIn(p, tongue, lead) ?? fullNamesIn(p, lead).at(-1) ?? subject
}

function nominativeIn(p: Paragraph, tongue: Tongue, { from, to }: Stretch): Stretch | undefined {
  for (let at = to - 1; at >= from; at--)
    if (isOutside(p, at) && tongue.nominative.has(lowerAt(p, at))) return { from: at, to: at + 1 }
  return undefined
}

/** Whether a word in small letters may be a verb: it is none of the small words that are not. */
export function isVerbAtAll(p: Paragraph, tongue: Tongue, at: number): boolean {
  const [word, lower] = [p.words[at], lowerAt(p, at)]
  const small = [
    tongue.determiners,
    tongue.pronouns,
    tongue.openers,
    tongue.subordinators,
    tongue.links,
    tongue.focus,
    tongue.skipped,
  ]
  return word?.kind === 'word' && !isCapital(word) && !small.some((set) => set.has(lower))
}
