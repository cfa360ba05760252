import { describe, expect, it } from 'vitest'
import { readByRules, readText, saying } from '../../test/reading.ts'
import type { Reading } from '../readings/reading.ts'
import type { Attribution } from './attributions.ts'

const nameOf = ({ entities }: Reading, id: string | undefined): string =>
  entities.find((entity) => entity.id === id)?.name ?? '-'

/** "Speaker: {cue} <content> kind stance". */
function told(reading: Reading, { speaker, cue, content, kind, stance = '' }: Attribution): string {
  const words = `{${saying(reading.text, cue)}} <${saying(reading.text, content)}>`
  return `${nameOf(reading, speaker)}: ${words} ${kind} ${stance}`.trim()
}
const all = (reading: Reading): string => reading.attributions.map((one) => told(reading, one)).join(' | ')

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['Odell adviser Lena Abara wrote: “We go.”', 'Lena Abara: {wrote:} <“We go.”> direct said'],
  [
    'Lena Abara, who had led the port for two years, said that she would leave.',
    'Lena Abara: {said} <that she would leave> indirect said',
  ],
  ['“The bridge is safe,” Mayor Lena Abara said.', 'Lena Abara: {said} <“The bridge is safe,”> direct said'],
  [
    '“The bridge is safe,” said Lena Abara, the mayor of Corvan. “We checked it twice.”',
    'Lena Abara: {said} <“The bridge is safe,” … “We checked it twice.”> direct said',
  ],
  [
    'Lena Abara runs the port. “We lost everything,” she said. “I have no words.”',
    'Lena Abara: {said} <“We lost everything,” … “I have no words.”> direct said',
  ],
  [
    'Tomas Odell is the harbour chief. The harbour chief said the cranes had stopped.',
    'Tomas Odell: {said} <the cranes had stopped> indirect said',
  ],
  [
    'Prime Minister Lena Abara spoke. The prime minister said the road would open.',
    'Lena Abara: {said} <the road would open> indirect said',
  ],
  [
    '“The water rose in an hour,” Tomas Odell told reporters.\n\n“Nobody came to help us.”',
    'Tomas Odell: {told} <“The water rose in an hour,”> direct said | Tomas Odell: {} <“Nobody came to help us.”> direct said',
  ],
  [
    '“The water rose in an hour,” Tomas Odell said. “We waited for a boat.\n\n“Nobody came to help us.”',
    'Tomas Odell: {said} <“The water rose in an hour,” … “We waited for a boat.> direct said | Tomas Odell: {} <“Nobody came to help us.”> direct said',
  ],
  [
    'According to the Harbour Ministry, 14 people were rescued.',
    'Harbour Ministry: {According to} <14 people were rescued> indirect said',
  ],
  [
    'Fourteen people were rescued, according to Lena Abara.',
    'Lena Abara: {according to} <Fourteen people were rescued> indirect said',
  ],
  ['The ministry denied that the dam had failed.', 'The ministry: {denied} <that the dam had failed> indirect denied'],
  [
    'Lena Abara, who said the plan was “a mistake”, left the council.',
    'Lena Abara: {said} <the plan was “a mistake”> mixed said',
  ],
  [
    'The company, which says it will rebuild the plant, sold its ships.',
    'The company: {says} <it will rebuild the plant> indirect said',
  ],
  [
    '“I saw it fall,” said a fisherman who asked not to be named.',
    'a fisherman who asked not to be named: {said} <“I saw it fall,”> direct said',
  ],
  [
    'Mr Odell warned that more rain was coming, adding that the river could burst its banks.',
    'Odell: {warned} <that more rain was coming> indirect warned | Odell: {adding} <that the river could burst its banks> indirect said',
  ],
  [
    'Police said Lena Abara told them that she was alone.',
    'Police: {said} <Lena Abara told them that she was alone> indirect said',
  ],
  [
    '“Will it hold?” asked Nadia Ferro. “I doubt it,” Odell replied.',
    'Nadia Ferro: {asked} <“Will it hold?”> direct asked | Odell: {replied} <“I doubt it,”> direct said',
  ],
  [
    'The council said it would not pay. It added that the money was gone.',
    'The council: {said} <it would not pay> indirect said | The council: {added} <that the money was gone> indirect said',
  ],
  ['“We will rebuild,” the president vowed.', 'the president: {vowed} <“We will rebuild,”> direct promised'],
  [
    'A senior official in the interior ministry, who asked not to be named, said the figure was higher.',
    'A senior official: {said} <the figure was higher> indirect said',
  ],
  [
    '“The dam has held,” Lena Abara said, referring to the flood. “We were lucky.”',
    'Lena Abara: {said} <“The dam has held,” … “We were lucky.”> direct said | Lena Abara: {referring to} <the flood> indirect said',
  ],
  ['The old “sky bridge” was closed in May.', ''],
  ['The council built a bridge.', ''],
]

