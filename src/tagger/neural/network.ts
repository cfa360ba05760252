import type { Vocabulary } from './vocabulary.ts'
import type { Window } from './windows.ts'
import type { Words } from './words.ts'

/** A window laid out for the network, an entry for each of its pieces. */
export interface Input {
  readonly pieces: BigInt64Array
  readonly shapes: BigInt64Array
  readonly glued: BigInt64Array
  readonly quoted: BigInt64Array
  /** Where the first piece of each of its words stands. */
  readonly firsts: readonly number[]
}

/** What a network makes of a window. */
export interface Output {
  /** For each piece, the scores of all heads' labels, one head after another. */
  readonly scores: Float32Array
  /** For each word, the numbers that phrases are made of; missing where it was trained without. */
  readonly phrases?: Float32Array | undefined
}

/** A trained network. */
export type Network = (input: Input) => Promise<Output>

/** Lays out a window of a text: its words' pieces, a sign at both ends and where a passage ends. */
export function inputOf(words: Words, { from, to, length }: Window, { start, end }: Vocabulary): Input {
  const empty = () => new BigInt64Array(length)
  const input = { pieces: empty(), shapes: empty(), glued: empty(), quoted: empty(), firsts: [] as number[] }
  input.pieces[0] = BigInt(start)
  let at = 1
  let passage = words.passages.findIndex((first) => first > from)
  for (let word = from; word < to; word++) {
    if (word === words.passages[passage]) input.pieces[at++] = BigInt(end)
    while (word === words.passages[passage]) passage++
    input.firsts.push(at)
    const last = at + (words.firsts[word + 1] ?? 0) - (words.firsts[word] ?? 0)
    input.shapes.fill(BigInt(words.shapes[word] ?? 0), at, last)
    input.glued.fill(BigInt(words.glued[word] ?? 0), at, last)
    input.quoted.fill(BigInt(words.quoted[word] ?? 0), at, last)
    for (let piece = words.firsts[word] ?? 0; at < last; piece++) input.pieces[at++] = BigInt(words.pieces[piece] ?? 0)
  }
  input.pieces[at] = BigInt(end)
  return input
}
