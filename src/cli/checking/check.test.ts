import { describe, expect, it } from 'vitest'
import { all, given, withRecord } from '../../../test/record.ts'
import { type Around, linesOf, ran } from '../../../test/terminal.ts'
import type { OnRecord } from '../../record/index.ts'

const PAGE = given({
  id: 'a1',
  outlet: 'Oldmarsh Times',
  published: '2026-04-02',
  headline: 'Barge strikes the old bridge',
  body: [
    'It had rained. The barge struck the bridge on Wednesday. Crews pumped water.',
    'Marta Hollen said: “Nobody fell.”',
  ],
  entities: [{ names: ['Marta Hollen'], score: 0.99 }],
  events: [
    { words: 'struck', day: '2026-04-01', score: 0.4, dayScore: 0.9 },
    { words: 'pumped', day: '2026-04-01', score: 0.9 },
  ],
  said: [{ words: '“Nobody fell.”', source: 'Marta Hollen', cue: 'said', speaker: 'Marta Hollen', score: 0.95 }],
})

const withOne = (use: (record: OnRecord, check: (around?: Around) => ReturnType<typeof ran>) => Promise<void>) =>
  withRecord(async (record, path) => {
    await record.add(PAGE.page, PAGE.reading)
    await use(record, (around) => ran(['check', '--record', path], { terminal: true, ...around }))
  })
const kinds = async (record: OnRecord) =>
  (await record.settled()).map(
    ({ decision }) => `${decision.kind} ${'target' in decision ? decision.target.exact : ''}`,
  )

describe('check', () => {
  it('shows the least sure line in its paragraph, and ends where the keys do', () =>
    withOne(async (record, check) => {
      const { code, out, err } = await check({ keys: 'q' })
      expect([code, err]).toEqual([0, 'y confirm · n dispute · e edit · s later · u undo · k back · q leave\n'])
      expect(linesOf(out)).toEqual([
        'line 1 of 4',
        '[less sure] The barge struck the bridge on Wednesday.',
        '  1 April 2026 · Oldmarsh Times ¶1 · used by one view · one origin · score 0.40 ·'.replace(
          'one view',
          '1 view',
        ),
        '  rank 1.20',
        '    It had rained.',
        '  │ The barge struck the bridge on Wednesday.',
        '    Crews pumped water.',
        '0 checked · 4 open',
      ])
      expect(await record.decisions()).toEqual([])
    }))

  it.each<[string, string, readonly string[], RegExp]>([
    ['confirms and disputes', 'yn', ['confirm struck', 'dispute pumped'], /2 checked · 2 open/],
    ['leaves for later', 'sy', ['confirm pumped'], /1 checked · 2 open/],
    ['undoes, and stands where it was', 'yun', ['dispute struck'], /1 checked · 3 open/],
    ['undoes nothing', 'u', [], /0 checked · 4 open/],
    ['goes back', 'sskky', ['confirm struck'], /1 checked · 3 open/],
    ['gives another day', 'ed2026-03-31\r', ['date struck'], /1 checked · 4 open/],
    ['gives a day that is none, and says so', 'edsoon\ry', ['confirm struck'], /1 checked · 3 open/],
    ['mends what is typed', 'ednope\u007f\u007f\u007f\u007f2026\ry', ['date struck', 'confirm struck'], /2 checked/],
    ['leaves an edit', 'ed20\u001by', ['confirm struck'], /1 checked/],
    ['keeps a note', 'enask\r', ['note struck'], /1 checked/],
    ['passes over other keys', 'xy', ['confirm struck'], /1 checked/],
    ['goes through to the end', 'yyyyyyy', ['confirm struck', 'confirm pumped', 'confirm “Nobody fell.”', 'confirm Marta Hollen'], /4 checked · 0 open/],
  ])('%s', (_, keys, want, said) =>
    withOne(async (record, check) => {
      const { code, out } = await check({ keys })
      expect([code, out]).toEqual([0, expect.stringMatching(said)])
      expect(await kinds(record)).toEqual(want)
      expect(await all(record.verify())).toEqual([])
    }),
  ) // biome-ignore format: a table to be read

  it('lists what is open for programs, and not what was checked', () =>
    withOne(async (_, check) => {
      const listed = async () =>
        linesOf((await check({ terminal: false })).out).map((line) => JSON.parse(line).line.from[0].exact)
      expect((await listed())[0]).toBe('The barge struck the bridge on Wednesday.')
      await check({ keys: 'y' })
      expect(await listed()).toHaveLength(3)
    }))

  it('says that keys need a terminal', () =>
    withRecord(async (record, path) => {
      await record.add(PAGE.page, PAGE.reading)
      const { code, err } = await ran(['check', '--format', 'keys', '--record', path])
      expect([code, linesOf(err)[0]]).toEqual([2, 'onrecord: keys need a terminal: --format jsonl lists what is open'])
    }))
})
