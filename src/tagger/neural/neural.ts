import type { Span } from '../../text/span.ts'
import { best } from '../chain.ts'
import { type Decoder, decoderOf, inOrder, tagsOf } from '../decode.ts'
import type { Label, Passage, Tag, Tagger } from '../tagger.ts'
import { inputOf, type Network } from './network.ts'
import { portionsOf } from './portions.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type Window, windowsOf } from './windows.ts'
import { type Words, wordsOf } from './words.ts'

/** One head of the network: kinds of span that are disjoint from one another, and how their labels follow. */
export interface Head {
  readonly kinds: readonly Label[]
  /** `size * size` from label to label, then `size` for the first word; what is never made is far below 0. */
  readonly moves: readonly number[]
  readonly curves: Decoder['curves']
}

/** What stands beside a network's weights. */
export interface Settings {
  readonly version: string
  readonly heads: readonly Head[]
}

/** Windows of a text that are read, some 250,000 words: what follows in a longer text has no tags, so that no page takes hours. */
export const MOST = 2000
/** Letters that a text has at least which comes to more windows. */
const LETTERS = 50 * MOST

// What one head finds in a window: its scores stand `offset` into those of each piece, which are `width` long.
function readHead(
  decoder: Decoder,
  { all, firsts, width, offset }: { all: Float32Array; firsts: readonly number[]; width: number; offset: number },
  { starts, ends }: Words,
  { from }: Window,
): readonly Tag[] {
  const { size } = decoder.moves
  const scores = new Float64Array(firsts.length * size)
  for (let word = 0; word < firsts.length; word++) {
    const own = (firsts[word] ?? 0) * width + offset
    for (let label = 0; label < size; label++) scores[word * size + label] = all[own + label] ?? 0
  }
  return tagsOf(decoder, scores, best(scores, firsts.length, decoder.moves), { starts, ends, from })
}

// From the first word that is in no window that is read.
function unreadIn(text: string, passages: readonly Passage[], vocabulary: Vocabulary): Span | undefined {
  const end = passages.at(-1)?.end ?? 0
  if (end < LETTERS) return undefined
  let left = MOST
  for (const portion of portionsOf(text, passages)) {
    const words = wordsOf(text, portion, vocabulary)
    const windows = windowsOf(words)
    const start = words.starts[windows[left]?.from ?? -1]
    if (start !== undefined) return { start, end }
    left -= windows.length
  }
  return undefined
}

/**
 * A tagger that reads with a network; `kind` is what it is called before its version. Each window is read by itself: several at once are read
 * no faster, take more memory, and 8-bit arithmetic would let one change what is found in another. Throws a RangeError for settings whose
 * numbers do not fit one another.
 */
export function neuralTagger(
  kind: string,
  network: Network,
  vocabulary: Vocabulary,
  { version, heads }: Settings,
): Tagger {
  const decoders = heads.map(({ kinds, moves, curves }) => decoderOf({ kinds, scores: moves, curves }))
  const width = decoders.reduce((sum, { moves }) => sum + moves.size, 0)
  const read = async (words: Words, window: Window): Promise<readonly Tag[]> => {
    const input = inputOf(words, window, vocabulary)
    const all = await network(input)
    let offset = 0
    return decoders.flatMap((decoder) => {
      const found = readHead(decoder, { all, firsts: input.firsts, width, offset }, words, window)
      offset += decoder.moves.size
      return found
    })
  }
  return {
    unread: (text, passages) => unreadIn(text, passages, vocabulary),
    name: `${kind}/${version}`,
    labels: new Set(heads.flatMap(({ kinds }) => kinds)),
    tag: async (text, passages) => {
      const tags: Tag[] = []
      let left = MOST
      for (const portion of portionsOf(text, passages)) {
        const words = wordsOf(text, portion, vocabulary)
        const windows = windowsOf(words).slice(0, left)
        for (const window of windows) tags.push(...(await read(words, window)))
        left -= windows.length
        if (left === 0) break
      }
      return tags.sort(inOrder)
    },
  }
}
