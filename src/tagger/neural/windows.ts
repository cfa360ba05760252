import type { Words } from './words.ts'

/** A run of words that the network reads at once: `from` to `to`, exclusive. */
export interface Window {
  readonly from: number
  readonly to: number
  /** Pieces it comes to, with the signs at its ends and between its passages. */
  readonly length: number
}

/** Pieces of a window at most: what the network was trained on. Longer ones are read worse (measured: content -4 points at 384). */
export const LONGEST = 192
const ENDS = 2

/** Cuts a text into windows: as many words as fit, up to the last passage's end where one lies in the last third. Nothing overlaps. */
export function windowsOf(words: Words, longest = LONGEST): readonly Window[] {
  const found: Window[] = []
  const ends = new Set(words.passages)
  for (let from = 0; from < words.starts.length; ) {
    const window = windowAt(words, ends, from, longest - ENDS)
    found.push(window)
    from = window.to
  }
  return found
}

function windowAt({ firsts, starts }: Words, ends: ReadonlySet<number>, from: number, room: number): Window {
  let size = 0
  let kept: Window | undefined
  let to = from
  for (; to < starts.length; to++) {
    const more = (firsts[to + 1] ?? 0) - (firsts[to] ?? 0) + (to > from && ends.has(to) ? 1 : 0)
    if (size + more > room && to > from) return kept ?? { from, to, length: size + ENDS }
    size += more
    if (ends.has(to + 1) && size > (room * 2) / 3) kept = { from, to: to + 1, length: size + ENDS }
  }
  return { from, to, length: size + ENDS }
}
