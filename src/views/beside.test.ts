import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { storyOf } from '../stories/index.ts'
import { neighboursIn } from './beside.ts'
import type { Line } from './line.ts'
import { plainText } from './lines.ts'
import { statements } from './statements.ts'

async function linesOf(...makings: Making[]): Promise<readonly Line[]> {
  const rows = await (await storyOf(makings.map(made))).rows()
  const lines: Line[] = []
  if (rows) for await (const line of statements.lines(rows, {})) lines.push(line)
  return lines
}

type Saying = Partial<NonNullable<Making['said']>[number]>

const FRAME = 'Fire crews fought the warehouse blaze in Oldmarsh harbour through the night.'
const OWN = ['Pigeons settled on the quay beside the idle cranes.', 'Two tugs lay at the pontoon until noon.']

/** Two articles, days apart, each with what one person said. */
const twice = (first: string, second: string, how: readonly [Saying, Saying] = [{}, {}], published = '2026-04-14') =>
  linesOf(
    ...[first, second].map((words, at): Making => {
      const [speaker, cue] = ['Marta Hollen', 'said']
      return {
        id: `${at}`,
        outlet: `The ${at}`,
        published: at === 0 ? '2026-04-10' : published,
        body: [FRAME, `${words}, ${speaker} ${cue}.`, OWN[at] ?? ''],
        entities: [{ names: [speaker] }],
        said: [{ words, source: speaker, cue, speaker, kind: 'indirect', ...how[at] }],
      }
    }),
  )

const KILLED = 'The blaze killed 11 workers in the northern warehouse'
const LOCKED = 'The northern warehouse gate was locked from outside that night'

describe('what a person said before', () => {
  it.each([
    ['another number', KILLED, 'The blaze killed 13 workers in the northern warehouse hall', {}, ['said otherwise later'], ['said otherwise before']],
    [
      'another toll in other words',
      'The blaze on Tuesday killed nine workers and injured 52',
      'The blaze on April 7 killed 14 workers',
      {},
      ['said otherwise later'],
      ['said otherwise before'],
    ],
    ['a year is no number', 'The northern warehouse roof was mended in 2019 by a contractor', 'A contractor mended the roof of our northern warehouse, the last time in 2021', {}, ['said again later'], ['said before']],
    ['not so', LOCKED, 'Nobody had locked our northern warehouse gate from outside last night', {}, ['said otherwise later'], ['said otherwise before']],
    ['denied', LOCKED, 'Somebody locked her northern warehouse gate from outside last night', { stance: 'denied' }, ['said otherwise later'], ['said otherwise before']],
    ['another matter', LOCKED, 'The port will open a new terminal for ferries in autumn', {}, [], []],
  ] as const)('%s', async (_, first, second, how, ahead, back) => {
    const lines = await twice(first, second, [{}, how])
    const of = neighboursIn(lines)
    const named = (words: string) => lines.filter(({ text }) => plainText(text).includes(words)).flatMap(of).map(({ label }) => label)
    expect([named(first), named(second)]).toEqual([ahead, back])
  }) // biome-ignore format: a table to be read

  it('is nothing of the same day', async () => {
    const lines = await twice(
      KILLED,
      'The blaze killed 13 workers in the northern warehouse hall',
      [{}, {}],
      '2026-04-10',
    )
    expect(lines.flatMap(({ beside = [] }) => beside)).toEqual([])
  })
})

const COUNCIL: Making = {
  id: 'council',
  outlet: 'Oldmarsh Times',
  published: '2026-04-10',
  body: [
    'The gate was locked, Jens Pellworm told the harbour council in Oldmarsh on Thursday evening.',
    'Marta Hollen replied that the guard had told her that it was open.',
  ],
  entities: [{ names: ['Jens Pellworm'] }, { names: ['harbour council'], type: 'organization' }, { names: ['Marta Hollen'] }],
  places: [{ words: 'Oldmarsh', name: 'Oldmarsh', precision: 'city' }],
  times: [{ words: 'Thursday evening', from: '2026-04-09', to: '2026-04-09' }],
  said: [
    { words: 'The gate was locked', source: 'Jens Pellworm', cue: 'told', speaker: 'Jens Pellworm', kind: 'indirect', to: 'harbour council', where: 'Oldmarsh', when: 'Thursday evening' },
    { words: 'that the guard had told her that it was open', source: 'Marta Hollen', cue: 'replied', speaker: 'Marta Hollen', kind: 'indirect' },
    { words: 'it was open', source: 'the guard', cue: 'had told', kind: 'indirect', within: 'that the guard had told her that it was open' },
  ],
} // biome-ignore format: a table to be read

describe('a statement', () => {
  it('says to whom, where and when it was said, in the words printed', async () => {
    const [line] = await linesOf(COUNCIL)
    expect(line?.to).toMatchObject({ words: { exact: 'harbour council' }, name: 'harbour council' })
    expect(line?.where).toMatchObject({ name: 'Oldmarsh', words: { exact: 'Oldmarsh' } })
    expect(line?.when).toMatchObject({ from: '2026-04-09', stated: true, words: { exact: 'Thursday evening' } })
  })

  it('leads to the one that it answers and the one that it stands in, and these back', async () => {
    const lines = await linesOf(COUNCIL)
    const of = neighboursIn(lines)
    const words = ({ text }: Line) => plainText(text)
    const found = lines.flatMap((line) =>
      of(line).map((one) => [words(line).slice(0, 12), one.label, words(one.line).slice(0, 12)]),
    )
    expect(found.map((one) => one.join(' · ')).sort()).toEqual([
      'Marta Hollen · answers · The gate was',
      'Marta Hollen · holds · … the guard ',
      'The gate was · answered · Marta Hollen',
      '… the guard  · within · Marta Hollen',
    ])
  })
})
