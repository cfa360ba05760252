import type { Citation } from '../../text/citation.ts'
import type { Span } from '../../text/span.ts'

interface Word extends Span {
  readonly folded: string
}

// Beyond this many words a comparison costs more than it tells.
const LONGEST = 400

const wordsOf = (text: string, offset: number): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((found) => ({
    start: offset + found.index,
    end: offset + found.index + found[0].length,
    folded: found[0].toLowerCase(),
  }))

/** Lengths of the longest common subsequences of every two tails. */
function tails(a: readonly Word[], b: readonly Word[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const here = table[i] as Uint16Array
      const below = table[i + 1] as Uint16Array
      here[j] = a[i]?.folded === b[j]?.folded ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0)
    }
  return table
}

/** The words of `other` that are not in `base` in the same order: what an outlet changed in a quotation. Case and marks count for nothing. */
export function differing(base: string, other: Citation): readonly Span[] {
  const a = wordsOf(base, 0)
  const b = wordsOf(other.exact, other.start)
  if (a.length > LONGEST || b.length > LONGEST) return []
  const table = tails(a, b)
  const found: Span[] = []
  let i = 0
  for (let j = 0; j < b.length; ) {
    const word = b[j] as Word
    if (i < a.length && a[i]?.folded === word.folded) {
      i++
      j++
    } else if (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) i++
    else {
      found.push({ start: word.start, end: word.end })
      j++
    }
  }
  return found
}
