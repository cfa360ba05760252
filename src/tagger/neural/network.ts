import type { Vocabulary } from './vocabulary.ts'
import type { Window } from './windows.ts'
import type { Words } from './words.ts'

/** Windows laid out for the network: `rows` of `length` pieces each, padded at the end. */
export interface Batch {
  readonly rows: number
  readonly length: number
  readonly pieces: BigInt64Array
  readonly shapes: BigInt64Array
  readonly glued: BigInt64Array
  readonly quoted: BigInt64Array
  /** 1 on pieces, 0 on padding. */
  readonly mask: BigInt64Array
  /** Where the first piece of each word of each row stands in its row. */
  readonly firsts: readonly (readonly number[])[]
}

/** A trained network: for each piece of each row, the scores of all heads' labels, one head after another. */
export type Network = (batch: Batch) => Promise<Float32Array>

/** Lays out windows of a text as one batch. */
export function batchOf(words: Words, windows: readonly Window[], { start, end }: Vocabulary): Batch {
  const length = Math.max(...windows.map((window) => window.length))
  const empty = () => new BigInt64Array(windows.length * length)
  const batch = { pieces: empty(), shapes: empty(), glued: empty(), quoted: empty(), mask: empty() }
  const between = new Set(words.passages)
  const firsts = windows.map(({ from, to }, row) => {
    let at = row * length
    const put = (piece: number, word?: number): void => {
      batch.pieces[at] = BigInt(piece)
      batch.mask[at] = 1n
      if (word !== undefined) {
        batch.shapes[at] = BigInt(words.shapes[word] ?? 0)
        batch.glued[at] = BigInt(words.glued[word] ?? 0)
        batch.quoted[at] = BigInt(words.quoted[word] ?? 0)
      }
      at++
    }
    const own: number[] = []
    put(start)
    for (let word = from; word < to; word++) {
      if (word > from && between.has(word)) put(end)
      own.push(at - row * length)
      for (const piece of words.pieces.slice(words.firsts[word], words.firsts[word + 1])) put(piece, word)
    }
    put(end)
    return own
  })
  return { rows: windows.length, length, ...batch, firsts }
}
