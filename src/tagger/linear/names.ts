import { type Document, QUOTED } from './document.ts'
import { both, mix } from './hash.ts'
import { FORM, isCapital, type Word } from './words.ts'

/** Stands where a sentence has no word. */
export const EDGE = { lower: 101, exact: 102, shape: 103, lists: 0, lexicon: 0, seen: 0 }
/** What features look at of a word beside the token. */
export type Seen = Pick<Word, 'lower' | 'exact' | 'shape' | 'lists' | 'lexicon' | 'seen'>

/** At most so many features a token. */
export const MOST_NAMES = 160

// One feature for each bit that is set.
function bits(out: Int32Array, n: number, template: number, mask: number): number {
  let at = n
  for (let rest = mask; rest !== 0; rest &= rest - 1) out[at++] = mix(template, 31 - Math.clz32(rest & -rest))
  return at
}

const bucket = (count: number): number => (count < 6 ? count : count < 10 ? 6 : count < 20 ? 7 : 8)

/** The templates of a word as the one before a token, after it, and two away on either side. */
export const SIDES = [4, 5, 6, 7] as const

/** What stands around a token in its sentence, in the order of `SIDES`; `EDGE` where nothing does. */
export function sidesOf(doc: Document, i: number): readonly [Seen, Seen, Seen, Seen] {
  const from = doc.from[i] ?? 0
  const to = doc.to[i] ?? 0
  return [
    i > from ? (doc.words[i - 1] ?? EDGE) : EDGE,
    i + 1 < to ? (doc.words[i + 1] ?? EDGE) : EDGE,
    i - 1 > from ? (doc.words[i - 2] ?? EDGE) : EDGE,
    i + 2 < to ? (doc.words[i + 2] ?? EDGE) : EDGE,
  ]
}

/**
 * Features of token `i` for names, written to `out` as 32-bit keys; gives back how many. After Ratinov and Roth (CoNLL 2009) and, for what the
 * document says of a word elsewhere, Chieu and Ng (COLING 2002).
 */
export function nameFeatures(doc: Document, i: number, out: Int32Array): number {
  const word = doc.words[i]
  if (!word) return 0
  let n = ownFeatures(word, out)
  const sides = sidesOf(doc, i)
  for (let k = 0; k < sides.length; k++) out[n++] = mix(SIDES[k] as number, (sides[k] as Seen).lower)
  return jointFeatures(doc, i, out, n)
}

/** The features that a word has wherever it stands. */
export function ownFeatures(word: Word, out: Int32Array): number {
  let n = 0
  out[n++] = mix(1, 0)
  out[n++] = mix(2, word.exact)
  out[n++] = mix(3, word.lower)
  out[n++] = mix(11, word.shape)
  out[n++] = mix(36, both(word.lexicon, word.form))
  if (word.form !== FORM.mark)
    for (let k = 0; k < 4; k++) {
      const prefix = word.prefixes[k]
      const suffix = word.suffixes[k]
      if (prefix) out[n++] = mix(19 + k, both(prefix, word.form))
      if (suffix) out[n++] = mix(23 + k, both(suffix, word.form))
    }
  n = bits(out, n, 30, word.lists)
  return bits(out, n, 33, word.lexicon)
}

/** The features of token `i` that take more than one word, written after the `count` that are there. */
export function jointFeatures(doc: Document, i: number, out: Int32Array, count = 0): number {
  const word = doc.words[i]
  if (!word) return count
  const [before, after, before2, after2] = sidesOf(doc, i)
  let n = local(word, before, before2, after, after2, out, count)
  n = lists(word, before, after, out, n)
  n = place(doc, i, word, out, n)
  return (doc.runFrom[i] ?? -1) < 0 ? n : run(doc, i, word, out, n)
}

function local(
  word: Word,
  before: Seen,
  before2: Seen,
  after: Seen,
  after2: Seen,
  out: Int32Array,
  count: number,
): number {
  let n = count
  out[n++] = mix(8, both(before.lower, word.lower))
  out[n++] = mix(9, both(word.lower, after.lower))
  out[n++] = mix(10, both(before.lower, after.lower))
  out[n++] = mix(12, both(before.shape, word.shape))
  out[n++] = mix(13, both(word.shape, after.shape))
  out[n++] = mix(14, both(both(before.shape, word.shape), after.shape))
  out[n++] = mix(15, both(before.lower, word.shape))
  out[n++] = mix(16, both(word.shape, after.lower))
  out[n++] = mix(17, both(before2.lower, before.lower))
  out[n++] = mix(18, both(after.lower, after2.lower))
  return n
}

