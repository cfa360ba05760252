import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { all } from '../../test/record.ts'
import { storyOf } from '../stories/index.ts'
import { coverage } from './coverage.ts'
import { withCuts } from './cuts.ts'

const BODY = [
  'The barge Magda struck the old bridge at Oldmarsh on Wednesday, and crews pumped water for hours after dark.',
  'Two divers were hurt when the pier gave way, the harbour master of the town told reporters at the quay.',
  'The council meets on Friday to decide whether the bridge is to be closed until the summer of next year.',
  'A ferry carries those who work on the other bank, every half hour from six in the morning, and takes no cars at all.',
  'The owner of the barge, a firm of the upper river, did not answer questions that were put to it on Thursday evening.',
]
const tell = (n: number, body: readonly string[]) =>
  made({
    id: `a${n}`,
    outlet: `Outlet ${n}`,
    published: `2026-04-0${n}`,
    headline: 'Barge strikes the old bridge',
    body,
  })
const READINGS = [
  tell(1, BODY),
  tell(
    2,
    BODY.filter((_, at) => at !== 1),
  ),
]
const textOf = async (article: string, version?: string) =>
  READINGS.find((one) => one.id === article && (version === undefined || one.version === version))

const linesOf = async (read: typeof textOf) => {
  const rows = await (await storyOf(READINGS)).rows()
  if (!rows) throw new Error('no story')
  return all(withCuts(coverage.lines(rows, {}), read))
}

describe('what a copy cut', () => {
  it('stands with it, in the words of its origin', async () => {
    const [origin, copy] = await linesOf(textOf)
    expect(origin?.printed).not.toHaveProperty('copied')
    expect(copy?.printed?.copied).toMatchObject({ cut: [{ article: 'a1', exact: BODY[1], n: 2 }], added: [] })
    expect(copy?.printed?.copied?.kept).toBeCloseTo(4 / 5, 1)
  })

  it('is not said where a text is gone', async () => {
    const lines = await linesOf(async () => undefined)
    expect(lines.map(({ printed }) => printed?.copied)).toEqual([undefined, undefined])
  })
})
