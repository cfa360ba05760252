import { describe, expect, it } from 'vitest'
import { readText } from '../../test/reading.ts'
import type { Reading } from '../readings/reading.ts'
import type { Entity } from './entities.ts'

const wordsOfId = (text: string, id: string): string => {
  const [start, end] = id.slice(2).split('-').map(Number)
  return text.slice(start, end)
}

/** "type name = mention, mention [role, role]". */
function told({ text }: Reading, { type, name, mentions, roles }: Entity): string {
  const own = mentions.map((id) => wordsOfId(text, id)).join(', ')
  return `${type} ${name} = ${own}${roles.length > 0 ? ` [${roles.map((role) => role.text).join(', ')}]` : ''}`
}

async function all(text: string): Promise<readonly string[]> {
  const reading = await readText(text)
  return reading.entities.map((entity) => told(reading, entity))
}

const TABLE: readonly (readonly [text: string, ...want: string[]])[] = [
  [
    'The Corvan Harbour Authority (CHA) closed the port. The CHA said repairs would take weeks. The authority gave no date.',
    'organization Corvan Harbour Authority = Corvan Harbour Authority, CHA, CHA, The authority',
  ],
  [
    'Fighters of the Red Valley Army, also known as the Valley Front, took the town. The RVA denied it.',
    'organization Red Valley Army = Red Valley Army, Valley Front, RVA',
  ],
  [
    'Prime Minister Lena Abara met Tomas Odell in Paris. Abara said she was pleased. The prime minister left early.',
    'person Lena Abara = Lena Abara, Abara, she, The prime minister [Prime Minister]',
    'person Tomas Odell = Tomas Odell',
  ],
  [
    'Tomas Odell is the harbour chief. The harbour chief said the cranes had stopped.',
    'person Tomas Odell = Tomas Odell, the harbour chief, The harbour chief [harbour chief]',
  ],
  [
    'A crane driver, Marian Velo, said he had seen a fire.',
    'person Marian Velo = A crane driver, Marian Velo, he [crane driver]',
  ],
  [
    'A former employee said the sacks were wet. “Everyone knew,” the former employee said.',
    'source A former employee = A former employee, the former employee',
  ],
  [
    'Interior Minister Ana Ruiz spoke in Rome. “We are ready,” said the Italian interior minister.',
    'person Ana Ruiz = Ana Ruiz, the Italian interior minister [Interior Minister, Italian interior minister]',
  ],
  [
    'The French defence minister, Luc Marchand, spoke first. Mr Marchand said the talks went well. He left at noon.',
    'person Luc Marchand = The French defence minister, Luc Marchand, Marchand, He [French defence minister]',
  ],
  [
    "Nadia Ferro, a nurse, was hurt. Ferro's sister said she was recovering.",
    'person Nadia Ferro = Nadia Ferro, Ferro [nurse]',
    "source Ferro's sister = Ferro's sister, she",
  ],
  [
    'Tomas Odell told Nadia Ferro that he would resign. She thanked him.',
    'person Tomas Odell = Tomas Odell, he, him',
    'person Nadia Ferro = Nadia Ferro, She',
  ],
  [
    'Brightwater Inc. fired its chief executive, Ola Nyberg. Brightwater said Nyberg had lied. The company named no successor.',
    'organization Brightwater Inc. = Brightwater Inc., The company',
    'person Ola Nyberg = Ola Nyberg, Nyberg',
  ],
  [
    'A senior official who asked not to be named said the dam was safe. The official gave no reason.',
    'source A senior official who asked not to be named = A senior official',
  ],
  [
    'A teacher at the school said those involved in the riot had left. A person close to the inquiry said so, too.',
    'source A teacher = A teacher',
    'source A person close to the inquiry = A person',
  ],
  [
    'The UN Security Council met on Monday. The UN sent food, the UN said.',
    'organization UN Security Council = UN Security Council',
    'organization UN = UN, UN',
  ],
  ['Though authorities said so, nobody left.', 'source authorities = authorities'],
  ['Police arrested a man. Police said he was armed.', 'source Police = Police, Police'],
  [
    'The Islamic Relief Fund opened a camp. The fund feeds 400 families. IRF staff arrived on Monday.',
    'organization Islamic Relief Fund = Islamic Relief Fund, The fund, IRF',
  ],
  [
    'General Amadou Keita took power in May. President Keita dissolved parliament. Keita has ruled since.',
    'person Amadou Keita = Amadou Keita, Keita, Keita [General, President]',
  ],
  [
    'Mayor Lena Abara spoke. Deputy Mayor Jon Ruiz listened. The mayor was angry.',
    'person Lena Abara = Lena Abara, The mayor [Mayor]',
    'person Jon Ruiz = Jon Ruiz [Deputy Mayor]',
  ],
  [
    'Hundreds demanded the resignation of the mayor, Lena Abara. She would stay, she said.',
    'person Lena Abara = the mayor, Lena Abara, She, she [mayor]',
  ],
  ['John Smith met Mary Smith.', 'person John Smith = John Smith', 'person Mary Smith = Mary Smith'],
  ['Syria and Iraq share a border.', 'location Syria = Syria', 'location Iraq = Iraq'],
]

describe('entities', () => {
  it.each(TABLE)('%s', async (text, ...want) => expect(await all(text)).toEqual(expect.arrayContaining(want)))

  it('never gives a mention to two entities', async () => {
    const { entities } = await readText(TABLE.map(([text]) => text).join('\n\n'))
    const ids = entities.flatMap(({ mentions }) => mentions)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('never makes one of two people of one surname', async () => {
    const { entities } = await readText('John Smith met Mary Smith. Smith said little.')
    const people = entities.filter(({ type }) => type === 'person').map(({ name }) => name)
    expect(people).toEqual(['John Smith', 'Mary Smith'])
  })
})
