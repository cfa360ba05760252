import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import type { StatementRow } from './rows.ts'
import { storyOf } from './story.ts'

type Said = NonNullable<Making['said']>[number]

const FRAME = 'Fire crews fought the warehouse blaze in Oldmarsh harbour through the night.'

/** What each outlet adds in words of its own, so that no text is a copy of another. */
const OWN = [
  'Pigeons settled on the quay while a crane driver watched from his cabin, and the kiosk sold soup until midnight.',
  'Two tugs lay idle at the pontoon; their skippers played cards under a lamp and spoke of last winter.',
  'Children on bicycles rode past the market hall, where a choir rehearsed for its spring concert behind closed shutters.',
]

const telling = (id: string, published: string, said: Said, speakers: readonly string[]): ReturnType<typeof made> =>
  made({
    id,
    outlet: `The ${id}`,
    published,
    body: [FRAME, `“${said.words}” said ${speakers.join(' and ')}.`],
    entities: speakers.map((name) => ({ names: [name] })),
    said: [{ ...said, cue: 'said' }],
  })

async function rowsOf(...readings: ReturnType<typeof made>[]): Promise<readonly StatementRow[]> {
  const rows: StatementRow[] = []
  for await (const row of (await (await storyOf(readings)).rows())?.statements() ?? []) rows.push(row)
  return rows
}

const WHOLE = 'We counted every worker at the gate, and two of them did not come out of the hall,'

describe('statements across articles', () => {
  it.each([
    ['the same words, the same name', WHOLE, 'Marta Hollen', WHOLE, 'Marta Hollen', 1],
    [
      'other marks and capitals',
      'We counted every worker at the gate',
      'Marta Hollen',
      'we counted every worker, at the gate,',
      'Marta Hollen',
      1,
    ],
    ['cut at the end', WHOLE, 'Marta Hollen', 'We counted every worker at the gate,', 'Marta Hollen', 1],
    ['a surname on one side', WHOLE, 'Marta Hollen', WHOLE, 'Hollen', 1],
    ['no speaker on one side', WHOLE, 'Marta Hollen', WHOLE, undefined, 1],
    ['two speakers of the same words', WHOLE, 'Marta Hollen', WHOLE, 'Jens Pellworm', 2],
    ['two of one surname', WHOLE, 'Marta Hollen', WHOLE, 'Jens Hollen', 2],
    [
      'other words of the same speaker',
      WHOLE,
      'Marta Hollen',
      'The hall had two doors and one of them was locked,',
      'Marta Hollen',
      2,
    ],
    [
      'another number',
      'We counted 11 workers who did not come out of the hall,',
      'Marta Hollen',
      'We counted 13 workers who did not come out of the hall,',
      'Marta Hollen',
      2,
    ],
    [
      'the same number in words',
      'We counted 11 workers who did not come out of the hall,',
      'Marta Hollen',
      'We counted eleven workers who did not come out of the hall,',
      'Marta Hollen',
      1,
    ],
    ['a stock phrase', 'Thank you', 'Marta Hollen', 'Thank you', 'Marta Hollen', 2],
  ] as const)('%s', async (_, words, speaker, other, speakerToo, want) => {
    const of = (id: string, day: string, text: string, name: string | undefined) =>
      telling(id, day, { words: text, ...(name === undefined ? {} : { speaker: name }) }, [name ?? 'Nobody Known'])
    const [north, south] = [of('north', '2026-04-02', words, speaker), of('south', '2026-04-03', other, speakerToo)]
    expect(await rowsOf(north, south)).toHaveLength(want)
    expect(await rowsOf(south, north)).toHaveLength(want)
  })

  it.each([
    ['retold by the same speaker’s name', 'Marta Hollen', 'that the harbour needed a warden who could count', 1],
    ['in other words', 'Marta Hollen', 'that the harbour had no warden at the gate that night', 2],
    ['retold of another', 'Jens Pellworm', 'that the harbour needed a warden who could count', 2],
  ] as const)('that are indirect: %s', async (_, speaker, words, want) => {
    const direct = telling(
      'north',
      '2026-04-02',
      { words: 'I am leaving because this harbour needs a warden who can count,', speaker: 'Marta Hollen' },
      ['Marta Hollen'],
    )
    const retold = telling('south', '2026-04-03', { words, speaker, kind: 'indirect' }, [speaker])
    expect(await rowsOf(direct, retold)).toHaveLength(want)
  })

  it('counts an outlet once, however often it tells', async () => {
    const of = (id: string, outlet: string) => made({ ...base(id), outlet })
    const base = (id: string): Making => ({
      id,
      published: `2026-04-0${id.length}`,
      headline: FRAME,
      body: [`“${WHOLE}” said Marta Hollen.`, OWN[id.length - 1] ?? ''],
      entities: [{ names: ['Marta Hollen'] }],
      said: [{ words: WHOLE, speaker: 'Marta Hollen', cue: 'said' }],
    })
    const rows = await rowsOf(of('a', 'The Harbour Star'), of('bb', 'The Harbour Star'), of('ccc', 'Oldmarsh Times'))
    expect(rows.map(({ origins, tellings }) => [origins, tellings.length])).toEqual([[2, 3]])
  })

  it('takes the named speaker, and leaves the unnamed to their article', async () => {
    const named = telling('north', '2026-04-03', { words: WHOLE, speaker: 'Marta Hollen' }, ['Marta Hollen'])
    const unnamed = made({
      id: 'south',
      published: '2026-04-02',
      body: [FRAME, `“${WHOLE}” said an official.`],
      entities: [{ names: ['an official'], type: 'source' }],
      said: [{ words: WHOLE, speaker: 'an official', cue: 'said' }],
    })
    const [row, ...rest] = await rowsOf(named, unnamed)
    expect(rest).toEqual([])
    expect(row?.speaker?.name).toBe('Marta Hollen')
  })

  it('is said on the day that is stated, else on the day of publication, which only implies it', async () => {
    const [row] = await rowsOf(
      telling('north', '2026-04-03T10:00:00+02:00', { words: WHOLE, speaker: 'Marta Hollen' }, ['Marta Hollen']),
    )
    expect(row?.day).toMatchObject({ from: '2026-04-03', to: '2026-04-03', stated: false })
  })
})

it('statements are those of one stance when that is asked', async () => {
  const said = (words: string, stance: string): Said => ({ words, speaker: 'Marta Hollen', stance })
  const readings = [
    telling('north', '2026-04-02', said('The gate stood open all night long', 'said'), ['Marta Hollen']),
    telling('south', '2026-04-03', said('Nobody had counted the drums on the pier', 'denied'), ['Marta Hollen']),
  ]
  const rows = await (await storyOf(readings)).rows()
  const found: (string | undefined)[] = []
  for await (const { stance } of rows?.statements({ stance: 'denied' }) ?? []) found.push(stance)
  expect(found).toEqual(['denied'])
})
