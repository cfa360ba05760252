import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import type { HappeningRow } from './rows.ts'
import { storyOf } from './story.ts'

const FRAME =
  'Oldmarsh harbour, its warehouse, its ferry line and its flood wall were the talk of the council this week.'

/** What each outlet adds in words of its own, so that no text is a copy of another. */
const OWN = [
  'Pigeons settled on the quay while a crane driver watched from his cabin, and the kiosk sold soup until midnight.',
  'Two tugs lay idle at the pontoon; their skippers played cards under a lamp and spoke of last winter.',
  'Children on bicycles rode past the market hall, where a choir rehearsed for its spring concert behind closed shutters.',
]

type Telling = NonNullable<Making['events']>[number] & {
  readonly sentence: string
  readonly outlet?: string
  readonly published?: string
}

function readingOf(
  { sentence, outlet, published = '2026-04-03', ...event }: Telling,
  at: number,
): ReturnType<typeof made> {
  const id = `a${at}`
  return made({
    id,
    outlet: outlet ?? `Outlet ${at}`,
    published,
    body: [FRAME, sentence, OWN[at] ?? ''],
    places: ['Oldmarsh', 'Grenn']
      .filter((one) => sentence.includes(`in ${one}`))
      .map((words) => ({ words: `in ${words}`, name: words, country: 'NL' })),
    events: [event],
  })
}

async function rowsOf(...tellings: Telling[]): Promise<readonly HappeningRow[]> {
  const rows: HappeningRow[] = []
  for await (const row of (await (await storyOf(tellings.map(readingOf))).rows())?.happenings() ?? []) rows.push(row)
  return rows
}

const FIRE: Telling = {
  sentence: 'A fire destroyed the grain warehouse at the ferry quay on Thursday night.',
  words: 'fire',
  type: 'DISASTER',
  day: '2026-04-02',
}

describe('happenings across articles', () => {
  it.each<readonly [string, Telling, number]>([
    [
      'the same day, much the same words',
      { ...FIRE, sentence: 'The fire on Thursday destroyed a grain warehouse by the ferry quay.' },
      1,
    ],
    ['another day', { ...FIRE, day: '2026-03-02' }, 2],
    ['a wider stretch of days that holds it', { ...FIRE, day: ['2026-04-01', '2026-04-05'] }, 1],
    ['no day on one side, the same sentence', { sentence: FIRE.sentence, words: 'fire', type: 'DISASTER' }, 1],
    [
      'no day on one side, other words',
      { sentence: 'The fire at the ferry quay destroyed much.', words: 'fire', type: 'DISASTER' },
      2,
    ],
    [
      'a year that holds the day, other words',
      { ...FIRE, sentence: 'A fire destroyed a warehouse at the quay that year.', day: ['2026-01-01', '2026-12-31'] },
      2,
    ],
    ['another kind of thing', { ...FIRE, type: 'CONSULT' }, 2],
    ['denied', { ...FIRE, polarity: 'negative' }, 2],
    ['only planned', { ...FIRE, modality: 'planned' }, 2],
    ['still going on', { ...FIRE, modality: 'ongoing' }, 1],
    [
      'other words altogether',
      { ...FIRE, sentence: 'A blaze in the old cinema burned itself out.', words: 'blaze' },
      2,
    ],
  ])('%s', async (_, other, want) => {
    expect(await rowsOf(FIRE, other)).toHaveLength(want)
    expect(await rowsOf(other, FIRE)).toHaveLength(want)
  })

  it('keeps two days apart, whatever an undated telling says', async () => {
    const again: Telling = {
      ...FIRE,
      sentence: 'A fire destroyed the grain warehouse at the ferry quay on Sunday night.',
      day: '2026-03-29',
    }
    const undated: Telling = {
      sentence: 'A fire destroyed a grain warehouse at the ferry quay.',
      words: 'fire',
      type: 'DISASTER',
    }
    expect(await rowsOf(FIRE, undated, again)).toHaveLength(2 + 1)
  })

  it('keeps two towns apart', async () => {
    const of = (town: string): Telling => ({
      ...FIRE,
      sentence: `A fire destroyed the grain warehouse in ${town} on Thursday night.`,
      place: `in ${town}`,
    })
    expect(await rowsOf(of('Oldmarsh'), of('Oldmarsh'))).toHaveLength(1)
    expect(await rowsOf(of('Oldmarsh'), of('Grenn'))).toHaveLength(2)
  })

  it('counts origins once an outlet', async () => {
    const [row] = await rowsOf({ ...FIRE, outlet: 'Star' }, { ...FIRE, outlet: 'Star' }, { ...FIRE, outlet: 'Times' })
    expect(row?.tellings).toHaveLength(3)
    expect(row?.origins).toBe(2)
  })

  it('is surer with each origin, never with copies alone', async () => {
    const [one] = await rowsOf(FIRE)
    const [two] = await rowsOf(FIRE, FIRE)
    const [same] = await rowsOf({ ...FIRE, outlet: 'Star' }, { ...FIRE, outlet: 'Star' })
    expect(two?.score).toBeGreaterThan(one?.score ?? 1)
    expect(same?.score).toBe(one?.score)
  })

  it('takes a stated day before an implied one', async () => {
    const [row] = await rowsOf({ ...FIRE, day: ['2026-04-02', '2026-04-03'], implied: true }, FIRE)
    expect(row?.day).toMatchObject({ from: '2026-04-02', to: '2026-04-02', stated: true })
  })
})

