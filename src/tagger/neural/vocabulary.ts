/** The word table of the encoder: pieces of lower-case words, a piece a line; what goes on a word begins with "##". */
export interface Vocabulary {
  /** Pieces of a word as it stands in the text, at least one. */
  piecesOf(word: string): readonly number[]
  readonly unknown: number
  readonly start: number
  readonly end: number
}

/** A word longer than this is unknown as a whole, as in the encoder's own training. */
const LONGEST = 100
/** Words whose pieces are remembered, each of so many letters at most: a longer one may hold on to the whole text that it stands in. */
const REMEMBERED = 50_000
const SHORT = 12

/** Lower case, without accents and signs that do not show: what the word table holds. */
const bare = (word: string): string =>
  /^[\x21-\x7e]*$/.test(word)
    ? word.toLowerCase()
    : word
        .toLowerCase()
        .normalize('NFD')
        .replace(/[\p{Mn}\p{Cc}\p{Cf}]/gu, '')

/** Reads a word table. Throws a RangeError where one of the pieces that every table has is missing. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const ids = new Map(lines.map((piece, id) => [piece, id]))
  const idOf = (piece: string): number => {
    const id = ids.get(piece)
    if (id === undefined) throw new RangeError(`the word table has no ${piece}`)
    return id
  }
  const [unknown, start, end] = [idOf('[UNK]'), idOf('[CLS]'), idOf('[SEP]')]
  const cut = (word: string): readonly number[] => cutUp(bare(word), ids) ?? [unknown]
  let remembered = new Map<string, readonly number[]>()
  const piecesOf = (word: string): readonly number[] => {
    const known = remembered.get(word)
    if (known) return known
    const made = cut(word)
    if (word.length > SHORT) return made
    if (remembered.size >= REMEMBERED) remembered = new Map()
    remembered.set(word, made)
    return made
  }
  return { piecesOf, unknown, start, end }
}

// The longest piece that the word begins with, then the longest that goes on, to its end (WordPiece, Schuster and Nakajima 2012).
function cutUp(word: string, ids: ReadonlyMap<string, number>): readonly number[] | undefined {
  if (word.length === 0 || word.length > LONGEST) return undefined
  const found: number[] = []
  for (let from = 0; from < word.length; ) {
    let to = word.length
    let id: number | undefined
    for (; to > from && id === undefined; to--) id = ids.get((from > 0 ? '##' : '') + word.slice(from, to))
    if (id === undefined) return undefined
    found.push(id)
    from = to + 1
  }
  return found
}
