import { type Document, QUOTED } from './document.ts'
import { both, mix } from './hash.ts'
import { LEXICON } from './lexicon.ts'
import { FORM, isCapital, type Word } from './words.ts'

/** What role features look at besides the document; arrays have one entry a token, places are -1 where there is none. */
export interface Scene {
  readonly doc: Document
  /** Labels that the field for names gave. */
  readonly names: Uint8Array
  /** Labels that a first field for roles gave, and the nearest cue, source and content by it; empty in the first field's own pass. */
  readonly guess: Uint8Array
  readonly guessed: readonly Nearest[]
  /** Lower-case hash, and kind by form and lists, of each word. */
  readonly lowers: Int32Array
  readonly kinds: Int32Array
  /** Nearest word before, after, that the lexicon knows as a likely cue, outside quotation marks. */
  readonly cues: Nearest
  /** First likely cue of the token's sentence. */
  readonly firstCue: Int32Array
  /** Last comma, clause word or mark before the token in its sentence. */
  readonly clause: Int32Array
  /** Opening and closing mark of the last quotation that began at or before the token, in its passage. */
  readonly quoteFrom: Int32Array
  readonly quoteTo: Int32Array
  /** Passage of the token. */
  readonly passage: Int32Array
}

/** Nearest tokens of a kind before and after each token within its sentence, -1 for none. */
interface Nearest {
  readonly left: Int32Array
  readonly right: Int32Array
}

/** At most so many features a token. */
export const MOST_ROLES = 160

const CLAUSE: ReadonlySet<string> = new Set(
  'that who which and but because if when while as after before since although though whether what how where why to by for with than , ; : — – -- ( )'.split(
    ' ',
  ),
)

function nearest(doc: Document, is: (i: number) => boolean): Nearest {
  const count = doc.words.length
  const left = new Int32Array(count).fill(-1)
  const right = new Int32Array(count).fill(-1)
  let met = -1
  for (let i = 0; i < count; i++) {
    if (met < (doc.from[i] ?? 0)) met = -1
    left[i] = met
    if (is(i)) met = i
  }
  met = -1
  for (let i = count - 1; i >= 0; i--) {
    if (met >= (doc.to[i] ?? 0)) met = -1
    right[i] = met
    if (is(i)) met = i
  }
  return { left, right }
}

function quotations(scene: Pick<Scene, 'doc' | 'quoteFrom' | 'quoteTo' | 'passage'>): void {
  const { doc, quoteFrom, quoteTo, passage } = scene
  for (let p = 0; p + 1 < doc.passages.length; p++) {
    const end = doc.passages[p + 1] ?? 0
    let open = -1
    for (let i = doc.passages[p] ?? 0; i < end; i++) {
      passage[i] = p
      if (doc.quoted[i] === QUOTED.opening) open = i
      quoteFrom[i] = open
    }
    let close = -1
    for (let i = end - 1; i >= (doc.passages[p] ?? 0); i--) {
      if (doc.quoted[i] === QUOTED.closing) close = i
      quoteTo[i] = close
    }
  }
}

function firstCues(doc: Document, isCue: (i: number) => boolean): Int32Array {
  const first = new Int32Array(doc.words.length).fill(-1)
  let from = -1
  let met = -1
  for (let i = 0; i < doc.words.length; i++) {
    const start = doc.from[i] ?? 0
    if (start !== from) {
      from = start
      met = -1
      for (let k = start; k < (doc.to[i] ?? 0) && met < 0; k++) if (isCue(k)) met = k
    }
    first[i] = met
  }
  return first
}

/** Works out what role features look at. `guess` is the first field's labelling, or undefined for the first field itself. */
export function sceneOf(doc: Document, names: Uint8Array, guess?: Uint8Array): Scene {
  const count = doc.words.length
  const isCue = (i: number): boolean =>
    ((doc.words[i]?.lexicon ?? 0) & (LEXICON.cue | LEXICON.maycue)) !== 0 && doc.quoted[i] === QUOTED.out
  const scene = {
    doc,
    names,
    guess: guess ?? new Uint8Array(0),
    lowers: Int32Array.from(doc.words, ({ lower }) => lower),
    kinds: Int32Array.from(doc.words, kindOf),
    guessed: guess
      ? [0, 1, 2].map((kind) => nearest(doc, (i) => guess[i] !== 0 && ((guess[i] ?? 0) - 1) >> 1 === kind))
      : [],
    cues: nearest(doc, isCue),
    firstCue: firstCues(doc, isCue),
    clause: nearest(doc, (i) => CLAUSE.has(doc.words[i]?.text ?? '')).left,
    quoteFrom: new Int32Array(count),
    quoteTo: new Int32Array(count),
    passage: new Int32Array(count),
  }
  quotations(scene)
  return scene
}

