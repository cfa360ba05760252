import { HEADS, isFunction, MODIFIERS, roleBefore, skipHonorifics } from '../mentions/roles.ts'
import { isCapital, isPossessive, wordFrom } from '../mentions/words.ts'
import type { Paragraph, Stretch } from './paragraph.ts'

const DETERMINERS =
  /^(?:the|a|an|this|that|these|those|another|one|some|several|many|most|other|both|all|no|his|her|their|its|our|my|each|every|two|three|four|five|few|more|critics)$/
const PRONOUNS = /^(?:he|she|they|it|i|we|you|who|those|others|some|many|both|one|someone|everyone|nobody)$/
const LINKS = /^(?:of|for|from|at|in|with|to|on|by|behind|close)$/
const NUMBER = /^(?:two|three|four|five|other|others)$/
const LONGEST = 9
const LONGEST_APPOSITION = 26

/** The noun phrase whose last word is `end - 1`: title, name and what is attached in front; undefined where none ends there. */
export function phraseEnding(p: Paragraph, end: number, depth = 0): Stretch | undefined {
  const last = p.words[end - 1]
  if (!last || last.kind === 'mark' || (p.quoted[end - 1] ?? -1) !== (p.quoted[end] ?? -1)) return undefined
  const found = p.ending.get(end)
  if (!found && PRONOUNS.test(last.lower)) return { from: end - 1, to: end }
  if (!found) {
    const plain = plainPhrase(p, end)
    return plain && attached(p, plain, depth)
  }
  if (found.mention.form === 'pronoun') return { from: found.from, to: end }
  return attached(p, { from: withTitle(p, found.from), to: end }, depth)
}

// The words in front of a name that belong to it: role, honorific, article, owner.
function withTitle(p: Paragraph, start: number): number {
  const role = roleBefore(p.words, start, () => false)
  let from = role ? wordFrom(p.words, role.start) : skipHonorifics(p.words, start)
  while (
    from > 0 &&
    start - from < LONGEST &&
    (MODIFIERS.has(p.words[from - 1]?.lower ?? '') || /^\p{Ll}+-\p{Ll}+$/u.test(p.words[from - 1]?.text ?? ''))
  )
    from--
  if (DETERMINERS.test(p.words[from - 1]?.lower ?? '')) from--
  const owner = p.words[from - 1]
  const own = isPossessive(owner) ? p.ending.get(from - 1) : undefined
  return own ? withTitle(p, own.from) : from
}

// "a spokesman |for the minister": what stands before a link belongs to the phrase when it describes someone.
function attached(p: Paragraph, phrase: Stretch, depth: number): Stretch {
  const link = p.words[phrase.from - 1]
  if (!link || depth > 2 || p.line[phrase.from - 1] !== p.line[phrase.from]) return phrase
  if (LINKS.test(link.lower)) {
    const before = p.ending.get(phrase.from - 1)
    if (before?.mention.form === 'nominal')
      return attached(p, { from: withTitle(p, before.from), to: phrase.to }, depth + 1)
  }
  if (link.lower === 'and' || link.lower === '&') {
    const before = p.ending.get(phrase.from - 1)
    const own = p.words[phrase.from]
    if (before?.mention.form === 'name' && own && (isCapital(own) || HEADS.has(own.lower)))
      return attached(p, { from: withTitle(p, before.from), to: phrase.to }, depth + 1)
  }
  return phrase
}

const BOUNDARY =
  /^(?:that|when|as|while|because|if|and|but|or|where|since|before|after|who|which|is|was|were|are|be|been|has|had|have|will|would|could|can|said|says|so|than|though|although|until|whether|what|how|why|not|to|then|there)$/

