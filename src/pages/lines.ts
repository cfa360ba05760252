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

/** Whether a line stands alone: nothing but white space between it and the line before it, with a blank line in between. */
const isApart = (text: string, before: Span, line: Span): boolean =>
  text.slice(before.end, line.start).split('\n').length > 2

/** A full line of hard-wrapped text is at least this long; units. */
const WRAP = 40

/**
 * Paragraphs of a text: lines, or runs of lines that were wrapped by a program. A line goes on in the next one when it does not end a sentence and
 * the next begins in lower case, or when it is about as long as the longest line of its run.
 */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = []
  for (const run of runsOf(text, linesOf(text))) {
    const longest = Math.max(...run.slice(0, 400).map(({ start, end }) => end - start))
    let open: Span | undefined
    run.forEach((line, i) => {
      const last = run[i - 1]
      if (open && last && goesOn(text, last, line, longest)) open = { start: open.start, end: line.end }
      else {
        if (open) paragraphs.push(open)
        open = line
      }
    })
    if (open) paragraphs.push(open)
  }
  return paragraphs
}

/** Lines with no blank line between them. */
function runsOf(text: string, lines: readonly Span[]): Span[][] {
  const runs: Span[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before && !isApart(text, before, line)) runs.at(-1)?.push(line)
    else runs.push([line])
  })
  return runs
}

function goesOn(text: string, last: Span, line: Span, longest: number): boolean {
  const length = last.end - last.start
  if (longest > 300 || /[.!?:;"”’')\]|]$/.test(text.slice(last.end - 1, last.end))) {
    // A wrapped line may end a sentence by chance; the next then begins a new one that the same line's end would have held.
    return (
      longest <= 130 &&
      longest >= 60 &&
      length >= longest * 0.8 &&
      /^[a-z]/.test(text.slice(line.start, line.start + 1))
    )
  }
  if (/^[a-z(]/.test(text.slice(line.start, line.start + 1)) && length >= WRAP / 2) return true
  return (
    longest <= 130 &&
    length >= WRAP &&
    length >= longest * 0.8 &&
    !/^[-–—•*"“‘']/.test(text.slice(line.start, line.start + 1))
  )
}
