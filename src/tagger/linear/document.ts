import { type Token, tokensOf } from '../../text/tokens.ts'
import type { Passage } from '../tagger.ts'
import { both } from './hash.ts'
import { LEXICON } from './lexicon.ts'
import { FORM, isCapital, LIST, type Word, wordOf } from './words.ts'

/** Where a token stands with regard to quotation marks. */
export const QUOTED = { out: 0, inside: 1, opening: 2, closing: 3 } as const

/** A text's tokens with all that features look at; arrays have one entry a token. */
export interface Document {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly words: readonly Word[]
  /** First token of each passage, and the count of all tokens at the end. */
  readonly passages: Int32Array
  /** First token of the token's sentence; first token after it. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly quoted: Uint8Array
  /** First and last token of the run of capitals around the token; -1 where it stands in none. */
  readonly runFrom: Int32Array
  readonly runTo: Int32Array
  /** What the lexicon knows of the whole run, at each of its tokens; 0 outside runs. */
  readonly runFacts: Int32Array
}

/** What a document says of a word form. */
export const SEEN = {
  lower: 1,
  capital: 2,
  titled: 4,
  afterFirst: 8,
  lastOfRun: 16,
  firstOfRun: 32,
  orgRun: 64,
  placeRun: 128,
  prep: 256,
  says: 512,
  owns: 1024,
  bracket: 2048,
  the: 4096,
  comma: 8192,
  again: 16384,
  personRun: 32768,
} as const
/** How many bits there are. */
export const SIGHTS = Object.keys(SEEN).length

const SUFFIXES: ReadonlySet<string> = new Set(
  'based led backed born run owned controlled held style like made speaking wide funded bound area era linked affiliated aligned occupied'.split(
    ' ',
  ),
)
const PREFIXES: ReadonlySet<string> = new Set('ex pro anti post pre non mid trans former inter un'.split(' '))

// "Nairobi-based", "ex-FARC", "Russia-Ukraine": what hyphens join to a name comes apart, as names end there.
function parted(token: Token): readonly Token[] {
  const { text, start } = token
  const at = text.indexOf('-')
  if (at <= 0 || at === text.length - 1 || text.length > 40) return [token]
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  const cut = PREFIXES.has(before.toLowerCase())
    ? at
    : SUFFIXES.has(text.slice(text.lastIndexOf('-') + 1))
      ? text.lastIndexOf('-')
      : /^\p{Lu}\p{L}{3,}$/u.test(before) && /^\p{Lu}\p{L}{3,}$/u.test(after)
        ? at
        : -1
  if (cut < 0) return [token]
  const middle = start + cut
  return [
    { start, end: middle, text: text.slice(0, cut) },
    { start: middle, end: middle + 1, text: '-' },
    { start: middle + 1, end: token.end, text: text.slice(cut + 1) },
  ]
}

const OPEN = new Set(['“', '«', '„', '``', '‘'])
const CLOSE = new Set(['”', '»', "''", '’'])

function quotation(words: readonly Word[], from: number, to: number, quoted: Uint8Array): void {
  let inside = false
  let single = false
  for (let i = from; i < to; i++) {
    const word = words[i]
    const mark = word?.form === FORM.mark ? word.text : ''
    const isSingle = mark === '‘' || mark === '’'
    if (mark === '"' || (mark === "''" && !inside)) {
      inside = !inside
      quoted[i] = inside ? QUOTED.opening : QUOTED.closing
    } else if (OPEN.has(mark) && !inside) {
      inside = true
      single = isSingle
      quoted[i] = QUOTED.opening
    } else if (CLOSE.has(mark) && inside && (!isSingle || single)) {
      inside = false
      quoted[i] = QUOTED.closing
    } else quoted[i] = inside ? QUOTED.inside : QUOTED.out
  }
}

/** Hash of a phrase, from those of its words' lower case. */
export const phraseOf = (words: readonly { readonly lower: number }[]): number =>
  words.reduce((hash, { lower }, i) => (i === 0 ? lower : both(hash, lower)), 0)

// Runs of capitals, over "of", "for", "de", "&" between two of them, within a sentence.
function runs(doc: Document, from: number, to: number, lexicon: (hash: number) => number): void {
  const { words, runFrom, runTo, runFacts } = doc
  for (let i = from; i < to; ) {
    const word = words[i]
    if (!word || !isCapital(word)) {
      i++
      continue
    }
    let end = i + 1
    while (end < to) {
      const next = words[end]
      const after = words[end + 1]
      if (next && isCapital(next)) end++
      else if (next && next.lists & LIST.link && end + 1 < to && after && isCapital(after)) end += 2
      else break
    }
    const facts = end - i < 6 ? lexicon(phraseOf(words.slice(i, end))) : 0
    for (let k = i; k < end; k++) {
      runFacts[k] = facts
      runFrom[k] = i
      runTo[k] = end - 1
    }
    i = end
  }
}

