import { describe, expect, it } from 'vitest'
import { shipped } from '../../../test/reading.ts'
import { wordsOf } from '../../text/span.ts'
import type { EntityType } from '../mentions.ts'
import { appointed } from './appointed.ts'
import { wordsIn } from './words.ts'

/** The kind that a name of a text, taken with doubt for another, is given. */
async function kindOf(text: string, words: string, type: EntityType, score: number): Promise<string | undefined> {
  const { gazetteer } = await shipped()
  const start = text.indexOf(words)
  const name = { start, end: start + words.length, type, by: 'made', score }
  const [found] = appointed(text, wordsIn(text, { start: 0, end: text.length }), [name], gazetteer)
  return found && wordsOf(text, found) === words ? found.type : undefined
}

describe('names after an office', () => {
  it.each<[text: string, words: string, type: EntityType, score: number, want: EntityType]>([
    ['The mayor of Galati, Lavinia Oprescu, said so.', 'Lavinia Oprescu', 'location', 0.6, 'person'],
    ['Its chief executive, Bora Tellin, said so.', 'Bora Tellin', 'organization', 0.5, 'person'],
    ['He had been the deputy of Sorin Velciu. Mr Velciu left.', 'Sorin Velciu', 'organization', 0.4, 'person'],
    ['The mayor of Galati, Lavinia Oprescu, said so.', 'Lavinia Oprescu', 'location', 0.9, 'location'],
    ['The chief of the capital, Buenos Aires, said so.', 'Buenos Aires', 'location', 0.6, 'location'],
    ['The owner of the company, Bora Tellin, said so.', 'Bora Tellin', 'organization', 0.5, 'organization'],
    ['The director, Central Hospital, said so.', 'Central Hospital', 'organization', 0.5, 'organization'],
    ['In the town, Bora Tellin, nobody slept.', 'Bora Tellin', 'location', 0.5, 'location'],
  ])('%s (%s)', async (text, words, type, score, want) => expect(await kindOf(text, words, type, score)).toBe(want))
})
