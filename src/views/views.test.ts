import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { apply, makeDecision, targetOf } from '../decisions/index.ts'
import { storyOf } from '../stories/index.ts'
import type { Line } from './line.ts'
import { labelsOf, plainText } from './lines.ts'
import { statements } from './statements.ts'
import { timeline } from './timeline.ts'
import type { View } from './view.ts'

type Given = Parameters<typeof storyOf>[0]

async function linesOf(view: View, readings: Given): Promise<readonly Line[]> {
  const rows = await (await storyOf(readings)).rows()
  const lines: Line[] = []
  if (rows) for await (const line of view.lines(rows, {})) lines.push(line)
  return lines
}

const HARBOUR: Making = {
  id: 'harbour',
  outlet: 'Oldmarsh Times',
  published: '2026-04-10',
  body: [
    'The ferry ran aground on Tuesday.',
    'A week before, the harbour office had dredged the channel.',
    'The council will vote on a new pilot rule in May.',
    'Residents called for a public inquiry on Friday.',
    'The owner did not dismiss the captain on Thursday, he said.',
    'Divers may have found a second crack on Wednesday.',
    'A storm came at some time.',
  ],
  said: [{ words: 'The owner did not dismiss the captain on Thursday', source: 'he', cue: 'said', kind: 'indirect' }],
  events: [
    { words: 'aground', day: '2026-04-07' },
    { words: 'dredged', day: '2026-03-31' },
    { words: 'vote', modality: 'planned', day: ['2026-05-01', '2026-05-31'] },
    { words: 'inquiry', modality: 'called-for', day: '2026-04-10' },
    {
      words: 'dismiss',
      polarity: 'negative',
      day: '2026-04-09',
      said: 'The owner did not dismiss the captain on Thursday',
    },
    { words: 'found', modality: 'possible', day: '2026-04-08', score: 0.5 },
    { words: 'storm' },
  ],
}

describe('timeline', () => {
  it('is in the order of the days of what happened, undated ones last', async () => {
    const lines = await linesOf(timeline, [made(HARBOUR)])
    expect(lines.map(({ when }) => when?.from)).toEqual([
      '2026-03-31', '2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10', '2026-05-01', undefined,
    ]) // biome-ignore format: a list to be read
  })

  it.each([
    ['aground', []],
    ['vote', ['planned']],
    ['public inquiry', ['called for']],
    ['dismiss', ['denied']],
    ['crack', ['possible', 'less sure']],
    ['storm', ['less sure']],
  ])('labels what it tells of "%s" as %j', async (words, want) => {
    const line = (await linesOf(timeline, [made(HARBOUR)])).find(({ text }) => plainText(text).includes(words))
    expect(line && labelsOf(line)).toEqual(want)
  })

  it.each([
    ['a sure event on a sure day', { score: 0.9, dayScore: 0.9 }, true],
    ['a doubtful event', { score: 0.5, dayScore: 0.9 }, false],
    ['a likely event on a day that is only implied', { score: 0.7, dayScore: 0.9, implied: true as const }, false],
    ['a doubtful day', { score: 0.9, dayScore: 0.5 }, false],
  ])('shows or folds %s', async (_, scores, want) => {
    const body = ['The ferry ran aground on Tuesday.']
    const [line] = await linesOf(timeline, [
      made({ id: 'a', body, events: [{ words: 'aground', day: '2026-04-07', ...scores }] }),
    ])
    expect(line?.sure).toBe(want)
  })

  it('shows the sentence that names the day, though another opens its article', async () => {
    const OTHERS = ['The harbour office closed the channel to all ships.', 'Tugs came from Grenn within the hour.']
    const of = (id: string, sentence: string, implied: true | undefined) =>
      made({
        id,
        outlet: id,
        published: '2026-04-07',
        body: implied ? [sentence, ...OTHERS] : [...OTHERS, sentence],
        events: [{ words: 'aground', day: '2026-04-07', ...(implied ? { implied } : {}), score: implied ? 0.9 : 0.7 }],
      })
    const [line] = await linesOf(timeline, [
      of('a', 'The ferry to Grenn ran aground near Oldmarsh harbour.', true),
      of('b', 'The ferry to Grenn ran aground near Oldmarsh harbour on Tuesday.', undefined),
    ])
    expect(line?.from).toHaveLength(2)
    expect(line?.text[0]).toMatchObject({ quote: { article: 'b' } })
  })

  it('shows what a person confirmed, and says so', async () => {
    const reading = made({
      id: 'a',
      body: ['The ferry ran aground on Tuesday.'],
      events: [{ words: 'aground', day: '2026-04-07', score: 0.3 }],
    })
    const target = targetOf(reading, 'events', reading.events[0]?.id ?? '')
    const confirm = makeDecision({ kind: 'confirm', target, at: '2026-05-01T00:00:00Z', by: 'ana' })
    const [line] = await linesOf(timeline, [apply(reading, [confirm])])
    expect(line?.sure).toBe(true)
    expect(line && labelsOf(line)).toContain('confirmed')
  })

  it.each([
    ['disputed', [['dispute', 'ana']], ['disputed', 'less sure']],
    [
      'disputed and confirmed by two',
      [
        ['dispute', 'ana'],
        ['confirm', 'ben'],
      ],
      ['disputed', 'confirmed'],
    ],
  ] as const)('shows what is %s, and says so', async (_, taken, want) => {
    const reading = made({
      id: 'a',
      body: ['The ferry ran aground on Tuesday.'],
      events: [{ words: 'aground', day: '2026-04-07', score: 0.9 }],
    })
    const target = targetOf(reading, 'events', reading.events[0]?.id ?? '')
    const decisions = taken.map(([kind, by], day) =>
      makeDecision({ kind, target, at: `2026-05-0${day + 1}T00:00:00Z`, by }),
    )
    const [line] = await linesOf(timeline, [apply(reading, decisions)])
    expect(line && labelsOf(line)).toEqual(want)
  })

  it('cuts a long sentence at a clause edge, and never loses a denial or a doubt', async () => {
    const long = `The ferry ran aground on Tuesday, which ${'held up the commuters of both towns and '.repeat(6)}made some of them late`
    const lineOf = async (end: string) =>
      plainText(
        (
          await linesOf(timeline, [
            made({ id: 'a', body: [`${long}${end}`], events: [{ words: 'aground', day: '2026-04-07' }] }),
          ])
        )[0]?.text ?? [],
      )
    expect(await lineOf('.')).toBe('The ferry ran aground on Tuesday …')
    expect(await lineOf(', although the owner denied it.')).toContain('although the owner denied it')
  })
})

