/** For every UTF-16 unit of a text, and its end, how many code points stand before it; inside a pair, before its character. */
export function pointsBefore(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    points[at] = count
    const isFirstHalf = (text.codePointAt(at) ?? 0) > 0xffff
    if (isFirstHalf) points[++at] = count
    count++
  }
  points[text.length] = count
  return points
}
