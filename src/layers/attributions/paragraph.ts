import type { Block } from '../../articles/article.ts'
import type { Tag } from '../../tagger/tagger.ts'
import type { Span } from '../../text/span.ts'
import type { Scene } from '../entities/scene.ts'
import { type Word, wordFrom } from '../mentions/words.ts'
import type { Mention } from '../mentions.ts'
import type { Quote } from '../quotes.ts'

/** A stretch of a paragraph's words: index of the first, index after the last. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A mention by the indices of its words. */
export interface Placed extends Stretch {
  readonly mention: Mention
}

/** One paragraph as the linking rules see it: its words, and for each its sentence and the outermost quotation it stands in. */
export interface Paragraph {
  readonly text: string
  readonly block: Block
  readonly words: readonly Word[]
  /** Number of each word's sentence. */
  readonly line: readonly number[]
  /** Index in `quotes` of the quotation around each word, marks included; -1 outside. */
  readonly quoted: readonly number[]
  readonly quotes: readonly (Quote & Stretch)[]
  readonly placed: readonly Placed[]
  /** The longest mention that ends before a word, and the one that starts at it, names before descriptions. */
  readonly ending: ReadonlyMap<number, Placed>
  readonly starting: ReadonlyMap<number, Placed>
  readonly tags: readonly (Tag & Stretch)[]
}

/** Items of one block, by word. */
interface Own {
  readonly quotes: readonly Quote[]
  readonly mentions: readonly Mention[]
  readonly tags: readonly Tag[]
}

/** Lays one block out for the linking rules; `first` is the index of its first sentence in the scene. */
export function paragraphOf(scene: Scene, block: Block, first: number, own: Own): Paragraph {
  const words: Word[] = []
  const line: number[] = []
  for (let at = first; at < scene.lines.length; at++) {
    const sentence = scene.lines[at]
    if (!sentence || sentence.start >= block.end) break
    for (const word of sentence.words) {
      words.push(word)
      line.push(at)
    }
  }
  const stretch = <S extends Span>(span: S): S & Stretch => ({
    ...span,
    from: wordFrom(words, span.start),
    to: wordFrom(words, span.end),
  })
  const quotes = own.quotes.filter(({ within }) => within === undefined).map(stretch)
  const quoted = new Array<number>(words.length).fill(-1)
  quotes.forEach(({ from, to }, at) => void quoted.fill(at, from, to))
  const placed = own.mentions.map((mention) => ({
    mention,
    from: wordFrom(words, mention.start),
    to: wordFrom(words, mention.end),
  }))
  const { ending, starting } = edges(placed)
  return { text: scene.text, block, words, line, quoted, quotes, placed, ending, starting, tags: own.tags.map(stretch) }
}

function edges(placed: readonly Placed[]): Pick<Paragraph, 'ending' | 'starting'> {
  const ending = new Map<number, Placed>()
  const starting = new Map<number, Placed>()
  for (const item of placed) {
    const [before, after] = [ending.get(item.to), starting.get(item.from)]
    if (!before || before.from > item.from) ending.set(item.to, item)
    if (!after || after.to < item.to) starting.set(item.from, item)
  }
  return { ending, starting }
}

/** The span of a stretch of words; the words must be there. */
export function spanOf({ words }: Pick<Paragraph, 'words'>, { from, to }: Stretch): Span {
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last) throw new RangeError(`words ${from}-${to} are not in a paragraph of ${words.length}`)
  return { start: first.start, end: last.end }
}

// No statement is longer than this; what is, is no sentence, and each of its cues would walk it whole.
const LONGEST_LINE = 300

/** The first word of the sentence that holds a word, or the farthest that a statement may reach back. */
export function lineStart({ line }: Paragraph, at: number): number {
  let first = at
  while (first > 0 && at - first < LONGEST_LINE && line[first - 1] === line[at]) first--
  return first
}

/** The index after the last word of the sentence that holds a word, or after the farthest that a statement may reach. */
export function lineEnd({ line }: Paragraph, at: number): number {
  let last = at
  while (last < line.length && last - at < LONGEST_LINE && line[last] === line[at]) last++
  return last
}

const CLOSERS = /^[.?!;:,…]$|^\.{2,}$|^[—–]$|^--+$/

/** A stretch without marks of punctuation at its edges; quotation marks stay. Undefined when nothing is left. */
export function neat({ words }: Paragraph, stretch: Stretch): Stretch | undefined {
  let { from, to } = stretch
  while (from < to && CLOSERS.test(words[from]?.text ?? '')) from++
  while (from < to && CLOSERS.test(words[to - 1]?.text ?? '')) to--
  return from < to ? { from, to } : undefined
}