const BY_RULES: readonly (readonly [text: string, want: string])[] = [
  ['Did you know that the ferry has sunk? Prices vary according to your tariff.', ''],
  ['The union urged the council to raise wages.', 'The union: {urged} <to raise wages> indirect demanded'],
  [
    'Officials said on Tuesday that the road would stay closed.',
    'Officials: {said} <that the road would stay closed> indirect said',
  ],
  ['Prices fell sharply in March, the bank said.', 'the bank: {said} <Prices fell sharply in March> indirect said'],
  [
    'The director of the port, Lena Abara, said she had never seen the letters.',
    'Lena Abara: {said} <she had never seen the letters> indirect said',
  ],
  ['A lawyer for the two said they denied the charges.', 'A lawyer: {said} <they denied the charges> indirect said'],
  [
    'The plant stored 550 tonnes more than it had declared, Lena Abara told a committee of the council on Monday.',
    'Lena Abara: {told} <The plant stored 550 tonnes more than it had declared> indirect said',
  ],
  [
    'A crane operator, who gave no name, said the hall was full. “They knew,” he said.',
    'A crane operator: {said} <the hall was full> indirect said | A crane operator: {said} <“They knew,”> direct said',
  ],
  [
    'Tomas Odell spoke. His office said that the bridge was closed.',
    'His office: {said} <that the bridge was closed> indirect said',
  ],
  [
    'Tomas Odell ran in May. The Odell campaign said the vote was lost.',
    'The Odell campaign: {said} <the vote was lost> indirect said',
  ],
  [
    'A driver from Corvan, who had worked for Tomas Odell, said the crane was old.',
    'A driver: {said} <the crane was old> indirect said',
  ],
  [
    'Mr Odell treated Lena Abara’s remark as praise, adding: “I am glad.”',
    'Odell: {adding} <“I am glad.”> direct said',
  ],
  ['Lena Abara and Tomas Odell said the road was shut.', '-: {said} <the road was shut> indirect said'],
  ['Dean Holm, a salesman from Corvan, said so.', ''],
  [
    'The minister said: “We are ready. The boats are here.”',
    'The minister: {said} <“We are ready. The boats are here.”> direct said',
  ],
  ['Abara called the report “a work of fiction”.', 'Abara: {called} <“a work of fiction”> direct said'],
  [
    'Lena Abara has promised to publish the letters.',
    'Lena Abara: {has promised} <to publish the letters> indirect promised',
  ],
  ['He asked whether the bridge would open.', '-: {asked} <whether the bridge would open> indirect asked'],
]

describe('attributions', () => {
  it.each(TABLE)('%s', async (text, want) => expect(all(await readText(text))).toBe(want))
  it.each(BY_RULES)('%s, by rules alone', async (text, want) => expect(all(await readByRules(text))).toBe(want))

  it('links a quotation to the one that it goes on from', async () => {
    const { attributions } = await readText('“We waited,” Tomas Odell said. “It was dark.\n\n“Nobody came.”')
    expect(attributions[1]?.continues).toBe(attributions[0]?.id)
  })

  it('gives a quotation to who introduced it by a noun of saying in the paragraph before', async () => {
    const reading = await readByRules(
      'Lena Abara released the following statement on Monday:\n\n“The boats will come.”',
    )
    expect(nameOf(reading, reading.attributions[0]?.speaker)).toBe('Lena Abara')
  })

  it.each<[text: string, when: string]>([
    ['“The ferry sank in an hour,” Lena Abara said on Tuesday.', 'Tuesday'],
    ['On Tuesday, Lena Abara said the ferry had sunk.', 'Tuesday'],
    ['Lena Abara, who was elected on 3 March, said the ferry had sunk.', ''],
    ['Lena Abara said in 2008 that the ferry had sunk.', ''],
    ['But speaking in January 2026, Lena Abara said the ferry had sunk.', 'January 2026'],
  ])('%s: the day of saying', async (text, when) => {
    const { attributions, times } = await readText(text, { published: '2026-03-05' })
    const time = times.find(({ id }) => id === attributions[0]?.when)
    expect(time ? text.slice(time.start, time.end) : '').toBe(when)
  })

  it('names the one spoken to', async () => {
    const reading = await readText('Lena Abara told Tomas Odell that the port would close.')
    expect(nameOf(reading, reading.attributions[0]?.to)).toBe('Tomas Odell')
  })
})