const bucket = (count: number): number =>
  count < 5 ? count : count < 7 ? 5 : count < 10 ? 6 : count < 16 ? 7 : count < 28 ? 8 : 9

const kindOf = (word: Word | undefined): number => {
  if (!word) return 99
  if (word.form === FORM.mark) return word.lower
  return both(word.form, both(word.lexicon & 0x7e00, word.lists & 0xfff))
}

/** Features of token `i` for attribution roles, written to `out` as 32-bit keys; gives back how many. */
export function roleFeatures(scene: Scene, i: number, out: Int32Array): number {
  const { doc } = scene
  const word = doc.words[i]
  if (!word) return 0
  const bounds = scene.passage[i] ?? 0
  const from = doc.passages[bounds] ?? 0
  const to = doc.passages[bounds + 1] ?? 0
  let n = near(scene, i, word, from, to, out)
  n = place(scene, i, word, from, to, out, n)
  n = around(scene, i, word, out, n)
  n = names(scene, i, word, out, n)
  return scene.guess.length > 0 ? again(scene, i, word, from, to, out, n) : n
}

/** Adds to the `count` features of a token what the first field's labelling tells: all that `roleFeatures` gives the second field beside the first's. */
export function guessFeatures(scene: Scene, i: number, out: Int32Array, count: number): number {
  const { doc } = scene
  const word = doc.words[i]
  const bounds = scene.passage[i] ?? 0
  return word ? again(scene, i, word, doc.passages[bounds] ?? 0, doc.passages[bounds + 1] ?? 0, out, count) : count
}

// Value of a list at a place of the token's passage, `none` outside it.
const within = (list: Int32Array, at: number, from: number, to: number, none: number): number =>
  at >= from && at < to ? (list[at] as number) : none

function near(scene: Scene, i: number, word: Word, from: number, to: number, out: Int32Array): number {
  const { doc, lowers, kinds } = scene
  let n = 0
  const [l2, l1, r1, r2] = [
    within(lowers, i - 2, from, to, 7),
    within(lowers, i - 1, from, to, 7),
    within(lowers, i + 1, from, to, 7),
    within(lowers, i + 2, from, to, 7),
  ]
  const [k1, k0, k3] = [within(kinds, i - 1, from, to, 99), kinds[i] as number, within(kinds, i + 1, from, to, 99)]
  out[n++] = mix(1, 0)
  for (let k = -3; k <= 3; k++) out[n++] = mix(5 + k, within(lowers, i + k, from, to, 7))
  out[n++] = mix(10, both(l1, word.lower))
  out[n++] = mix(11, both(word.lower, r1))
  out[n++] = mix(12, both(l2, l1))
  out[n++] = mix(13, both(r1, r2))
  out[n++] = mix(14, both(both(l2, l1), word.lower))
  out[n++] = mix(15, both(both(word.lower, r1), r2))
  out[n++] = mix(16, both(both(l1, word.lower), r1))
  out[n++] = mix(17, word.shape)
  out[n++] = mix(18, both(word.form, both(l1, r1)))
  out[n++] = mix(19, both(both(k1, k0), k3))
  out[n++] = mix(20, both(both(within(kinds, i - 2, from, to, 99), k1), k0))
  out[n++] = mix(21, both(both(k0, k3), within(kinds, i + 2, from, to, 99)))
  if (word.suffixes[1]) out[n++] = mix(22, word.suffixes[1])
  if (word.suffixes[2]) out[n++] = mix(23, word.suffixes[2])
  if (word.prefixes[3]) out[n++] = mix(24, word.prefixes[3])
  const next = i + 1 < to ? doc.words[i + 1] : undefined
  const last = i > from ? doc.words[i - 1] : undefined
  if (next?.suffixes[1]) out[n++] = mix(25, both(next.suffixes[1], word.form))
  if (last?.suffixes[1]) out[n++] = mix(26, both(last.suffixes[1], word.form))
  out[n++] = mix(27, both(word.lexicon & 0x7e00, word.lists & 0xfff))
  out[n++] = mix(28, k3)
  out[n++] = mix(29, k1)
  return n
}