describe('how plans end', () => {
  const PLAN: Telling = {
    sentence: 'The council will reopen the ferry line to Grenn on Monday.',
    words: 'reopen',
    modality: 'planned',
    day: '2026-04-06',
    published: '2026-04-03',
  }
  const LATER: Telling = { ...FIRE, published: '2026-04-20' }
  const DONE: Telling = {
    sentence: 'The ferry line to Grenn reopened on Monday, the council said.',
    words: 'reopened',
    day: '2026-04-06',
    published: '2026-04-07',
  }
  it.each<readonly [string, readonly Telling[], HappeningRow['end']]>([
    ['met', [PLAN, DONE], 'met'],
    [
      'missed',
      [
        PLAN,
        {
          ...DONE,
          sentence: 'The ferry line to Grenn was not reopened on Monday, the council said.',
          polarity: 'negative',
        },
      ],
      'missed',
    ],
    [
      'met, as its report calls it by another word',
      [
        PLAN,
        {
          ...DONE,
          sentence: 'On Monday the first ferry of the line to Grenn sailed, the council said.',
          words: 'sailed',
        },
      ],
      'met',
    ],
    [
      'missed, as its report says of what had been promised',
      [
        PLAN,
        {
          ...DONE,
          sentence: 'The ferry that the council had promised did not sail on Monday, and commuters took the bus.',
          words: 'sail',
          polarity: 'negative',
        },
      ],
      'missed',
    ],
    [
      'another thing done that day, by another word',
      [PLAN, { ...DONE, sentence: 'On Monday the council bought a ferry.', words: 'bought' }],
      undefined,
    ],
    ['overdue', [PLAN, LATER], 'overdue'],
    [
      'overdue, whatever else is told of a long stretch that holds the day',
      [PLAN, { ...LATER, day: ['2026-04-01', '2026-04-30'] }],
      'overdue',
    ],
    ['not due yet', [PLAN], undefined],
    ['only called for', [{ ...PLAN, modality: 'called-for' }, LATER], undefined],
    ['done before it was planned', [PLAN, { ...DONE, day: '2026-04-01', published: '2026-04-01' }], undefined],
    [
      'another thing reopened',
      [PLAN, { ...DONE, sentence: 'The swimming pool reopened on Monday with free entry for children.' }],
      undefined,
    ],
  ])('%s', async (_, tellings, want) => {
    const rows = await rowsOf(...tellings)
    expect(rows.find(({ tellings: [first] }) => first.item.sentence.exact === PLAN.sentence)?.end).toBe(want)
  })
})
