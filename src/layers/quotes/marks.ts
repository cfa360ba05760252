import type { Span } from '../../text/span.ts'

/** What a mark pairs with: typewriter and curly double marks pair with one another, since texts mix them. */
export type Family = 'double' | 'single' | 'low' | 'guillemet'

/** A quotation mark, with what it can do where it stands. */
export interface Mark extends Span {
  readonly family: Family
  readonly opens: boolean
  readonly closes: boolean
  /** The glyph looks the same on both sides (`"`, `''`, `'`), so only its neighbours tell. */
  readonly even: boolean
}

const GLYPHS = /''|``|["“”„«»‹›'‘’‚]/g
const OPENING = /[\s([{<—–\-/“‘„«‹"'‚¡¿…]/
const CLOSING = /[\s)\]}>.,;:!?—–\-”’»›"'…]/
const WORD = /[\p{L}\p{N}]/u

const familyOf = (glyph: string): Family => {
  if (glyph === "'" || glyph === '‘' || glyph === '’' || glyph === '‚') return 'single'
  if (glyph === '„') return 'low'
  return '«»‹›'.includes(glyph) ? 'guillemet' : 'double'
}

const CLIPPED = /^['’‘](?:\d0s|em|til|tis|twas|cause|bout|n)\b/i

// An apostrophe has a letter on both sides, or heads a clipped word ('90s, 'em).
const isApostrophe = (text: string, at: number, before: string, after: string): boolean =>
  (WORD.test(before) && WORD.test(after)) || CLIPPED.test(text.slice(at, at + 6))

function markAt(text: string, block: Span, start: number, glyph: string): Mark | undefined {
  const end = start + glyph.length
  const before = start > block.start ? text.charAt(start - 1) : ' '
  const after = end < block.end ? text.charAt(end) : ' '
  const family = familyOf(glyph)
  if (family === 'single' && glyph !== '‚' && isApostrophe(text, start, before, after)) return undefined
  const left = !OPENING.test(before)
  const right = !CLOSING.test(after) || (after !== ' ' && OPENING.test(after) && !/[\s—–-]/.test(after))
  const even = glyph === '"' || glyph === "''" || glyph === "'" || glyph === '’'
  if (even) return evenMark({ start, end, family, before, after, left, right })
  // A curly mark turned the wrong way (“text“) does what its neighbours ask for.
  const turned = '”»›'.includes(glyph) ? !left && right && before === ' ' : left && !right && before !== ' '
  const opener = '“„«‹‘‚``'.includes(glyph)
  return { start, end, family, opens: opener !== turned, closes: opener === turned, even: false }
}

function evenMark(seen: {
  start: number
  end: number
  family: Family
  before: string
  after: string
  left: boolean
  right: boolean
}): Mark | undefined {
  const { start, end, family, before, after, left, right } = seen
  const spaced = /\s/.test(before) && /\s/.test(after)
  if (family === 'single' && spaced) return undefined
  const opens = spaced || (!left && !/\s/.test(after) && right)
  const closes = spaced || left || (!/\s/.test(before) && !right)
  return opens || closes ? { start, end, family, opens, closes, even: true } : undefined
}

/** The quotation marks of a block in order, apostrophes left out. Linear in the block's length. */
export function marksIn(text: string, block: Span): readonly Mark[] {
  const found: Mark[] = []
  for (const { index, 0: glyph } of text.slice(block.start, block.end).matchAll(GLYPHS)) {
    const mark = markAt(text, block, block.start + index, glyph)
    if (mark) found.push(mark)
  }
  return found
}
