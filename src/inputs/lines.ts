import { joined } from './bytes.ts'

/** A line of bytes, without its end. */
export interface Line {
  /** From 1; lines that were left out count. */
  readonly number: number
  /** Absent when the line is longer than allowed: its bytes were passed over. */
  readonly bytes?: Uint8Array
  /** Whether the bytes stop without a line end, as those of a file cut short do. */
  readonly open: boolean
}

const LF = 0x0a

/** Splits bytes at line feeds, holding no more than one line of `longest` bytes. A last line without bytes is none. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<Line> {
  let number = 1
  let held: Uint8Array[] = []
  let length = 0
  const line = (open: boolean): Line => ({ number, open, ...(length > longest ? {} : { bytes: joined(held, length) }) })
  const hold = (part: Uint8Array): void => {
    length += part.length
    if (length > longest) held = []
    else held.push(part)
  }
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, start)) {
      hold(piece.subarray(start, end))
      yield line(false)
      start = end + 1
      number++
      held = []
      length = 0
    }
    hold(piece.subarray(start))
  }
  if (length > 0) yield line(true)
}