// One bit each: first or last of its sentence, first or last of its passage.
const edgeOf = (i: number, start: number, end: number, from: number, to: number): number =>
  Number(i === start) + 2 * Number(i + 1 === end) + 4 * Number(i === from) + 8 * Number(i + 1 === to)

function place(scene: Scene, i: number, word: Word, from: number, to: number, out: Int32Array, count: number): number {
  const { doc } = scene
  let n = count
  const start = doc.from[i] as number
  const end = doc.to[i] as number
  const quoted = doc.quoted[i] as number
  const before = i > from ? (doc.quoted[i - 1] as number) : 9
  const after = i + 1 < to ? (doc.quoted[i + 1] as number) : 9
  const edge = edgeOf(i, start, end, from, to)
  out[n++] = mix(40, quoted)
  out[n++] = mix(41, both(both(before, quoted), after))
  out[n++] = mix(42, both(word.lower, quoted))
  out[n++] = mix(43, both(edge, quoted))
  out[n++] = mix(44, both(edge, word.lower))
  out[n++] = mix(45, both(bucket(i - start), quoted))
  out[n++] = mix(46, both(bucket(end - i), quoted))
  out[n++] = mix(47, both(doc.words[start]?.lower ?? 0, quoted))
  out[n++] = mix(48, both(bucket(i - from), both(bucket(to - i), quoted)))
  return quoted === QUOTED.out
    ? outside(scene, i, word, start, end, out, n)
    : inside(scene, i, quoted, edge, from, to, out, n)
}

function inside(
  scene: Scene,
  i: number,
  quoted: number,
  edge: number,
  from: number,
  to: number,
  out: Int32Array,
  count: number,
): number {
  const { doc, quoteFrom, quoteTo } = scene
  let n = count
  const open = quoteFrom[i] as number
  const close = quoteTo[i] as number
  const length = bucket((close < 0 ? to : close) - (open < 0 ? from : open))
  out[n++] = mix(49, both(length, edge))
  const beyond = close >= 0 && close + 1 < to ? doc.words[close + 1] : undefined
  const ahead = open > from ? doc.words[open - 1] : undefined
  out[n++] = mix(50, both(length, kindOf(beyond)))
  out[n++] = mix(51, both(length, kindOf(ahead)))
  out[n++] = mix(52, both(ahead?.lower ?? 0, quoted))
  out[n++] = mix(53, both(beyond?.lower ?? 0, quoted))
  return n
}

function outside(
  scene: Scene,
  i: number,
  word: Word,
  start: number,
  end: number,
  out: Int32Array,
  count: number,
): number {
  const { doc, quoteFrom, quoteTo } = scene
  let n = count
  const open = quoteFrom[i] as number
  const close = quoteTo[i] as number
  out[n++] = mix(54, both(open < 0 ? 0 : open < start ? 1 : 2, close < 0 ? 0 : close >= end ? 1 : 2))
  const next = close >= 0 ? (quoteFrom[close] as number) : -1
  if (next > i) out[n++] = mix(55, both(bucket(next - i), word.form))
  if (open >= 0) out[n++] = mix(56, both(word.form, doc.quoted[i - 1] === QUOTED.closing ? 1 : 0))
  return n
}

const lowerAt = (doc: Document, at: number): number => (at < 0 ? 1 : (doc.words[at]?.lower ?? 1))
const bucketTo = (at: number, distance: number): number => (at < 0 ? 77 : bucket(distance))

function around(scene: Scene, i: number, word: Word, out: Int32Array, count: number): number {
  const { doc, cues, clause } = scene
  let n = count
  const quoted = doc.quoted[i] as number
  const left = cues.left[i] as number
  const right = cues.right[i] as number
  const mark = clause[i] as number
  const [leftWord, rightWord, markWord] = [lowerAt(doc, left), lowerAt(doc, right), lowerAt(doc, mark)]
  const parted = left >= 0 && mark > left ? 1 : 0
  out[n++] = mix(60, both(leftWord, quoted))
  out[n++] = mix(61, both(rightWord, quoted))
  out[n++] = mix(62, both(bucketTo(left, i - left), both(leftWord, parted)))
  out[n++] = mix(63, both(bucketTo(right, right - i), rightWord))
  out[n++] = mix(64, both(bucketTo(left, i - left), bucketTo(right, right - i)))
  out[n++] = mix(65, both(Number(left >= 0), both(Number(right >= 0), markWord)))
  out[n++] = mix(66, both(bucket(i - (mark < 0 ? (doc.from[i] as number) : mark)), markWord))
  out[n++] = mix(67, both(left < 0 ? 0 : mark < left ? 1 : 2, both(leftWord, markWord)))
  n = firstOfLine(scene, i, quoted, out, n)
  if (left >= 0) out[n++] = mix(71, both(kindOf(doc.words[left + 1]), both(leftWord, word.form === FORM.mark ? 1 : 0)))
  if (right >= 0) out[n++] = mix(72, both(kindOf(doc.words[right - 1]), both(rightWord, isCapital(word) ? 1 : 0)))
  return n
}

