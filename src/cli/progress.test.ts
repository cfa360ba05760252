import { describe, expect, it } from 'vitest'
import { lineOf } from './progress.ts'

const bar = (filled: number): string => '█'.repeat(filled) + '░'.repeat(30 - filled)

describe('lineOf', () => {
  it.each([
    [[0, 61, 0], `reading  0 of 61  ${bar(0)}`],
    [[38, 61, 4], `reading  38 of 61  ${bar(19)}  9.5/s  3 s left`],
    [[5, 61, 0.5], `reading  5 of 61  ${bar(2)}  10/s`],
    [[61, 61, 6], `reading  61 of 61  ${bar(30)}  10/s`],
    // How many there are is not known of standard input, and a file may hold more than one page.
    [[12, 0, 4], 'reading  12  3.0/s'],
    [[12, 10, 4], 'reading  12  3.0/s'],
  ] as const)('%s', ([done, total, seconds], want) => {
    expect(lineOf('reading', done, total, seconds)).toBe(want)
  })
})
