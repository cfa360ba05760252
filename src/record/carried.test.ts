import { describe, expect, it } from 'vitest'
import { allRows, examples, withRecord } from '../../test/record.ts'
import { type Decision, type Making, makeDecision, targetOf, undoOf } from '../decisions/index.ts'
import type { Reading } from '../readings/reading.ts'
import { openRecord } from './index.ts'

/** The rows of a record that nobody has asked before. */
async function anew(path: string): Promise<string> {
  const record = await openRecord(path)
  try {
    return await allRows(record)
  } finally {
    await record.close()
  }
}

let minute = 0
const decide = (making: object): Decision =>
  makeDecision({
    at: new Date(Date.UTC(2026, 4, 1, 9, minute++)).toISOString(),
    by: 'Ann',
    ...making,
  } as unknown as Making)

const named = ({ entities }: Reading, type: string, at = 0): string =>
  entities.filter((one) => one.type === type)[at]?.id ?? ''

/** What may be settled of two articles, one thing of each kind. */
function settlings(a: Reading, b: Reading): readonly Decision[] {
  const [person, other] = [targetOf(a, 'entities', named(a, 'person')), targetOf(b, 'entities', named(b, 'person'))]
  const event = targetOf(a, 'events', a.events[0]?.id ?? '')
  const split = decide({ kind: 'split', target: person, other })
  return [
    decide({ kind: 'rename', target: person, name: 'Somebody Else' }),
    decide({ kind: 'merge', target: person, other }),
    decide({ kind: 'confirm', target: event }),
    decide({ kind: 'date', target: event, value: '2026-04-01' }),
    decide({ kind: 'hide', target: targetOf(b, 'events', b.events[0]?.id ?? '') }),
    decide({ kind: 'speaker', target: targetOf(a, 'attributions', a.attributions[0]?.id ?? ''), speaker: person }),
    split,
    undoOf(split, '2026-05-02T09:00:00Z', 'Ann'),
  ]
}

describe('rows that are carried over a change', () => {
  it('are what they would be if nobody had asked before', async () => {
    const pages = await examples()
    await withRecord(async (record, path) => {
      const same = async () => expect(await allRows(record)).toBe(await anew(path))
      for (let at = 0; at < pages.length; at += 6) {
        await record.addAll(pages.slice(at, at + 6))
        await same()
      }
      const [a, b] = pages.slice(-2).map(({ reading }) => reading) as [Reading, Reading]
      for (const decision of settlings(a, b)) {
        await record.decide(decision)
        await same()
      }
      await record.reread(a.id, a.version, { ...a, events: a.events.slice(1) })
      await same()
      await record.remove(b.id)
      await same()
    })
  }, 60_000)
})
