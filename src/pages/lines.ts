import type { Span } from '../text/span.ts'

/** Lines of a text that hold more than white space, without the white space at their edges. Linear. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    let [start, end] = [from, to]
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    if (start < end) lines.push({ start, end })
    from = to + 1
  }
  return lines
}

/** White space as `\s` knows it, by code unit. */
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff // biome-ignore format: one list

/** White space squeezed to single spaces, none at the edges. Most text has no more, and is given back as it is. */
export const tightened = (text: string): string => (LOOSE.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
const LOOSE = /\s\s|[^\S ]/

/** Whether a line stands alone: nothing but white space between it and the line before it, with a blank line in between. */
const isApart = (text: string, before: Span, line: Span): boolean =>
  text.slice(before.end, line.start).split('\n').length > 2

/** Programs that wrap text break its lines at a width between these; units. */
const NARROWEST = 45
const WIDEST = 130
/** A line that only breaks off by chance may be this much longer than the longest that is known to. */
const MORE = 4

/** Paragraphs of a text: lines, or runs of lines that were wrapped by a program. */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text)
  const width = widthOf(text, lines)
  const paragraphs: Span[] = []
  let before: Span | undefined
  for (const line of lines) {
    const open = paragraphs.at(-1)
    if (open && before && !isApart(text, before, line) && goesOn(text, before, line, width))
      paragraphs[paragraphs.length - 1] = { start: open.start, end: line.end }
    else paragraphs.push(line)
    before = line
  }
  return paragraphs
}

/** A line breaks off in the middle of a sentence: it does not end one, and the next begins in lower case. */
const breaksOff = (text: string, { start, end }: Span, next: Span): boolean =>
  end - start >= NARROWEST &&
  !/[.!?:;"”’')\]|]$/.test(text.slice(end - 1, end)) &&
  /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))

/** The width at which a text was wrapped: that of the longest line that breaks off; none where most long lines go beyond any such width. */
function widthOf(text: string, lines: readonly Span[]): number | undefined {
  let [width, broken, beyond] = [0, 0, 0]
  lines.forEach((line, i) => {
    const [length, next] = [line.end - line.start, lines[i + 1]]
    if (length > WIDEST) beyond++
    else if (next && !isApart(text, line, next) && breaksOff(text, line, next)) {
      broken++
      width = Math.max(width, length)
    }
  })
  return broken > beyond ? width : undefined
}

/** Whether a line goes on in the next one: in a wrapped text where the next word would not have fitted, in any text where it breaks off. */
function goesOn(text: string, line: Span, next: Span, width: number | undefined): boolean {
  if (breaksOff(text, line, next)) return true
  if (width === undefined) return false
  const word = /^\S{0,60}/.exec(text.slice(next.start, next.start + 60))?.[0] ?? ''
  const length = line.end - line.start
  return length <= width + MORE && length + 1 + word.length > width
}
