import { expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { storyOf } from '../stories/index.ts'
import { statements } from './statements.ts'

const FRAME = 'Fire crews fought the warehouse blaze in Oldmarsh harbour through the night.'
const OWN = ['Pigeons settled on the quay beside the idle cranes.', 'Two tugs lay at the pontoon until noon.']
const WHOLE = 'We counted every worker at the gate, and two of them did not come out of the hall'

const article = (words: string, at: number): Making => ({
  id: `${at}`,
  outlet: `The ${at}`,
  published: `2026-04-0${at + 2}`,
  body: [FRAME, `“${words},” said Marta Hollen.`, OWN[at] ?? ''],
  entities: [{ names: ['Marta Hollen'] }],
  said: [{ words, source: 'Marta Hollen', cue: 'said', speaker: 'Marta Hollen' }],
})

/** How the second report's words stand to the first's. */
async function wordingOf(first: string, second: string) {
  const rows = await (await storyOf([first, second].map((words, at) => made(article(words, at))))).rows()
  if (!rows) throw new Error('no story')
  for await (const { reports } of statements.lines(rows, {})) {
    const { cut = [], other = [] } = reports[1]?.wording ?? {}
    return { cut: cut.map(({ exact }) => exact), other: other.map(({ exact }) => exact) }
  }
  throw new Error('no line')
}

it.each([
  ['the same words', WHOLE, { cut: [], other: [] }],
  [
    'a cut',
    'We counted every worker at the gate',
    { cut: ['and two of them did not come out of the hall'], other: [] },
  ],
  ['another word', WHOLE.replace('hall', 'building'), { cut: ['hall'], other: ['building'] }],
  ['a word more', WHOLE.replace('every', 'every single'), { cut: [], other: ['single'] }],
])('says who cut or changed which words: %s', async (_, second, want) => {
  expect(await wordingOf(WHOLE, second)).toEqual(want)
})
