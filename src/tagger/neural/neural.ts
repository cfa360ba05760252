import type { Span } from '../../text/span.ts'
import { best, NEVER } from '../chain.ts'
import { type Decoder, decoderOf, inOrder, tagsOf } from '../decode.ts'
import { insideOf } from '../scheme.ts'
import type { Label, Passage, Phrase, Tag, Tagger, Tagging } from '../tagger.ts'
import { inputOf, type Network } from './network.ts'
import { type PhraseCurve, phrasesIn, WIDTH } from './phrases.ts'
import { portionsOf } from './portions.ts'
import type { PhraseWeights } from './same.ts'
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

/** What is told of a network's phrases. */
export interface PhraseSettings {
  /** File of the trained numbers about them, beside the network. */
  readonly file: string
  readonly curve: PhraseCurve
}

/** What stands beside a network's weights. */
export interface Settings {
  readonly version: string
  readonly heads: readonly Head[]
  /** Missing where the network gives no numbers for phrases. */
  readonly phrases?: PhraseSettings
}

/** Windows of a text that are read, some 250,000 words: what follows in a longer text has no tags, so that no page takes hours. */
export const MOST = 2000
/** Letters that a text has at least which comes to more windows. */
const LETTERS = 50 * MOST

// What somebody said may go on in the next passage; nothing else does: a headline that ends on a name and a text that begins with one name two.
function endSpans({ kinds, moves: { size } }: Decoder, scores: Float64Array, word: number): void {
  kinds.forEach((kind, at) => {
    if (kind !== 'content') scores[word * size + insideOf(at)] = NEVER
  })
}

// What one head finds in a window: its scores stand `offset` into those of each piece, which are `width` long.
function readHead(
  decoder: Decoder,
  { all, firsts, width, offset }: { all: Float32Array; firsts: readonly number[]; width: number; offset: number },
  { starts, ends, passages }: Words,
  { from }: Window,
): readonly Tag[] {
  const { size } = decoder.moves
  const scores = new Float64Array(firsts.length * size)
  for (let word = 0; word < firsts.length; word++) {
    const own = (firsts[word] ?? 0) * width + offset
    for (let label = 0; label < size; label++) scores[word * size + label] = all[own + label] ?? 0
  }
  for (const passage of passages) {
    const word = passage - from
    if (word > 0 && word < firsts.length) endSpans(decoder, scores, word)
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

/** What a network reads with, beside itself. */
export interface Beside {
  readonly vocabulary: Vocabulary
  readonly settings: Settings
  /** Missing where the network gives no numbers for phrases. */
  readonly phrases?: PhraseWeights | undefined
}

/** What is found in a portion of a text: its tags, and the numbers of its words. */
interface Portion {
  readonly words: Words
  readonly tags: readonly Tag[]
  readonly numbers: Float32Array | undefined
}

/** Reads windows of a portion of a text one after another. */
type ReadWindows = (words: Words, windows: readonly Window[]) => Promise<Portion>

function windowReader(network: Network, { vocabulary, settings, phrases }: Beside): ReadWindows {
  const decoders = settings.heads.map(({ kinds, moves, curves }) => decoderOf({ kinds, scores: moves, curves }))
  const width = decoders.reduce((sum, { moves }) => sum + moves.size, 0)
  return async (words, windows) => {
    const tags: Tag[] = []
    const numbers = phrases && new Float32Array(words.starts.length * WIDTH)
    for (const window of windows) {
      const input = inputOf(words, window, vocabulary)
      const { scores: all, phrases: made } = await network(input)
      if (made) numbers?.set(made, window.from * WIDTH)
      let offset = 0
      for (const decoder of decoders) {
        tags.push(...readHead(decoder, { all, firsts: input.firsts, width, offset }, words, window))
        offset += decoder.moves.size
      }
    }
    return { words, tags, numbers }
  }
}

/**
 * A tagger that reads with a network; `kind` is what it is called before its version. Each window is read by itself: several at once are read
 * no faster, take more memory, and 8-bit arithmetic would let one change what is found in another. Throws a RangeError for settings whose
 * numbers do not fit one another.
 */
export function neuralTagger(kind: string, network: Network, beside: Beside): Tagger {
  const { vocabulary, settings, phrases } = beside
  const readWindows = windowReader(network, beside)
  const read = async (text: string, passages: readonly Passage[]): Promise<Tagging> => {
    const tags: Tag[] = []
    const found: Phrase[] = []
    const sentences = passages.flatMap((passage) => passage.sentences)
    let left = MOST
    for (const portion of portionsOf(text, passages)) {
      const words = wordsOf(text, portion, vocabulary)
      const windows = windowsOf(words).slice(0, left)
      const { tags: own, numbers } = await readWindows(words, windows)
      tags.push(...own)
      if (phrases && numbers) found.push(...phrasesIn({ words, numbers }, sentences, phrases))
      left -= windows.length
      if (left === 0) break
    }
    return { tags: tags.sort(inOrder), phrases: found }
  }
  return {
    unread: (text, passages) => unreadIn(text, passages, vocabulary),
    name: `${kind}/${settings.version}`,
    labels: new Set(settings.heads.flatMap(({ kinds }) => kinds)),
    tag: async (text, passages) => (await read(text, passages)).tags,
    ...(phrases ? { read, same: phrases.same } : {}),
  }
}
