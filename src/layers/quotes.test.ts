import { describe, expect, it } from 'vitest'
import { articleOver, rulesOnly } from '../../test/reading.ts'
import { wordsOf } from '../text/span.ts'
import { type Quote, quotes } from './quotes.ts'
import { sentences } from './sentences.ts'

async function found(text: string): Promise<readonly Quote[]> {
  const [article, tools] = [articleOver(text), await rulesOnly()]
  const read = await sentences.read(article, {}, tools)
  return quotes.read(article, { sentences: read }, tools)
}

/** The words between the marks; "…" after an open one, "+" before one that goes on, ">" before one inside another. */
const told = (text: string, { inner, closed, continues, within }: Quote): string =>
  `${continues === undefined ? '' : '+'}${within === undefined ? '' : '>'}${wordsOf(text, inner)}${closed ? '' : '…'}`

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['“The bridge is safe,” the mayor said.', 'The bridge is safe,'],
  ['"We go," she said, "and we stay."', 'We go,|and we stay.'],
  ["'It's the people's bridge,' said Odell.", "It's the people's bridge,"],
  ['‘It’s the workers’ bridge,’ said Odell.', 'It’s the workers’ bridge,'],
  ['He called it "unsafe" and "old".', 'unsafe|old'],
  ['"The mayor said \'wait\' and left," Odell said.', "The mayor said 'wait' and left,|>wait"],
  ['“It was ‘a very long night’,” Odell said.', 'It was ‘a very long night’,|>a very long night'],
  ["The 1990s' bridge and the workers' hall stood.", ''],
  ['It rose 5\' 10" tall.', ''],
  ['«Nous partons», dit-il.', 'Nous partons'],
  ['„Wir gehen“, sagte sie.', 'Wir gehen'],
  ["``We go,'' he said.", 'We go,'],
  ['He spoke.\n\n“We go. He left.', 'We go. He left.…'],
  ['“We waited for a boat.\n\n“Nobody came,” he said.', 'We waited for a boat.…|+Nobody came,'],
  ['“One.\n\n“Two.\n\n“Three.”', 'One.…|+Two.…|+Three.'],
  ['“We go. He left.\n\nThe end came “soon”.', 'We go. He left.…|soon'],
  ['“We go.”\n\n“We stay.”', 'We go.|We stay.'],
  ['She said “” and left.', ''],
]

describe('quotes', () => {
  it.each(TABLE)('%s', async (text, want) =>
    expect((await found(text)).map((quote) => told(text, quote)).join('|')).toBe(want),
  )

  it('holds the marks in the span', async () => {
    const text = 'He said “no”.'
    const [quote] = await found(text)
    expect(quote && wordsOf(text, quote)).toBe('“no”')
  })
})
