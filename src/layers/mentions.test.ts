import { describe, expect, it } from 'vitest'
import { readByRules, readText } from '../../test/reading.ts'
import type { Reading } from '../readings/reading.ts'
import { wordsOf } from '../text/span.ts'
import type { Mention } from './mentions.ts'

/** "Lena Abara" for a name, "(the mayor)" for a description, "-she-" for a pronoun; the kind after a colon. */
function told(text: string, mention: Mention): string {
  const words = wordsOf(text, mention)
  const form = { name: words, nominal: `(${words})`, pronoun: `-${words}-` }[mention.form]
  return `${form}:${mention.type.slice(0, 3)}`
}
const all = ({ text, mentions }: Reading): string => mentions.map((mention) => told(text, mention)).join(' ')

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['Mayor Lena Abara met Mr Odell in Paris.', 'Lena Abara:per Odell:per Paris:loc'],
  ["US Defence Secretary Jon Ruiz's plane landed in Rome.", 'Jon Ruiz:per Rome:loc'],
  ['The Harbour Authority (CHA) said the CHA was ready.', 'Harbour Authority:org CHA:org CHA:org'],
  [
    'A senior police official and two witnesses saw him.',
    '(A senior police official):per (two witnesses):per -him-:per',
  ],
  ['Brightwater Inc. and the World Bank signed.', 'Brightwater Inc.:org World Bank:org'],
  ['The prosecutor’s office called the company’s lawyer.', '(The prosecutor’s office):org (the company’s lawyer):per'],
  ['She told them that it was over.', '-She-:per -them-:per'],
  ['Jean-Luc de Vries visited the Hague.', 'Jean-Luc de Vries:per Hague:loc'],
  ["Tomas Odell left. Odell's car was found.", 'Tomas Odell:per Odell:per'],
  ['Officials from the Ministry of Public Works resigned.', '(Officials):per Ministry of Public Works:org'],
  ['The king met Queen Maud and Pope Pius in Rome.', '(The king):per Maud:per Pope Pius:per Rome:loc'],
  [
    'Dr. Faye Lindqvist, Gen. R. T. Okafor and Sen. Ana Ruiz agreed.',
    'Faye Lindqvist:per R. T. Okafor:per Ana Ruiz:per',
  ],
  ['Harbour strategist Lena Abara visited the Hague.', 'Lena Abara:per Hague:loc'],
  ['Datuk Seri Lena Abara left.', 'Lena Abara:per'],
  ['The flood reached northern Syria.', 'Syria:loc'],
  ['Ms. Abara and the Rev. Paul Dane spoke.', 'Abara:per Paul Dane:per'],
  ['In Corvan, many people fled.', 'Corvan:loc (many people):per'],
  ['“I was there,” said the 34-year-old.', '(the 34-year-old):per'],
  ['Monday was the first day of March.', ''],
]

const BY_RULES: readonly (readonly [text: string, want: string])[] = [
  ['Mayor Lena Abara met Mr Odell.', 'Lena Abara:per Odell:per'],
  ['They said that she was gone.', '-They-:per -she-:per'],
  ['The prefect said that 41 people had fled.', '(The prefect):per (people):per'],
  ['The mayor asked for an independent inquiry.', '(The mayor):per'],
  ['An independent said that a retailer, who gave no name, had paid.', '(An independent):per (a retailer):per'],
  ['The prime minister thanked reporters.', '(The prime minister):per (reporters):per'],
]

/** Words that are no names, after a title's look-alike. */
const UNNAMED: readonly (readonly [text: string, words: string])[] = [
  ['He read The Little Prince. It was short.', 'It'],
  ['She became Chief Executive in May.', 'Executive'],
  ['The flight left Saint Lucia.', 'Lucia'],
]

describe('mentions', () => {
  it.each(TABLE)('%s', async (text, want) => expect(all(await readText(text))).toBe(want))
  it.each(BY_RULES)('%s, by rules alone', async (text, want) => expect(all(await readByRules(text))).toBe(want))
  it.each(UNNAMED)('%s has no person named %s', async (text, words) => {
    const { mentions } = await readText(text)
    expect(mentions.filter((one) => one.type === 'person' && wordsOf(text, one) === words)).toEqual([])
  })

  it('takes given mentions, and only these', async () => {
    const text = 'Lena Abara met Tomas Odell. She left.'
    const given = {
      mentions: [
        { start: 15, end: 26 },
        { start: 28, end: 31 },
      ],
    }
    expect(all(await readText(text, { given }))).toBe('Tomas Odell:per -She-:per')
  })
})
