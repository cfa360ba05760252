import { best, factorsOf, type Moves, spanProbability, sumsOf } from '../linear/chain.ts'
import { calibrated } from '../linear/field.ts'
import { insideOf, sizeOf, stretchesOf } from '../linear/scheme.ts'
import type { Label, Passage, Tag, Tagger } from '../tagger.ts'
import { type Batch, batchOf, type Network } from './network.ts'
import type { Vocabulary } from './vocabulary.ts'
import { batchesOf, type Window, windowsOf } from './windows.ts'
import { type Words, wordsOf } from './words.ts'

/** One head of the network: kinds of span that are disjoint from one another, and how their labels follow. */
export interface Head {
  readonly kinds: readonly Label[]
  /** `size * size` from label to label, then `size` for the first word; what is never made is far below 0. */
  readonly moves: readonly number[]
  /** For each kind, calibrated scores at evenly spaced cube roots of the raw doubt; none leaves scores raw. */
  readonly curves: readonly (readonly number[])[]
}

/** What stands beside a network's weights. */
export interface Settings {
  readonly version: string
  readonly heads: readonly Head[]
}

interface Decoder {
  readonly kinds: readonly Label[]
  readonly moves: Moves
  readonly factors: Float64Array
  readonly curves: Head['curves']
  /** Where its labels begin among the network's scores of a piece. */
  readonly offset: number
}

function decodersOf(heads: readonly Head[]): readonly Decoder[] {
  let offset = 0
  return heads.map(({ kinds, moves: scores, curves }) => {
    const size = sizeOf(kinds)
    if (scores.length !== size * size + size)
      throw new RangeError(`a head of ${size} labels has ${scores.length} moves`)
    const moves: Moves = { size, scores: Float64Array.from(scores) }
    const made = { kinds, moves, factors: factorsOf(moves), curves, offset }
    offset += size
    return made
  })
}

// The tags of one head in one window.
function tagsOf(decoder: Decoder, words: Words, window: Window, scores: Float64Array): readonly Tag[] {
  const { kinds, moves, factors, curves } = decoder
  const path = best(scores, window.to - window.from, moves)
  const stretches = stretchesOf(path)
  if (stretches.length === 0) return []
  const sums = sumsOf(scores, path.length, moves.size, factors)
  return stretches.map(({ from, to, kind }) => {
    const raw = spanProbability(sums, factors, moves.size, path, { from, to, inside: insideOf(kind) })
    return {
      start: words.starts[window.from + from] ?? 0,
      end: words.ends[window.from + to - 1] ?? 0,
      label: kinds[kind] ?? 'misc',
      score: calibrated(curves[kind] ?? [], raw),
    }
  })
}

// The scores of one head for the words of one row of a batch.
function scoresOf({ moves: { size }, offset }: Decoder, batch: Batch, row: number, width: number, all: Float32Array) {
  const firsts = batch.firsts[row] ?? []
  const scores = new Float64Array(firsts.length * size)
  for (const [word, place] of firsts.entries()) {
    const from = (row * batch.length + place) * width + offset
    for (let label = 0; label < size; label++) scores[word * size + label] = all[from + label] ?? 0
  }
  return scores
}

/** A tagger that reads with a network. Throws a RangeError for settings whose numbers do not fit one another. */
export function neuralTagger(network: Network, vocabulary: Vocabulary, { version, heads }: Settings): Tagger {
  const decoders = decodersOf(heads)
  const width = decoders.reduce((sum, { moves }) => sum + moves.size, 0)
  const read = async (words: Words, windows: readonly Window[]): Promise<readonly Tag[]> => {
    const batch = batchOf(words, windows, vocabulary)
    const all = await network(batch)
    return windows.flatMap((window, row) =>
      decoders.flatMap((decoder) => tagsOf(decoder, words, window, scoresOf(decoder, batch, row, width, all))),
    )
  }
  return {
    name: `neural/${version}`,
    labels: new Set(heads.flatMap(({ kinds }) => kinds)),
    tag: async (text: string, passages: readonly Passage[]) => {
      const words = wordsOf(text, passages, vocabulary)
      const tags: Tag[] = []
      for (const windows of batchesOf(windowsOf(words))) tags.push(...(await read(words, windows)))
      return tags.sort((a, b) => a.start - b.start || b.end - a.end)
    },
  }
}
