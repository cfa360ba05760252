import { describe, expect, it } from 'vitest'
import { all, examples, withRecord } from '../../test/record.ts'
import { type Making, makeDecision, targetOf } from '../decisions/index.ts'
import type { Reading } from '../readings/reading.ts'
import type { StoryRows } from '../stories/rows.ts'
import { VIEWS } from './index.ts'

/** What is settled of each article: its first event disputed, its second confirmed, its first statement hidden, its first name confirmed. */
const settled = ({
  entities,
  events,
  attributions,
}: Reading): readonly (readonly [string, 'entities' | 'events' | 'attributions', string])[] =>
  [
    ['dispute', 'events', events[0]?.id],
    ['confirm', 'events', events[1]?.id],
    ['hide', 'attributions', attributions[0]?.id],
    ['confirm', 'entities', entities[0]?.id],
  ].flatMap(([kind, layer, id]) => (id === undefined ? [] : [[kind, layer, id] as never]))

const linesOf = async (rows: StoryRows, sure: boolean) => {
  const found: unknown[] = []
  for (const view of VIEWS) found.push((await all(view.lines(rows, {}, {}, sure))).filter((line) => line.sure))
  return found
}

describe('lines that are shown by default', () => {
  it('are the same when nothing else is loaded, before and after what people settle', async () => {
    const pages = await examples()
    await withRecord(async (record) => {
      const same = async () => {
        for (const { id } of await record.stories()) {
          const rows = await record.rows(id)
          if (rows) expect(await linesOf(rows, true)).toEqual(await linesOf(rows, false))
        }
      }
      await record.addAll(pages)
      await same()
      const decisions = pages.flatMap(({ reading }, n) =>
        settled(reading).map(([kind, layer, id]) =>
          makeDecision({
            kind,
            target: targetOf(reading, layer, id),
            at: `2026-05-01T09:00:${String(n).padStart(2, '0')}Z`,
            by: 'Ann',
          } as Making),
        ),
      )
      await record.decideAll(decisions)
      await same()
    })
  })
})
