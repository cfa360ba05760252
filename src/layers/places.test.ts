import { describe, expect, it } from 'vitest'
import { readByRules, readText } from '../../test/reading.ts'
import type { Reading } from '../readings/reading.ts'
import { wordsOf } from '../text/span.ts'

/** "words = country precision", "~" before what only goes with something else. */
const all = ({ text, places }: Reading): string =>
  places
    .map(
      (place) =>
        `${place.kind === 'literal' ? '' : '~'}${wordsOf(text, place)} = ${place.country ?? '-'} ${place.precision}`,
    )
    .join('; ')

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['French Defence Minister Luc Marchand arrived in Mosul.', '~French = FR country; Mosul = IQ city'],
  [
    'Syrian forces shelled the town of Raqqa, north of Damascus.',
    '~Syrian = SY country; Raqqa = SY city; Damascus = SY city',
  ],
  ['The Post reported from London, Ontario.', 'London = CA city; Ontario = CA region'],
  ['She flew from Tbilisi to Atlanta, Georgia.', 'Tbilisi = GE city; Atlanta = US city; Georgia = US region'],
  ['Jordan Hale, a nurse from Jordan, lives in Amman.', 'Jordan = JO country; Amman = JO city'],
  ['Fighting spread across the Middle East and North Africa.', 'Middle East = - region; North Africa = - region'],
  ['The US and the UK agreed.', '~US = US country; ~UK = GB country'],
  ['She told us that in March the May family left.', ''],
  ['The Toronto Police Service made an arrest in Toronto.', '~Toronto = CA city; Toronto = CA city'],
  ['The German-led mission left Kabul for Berlin.', '~German = DE country; Kabul = AF city; Berlin = DE city'],
  ['Protesters gathered in Lyon, Marseille and Nice.', 'Lyon = FR city; Marseille = FR city; Nice = FR city'],
  ['Fishermen in the Mediterranean Sea found the boat.', 'Mediterranean Sea = - region'],
  ['The University of Oxford closed.', ''],
  ['Turkey eats turkey. Ankara denied it.', '~Turkey = TR country; ~Ankara = TR city'],
  ["Chadian troops near N'Djamena fired.", "~Chadian = TD country; N'Djamena = TD city"],
  ['The capsule fell back to Earth, into the Pacific.', 'Earth = - site; Pacific = - region'],
  ['She flew from Washington to Boston on Friday.', 'Washington = US city; Boston = US city'],
  ['They met in LA, and in New Orleans, LA.', 'LA = US city; New Orleans = US city; LA = US region'],
  ['The Paris agreement was signed in Vienna.', '~Paris = FR city; Vienna = AT city'],
]

const BY_RULES: readonly (readonly [text: string, want: string])[] = [
  ['The US-led mission left Kabul.', '~US = US country; Kabul = AF city'],
  ['The Washington Post reported the fire.', ''],
]

describe('places', () => {
  it.each(TABLE)('%s', async (text, want) => expect(all(await readText(text))).toBe(want))
  it.each(BY_RULES)('%s, by rules alone', async (text, want) => expect(all(await readByRules(text))).toBe(want))

  it('gives its rivals with the surest first', async () => {
    const { places } = await readText('A fire broke out in Paris.')
    const scores = places[0]?.rivals?.map(({ score }) => score) ?? []
    expect(scores.length).toBeGreaterThan(0)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('resolves given places, and only these', async () => {
    const text = 'He left Rome for Vienna.'
    expect(all(await readText(text, { given: { places: [{ start: 17, end: 23 }] } }))).toBe('Vienna = AT city')
  })
})
