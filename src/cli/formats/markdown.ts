import type { Article } from '../../articles/article.ts'
import { plain } from '../../exports/markdown.ts'
import type { Format } from './format.ts'
import { partedBy } from './parted.ts'
import { type Piece, piecesOf } from './said.ts'

/** An article as Markdown; nothing in its words is read as a mark, a link or markup. */
export function markdownOf(article: Article): string {
  let text = ''
  let before: Piece | undefined
  for (const piece of piecesOf(article)) {
    text += `${before ? gapOf(before, piece) : ''}${marked(piece)}`
    before = piece
  }
  return text ? `${text}\n` : ''
}

// Items of one list stand on lines of their own; two quotes that follow one another stay two.
function gapOf(before: Piece, piece: Piece): string {
  if (before.kind === 'item' && piece.kind === 'item') return '\n'
  return before.kind === 'quote' && piece.kind === 'quote' ? '\n>\n' : '\n\n'
}

const MARKS: { readonly [kind in Piece['kind']]: (piece: Extract<Piece, { readonly kind: kind }>) => string } = {
  heading: ({ text, level }) => `${'#'.repeat(level)} ${plain(text)}`,
  standfirst: ({ text }) => `**${plain(text)}**`,
  correction: ({ text }) => `*${plain(text)}*`,
  paragraph: ({ text }) => plain(text),
  quote: ({ text }) => `> ${plain(text)}`,
  byline: ({ parts }) => parts.map(plain).join(' · '),
  item: ({ item, texts }) => {
    const mark = item.ordered ? `${item.place}. ` : '- '
    const indent = '   '.repeat(item.depth - 1)
    return indent + mark + texts.map(plain).join(`\n\n${indent}${' '.repeat(mark.length)}`)
  },
  table: ({ rows }) => {
    const width = Math.max(...rows.map((row) => row.length))
    const line = (row: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, i) => plain(row[i] ?? '')).join(' | ')} |`
    const [head = [], ...rest] = rows
    return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
  },
  caption: ({ caption, credit, image, alt }) => {
    const said = [plain(caption), credit === undefined ? '' : `(${plain(credit)})`].filter(Boolean).join(' ')
    return image === undefined ? `*${said}*` : `![${plain(alt ?? '')}](<${safe(image)}>)\n*${said}*`
  },
}

const marked = (piece: Piece): string => (MARKS[piece.kind] as (piece: Piece) => string)(piece)

// What could leave the angle brackets of an address is encoded.
const safe = (url: string): string => url.replace(/[\s<>\\]/g, (char) => encodeURIComponent(char))

/** The article alone, as Markdown. */
export const markdown: Format = {
  name: 'markdown',
  of: 'articles',
  printer: (_, world) => partedBy('\n---\n\n', markdownOf, world),
}
