import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesIn } from './sentences.ts'
import { wordsOf } from './span.ts'

const split = (text: string): string =>
  sentencesIn(text, { start: 0, end: text.length })
    .map((span) => wordsOf(text, span))
    .join('|')

// "|" stands for the space where one sentence ends and the next begins.
const TABLE: readonly string[] = [
  'The bridge fell.|Nobody was hurt.',
  'Mr. Odell met Dr. Faye Lindqvist on Elm St. Tuesday.|They spoke.',
  'She lives on Harbour St.|The house is old.',
  'Gen. R. T. Okafor and Lt. Col. Vance agreed.',
  'The U.S. Department of Works paid.|It was late.',
  'He moved to the U.S.|In spring he left.',
  'Talks end at 5 p.m. Friday, not 3.30 p.m.|The mayor was absent.',
  'Brightwater Inc. Chairman Ola Nyberg left Brightwater Inc.|The firm is small.',
  'Shares fell 3.5 percent to $1.20.|Trade slowed.',
  '“We will go,” he said.|“Nobody can stop us.”|Then he left.',
  '"Are you sure?" Lena Abara asked.|"Yes!" she said.',
  'He paused … and then went on.|Then…|Silence.',
  'It failed (again).|(The first try was in May.)|Work goes on.',
  'The lake dried up.[3] [12]|Fish died.',
  'It was the oldest mill. [4]|It burned.',
  'See No. 7 and p. 12.|Both are wrong.',
  '1. Close the gate.|Lock it.',
  'On Jan. 5 and Wed. Feb. 7 it rained.|In Jan.|It snowed.',
  'Plan B.|The vote came first.',
  'Is it true?!|We asked.',
  'Visit www.harbour.example.org.|Thanks.',
  'They met at 10.30 a.m. CET, e.g. Ana and i.e. Bo.',
]

const LINES: readonly (readonly [text: string, want: string])[] = [
  ['the line was\nbroken here. Good.', 'the line was\nbroken here.|Good.'],
  ['Harbour plan agreed\nThe council voted on it.', 'Harbour plan agreed|The council voted on it.'],
  ['Bring:\n- bread\n- salt', 'Bring:|- bread|- salt'],
  [
    'The long line of this paragraph was broken by a program before\nMonday came. Good.',
    'The long line of this paragraph was broken by a program before\nMonday came.|Good.',
  ],
  ['He left.The gate stayed open.', 'He left.|The gate stayed open.'],
]

describe('sentences', () => {
  it.each(TABLE)('%s', (want) => expect(split(want.replaceAll('|', ' '))).toBe(want))
  it.each(LINES)('%s', (text, want) => expect(split(text)).toBe(want))

  it('reads only its block', () => {
    const text = 'One. Two. Three.'
    expect(sentencesIn(text, { start: 5, end: 9 })).toEqual([{ start: 5, end: 9 }])
  })

  it('covers every sign that is not white space, in order', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB9.?!…"”( )[]\n\t-,I', 'Mr.', ' The ') }), (text) => {
        const spans = sentencesIn(text, { start: 0, end: text.length })
        expect(
          spans
            .map((span) => wordsOf(text, span))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''))
        for (const [i, span] of spans.entries()) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
      }),
    ))

  it.each([
    'a'.repeat(500_000),
    '.'.repeat(500_000),
    '. '.repeat(250_000),
    'a.'.repeat(250_000),
    '"\n'.repeat(250_000),
    '[1]'.repeat(160_000),
  ])('takes linear time on a hostile text', (text) => {
    const begun = performance.now()
    sentencesIn(text, { start: 0, end: text.length })
    expect(performance.now() - begun).toBeLessThan(4000)
  })
})