// What the first cue of the token's sentence tells.
function firstOfLine({ doc, firstCue }: Scene, i: number, quoted: number, out: Int32Array, count: number): number {
  const first = firstCue[i] as number
  if (first < 0) return count
  let n = count
  const side = i < first ? 0 : i === first ? 1 : 2
  out[n++] = mix(68, both(doc.words[first]?.lower ?? 0, side))
  out[n++] = mix(69, both(bucket(first - (doc.from[i] as number)), both(side, quoted)))
  out[n++] = mix(70, both(kindOf(doc.words[first + 1]), both(side, bucket(Math.abs(i - first)))))
  return n
}

function names(scene: Scene, i: number, word: Word, out: Int32Array, count: number): number {
  const { doc, names: labels, cues } = scene
  let n = count
  const label = labels[i] ?? 0
  const before = i > 0 ? (labels[i - 1] ?? 0) : 0
  const after = labels[i + 1] ?? 0
  const left = cues.left[i] ?? -1
  const right = cues.right[i] ?? -1
  out[n++] = mix(80, both(label, doc.quoted[i] ?? 0))
  out[n++] = mix(81, both(both(before, label), after))
  out[n++] = mix(82, both(label, doc.words[i + 1]?.lower ?? 0))
  out[n++] = mix(83, both(label, doc.words[i - 1]?.lower ?? 0))
  out[n++] = mix(84, both(after, word.lower))
  out[n++] = mix(85, both(before, word.lower))
  out[n++] = mix(86, both(label, right < 0 ? 77 : bucket(right - i)))
  out[n++] = mix(87, both(label, left < 0 ? 77 : bucket(i - left)))
  return n
}

// What the first field said: its labels around, its nearest cue, source and content.
function again(scene: Scene, i: number, word: Word, from: number, to: number, out: Int32Array, count: number): number {
  const { doc, guess, guessed } = scene
  let n = count
  const quoted = doc.quoted[i] ?? 0
  const label = (k: number): number => (k >= from && k < to ? (guess[k] ?? 0) : 15)
  const now = label(i)
  out[n++] = mix(100, now)
  out[n++] = mix(101, both(both(label(i - 1), now), label(i + 1)))
  out[n++] = mix(102, both(both(label(i - 2), label(i - 1)), both(now, both(label(i + 1), label(i + 2)))))
  out[n++] = mix(103, both(now, word.lower))
  out[n++] = mix(104, both(now, quoted))
  out[n++] = mix(105, both(label(i + 1), word.lower))
  out[n++] = mix(106, both(label(i - 1), word.lower))
  let met = 0
  guessed.forEach(({ left, right }, kind) => {
    const l = left[i] ?? -1
    const r = right[i] ?? -1
    met = met * 4 + (l < 0 ? 0 : 1) + (r < 0 ? 0 : 2)
    const near = both(l < 0 ? 77 : bucket(i - l), r < 0 ? 77 : bucket(r - i))
    out[n++] = mix(110 + kind, both(near, now))
    out[n++] = mix(113 + kind, both(l < 0 ? 1 : (doc.words[l]?.lower ?? 1), both(now, quoted)))
    out[n++] = mix(116 + kind, both(r < 0 ? 1 : (doc.words[r]?.lower ?? 1), both(now, quoted)))
  })
  out[n++] = mix(120, both(met, now))
  out[n++] = mix(121, both(met, quoted))
  out[n++] = mix(122, both(met, both(word.lower, quoted)))
  const mark = scene.clause[i] ?? -1
  const cue = guessed[1]?.left[i] ?? -1
  out[n++] = mix(123, both(both(met, mark < 0 ? 1 : (doc.words[mark]?.lower ?? 1)), mark > cue ? 1 : 0))
  out[n++] = mix(124, both(met, both(bucket((doc.to[i] ?? 0) - i), now)))
  out[n++] = mix(125, both(met, both(kindOf(doc.words[i - 1]), kindOf(word))))
  return n
}