// Without a mention: up to six words after a boundary that begin with an article or stand at the head of the sentence.
function plainPhrase(p: Paragraph, end: number): Stretch | undefined {
  let from = end
  while (from > 0 && end - from < 7) {
    const word = p.words[from - 1]
    if (
      !word ||
      p.line[from - 1] !== p.line[end - 1] ||
      word.kind === 'mark' ||
      BOUNDARY.test(word.lower) ||
      (p.quoted[from - 1] ?? -1) >= 0
    )
      break
    from--
    if (NUMBER.test(word.lower) && DETERMINERS.test(p.words[from - 1]?.lower ?? '')) continue
    if (DETERMINERS.test(word.lower)) return end - from > 1 || PRONOUNS.test(word.lower) ? { from, to: end } : undefined
  }
  const first = p.words[from]
  const heads = from === 0 || p.line[from - 1] !== p.line[from] || /^[,:;—–"“]$/.test(p.words[from - 1]?.text ?? '')
  return first &&
    from < end &&
    heads &&
    !isFunction(first) &&
    (isCapital(first) || first.kind === 'number' || /s$/.test(first.lower))
    ? { from, to: end }
    : undefined
}

/** The subject that ends where a verb group begins, with an apposition between commas or a bracket after it. */
export function subjectLeft(p: Paragraph, verb: number): Stretch | undefined {
  const before = p.words[verb - 1]
  if (!before || p.line[verb - 1] !== p.line[verb] || (p.quoted[verb - 1] ?? -1) !== (p.quoted[verb] ?? -1))
    return undefined
  if (/^(?:who|which)$/.test(before.lower)) return { from: verb - 1, to: verb }
  if (before.text === ',' || before.text === ')' || /^[—–-]+$/.test(before.text))
    return withApposition(p, verb, before.text)
  return withRelative(p, verb) ?? phraseEnding(p, verb)
}

// "an official |who was not allowed to speak publicly| said": a clause without commas between the subject and its verb.
function withRelative(p: Paragraph, verb: number): Stretch | undefined {
  if (p.ending.get(verb)?.mention.form === 'pronoun') return undefined
  for (let at = verb - 2; at > 0 && verb - at < LONGEST_RELATIVE; at--) {
    const word = p.words[at]
    if (!word || word.kind === 'mark' || p.line[at] !== p.line[verb] || (p.quoted[at] ?? -1) >= 0) return undefined
    if (/^(?:said|says|told|that|and|but|because|as|when)$/.test(word.lower)) return undefined
    const head = word.lower === 'who' ? phraseEnding(p, at) : undefined
    if (head) return { from: head.from, to: verb }
  }
  return undefined
}

const LONGEST_RELATIVE = 18
const OPENERS: Readonly<Record<string, string>> = { ',': ',', ')': '(' }

function withApposition(p: Paragraph, verb: number, close: string): Stretch | undefined {
  const open = OPENERS[close] ?? close
  for (let at = verb - 2; at > 0 && verb - at < LONGEST_APPOSITION; at--) {
    if (p.line[at] !== p.line[verb] || (p.quoted[at] ?? -1) >= 0) return undefined
    if (p.words[at]?.text !== open) continue
    const head = phraseEnding(p, at)
    if (!head) continue
    const adverb = close === ',' && verb - at <= 3 && !p.ending.has(verb - 1)
    return adverb || /^[—–-]+$/.test(close) ? head : { from: head.from, to: verb }
  }
  return undefined
}

const AFTER = /^(?:of|for|at|from|with|who|and)$/
const ADVERBIAL =
  /^(?:in|on|at|during|after|before|when|while|as|through|via|by|adding|saying|referring|noting|speaking|according|but|and|to|citing|calling|about)$/

/** The subject that follows a verb ("said |Mira Holt, the council's leader|."). */
export function subjectRight(p: Paragraph, after: number): Stretch | undefined {
  const found = firstMention(p, after)
  if (!found) return undefined
  let to = found
  const stop = Math.min(p.words.length, after + LONGEST_APPOSITION * 2)
  const open = (at: number): boolean =>
    at < stop && p.line[at] === p.line[after] && (p.quoted[at] ?? -1) === (p.quoted[after] ?? -1)
  if (open(to) && AFTER.test(p.words[to]?.lower ?? ''))
    while (open(to) && !/^[,.;:()—–"“”?!]$/.test(p.words[to]?.text ?? '')) to++
  if (open(to) && p.words[to]?.text === ',' && open(to + 1) && !ADVERBIAL.test(p.words[to + 1]?.lower ?? '')) {
    let end = to + 1
    while (open(end) && !/^[.;:?!]$/.test(p.words[end]?.text ?? '')) end++
    if (!open(end) || p.words[end]?.text === '.') to = p.words[end - 1]?.text === ',' ? end - 1 : end
  }
  return { from: after, to }
}

// The index after the first mention that begins at `after`, with article and title before it.
function firstMention(p: Paragraph, after: number): number | undefined {
  // "Said |that he| would leave": a clause begins, whatever it begins with.
  if (p.words[after]?.lower === 'that') return undefined
  const quoted = p.quoted[after] ?? -1
  for (let at = after; at < after + LONGEST && at < p.words.length; at++) {
    const word = p.words[at]
    if (!word || p.line[at] !== p.line[after] || (p.quoted[at] ?? -1) !== quoted) return undefined
    const here = p.starting.get(at)
    const titled = here && p.starting.get(here.to)
    if (here) return titled && titled.from === here.to && isCapital(p.words[titled.from] ?? word) ? titled.to : here.to
    if (
      !(
        DETERMINERS.test(word.lower) ||
        isCapital(word) ||
        MODIFIERS.has(word.lower) ||
        HEADS.has(word.lower) ||
        /^(?:of|for|-)$/.test(word.lower)
      )
    )
      return undefined
  }
  return undefined
}