function lists(word: Word, before: Seen, after: Seen, out: Int32Array, count: number): number {
  let n = bits(out, count, 31, before.lists)
  n = bits(out, n, 32, after.lists)
  n = bits(out, n, 34, before.lexicon)
  n = bits(out, n, 35, after.lexicon)
  out[n++] = mix(37, both(both(before.lists, word.form), word.lists))
  out[n++] = mix(38, both(both(after.lists, word.form), word.lists))
  out[n++] = mix(39, both(both(before.lexicon, word.lexicon), word.form))
  out[n++] = mix(40, both(both(after.lexicon, word.lexicon), word.form))
  return n
}

function place(doc: Document, i: number, word: Word, out: Int32Array, count: number): number {
  let n = count
  const from = doc.from[i] ?? 0
  const to = doc.to[i] ?? 0
  const quoted = doc.quoted[i] ?? 0
  out[n++] = mix(50, both(i === from ? 1 : i + 1 === to ? 2 : 3, word.form))
  out[n++] = mix(51, both(bucket(i - from), word.form))
  out[n++] = mix(52, both(quoted, word.form))
  if (quoted === QUOTED.inside && doc.quoted[i - 1] === QUOTED.opening) out[n++] = mix(53, word.form)
  out[n++] = mix(54, both(bucket(to - from), word.form))
  out[n++] = mix(55, both(i < 40 ? 1 : 0, word.form))
  return n
}

function run(doc: Document, i: number, word: Word, out: Int32Array, count: number): number {
  let n = bits(out, count, 60, word.seen)
  const first = doc.runFrom[i] ?? i
  const last = doc.runTo[i] ?? i
  const head = doc.words[first] ?? word
  const tail = doc.words[last] ?? word
  const from = doc.from[i] ?? 0
  const to = doc.to[i] ?? 0
  const before: Seen = first > from ? (doc.words[first - 1] ?? EDGE) : EDGE
  const after: Seen = last + 1 < to ? (doc.words[last + 1] ?? EDGE) : EDGE
  const length = bucket(last - first + 1)
  const at = i === first ? 0 : i === last ? 2 : 1
  out[n++] = mix(61, both(word.seen, at))
  out[n++] = mix(62, both(length, at))
  const facts = doc.runFacts[i] ?? 0
  if (facts !== 0) {
    n = bits(out, n, 58, facts)
    out[n++] = mix(59, both(facts, both(length, at)))
  }
  out[n++] = mix(63, both(head.lower, at))
  out[n++] = mix(64, both(tail.lower, at))
  out[n++] = mix(65, both(before.lower, at))
  out[n++] = mix(66, both(after.lower, at))
  out[n++] = mix(67, both(before.lower, after.lower))
  out[n++] = mix(68, both(both(tail.lists, tail.lexicon), at))
  out[n++] = mix(69, both(both(head.lists, head.lexicon), at))
  out[n++] = mix(70, both(both(before.lists, after.lists), length))
  out[n++] = mix(71, both(both(length, before.lower), word.form))
  out[n++] = mix(72, both(both(length, after.lower), word.form))
  if (tail.suffixes[2]) out[n++] = mix(73, both(tail.suffixes[2], at))
  if (word.run > last - first + 1) n = elsewhere(word, last - first + 1, out, n)
  if (i + 1 <= last) n = bits(out, n, 78, tail.lists)
  if (i > first) n = bits(out, n, 79, head.lists)
  out[n++] = mix(80, both(both(isCapital(head) && first === from ? 1 : 0, head.seen & 1), at))
  return n
}

// The word stands in a longer run somewhere else in the document.
function elsewhere(word: Word, length: number, out: Int32Array, count: number): number {
  let n = count
  const at = word.lower === word.last ? 2 : word.lower === word.first ? 0 : 1
  out[n++] = mix(74, both(word.first, at))
  out[n++] = mix(75, both(word.last, at))
  out[n++] = mix(76, both(bucket(word.run), both(at, length)))
  out[n++] = mix(77, both(word.seen & 0x80f0, both(at, length)))
  return n
}