describe('statements', () => {
  it('says them in the exact words, with source and cue, cuts shown', async () => {
    const body = [
      'Marta Hollen, who has led the office since May, said on Tuesday: “Nobody was on deck.” The tide was low.',
    ]
    const said = [{ words: '“Nobody was on deck.”', source: 'Marta Hollen', cue: 'said', speaker: 'Marta Hollen' }]
    const [line] = await linesOf(statements, [made({ id: 'a', body, said, entities: [{ names: ['Marta Hollen'] }] })])
    expect(line && plainText(line.text)).toBe('Marta Hollen … said … “Nobody was on deck.”')
    expect(line?.who?.[0]?.name).toBe('Marta Hollen')
  })

  it('shows what is cut before the next sentence', async () => {
    const body = ['“Nobody was on deck,” Marta Hollen told reporters on the quay. “The tide was low.”']
    const [tide, deck] = ['“The tide was low.”', '“Nobody was on deck,”']
    const [reading] = [made({ id: 'a', body, said: [{ words: deck, source: 'Marta Hollen', cue: 'told' }] })]
    const start = reading?.text.indexOf(tide) ?? 0
    const attributions = reading?.attributions.map((one) => ({
      ...one,
      content: [...one.content, { start, end: start + tide.length }],
    }))
    const [line] = await linesOf(statements, reading && attributions ? [{ ...reading, attributions }] : [])
    expect(line && plainText(line.text)).toBe(`${deck} Marta Hollen told … ${tide}`)
  })

  it('folds a doubtful one', async () => {
    const body = ['“Nobody was on deck,” she said.']
    const of = (score: number) =>
      made({ id: 'a', body, said: [{ words: '“Nobody was on deck,”', source: 'she', cue: 'said', score }] })
    expect((await linesOf(statements, [of(0.9)]))[0]?.sure).toBe(true)
    expect((await linesOf(statements, [of(0.5)]))[0]?.sure).toBe(false)
  })
})