// Gathers, over the whole document, what stands around each word form.
function remember(doc: Document): void {
  const { words, runFrom, runTo, from, to } = doc
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word || word.form === FORM.mark || word.form === FORM.number) continue
    if (word.form === FORM.lower) {
      word.seen |= SEEN.lower
      continue
    }
    const first = runFrom[i] ?? -1
    if (first < 0) continue
    const start = from[i] ?? 0
    if (word.seen !== 0) word.seen |= SEEN.again
    if (i !== start) word.seen |= SEEN.capital
    around(word, i > start ? words[i - 1] : undefined, i + 1 < (to[i] ?? 0) ? words[i + 1] : undefined)
    inRun(doc, word, i, first, runTo[i] ?? i)
  }
}

function around(word: Word, before: Word | undefined, after: Word | undefined): void {
  if (before) {
    if (before.lists & LIST.title) word.seen |= SEEN.titled
    if ((before.lists & LIST.first || before.lexicon & LEXICON.firstname) && isCapital(before))
      word.seen |= SEEN.afterFirst
    if (before.lists & LIST.prep) word.seen |= SEEN.prep
    if (before.text === '(') word.seen |= SEEN.bracket
    if (before.text === 'the' || before.text === 'The') word.seen |= SEEN.the
    if (before.lists & LIST.speech) word.seen |= SEEN.says
  }
  if (!after) return
  if (after.lists & LIST.speech) word.seen |= SEEN.says
  if (after.text === "'s" || after.text === '’s') word.seen |= SEEN.owns
  if (after.text === ',') word.seen |= SEEN.comma
}

function inRun(doc: Document, word: Word, i: number, first: number, last: number): void {
  const head = doc.words[first]
  const tail = doc.words[last]
  if (!head || !tail) return
  const length = last - first + 1
  if (length > 1) {
    if (i === last) word.seen |= SEEN.lastOfRun
    if (i === first) word.seen |= SEEN.firstOfRun
    if (tail.lists & LIST.org || head.lists & LIST.org) word.seen |= SEEN.orgRun
    if (tail.lists & LIST.place) word.seen |= SEEN.placeRun
    if (head.lists & (LIST.first | LIST.title)) word.seen |= SEEN.personRun
  }
  if (length > word.run && length < 7) {
    word.run = length
    word.first = head.lower
    word.last = tail.lower
  }
}

/** A text's passages as tokens, quotation states, runs of capitals, and what the whole document says of each word form. */
export function documentOf(text: string, passages: readonly Passage[], lexicon: (lower: number) => number): Document {
  const forms = new Map<string, Word>()
  const words: Word[] = []
  const starts: number[] = []
  const ends: number[] = []
  const bounds = new Int32Array(passages.length + 1)
  const sentences: number[] = []
  passages.forEach((passage, p) => {
    bounds[p] = words.length
    let s = 0
    let fresh = true
    for (const whole of tokensOf(text, passage))
      for (const token of parted(whole)) {
        while (s < passage.sentences.length && token.start >= (passage.sentences[s]?.start ?? 0)) {
          s++
          fresh = true
        }
        if (fresh) sentences.push(words.length)
        fresh = false
        let word = forms.get(token.text)
        if (!word) {
          word = wordOf(token.text, lexicon)
          forms.set(token.text, word)
        }
        words.push(word)
        starts.push(token.start)
        ends.push(token.end)
      }
  })
  const count = words.length
  bounds[passages.length] = count
  sentences.push(count)
  const doc: Document = {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    words,
    passages: bounds,
    from: new Int32Array(count),
    to: new Int32Array(count),
    quoted: new Uint8Array(count),
    runFrom: new Int32Array(count).fill(-1),
    runTo: new Int32Array(count).fill(-1),
    runFacts: new Int32Array(count),
  }
  for (let s = 0; s + 1 < sentences.length; s++) {
    const from = sentences[s] ?? 0
    const to = sentences[s + 1] ?? count
    doc.from.fill(from, from, to)
    doc.to.fill(to, from, to)
    runs(doc, from, to, lexicon)
  }
  for (let p = 0; p < passages.length; p++) quotation(words, bounds[p] ?? 0, bounds[p + 1] ?? count, doc.quoted)
  remember(doc)
  return doc
}
