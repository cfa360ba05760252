import type { Article } from '../../articles/article.ts'
import type { Format } from './format.ts'
import { partedBy } from './parted.ts'
import { type Piece, piecesOf } from './said.ts'

/** What parts pages from one another, as printers part theirs. */
const FEED = '\f\n'

/** An article as plain text: pieces parted by blank lines, items and rows of one list or table by line ends alone. */
export function textOf(article: Article): string {
  let text = ''
  let before: Piece | undefined
  for (const piece of piecesOf(article)) {
    const close = before?.kind === 'item' && piece.kind === 'item'
    text += `${before ? (close ? '\n' : '\n\n') : ''}${wordsOf(piece)}`
    before = piece
  }
  return text ? `${text}\n` : ''
}

function wordsOf(piece: Piece): string {
  if (piece.kind === 'byline') return piece.parts.join(' · ')
  if (piece.kind === 'table') return piece.rows.map((row) => row.join('\t')).join('\n')
  if (piece.kind === 'caption') {
    const { caption, credit } = piece
    return [caption, credit === undefined ? '' : `(${credit})`].filter(Boolean).join(' ')
  }
  if (piece.kind !== 'item') return piece.text
  const { depth, ordered, place } = piece.item
  const mark = ordered ? `${place}. ` : '- '
  const indent = '  '.repeat(depth - 1)
  return indent + mark + piece.texts.join(`\n${indent}${' '.repeat(mark.length)}`)
}

/** The article alone, as plain text. */
export const text: Format = {
  name: 'text',
  of: 'articles',
  printer: (_, world) => partedBy(FEED, textOf, world),
}
